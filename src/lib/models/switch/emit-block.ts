import { readLine, unexplained } from '../../dialects/ios/reading/read-line.ts';
import { startSession } from '../../dialects/ios/reading/session.ts';
import type { ModeId } from '../../dialects/ios/tables/table-format.ts';
import { changedProperties } from '../resource.ts';
import type { Properties, ResourceChange } from '../resource.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import { linePrefix } from './resources.ts';
import type { PropertySetting } from './settings/setting.ts';
import { removalOf, typedLines } from './settings/verbatim.ts';

/** Lines below the one that opens their block; global ones have none. */
export interface CommandBlock {
  readonly opening: string | undefined;
  readonly lines: readonly string[];
}

/** A change, or a part of one, in commands. */
export interface EmittedBlocks {
  readonly blocks: readonly CommandBlock[];
  /** Properties that no line changes. */
  readonly missing: readonly string[];
  readonly waits?: boolean;
}

/** The changed properties of a block: what goes first, then what comes. */
export function blockOf(
  opening: string | undefined,
  settings: readonly PropertySetting[],
  { before = {}, after = {}, action }: ResourceChange,
  profile: SwitchProfile,
  mode: ModeId,
): EmittedBlocks {
  const changed = new Set(changedProperties(before, after));
  const set = settings
    .filter(({ property }) => changed.has(property))
    .map(({ property, lines }) => {
      const found = lines(after[property], before[property], profile, { before, after });
      return [property, found] as const;
    });
  const verbatim = verbatimLines(before, after, profile, mode);
  const routing = verbatim.lines.filter((line) => isRouting.test(line));
  const rest = verbatim.lines.filter((line) => !isRouting.test(line));
  const { blocks, missing } = checked(opening, set, profile, mode);
  const lines = [...routing, ...(blocks[0]?.lines ?? []), ...rest];
  return {
    blocks: lines.length > 0 || (action === 'create' && opening !== undefined) ? [{ opening, lines }] : [],
    missing: [...missing, ...verbatim.missing],
  };
}

/** A port that routes takes other commands than one that switches. */
const isRouting = /^(no )?switchport$/;

/**
 * Unmodelled lines that go, then those that come; of these first what has a `no`, which takes away all that begins with its words. A
 * line that replaces the one before needs no removal.
 */
export function verbatimLines(
  before: Properties,
  after: Properties,
  profile: SwitchProfile,
  mode: ModeId,
): { lines: string[]; missing: string[] } {
  const accepts = (line: string) => isAccepted(line, profile, mode);
  const changed = changedProperties(before, after).filter((name) => name.startsWith(linePrefix));
  const removed = changed.filter((name) => typeof after[name] !== 'string');
  const set = changed.filter((name) => typeof after[name] === 'string');
  const isNegated = (name: string) => name.startsWith(`${linePrefix}no `);
  const lines: string[] = [];
  const missing: string[] = [];
  for (const name of [...removed, ...set.filter(isNegated), ...set.filter((name) => !isNegated(name))]) {
    const next = after[name];
    const removal = typeof next === 'string' ? undefined : removalOf(before[name] as string, accepts);
    const typed = typeof next === 'string' ? typedLines(next) : removal === undefined ? undefined : [removal];
    if (typed === undefined || !areAccepted(typed, profile, mode)) missing.push(name);
    else for (const one of typed) lines.push(one);
  }
  return { lines: withoutContained(lines), missing };
}

/** `no ip` also takes away what `no ip address` would. */
function withoutContained(lines: readonly string[]): string[] {
  const isContained = (line: string, at: number) =>
    line.startsWith('no ') &&
    lines.some((other, index) => index !== at && other.startsWith('no ') && line.startsWith(`${other} `));
  return lines.filter((line, at) => !isContained(line, at));
}

/** Lines by the properties that they set, as far as the command tables take them. */
export function checked(
  opening: string | undefined,
  byProperty: readonly (readonly [property: string, lines: readonly string[] | undefined])[],
  profile: SwitchProfile,
  mode: ModeId,
): EmittedBlocks {
  const isGood = (lines: readonly string[] | undefined) =>
    lines?.every((line) => isAccepted(line, profile, mode)) ?? false;
  return {
    blocks: [{ opening, lines: byProperty.flatMap(([, lines]) => (isGood(lines) ? (lines ?? []) : [])) }],
    missing: byProperty.filter(([, lines]) => !isGood(lines)).map(([property]) => property),
  };
}

/** A line that a switch takes in that mode. */
function isAccepted(line: string, profile: SwitchProfile, mode: ModeId): boolean {
  return areAccepted([line], profile, mode);
}

/** A line that a switch takes in that mode, with all of the text that begins in it. */
function areAccepted([line = '', ...text]: readonly string[], { id }: SwitchProfile, mode: ModeId): boolean {
  if (![line, ...text].every((part) => /^[\x20-\x7e]*$/.test(part)) || line.includes('?')) return false;
  const first = readLine(line, { ...startSession(id, ''), mode }, unexplained);
  if (first.kind !== 'command' || first.parsed.mode !== mode) return false;
  const last = text.reduce(
    (session, part) => (session.text ? readLine(part, session, unexplained).session : session),
    first.session,
  );
  return last.text === undefined && (text.length === 0 || first.session.text !== undefined);
}
