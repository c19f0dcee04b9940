/** Parameters of which a command takes one at most, though they share a parameter set. */
export const exclusive: readonly {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly source: string;
}[] = [
  {
    command: 'Set-VMNetworkAdapterVlan',
    parameters: ['Access', 'Trunk', 'Isolated', 'Community', 'Promiscuous', 'Untagged'],
    source: 'Set-VMNetworkAdapterVlan, description: the modes “are mutually exclusive”',
  },
];
