import type { Diagnostic, Finding, Fix, Severity } from '../../diagnostics/diagnostic.ts';
import { withShortQuotes } from '../../diagnostics/shortened.ts';
import type { TextRuleId } from './rules.ts';
import { severities } from './rules.ts';
import type { Slice } from '../../source/slice.ts';
import { originRange, originSpan, touchesSubstituted } from '../../source/slice.ts';
import type { OwnRule, TextConventions } from './conventions.ts';
import type { LexicalRegions } from './lexical-regions.ts';

/** What every check of this room looks at. */
export interface Code extends PlainCode {
  readonly conventions: TextConventions;
  /** It goes into the script of a bundle, where what a shell forgives is an error, too. */
  readonly bundled: boolean;
}

/** What the checks look at that are the same in any dialect. */
export interface PlainCode {
  readonly slice: Slice;
  readonly text: string;
  readonly lexical: LexicalRegions;
}

/** A place where something was noticed; offsets of the slice's text. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  /** What should stand there; undefined where no repair is known. */
  readonly replacement?: string;
  /** Where the repair is smaller than the place, for example the two quotes of a string. */
  readonly edits?: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

export type Description = Pick<Finding, 'message' | 'label' | 'hint' | 'why'> & {
  /** Of the fix. */
  readonly title?: string;
};

export interface ReportOptions {
  readonly severity?: Severity;
  readonly safety?: Fix['safety'];
}

/**
 * One diagnostic for each line that has such spots: a line pasted from a word processor is one problem, however many quotes
 * it has. The first spot is the range, the others are related, and the fix repairs all of them.
 */
export function reportByLine(
  code: PlainCode,
  rule: TextRuleId,
  spots: readonly Spot[],
  describe: (spots: readonly Spot[]) => Description,
  options: ReportOptions = {},
): Diagnostic[] {
  const written = spots.filter(({ start, end }) => !touchesSubstituted(code.slice, start, end));
  const lines: Spot[][] = [];
  let lineEnd = -1;
  for (const spot of written.toSorted((a, b) => a.start - b.start)) {
    if (spot.start <= lineEnd) {
      lines.at(-1)!.push(spot);
      continue;
    }
    lines.push([spot]);
    lineEnd = code.text.indexOf('\n', spot.start);
    if (lineEnd < 0) lineEnd = code.text.length;
  }
  return lines.map((line) => report(code, rule, line, describe(line), options));
}

/** More places than these say nothing new; the fix has them all. */
const mostRelated = 12;

/** One diagnostic about one place. */
export function reportSpot(
  code: PlainCode,
  rule: TextRuleId | OwnRule,
  spot: Spot,
  description: Description,
  options: ReportOptions = {},
): Diagnostic[] {
  return touchesSubstituted(code.slice, spot.start, spot.end)
    ? []
    : [report(code, rule, [spot], description, options)];
}

function report(
  { slice }: PlainCode,
  rule: TextRuleId | OwnRule,
  spots: readonly Spot[],
  { title, ...description }: Description,
  { severity, safety = 'safe' }: ReportOptions,
): Diagnostic {
  const [first, ...others] = spots;
  const edits = spots.flatMap(
    ({ start, end, replacement, edits: own }) =>
      own ?? (replacement === undefined ? [] : [{ start, end, text: replacement }]),
  );
  const fix: Fix | undefined =
    title === undefined || edits.length === 0
      ? undefined
      : {
          title,
          safety,
          edits: edits.map(({ start, end, text }) => ({ ...originSpan(slice, start, end), text })),
        };
  const related = others.slice(0, mostRelated).map(({ start, end }) => ({
    file: slice.file.path,
    range: originRange(slice, start, end),
    message: 'here too',
  }));
  const { id, severity: own } = typeof rule === 'string' ? ownRule(rule) : rule;
  return withShortQuotes({
    rule: id,
    severity: severity ?? own,
    file: slice.file.path,
    range: originRange(slice, first!.start, first!.end),
    ...description,
    ...(related.length === 0 ? {} : { related }),
    ...(fix === undefined ? {} : { fix }),
  });
}

/** A rule of this room with its severity. */
export function ownRule(id: TextRuleId): OwnRule {
  return { id, severity: severities[id] };
}
