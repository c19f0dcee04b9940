import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import { isCurlyQuote, straightQuote } from './quotes.ts';
import type { Code, Description, Spot } from './report.ts';
import { reportByLine } from './report.ts';

/** Curly quotes that do a quote's work. Those that are content of a string or comment are the author's own. */
export function checkCurlyQuotes(code: Code): Diagnostic[] {
  return code.conventions.quotesDelimit ? aroundStrings(code) : inText(code);
}

function aroundStrings(code: Code): Diagnostic[] {
  const { text, lexical } = code;
  const paired: Spot[] = [];
  const alone: Spot[] = [];
  const apostrophes: Spot[] = [];
  const toStraight = (at: number, straight: string) => ({ start: at, end: at + 1, text: straight });
  for (const { open, close, straight } of lexical.strings) {
    const curly = [open, ...(close === undefined ? [] : [close])].filter((at) => isCurlyQuote(text[at]!));
    if (curly.length === 0) continue;
    const edits = curly.map((at) => toStraight(at, straight));
    if (close === undefined) alone.push({ start: open, end: open + 1, edits });
    // A string over several lines is marked where its quotes are.
    else if (text.slice(open, close).includes('\n'))
      paired.push({ start: curly[0]!, end: curly[0]! + 1, edits });
    else paired.push({ start: open, end: close + 1, edits });
  }
  for (const at of lexical.apostrophes)
    apostrophes.push({ start: at, end: at + 1, edits: [{ start: at, end: at + 1, text: "''" }] });
  const lines = linesOf(text);
  const lonely = new Set(alone.map(({ start }) => lines(start)));
  // A line with a quote that has no partner is reported once, and not repaired by halves.
  const repairable = [...paired, ...apostrophes].filter(({ start }) => !lonely.has(lines(start)));
  // PowerShell takes curly quotes around a string for straight ones, and an apostrophe within for its end.
  const ended = new Set(apostrophes.map(({ start }) => lines(start)));
  const isRefused = ({ start }: Spot) => code.bundled || ended.has(lines(start));
  return [
    ...reportByLine(code, 'hygiene/curly-quote', repairable.filter(isRefused), (spots) =>
      describe(text, spots),
    ),
    ...reportByLine(
      code,
      'hygiene/curly-quote',
      repairable.filter((spot) => !isRefused(spot)),
      (spots) => describe(text, spots),
      { severity: 'warning' },
    ),
    ...reportByLine(
      code,
      'hygiene/curly-quote',
      [...alone, ...[...paired, ...apostrophes].filter(({ start }) => lonely.has(lines(start)))],
      () => ({
        message: 'A curly quote stands here, and nothing on the line closes it.',
        label: 'opens a string for PowerShell',
        hint: 'Write straight quotes on both sides of the text; an apostrophe goes into double quotes.',
        title: 'Make the quotes straight',
      }),
      { safety: 'unsafe' },
    ),
  ];
}

function inText(code: Code): Diagnostic[] {
  const { text, lexical } = code;
  const spots: Spot[] = [];
  const pattern = /[“”„‟″][^“”„‟″"\n]*[“”„‟″"]|[‘’‚‛′´][^‘’‚‛′´'\n]*[‘’‚‛′´']|[“”„‟″‘’‚‛′´]/g;
  for (const match of text.matchAll(pattern)) {
    if (regionAt(lexical, match.index)) continue;
    const edits = [...match[0]].flatMap((character, index) =>
      isCurlyQuote(character)
        ? [
            {
              start: match.index + index,
              end: match.index + index + 1,
              text: straightQuote(character)!,
            },
          ]
        : [],
    );
    spots.push({ start: match.index, end: match.index + match[0].length, edits });
  }
  return reportByLine(code, 'hygiene/curly-quote', spots, (found) => describe(text, found));
}

function describe(text: string, spots: readonly Spot[]): Description {
  const edits = spots.flatMap(({ edits: own }) => own ?? []);
  const curly = [...new Set(edits.map(({ start }) => text[start]!))].join(' ');
  const straight = [...new Set(edits.map((edit) => edit.text))].join(' ');
  return {
    message:
      edits.length === 1
        ? `A curly quote (${curly}) stands where a straight one belongs.`
        : `Curly quotes (${curly}) stand where straight ones belong.`,
    label: 'curly',
    hint:
      edits.length === 1
        ? `Write ${straight} in its place.`
        : `Write straight quotes (${straight}) in their place.`,
    title: 'Make the quotes straight',
  };
}

/** Tells the line of an offset, counted from 0. */
function linesOf(text: string): (at: number) => number {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return (at) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (breaks[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
