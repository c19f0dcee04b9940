import { unknownValue } from '../../unknown-value.ts';
import { isRouted } from '../state.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { withOthers } from './unknown-ports.ts';

const columns = { interface: 0, address: 23, ok: 39, method: 43, status: 50, protocol: 72 };

/**
 * `show ip interface brief` of a Catalyst. Whether an address was typed or read at the last start is not known; ports that switch never
 * had one.
 */
export function ipInterfaceBrief(state: SwitchState, wiring: Wiring): string {
  const rows = [...interfaceStates(state, wiring)].map(([name, { admin, protocol }]) => {
    const config = state.running.interfaces.get(name) ?? {};
    return atColumns(
      [columns.interface, name],
      [columns.address, addressOf(config)],
      [columns.ok, 'YES'],
      [columns.method, methodOf(name, config, state)],
      [columns.status, admin === 'admin down' ? 'administratively down' : admin],
      [columns.protocol, protocol],
    );
  });
  return [
    'Interface              IP-Address      OK? Method Status                Protocol',
    ...withOthers(rows, state),
  ].join('\n');
}

/** The first word of `192.0.2.1 255.255.255.0`; one that a server gives is not known. */
export function addressOf({ ipAddress }: InterfaceConfig): string {
  if (ipAddress === undefined) return 'unassigned';
  return ipAddress.startsWith('dhcp') ? unknownValue : ipAddress.split(' ')[0]!;
}

function methodOf(name: string, config: InterfaceConfig, { profile }: SwitchState): string {
  const switches =
    vlanInterfaceId(name) === undefined && name !== profile.managementPort && !isRouted(config);
  if (config.ipAddress?.startsWith('dhcp')) return 'DHCP';
  return switches && config.ipAddress === undefined ? 'unset' : unknownValue;
}
