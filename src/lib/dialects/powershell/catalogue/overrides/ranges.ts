/** Numbers that a parameter takes, where the catalogue has no range; both ends included. */
export const ranges: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
  readonly what: string;
  readonly source: string;
}[] = [
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'VlanId',
    low: 1,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q: the identifiers 0 and 4095 are reserved; untagged is -Untagged',
  },
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'NativeVlanId',
    low: 0,
    high: 4094,
    what: 'A native VLAN',
    source: 'IEEE 802.1Q; 0 means untagged (Set-VMNetworkAdapterVlan, examples)',
  },
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'PrimaryVlanId',
    low: 1,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q',
  },
  {
    command: /^Set-VMNetworkAdapterVlan$/i,
    parameter: 'SecondaryVlanId',
    low: 1,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q',
  },
  {
    command: /^(?:Add|Set|Remove)-NetLbfoTeamNic$/i,
    parameter: 'VlanID',
    low: 0,
    high: 4094,
    what: 'A VLAN',
    source: 'IEEE 802.1Q; 0 is the default team NIC',
  },
  {
    command: /^(?:New|Set|Remove|Get)-Net(?:IPAddress|Route)$/i,
    parameter: 'PrefixLength',
    low: 0,
    high: 128,
    what: 'A prefix length',
    source: 'RFC 4291: an IPv6 address has 128 bits',
  },
  {
    command: /^(?:Set|Enable)-VMNetworkAdapter$/i,
    parameter: 'MinimumBandwidthWeight',
    low: 0,
    high: 100,
    what: 'A bandwidth weight',
    source: 'Set-VMNetworkAdapter, -MinimumBandwidthWeight: "The valid range is 0 to 100"',
  },
];
