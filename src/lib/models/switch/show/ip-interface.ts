import { unknownValue } from '../../unknown-value.ts';
import { isRouted } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { prefixOf } from './interface-details.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { interfaceStates } from './interface-states.ts';
import { interfaceLinesKept, lastValue } from './kept-lines.ts';

/** `show ip interface [X]` of a Catalyst, for interfaces that may have an address: the address, and the access lists that filter there. */
export function ipInterface(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const all = [...interfaceStates(state, wiring)].filter(([one]) => name === undefined || one === name);
  if (name !== undefined && all.length === 0) return undefined;
  const texts = all.map(([one, { admin, protocol }]) => {
    const config = state.running.interfaces.get(one) ?? {};
    const is = admin === 'admin down' ? 'administratively down' : admin;
    const head = `${one} is ${is}, line protocol is ${protocol}`;
    const mayHaveOne =
      vlanInterfaceId(one) !== undefined || isRouted(config) || config.ipAddress !== undefined;
    if (!mayHaveOne && state.profile.ports.length > 0)
      return [head, '  Inbound  access list is not set', unknownValue];
    if (config.ipAddress === undefined) return [head, `  Internet protocol processing disabled`];
    const lines = interfaceLinesKept(config);
    const filter = (way: string) => {
      const line = lines.findLast((own) => own.startsWith('ip access-group ') && own.endsWith(` ${way}`));
      return line === undefined ? 'not set' : line.split(' ')[2]!;
    };
    return [
      head,
      `  Internet address is ${prefixOf(config.ipAddress)}`,
      '  Broadcast address is 255.255.255.255',
      unknownValue,
      `  Helper address is ${lastValue(lines, 'ip helper-address') ?? 'not set'}`,
      unknownValue,
      `  Outgoing access list is ${filter('out')}`,
      `  Inbound  access list is ${filter('in')}`,
      `  Proxy ARP is ${lines.includes('no ip proxy-arp') ? 'disabled' : 'enabled'}`,
      unknownValue,
    ];
  });
  return texts.length === 0 ? unknownValue : texts.flat().join('\n');
}
