import { unknownValue } from '../../unknown-value.ts';
import { isRouted } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import type { InterfaceUp } from './interface-states.ts';
import { mayHaveOthers } from './unknown-ports.ts';

/** `show interfaces [X]` of a Catalyst: state, description and address; what was counted and what the hardware is are not known. */
export function interfaceDetails(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const all = [...interfaceStates(state, wiring)].filter(([one]) => name === undefined || one === name);
  // Of a machine of which nobody knows what it has, one that was not configured may be there all the same.
  if (all.length === 0 && mayHaveOthers(state))
    return [
      `${name ?? unknownValue} is ${unknownValue}, line protocol is ${unknownValue}`,
      `  Hardware is ${unknownValue}`,
      unknownValue,
    ].join('\n');
  return all.length === 0 ? undefined : all.map(([one, up]) => details(one, up, state)).join('\n');
}

function details(name: string, { admin, protocol, port }: InterfaceUp, state: SwitchState): string {
  const config = state.running.interfaces.get(name) ?? {};
  const is = admin === 'admin down' ? 'administratively down' : admin;
  const why = port === undefined ? '' : ` (${port.status})`;
  const hasAddress = config.ipAddress !== undefined && (vlanInterfaceId(name) ?? isRouted(config)) !== false;
  return [
    `${name} is ${is}, line protocol is ${protocol}${why}`,
    `  Hardware is ${unknownValue}`,
    ...(config.description === undefined ? [] : [`  Description: ${config.description}`]),
    ...(hasAddress ? [`  Internet address is ${prefixOf(config.ipAddress!)}`] : []),
    unknownValue,
  ].join('\n');
}

/** `192.0.2.1/24` of an address with its mask. */
export function prefixOf(address: string): string {
  const [ip = '', mask = ''] = address.split(' ');
  if (!/^[\d.]+$/.test(ip) || !/^[\d.]+$/.test(mask)) return unknownValue;
  return `${ip}/${String(maskLength(mask))}`;
}

/** The leading ones of a mask. */
export function maskLength(mask: string): number {
  const bits = mask.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  return bits.join('').replaceAll('0', '').length;
}
