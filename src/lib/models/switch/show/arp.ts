import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { interfaceStates } from './interface-states.ts';

/** `show arp` and `show ip arp`: the own addresses; those of others are not known. */
export function arp(state: SwitchState, wiring: Wiring): string {
  const own = [...interfaceStates(state, wiring)].flatMap(([name, { protocol }]) => {
    const [address = ''] = state.running.interfaces.get(name)?.ipAddress?.split(' ') ?? [];
    if (protocol !== 'up' || !/^\d/.test(address)) return [];
    return [
      unknownValue,
      `Internet  ${address.padEnd(15)}        -   ${unknownValue.padEnd(14)}  ARPA   ${name}`,
    ];
  });
  return [
    'Protocol  Address          Age (min)  Hardware Addr   Type   Interface',
    ...own,
    unknownValue,
  ].join('\n');
}
