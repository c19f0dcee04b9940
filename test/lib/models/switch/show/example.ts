import { factoryState } from '../../../../../src/lib/models/switch/factory.ts';
import type { InterfaceConfig, SwitchState, Vlan } from '../../../../../src/lib/models/switch/state.ts';

const channelled: InterfaceConfig = {
  mode: 'trunk',
  allowedVlans: '10,11,20-22,99',
  nativeVlan: 99,
};

/** A 2960-S with two storage ports in a channel, two access ports and a VLAN that nobody created. */
export const exampleState: SwitchState = withInterfaces(
  {
    ...factoryState('catalyst-2960s'),
    vlanDatabase: new Map<number, Vlan>([
      [10, { name: 'mgmt' }],
      [11, {}],
      [20, { name: 'storage' }],
      [99, { name: 'native' }],
    ]),
  },
  {
    'Port-channel2': { description: 'to nas', ...channelled },
    'GigabitEthernet1/0/9': {
      description: 'nas left',
      ...channelled,
      channelGroup: { id: 2, mode: 'active', protocol: 'LACP' },
    },
    'GigabitEthernet1/0/10': {
      description: 'nas right',
      ...channelled,
      channelGroup: { id: 2, mode: 'active', protocol: 'LACP' },
    },
    'GigabitEthernet1/0/11': {
      mode: 'access',
      accessVlan: 10,
      voiceVlan: 20,
      portfast: true,
      storm: { broadcast: '20' },
    },
    'GigabitEthernet1/0/12': { accessVlan: 30, shutdown: true },
    'GigabitEthernet1/0/48': { mode: 'trunk' },
    'Port-channel5': {},
    Vlan10: { ipAddress: '192.0.2.2 255.255.255.0' },
  },
);

export function withInterfaces(state: SwitchState, interfaces: Record<string, InterfaceConfig>): SwitchState {
  return { ...state, running: { ...state.running, interfaces: new Map(Object.entries(interfaces)) } };
}
