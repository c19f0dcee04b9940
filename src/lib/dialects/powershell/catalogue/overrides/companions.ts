/** A parameter that its command takes only with others, though it binds without them. Names in full. */
export interface Companions {
  readonly command: string;
  readonly given: string;
  /** All of them are needed beside `given`. */
  readonly needs: readonly string[];
  readonly source: string;
}

const vlanPage = 'Set-VMNetworkAdapterVlan, parameters: “must be specified together with”';

export const companions: readonly Companions[] = [
  { command: 'Set-VMNetworkAdapterVlan', given: 'Access', needs: ['VlanId'], source: vlanPage },
  { command: 'Set-VMNetworkAdapterVlan', given: 'VlanId', needs: ['Access'], source: vlanPage },
  {
    command: 'Set-VMNetworkAdapterVlan',
    given: 'Trunk',
    needs: ['AllowedVlanIdList', 'NativeVlanId'],
    source: vlanPage,
  },
  { command: 'Set-VMNetworkAdapterVlan', given: 'AllowedVlanIdList', needs: ['Trunk'], source: vlanPage },
  { command: 'Set-VMNetworkAdapterVlan', given: 'NativeVlanId', needs: ['Trunk'], source: vlanPage },
  ...['Isolated', 'Community'].map((given) => ({
    command: 'Set-VMNetworkAdapterVlan',
    given,
    needs: ['PrimaryVlanId', 'SecondaryVlanId'],
    source: vlanPage,
  })),
  {
    command: 'Set-VMNetworkAdapterVlan',
    given: 'Promiscuous',
    needs: ['PrimaryVlanId', 'SecondaryVlanIdList'],
    source: vlanPage,
  },
];
