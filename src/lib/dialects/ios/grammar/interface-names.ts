import { platformTable, tableOf } from '../tables/tables.ts';
import type { InterfaceType, IosPlatform } from '../tables/table-format.ts';
import type { Word } from './words.ts';

/** An interface by its full name; `type` is undefined where the platform's table has no such type. */
export interface InterfaceName {
  readonly type: InterfaceType;
  readonly number: string;
  /** As the running configuration spells it: `GigabitEthernet1/0/20`, `Port-channel3`. */
  readonly name: string;
}

/** What is wrong with an interface's name. `not-one`: the text does not look like an interface at all. */
export type InterfaceProblem =
  | { readonly kind: 'not-one' }
  | { readonly kind: 'unknown-type'; readonly typed: string }
  | { readonly kind: 'ambiguous-type'; readonly typed: string; readonly candidates: readonly string[] }
  | { readonly kind: 'bad-number'; readonly type: InterfaceType; readonly number: string };

export type InterfaceReading =
  | { readonly ok: true; readonly interface: InterfaceName; readonly words: number }
  | { readonly ok: false; readonly problem: InterfaceProblem; readonly words: number };

/** Reads an interface at a word: `gi1/0/20`, `GigabitEthernet 1/0/20`, `po3`, `vlan 10`. The number may be a word of its own. */
export function readInterface(words: readonly Word[], at: number, platform: IosPlatform): InterfaceReading {
  const parts = /^([a-z][a-z-]*?)(\d.*)?$/.exec(words[at]?.lower ?? '');
  if (!parts) return { ok: false, problem: { kind: 'not-one' }, words: 1 };
  const [, typed, attached] = parts;
  const after = words[at + 1]?.lower;
  const apart = attached === undefined && after !== undefined && /^\d/.test(after);
  const number = attached ?? (apart ? after : undefined);
  if (number === undefined) return { ok: false, problem: { kind: 'not-one' }, words: 1 };
  const count = apart ? 2 : 1;
  const type = interfaceType(typed!, platform);
  if ('kind' in type) return { ok: false, problem: type, words: count };
  if (!hasNumber(type, number))
    return { ok: false, problem: { kind: 'bad-number', type, number }, words: count };
  return { ok: true, interface: { type, number, name: nameOf(type, number, platform) }, words: count };
}

/**
 * The type of interface that `typed` is a unique beginning of. No Catalyst has ports of every type: among Catalysts in general a
 * beginning of several means the first of them in the table, which is the one most models have.
 */
export function interfaceType(
  typed: string,
  platform: IosPlatform,
): InterfaceType | Extract<InterfaceProblem, { kind: 'unknown-type' | 'ambiguous-type' }> {
  const types = platformTable.interfaces[platform];
  const exact = types.find(({ keyword, short }) => keyword === typed || short.toLowerCase() === typed);
  if (exact) return exact;
  const fitting = types.filter(({ keyword }) => keyword.startsWith(typed));
  if (fitting.length === 1 || (fitting.length > 1 && platform === 'generic-ios')) return fitting[0]!;
  if (fitting.length === 0) return { kind: 'unknown-type', typed };
  return { kind: 'ambiguous-type', typed, candidates: fitting.map(({ type }) => type) };
}

export function hasNumber({ pattern, from, to }: InterfaceType, number: string): boolean {
  if (!patternOf(pattern).test(number)) return false;
  const value = Number.parseInt(number, 10);
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

const patterns = new Map<string, RegExp>();

function patternOf(text: string): RegExp {
  let pattern = patterns.get(text);
  if (!pattern) patterns.set(text, (pattern = new RegExp(text)));
  return pattern;
}

/** SG300 firmware prints `vlan 10`, everything else joins type and number. */
export function nameOf({ type }: InterfaceType, number: string, platform: IosPlatform): string {
  return tableOf(platform) === 'sg300' && type === 'vlan' ? `vlan ${number}` : `${type}${number}`;
}
