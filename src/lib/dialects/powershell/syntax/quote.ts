import type { Slice } from '../../../source/slice.ts';
import { replaceInSlice } from '../../../source/slice.ts';
import type { QuotedString } from '../../text-checks/lexical-regions.ts';
import { regionAt } from '../../text-checks/lexical-regions.ts';
import type { ValuePlace, WrittenValues } from '../../value-places.ts';
import { replacementsOf, withLetters } from '../../value-places.ts';
import { powershellRegions } from './lexical-regions.ts';
import type { ScriptTree } from './parse.ts';
import { parse } from './parse.ts';
import type { Surroundings } from './quote-value.ts';
import { quoteValue } from './quote-value.ts';
import type { Node } from './tree.ts';
import { walk } from './walk.ts';

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
  const runs = offsets.map((start) => ({ start, end: start + 1 }));
  const writeAt = (around: readonly (Surroundings | undefined)[]) =>
    places.map(({ value }, index) => (value === undefined ? undefined : quoteValue(value, around[index])));
  const write = (written: WrittenValues['written']) => ({
    written,
    slice: replaceInSlice(code, replacementsOf(places, written)),
  });
  const guess = writeAt(quotesAround(text, offsets));
  if (guess.every((value) => value !== undefined)) {
    const guessed = write(guess);
    const script = parse(guessed.slice.text, version);
    let shift = 0;
    const written = places.map(({ start, end }, index) => {
      const from = start + shift;
      const to = from + guess[index]!.length;
      shift = to - end;
      return { start: from, end: to };
    });
    const around = surroundingsIn(script, written);
    const holds = places.every(
      ({ value }, index) => /\w/.test(guess[index]!) && quoteValue(value!, around[index]) === guess[index],
    );
    if (holds && script.problems.length === 0) return { ...guessed, script };
  }
  return { ...write(writeAt(surroundingsIn(parse(text, version), runs))), script: undefined };
}

/** What the quotes and comments of a text say is around each of some places in order; undefined where they do not tell. */
function quotesAround(text: string, starts: readonly number[]): (Surroundings | undefined)[] {
  const found = powershellRegions(text);
  // Strings that began before a place, the innermost last.
  const open: QuotedString[] = [];
  let next = 0;
  return starts.map((start) => {
    for (; (found.strings[next]?.open ?? Infinity) < start; next++) open.push(found.strings[next]!);
    while (open.length > 0 && (open.at(-1)!.close ?? Infinity) < start) open.pop();
    const region = regionAt(found, start);
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    // No word is longer; of a place that stands further back the syntax tells.
    if (start - lineStart > farthest) return undefined;
    const before = text.slice(lineStart, start);
    if (!region)
      return wordBefore.test(before) && wordAfter.test(text.slice(start, start + 2)) ? 'bare' : undefined;
    if (region.kind === 'comment') return 'comment';
    const string = open.at(-1);
    if (string?.close === undefined || variableBefore.test(before)) return undefined;
    const here = region.kind === 'here-string';
    if (string.straight === "'") return here ? 'here-single' : 'single';
    return here ? 'here-double' : 'double';
  });
}

/** Characters of a line before a place. */
const farthest = 2000;

/** A line up to a place that no variable, parameter, type or operator reaches. */
const wordBefore = /(?:^|[\s,;=])(?:[\w.:\\/][\w.:\\/-]*)?$/;
/** A place and the character after it, which ends the word or belongs to it. */
const wordAfter = /^.(?:[\s,;)\w.:\\/-]|$)/s;
/** A line up to a place that would go on with the name of a variable. */
const variableBefore = /\$[\w:{]*$/;

interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * The innermost string, argument or comment that holds each of some runs in order; undefined at the name of a command and anywhere else.
 * The script is gone through once for all of them.
 */
export function surroundingsIn(
  { statements, comments }: ScriptTree,
  runs: readonly Run[],
): (Surroundings | undefined)[] {
  const around = runs.map((): Surroundings | undefined => undefined);
  // A number among a command's arguments is a word there as well.
  const isArgument = runs.map(() => false);
  const isSettled = runs.map(() => false);
  /** Goes through the runs that a node holds; false where there are none. */
  const each = (node: Run, visit: (index: number) => void): boolean => {
    let any = false;
    for (
      let index = firstFrom(runs, node.start);
      index < runs.length && runs[index]!.start < node.end;
      index++
    ) {
      if (runs[index]!.end > node.end || isSettled[index]) continue;
      any = true;
      visit(index);
    }
    return any;
  };
  const settle = (index: number, what: Surroundings | undefined) => {
    around[index] = what;
    isSettled[index] = true;
  };
  for (const comment of comments) each(comment, (index) => settle(index, 'comment'));
  for (const { statement } of statements) {
    walk(statement, (node) => {
      const name = node.kind === 'command' ? node.elements[0]! : undefined;
      return each(node, (index) => {
        const { start, end } = runs[index]!;
        const isName = name !== undefined && name.start <= start && start < name.end && end <= name.end;
        isArgument[index] =
          (name !== undefined && !isName) || (isArgument[index]! && keepsArguments.has(node.kind));
        if (name?.kind === 'text' && isName) settle(index, name.quote === 'bare' ? undefined : name.quote);
        else if (node.kind === 'text') around[index] = node.quote;
        else around[index] = node.kind === 'number' && isArgument[index] ? 'bare' : undefined;
      });
    });
  }
  return around;
}

/** Index of the first run that begins at an offset or behind it. */
function firstFrom(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const keepsArguments: ReadonlySet<Node['kind']> = new Set(['array', 'parameter', 'redirection', 'number']);
