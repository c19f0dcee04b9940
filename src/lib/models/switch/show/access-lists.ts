import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { globalLines } from './kept-lines.ts';

/** `show access-lists [N]` and `show ip access-lists [N]`: the numbered lists, each entry with the number that it gets. */
export function accessLists(state: SwitchState, _: Wiring, name?: string): string {
  const lines = globalLines(state);
  const lists = new Map<string, string[]>();
  for (const line of lines) {
    const [, id, entry] = /^access-list (\d+) ((?:permit|deny) .*)$/.exec(line) ?? [];
    if (id === undefined || (name !== undefined && name !== id)) continue;
    lists.set(id, [...(lists.get(id) ?? []), entry!]);
  }
  const texts = [...lists]
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([id, entries]) => [
      `${isStandard(Number(id)) ? 'Standard' : 'Extended'} IP access list ${id}`,
      ...entries.map((entry, at) => {
        const text = isStandard(Number(id)) ? standardEntry(entry) : entry;
        return `    ${String((at + 1) * 10)} ${text}`;
      }),
    ]);
  // What stands in a named list is not kept in a way that could be printed.
  const hasNamed = lines.some((line) => line.startsWith('ip access-list '));
  return [...texts, ...(hasNamed ? [unknownValue] : [])].join('\n');
}

function isStandard(id: number): boolean {
  return id < 100 || (id >= 1300 && id < 2000);
}

/** `deny   192.0.2.0, wildcard bits 0.0.0.255` */
function standardEntry(entry: string): string {
  const [, action = '', rest = entry] = /^(permit|deny) (.*)$/.exec(entry) ?? [];
  const [, address = rest, wildcard] = /^(?:host )?([\d.]+|any)(?: ([\d.]+))?/.exec(rest) ?? [];
  const bits = wildcard === undefined || wildcard === '0.0.0.0' ? '' : `, wildcard bits ${wildcard}`;
  return `${action.padEnd(6)} ${address}${bits}`;
}
