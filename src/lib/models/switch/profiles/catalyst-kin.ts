import { catalyst } from './catalyst.ts';
import { portNames } from './profile.ts';
import type { SwitchProfile } from './profile.ts';

/**
 * A 3560: which ports it has differs too much from model to model, so that it learns them. It knows two encapsulations, and negotiates
 * which one (Catalyst 3560 Switch Software Configuration Guide, OL-8553). Printed configurations have `ip routing` where it routes.
 */
export const catalyst3560: SwitchProfile = {
  ...catalyst,
  id: 'catalyst-3560',
  portsSwitch: true,
  vlans: { ...catalyst.vlans, extendedNeedTransparent: true },
  routesByDefault: false,
};

/** A 3750-X of 48 ports with a network module of four gigabit or two ten-gigabit slots, as `show version` counts them. */
export const catalyst3750x: SwitchProfile = {
  ...catalyst3560,
  id: 'catalyst-3750x',
  ports: [
    ...portNames('GigabitEthernet1/0/', 48),
    ...portNames('GigabitEthernet1/1/', 4),
    ...portNames('TenGigabitEthernet1/1/', 2),
  ],
  managementPort: 'FastEthernet0',
};

/** A 2960-X of 48 ports and four SFP slots, which knows one encapsulation only. */
export const catalyst2960x: SwitchProfile = {
  ...catalyst,
  id: 'catalyst-2960x',
  ports: portNames('GigabitEthernet1/0/', 52),
  transceiverPorts: { from: 49, to: 52 },
  portsSwitch: true,
  negotiatesTagging: false,
  managementPort: 'FastEthernet0',
  vlans: { ...catalyst.vlans, extendedNeedTransparent: true },
  treePortIsJack: true,
  routesByDefault: false,
};

const catalyst9000 = (id: SwitchProfile['id']): SwitchProfile => ({
  ...catalyst,
  id,
  ports: [...portNames('GigabitEthernet1/0/', 48), ...portNames('TenGigabitEthernet1/1/', 4)],
  portsSwitch: true,
  negotiatesTagging: false,
  managementPort: 'GigabitEthernet0/0',
  mtu: 'system-mtu-at-once',
  vlans: { ...catalyst.vlans, extendedNeedTransparent: true },
  treePortIsJack: true,
});

/**
 * A 9200 or 9300 of 48 ports with an uplink module of four, with IOS XE: the MTU is in effect at once (Configuring System MTU, Catalyst 9000),
 * and the management port is Gi0/0, in a VRF of its own (printed configurations).
 */
export const catalyst9200 = catalyst9000('catalyst-9200');
export const catalyst9300 = catalyst9000('catalyst-9300');
