import type { ArgumentProblem } from './arguments.ts';
import { readArgument } from './arguments.ts';
import type { Form, GrammarState } from './grammar-graph.ts';
import type { ArgumentSpec } from './syntax.ts';
import { isClosed } from '../tables/closed-places.ts';
import type { IosPlatform } from '../tables/table-format.ts';
import type { Word } from './words.ts';

/** A line that the tables know in full. */
export interface Match {
  readonly ok: true;
  readonly form: Form;
  /** Keywords written out, values as typed; `no` and `default` included. */
  readonly canonical: readonly string[];
  /** Values by the position at which they were typed, in order. */
  readonly values: readonly {
    readonly argument: ArgumentSpec;
    readonly text: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** How many words were keywords. */
  readonly keywords: number;
}

/** How far a line fits, and why not further. `at` is the word it stopped at; the number of words where it is too short. */
export interface Mismatch {
  readonly ok: false;
  readonly at: number;
  readonly position: GrammarState;
  /** What fits before that, keywords written out, values as typed. */
  readonly canonical: readonly string[];
  /** How many words before that were keywords. */
  readonly keywords: number;
  readonly reason:
    | { readonly kind: 'incomplete' }
    | { readonly kind: 'no-fit' }
    | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
    | {
        readonly kind: 'value';
        readonly argument: ArgumentSpec;
        readonly problem: ArgumentProblem;
        readonly start: number;
        readonly end: number;
      };
}

/** Word by word from the left, each keyword by any unique beginning; of several failures the one that got furthest. */
export function matchLine(
  words: readonly Word[],
  line: string,
  start: GrammarState,
  platform: IosPlatform,
): Match | Mismatch {
  let furthest: Mismatch | undefined;
  const give = (failure: Mismatch) => {
    if (
      !furthest ||
      failure.at > furthest.at ||
      (failure.at === furthest.at && weight(failure) > weight(furthest))
    )
      furthest = failure;
  };
  const found = walk(0, start, [], [], 0);
  if (found && furthest && isOverruled(found, furthest, platform)) return furthest;
  return found ?? furthest!;

  function walk(
    at: number,
    position: GrammarState,
    canonical: readonly string[],
    values: Match['values'],
    keywords: number,
  ): Match | undefined {
    const word = words[at];
    if (!word) {
      const form = mostSpecific(position.ends);
      if (form) return { ok: true, form, canonical, values, keywords };
      give({ ok: false, at, position, canonical, keywords, reason: { kind: 'incomplete' } });
      return undefined;
    }
    const keyword = keywordAt(word.lower, position);
    if (typeof keyword === 'string') {
      const next = position.keywords.get(keyword)!;
      const match = walk(at + 1, next, [...canonical, keyword], values, keywords + 1);
      if (match) return match;
    }
    let problem: Mismatch['reason'] | undefined;
    for (const { argument, next } of position.args) {
      const reading = readArgument(argument, words, at, line, platform);
      if (!reading.ok) {
        if (reading.problem.kind !== 'shape' || !problem)
          problem = {
            kind: 'value',
            argument,
            problem: reading.problem,
            start: reading.start,
            end: reading.end,
          };
        continue;
      }
      const last = words[at + reading.words - 1]!;
      const text = line.slice(word.start, last.end);
      const value = { argument, text, start: word.start, end: last.end };
      const match = walk(at + reading.words, next, [...canonical, text], [...values, value], keywords);
      if (match) return match;
    }
    if (typeof keyword === 'object')
      give({
        ok: false,
        at,
        position,
        canonical,
        keywords,
        reason: { kind: 'ambiguous', candidates: keyword },
      });
    else if (keyword === undefined)
      give({ ok: false, at, position, canonical, keywords, reason: problem ?? { kind: 'no-fit' } });
    return undefined;
  }
}

/**
 * A command that takes any text does not take what another one, known by more words of the line, refuses: behind `logging trap` stands
 * a level, though `logging` is also followed by the address of a server.
 */
function isOverruled({ form, values, keywords }: Match, failure: Mismatch, platform: IosPlatform): boolean {
  if (failure.keywords <= keywords || !values.some(({ argument }) => argument.type === 'line')) return false;
  if (form.negation || failure.position.forms.some(({ facts }) => facts.keywordsOnly)) return false;
  return isClosed(failure.canonical, platform) || isOutOfRange(failure);
}

function isOutOfRange({ reason, position }: Mismatch): boolean {
  const isNumber = reason.kind === 'value' && reason.problem.kind === 'range';
  return isNumber && position.forms.every(({ facts }) => facts.verified !== 'memory');
}

/** The keyword that `typed` means at a position; the candidates where it may be several. */
export function keywordAt(typed: string, { keywords }: GrammarState): string | readonly string[] | undefined {
  if (keywords.has(typed)) return typed;
  // `speed 50` is not short for 5000.
  if (/^\d+$/.test(typed)) return undefined;
  const candidates: string[] = [];
  for (const keyword of keywords.keys()) if (keyword.startsWith(typed)) candidates.push(keyword);
  return candidates.length > 1 ? candidates.sort() : candidates[0];
}

function weight({ reason }: Mismatch): number {
  if (reason.kind === 'value') return reason.problem.kind === 'shape' ? 1 : 3;
  return reason.kind === 'ambiguous' ? 2 : 0;
}

/** Of several commands that fit, one that is fully known before one of which only the keywords are. */
function mostSpecific(forms: readonly Form[]): Form | undefined {
  let best: Form | undefined;
  for (const form of forms) {
    if (!best || score(form) > score(best)) best = form;
  }
  return best;
}

function score({ facts, path }: Form): number {
  return path.length + (facts.keywordsOnly ? 0 : 100);
}
