/** Values that a parameter does not take, and what does what they were meant to do. */
export const meantValues: readonly {
  readonly command: RegExp;
  readonly parameter: string;
  /** The value as text. */
  readonly value: RegExp;
  readonly hint: string;
  readonly source: string;
}[] = [
  {
    command: /^New-VMSwitch$/i,
    parameter: 'SwitchType',
    value: /^Ext/i,
    hint: 'Leave -SwitchType out and name the adapter (-NetAdapterName, or -NetAdapterInterfaceDescription): a switch that has one is external.',
    source:
      'New-VMSwitch, -SwitchType: “Allowed values are Internal and Private. To create an External virtual switch, specify either the NetAdapterInterfaceDescription or the NetAdapterName parameter”',
  },
  {
    command: /^New-VMSwitch$/i,
    parameter: 'SwitchType',
    value: /^NAT$/i,
    hint: 'Make an Internal switch, give its adapter an address, and translate with New-NetNat.',
    source: 'Set up a NAT network (Hyper-V documentation): an internal switch, New-NetIPAddress, New-NetNat',
  },
  {
    command: /^Set-VMSwitch$/i,
    parameter: 'SwitchType',
    value: /^Ext/i,
    hint: 'Leave -SwitchType out and name the adapter (-NetAdapterName, or -NetAdapterInterfaceDescription): a switch that has one is external.',
    source: 'Set-VMSwitch, -SwitchType: Internal and Private; -NetAdapterName: the adapter of an external switch',
  },
  {
    command: /^(?:New|Set)-NetLbfoTeam$/i,
    parameter: 'TeamingMode',
    value: /^(?:SwitchDependent|802\.3ad|Active|Trunk|EtherChannel|PortChannel)$/i,
    hint: 'Write Lacp for a channel that the switch negotiates (mode active or passive), Static for one that it does not (mode on).',
    source: 'New-NetLbfoTeam, -TeamingMode: Lacp, Static, SwitchIndependent',
  },
];
