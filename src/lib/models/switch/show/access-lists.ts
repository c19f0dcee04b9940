import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { globalLines } from './kept-lines.ts';

type AccessListKind = 'Standard' | 'Extended';

interface AccessList {
  readonly kind: AccessListKind;
  readonly entries: { readonly number: number; readonly text: string }[];
}

/** `show access-lists [N]` and `show ip access-lists [N]`: numbered lists, then named ones, each entry with the number that it has. */
export function accessLists(state: SwitchState, _: Wiring, name?: string): string {
  const texts = [...listsOf(state)]
    .filter(([id]) => name === undefined || id === name)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([id, { kind, entries }]) => [
      `${kind} IP access list ${id}`,
      ...entries
        .toSorted((a, b) => a.number - b.number)
        .map(({ number, text }) => `    ${String(number)} ${kind === 'Standard' ? standard(text) : text}`),
    ]);
  return texts.join('\n');
}

/** By name or number, whichever way they were given. */
function listsOf(state: SwitchState): Map<string, AccessList> {
  const lists = new Map<string, AccessList>();
  const add = (id: string, kind: AccessListKind, entry: string) => {
    const list = lists.get(id) ?? { kind, entries: [] };
    lists.set(id, list);
    const [, number, text = ''] = /^(?:(\d+) )?((?:permit|deny) .*)$/.exec(entry) ?? [];
    if (text === '') return;
    const last = list.entries.reduce((most, one) => Math.max(most, one.number), 0);
    list.entries.push({ number: number === undefined ? last + 10 : Number(number), text });
  };
  for (const line of globalLines(state)) {
    const [, id, entry] = /^access-list (\d+) (.*)$/.exec(line) ?? [];
    if (id !== undefined) add(id, isStandard(Number(id)) ? 'Standard' : 'Extended', entry!);
  }
  for (const [opening, lines] of state.running.lineBlocks) {
    const [, kind, id] = /^ip access-list (standard|extended) (\S+)$/.exec(opening) ?? [];
    if (id === undefined) continue;
    for (const line of ['', ...(lines?.values() ?? [])])
      add(id, kind === 'standard' ? 'Standard' : 'Extended', line);
  }
  return lists;
}

function isStandard(id: number): boolean {
  return id < 100 || (id >= 1300 && id < 2000);
}

/** Numbers by their size, and names behind them as they were made. */
function placeOf(id: string): number {
  return /^\d+$/.test(id) ? Number(id) : Number.MAX_SAFE_INTEGER;
}

/** `deny   192.0.2.0, wildcard bits 0.0.0.255` */
function standard(entry: string): string {
  const [, action = '', rest = entry] = /^(permit|deny) (.*)$/.exec(entry) ?? [];
  const [, address = rest, wildcard] = /^(?:host )?([\d.]+|any)(?: ([\d.]+))?/.exec(rest) ?? [];
  const bits = wildcard === undefined || wildcard === '0.0.0.0' ? '' : `, wildcard bits ${wildcard}`;
  return `${action.padEnd(6)} ${address}${bits}`;
}
