import { tableOf } from '../tables/tables.ts';
import type { InterfaceProblem } from './interface-names.ts';
import { hasNumber, interfaceType } from './interface-names.ts';
import type { InterfaceType, IosPlatform } from '../tables/table-format.ts';

/** One part of a range: `gi1/0/20-23` is type Gi, from `1/0/20` to 23. */
export interface RangePart {
  readonly type: InterfaceType;
  readonly first: string;
  readonly last: number;
}

export type RangeReading =
  | { readonly ok: true; readonly parts: readonly RangePart[] }
  | {
      readonly ok: false;
      readonly problem:
        InterfaceProblem | { readonly kind: 'full-name-after-hyphen' | 'backwards'; readonly text: string };
      /** Offsets in the text. */
      readonly start: number;
      readonly end: number;
    };

/** Reads `gi1/0/1-4`, `gi1/0/1 - 4 , gi1/0/7`, `port-channel 1 - 3`: the rest of an `interface range` line. */
export function readInterfaceRange(text: string, platform: IosPlatform): RangeReading {
  const parts: RangePart[] = [];
  let at = 0;
  let before: InterfaceType | undefined;
  for (const piece of text.split(',')) {
    const start = at + (piece.length - piece.trimStart().length);
    const end = at + piece.trimEnd().length;
    at += piece.length + 1;
    const fail = (problem: Extract<RangeReading, { ok: false }>['problem']): RangeReading => ({
      ok: false,
      problem,
      start,
      end,
    });
    const found = /^([a-z][a-z-]*?)?\s*(\d[\d/.]*)\s*(?:-\s*(?:([a-z-]+)\s*)?(\d[\d/]*))?$/.exec(
      piece.trim().toLowerCase(),
    );
    if (!found) return fail({ kind: 'not-one' });
    const [, typed, first, secondType, second] = found;
    const type = typed === undefined ? before : interfaceType(typed, platform);
    if (!type || (typed === undefined && tableOf(platform) === 'catalyst-2960s'))
      return fail({ kind: 'not-one' });
    if ('kind' in type) return fail(type);
    before = type;
    if (!hasNumber(type, first!)) return fail({ kind: 'bad-number', type, number: first! });
    const named = (secondType ?? '') !== '' || second?.includes('/');
    if (named && tableOf(platform) === 'catalyst-2960s')
      return fail({ kind: 'full-name-after-hyphen', text: piece.trim() });
    const stem = first!.slice(0, first!.lastIndexOf('/') + 1);
    const last = second === undefined ? lastOf(first!) : lastOf(second);
    if (!hasNumber(type, `${stem}${String(last)}`))
      return fail({ kind: 'bad-number', type, number: `${stem}${String(last)}` });
    if (last < lastOf(first!)) return fail({ kind: 'backwards', text: piece.trim() });
    parts.push({ type, first: first!, last });
  }
  return { ok: true, parts };
}

function lastOf(number: string): number {
  return Number(number.slice(number.lastIndexOf('/') + 1));
}
