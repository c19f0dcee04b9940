import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { globalLines } from './kept-lines.ts';

/** Which of the addresses are asked for. */
export interface MacQuery {
  readonly kind?: 'dynamic' | 'static';
  readonly vlan?: string;
  readonly port?: string;
  readonly mac?: string;
}

/** `show mac address-table […]` of a Catalyst: the addresses that are configured; what was learnt and what is built in are not known. */
export function macAddressTable(state: SwitchState, { kind, vlan, port, mac: asked }: MacQuery): string {
  const rows = globalLines(state).flatMap((line) => {
    const [, mac, id, where] =
      /^mac address-table static (\S+) vlan (\d+) (?:interface )?(.*)$/.exec(line) ?? [];
    if (mac === undefined || kind === 'dynamic' || (vlan !== undefined && vlan !== id)) return [];
    if ((port !== undefined && where !== port) || (asked !== undefined && asked !== mac)) return [];
    return [{ id: Number(id), text: `${id!.padStart(4)}    ${mac}    STATIC      ${where!}` }];
  });
  return [
    '          Mac Address Table',
    '-------------------------------------------',
    '',
    'Vlan    Mac Address       Type        Ports',
    '----    -----------       --------    -----',
    ...rows.sort((a, b) => a.id - b.id).flatMap(({ text }) => [unknownValue, text]),
    unknownValue,
    `Total Mac Addresses for this criterion: ${unknownValue}`,
  ].join('\n');
}
