import type { Slice } from '../../../source/slice.ts';
import { replaceInSlice } from '../../../source/slice.ts';
import { regionAt } from '../../text-checks/lexical-regions.ts';
import type { ValuePlace, WrittenValues } from '../../value-places.ts';
import { replacementsOf, withLetters } from '../../value-places.ts';
import { powershellRegions } from './lexical-regions.ts';
import type { ScriptTree } from './parse.ts';
import { parse } from './parse.ts';
import type { Node, Text } from './tree.ts';
import { walk } from './walk.ts';

/** What stands around a place: how the innermost string or argument is quoted, or a comment. */
type Surroundings = Text['quote'] | 'comment';

/** A script with values in it. */
export interface WrittenScript extends WrittenValues {
  /** As it was parsed on the way; undefined where it was not. */
  readonly script: ScriptTree | undefined;
}

/**
 * Writes values into `code`, a script of a version of PowerShell, each by what stands around its place: quotes are doubled in a
 * single-quoted string, escaped by a backtick in a double-quoted one, plain words stay as they are.
 *
 * Quotes and comments nearly always tell what that is, and the script that comes of it is parsed to see whether they told the truth.
 * Where they did not, a value fits nowhere or the script is broken, it is parsed as it stands, with a letter at every place.
 */
export function writeValues(code: Slice, places: readonly ValuePlace[], version: number): WrittenScript {
  const { text, offsets } = withLetters(code.text, places);
  const writeAt = (around: (start: number, end: number) => Surroundings | undefined) =>
    places.map(({ value }, index) => {
      const offset = offsets[index]!;
      return value === undefined ? undefined : quote(value, around(offset, offset + 1));
    });
  const write = (written: WrittenValues['written']) => ({
    written,
    slice: replaceInSlice(code, replacementsOf(places, written)),
  });
  const guess = writeAt(quotesAround(text));
  if (guess.every((value) => value !== undefined)) {
    const guessed = write(guess);
    const script = parse(guessed.slice.text, version);
    const around = surroundingsIn(script);
    let shift = 0;
    const holds = places.every(({ start, end, value }, index) => {
      const from = start + shift;
      const to = from + guess[index]!.length;
      shift = to - end;
      return /\w/.test(guess[index]!) && quote(value!, around(from, to)) === guess[index];
    });
    if (holds && script.problems.length === 0) return { ...guessed, script };
  }
  return { ...write(writeAt(surroundingsIn(parse(text, version)))), script: undefined };
}

/** A text as a string in single quotes. It has no line breaks and no control characters. */
export function singleQuoted(text: string): string {
  const written = quote(text, 'single');
  if (written === undefined) throw new Error('A line break cannot stand in a string of one line.');
  return `'${written}'`;
}

/** A value as it is written in some surroundings; undefined where it cannot be written there safely. */
function quote(value: string, around: Surroundings | undefined): string | undefined {
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return undefined;
  if (around === 'comment') return value.includes('#>') ? undefined : value;
  // Digits mean the same everywhere.
  if (/^\d+$/.test(value)) return value;
  switch (around) {
    case 'single':
      return value.replace(/['\u2018-\u201b]/g, (mark) => mark + mark);
    case 'double':
      return value.replace(/[`$"\u201c-\u201e]/g, (special) => `\`${special}`);
    case 'here-single':
      return /['\u2018-\u201b]@/.test(value) ? undefined : value;
    case 'here-double':
      return /["\u201c-\u201e]@/.test(value)
        ? undefined
        : value.replace(/[`$]/g, (special) => `\`${special}`);
    case 'bare':
      return /^[\w.:\\/][\w.:\\/-]*$/.test(value) ? value : undefined;
    default:
      return undefined;
  }
}

/** What the quotes and comments of a text say is around a place; undefined where they do not tell. */
function quotesAround(text: string): (start: number) => Surroundings | undefined {
  const found = powershellRegions(text);
  return (start) => {
    const region = regionAt(found, start);
    const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (!region)
      return wordBefore.test(before) && wordAfter.test(text.slice(start, start + 2)) ? 'bare' : undefined;
    if (region.kind === 'comment') return 'comment';
    const string = found.strings.findLast(({ open, close }) => open < start && (close ?? Infinity) >= start);
    if (string?.close === undefined || variableBefore.test(before)) return undefined;
    const here = region.kind === 'here-string';
    if (string.straight === "'") return here ? 'here-single' : 'single';
    return here ? 'here-double' : 'double';
  };
}

/** A line up to a place that no variable, parameter, type or operator reaches. */
const wordBefore = /(?:^|[\s,;=])(?:[\w.:\\/][\w.:\\/-]*)?$/;
/** A place and the character after it, which ends the word or belongs to it. */
const wordAfter = /^.(?:[\s,;)\w.:\\/-]|$)/s;
/** A line up to a place that would go on with the name of a variable. */
const variableBefore = /\$[\w:{]*$/;

/** The innermost string, argument or comment that holds a run; undefined at the name of a command and anywhere else. */
function surroundingsIn({
  statements,
  comments,
}: ScriptTree): (start: number, end: number) => Surroundings | undefined {
  return (start, end) => {
    const holds = (node: { readonly start: number; readonly end: number }) =>
      node.start <= start && start < node.end && end <= node.end;
    if (comments.some(holds)) return 'comment';
    let around: Text['quote'] | undefined;
    // A number among a command's arguments is a word there as well.
    let isArgument = false;
    for (const { statement } of statements) {
      walk(statement, (node) => {
        if (!holds(node)) return false;
        const name = node.kind === 'command' ? node.elements[0]! : undefined;
        isArgument = (name !== undefined && !holds(name)) || (isArgument && keepsArguments.has(node.kind));
        if (name?.kind === 'text' && holds(name)) {
          around = name.quote === 'bare' ? undefined : name.quote;
          return false;
        }
        if (node.kind === 'text') around = node.quote;
        else around = node.kind === 'number' && isArgument ? 'bare' : undefined;
        return true;
      });
    }
    return around;
  };
}

const keepsArguments: ReadonlySet<Node['kind']> = new Set(['array', 'parameter', 'redirection', 'number']);
