import { catalyst } from './catalyst.ts';
import { portNames } from './profile.ts';
import type { SwitchProfile } from './profile.ts';

/**
 * A 2960-S: 48 gigabit ports and four SFP slots, the largest of its line, so that no port of a smaller one is missing. It knows one
 * encapsulation only.
 */
export const catalyst2960s: SwitchProfile = {
  ...catalyst,
  id: 'catalyst-2960s',
  ports: portNames('GigabitEthernet1/0/', 52),
  transceiverPorts: { from: 49, to: 52 },
  portsSwitch: true,
  negotiatesTagging: false,
  managementPort: 'FastEthernet0',
  factory: { interfaces: ['Vlan1'], lines: ['line console 0', 'line vty 0 4', 'line vty 5 15'] },
  vlans: { ...catalyst.vlans, extendedNeedTransparent: true },
  treePortIsJack: true,
  routesByDefault: false,
};
