import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { isKnownLanguage, unknownLanguage } from './fence-language.ts';
import type { FenceMeta } from './fence-words.ts';
import type { LineMark, LineRange } from './line-ranges.ts';
import type { ListingMeta } from './listing.ts';
import { lineListPieces, lineMarks, writeLines } from './line-ranges.ts';
import { diagnose } from './rules.ts';

/** What the words of a fence say of how its block is shown; `lines` is how many lines it has. */
export function readListingMeta(
  file: SourceFile,
  meta: FenceMeta,
  lines: number,
  report: (diagnostic: Diagnostic) => void,
): ListingMeta {
  const { values, ranges } = meta;
  const marks: Partial<Record<LineMark, string>> = {};
  for (const mark of lineMarks) {
    const range = ranges[mark];
    if (range === undefined || values[mark] === undefined) continue;
    const found = readLines(file, values[mark], range, lines, report);
    if (found.length > 0) marks[mark] = writeLines(found);
  }
  return {
    title: values['title'],
    numbers: ranges['numbers'] && Number(values['numbers'] ?? 1),
    marks,
    lang: languageOf(file, meta, report),
  };
}

function languageOf(
  file: SourceFile,
  { values, ranges }: FenceMeta,
  report: (diagnostic: Diagnostic) => void,
): string | undefined {
  const lang = values['lang'];
  if (lang === undefined || isKnownLanguage(lang)) return lang;
  const { start, end } = ranges['lang']!;
  const at = file.text.indexOf(lang, start.offset + 'lang='.length);
  report(unknownLanguage(file, lang, at < 0 ? { start, end } : rangeAt(file, at, at + lang.length)));
  return undefined;
}

function readLines(
  file: SourceFile,
  list: string,
  { start, end }: Range,
  lines: number,
  report: (diagnostic: Diagnostic) => void,
): LineRange[] {
  const from = file.text.indexOf(list, start.offset);
  const pieces = lineListPieces(list);
  const problem = (range: Range, message: string, hint: string) =>
    report(diagnose({ rule: 'guide/line-range', file, range, message, hint }));
  if (pieces.length === 0)
    problem({ start, end }, 'No line is named here.', 'Write the lines in the braces: `{2,4-5}`.');
  return pieces.flatMap(({ written, at, range }) => {
    const place = from < 0 ? { start, end } : rangeAt(file, from + at, from + at + written.length);
    const wrong = range ? problemOfRange(range, written, lines) : notLines(written);
    if (wrong) problem(place, wrong.message, wrong.hint);
    return range && !wrong ? [range] : [];
  });
}

function notLines(written: string) {
  return {
    message: `“${written}” names no lines.`,
    hint: 'Write numbers of lines, `{2,4-5}`, without words and quotes; single words of a line cannot be marked.',
  };
}

function problemOfRange({ first, last }: LineRange, written: string, lines: number) {
  if (first === 0)
    return { message: 'Lines are counted from 1; there is no line 0.', hint: 'Add one to it.' };
  if (last < first) {
    return {
      message: `The lines ${written} go backwards.`,
      hint: `Write ${last}-${first}.`,
    };
  }
  if (last <= lines) return undefined;
  return {
    message: `The block has ${lines === 1 ? 'one line' : `${lines} lines`}, and there is no line ${last} in it.`,
    hint: 'Count the lines between the fences, from 1, whatever numbers are shown beside them.',
  };
}
