import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nameOf } from './characters.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code, Spot } from './report.ts';
import { reportByLine } from './report.ts';

const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+/g;
/** What may stand before the first word of a statement. */
const beforeStatement = /(?:^|[|;{}(=&\n])[ \t]*$/;

/**
 * Dashes of print where a hyphen belongs: before a parameter, in a command's name, as an operator. One that the shell takes for a hyphen
 * is only a warning, unless it goes into a script; so is one between the letters of a bare argument, which may be part of a name.
 */
export function checkLongDashes(code: Code): Diagnostic[] {
  const { text, lexical, conventions, bundled } = code;
  const sure: Spot[] = [];
  const taken: Spot[] = [];
  const unsure: Spot[] = [];
  for (const match of text.matchAll(dashes)) {
    const start = match.index;
    if (regionAt(lexical, start)) continue;
    const end = start + match[0].length;
    const spot = { start, end, replacement: '-' };
    if (conventions.dashesMayBeMeant && !isSyntax(text, start)) unsure.push(spot);
    else if (!bundled && beginsWord(text, start) && conventions.dashTaken?.test(match[0])) taken.push(spot);
    else sure.push(spot);
  }
  const title = 'Write hyphens';
  return [
    ...reportByLine(code, 'hygiene/long-dash', sure, ([first]) => ({
      message: `${nameOf(text[first!.start]!)} stands where a hyphen belongs.`,
      label: 'not a hyphen',
      hint: 'Write a plain hyphen-minus: -',
      title,
    })),
    ...reportByLine(
      code,
      'hygiene/long-dash',
      taken,
      ([first]) => ({
        message: `${nameOf(text[first!.start]!)} stands where a hyphen belongs, and only this shell takes it for one.`,
        label: 'not a hyphen',
        hint: 'Write a plain hyphen-minus: -',
        title,
      }),
      { severity: 'warning' },
    ),
    ...reportByLine(
      code,
      'hygiene/long-dash',
      unsure,
      ([first]) => ({
        message: `${nameOf(text[first!.start]!)} stands in an argument without quotes, where a hyphen would be usual.`,
        label: 'not a hyphen',
        hint: 'Write a plain hyphen, or quote the text if the dash is meant.',
        title,
      }),
      { severity: 'warning', safety: 'unsafe' },
    ),
  ];
}

/** At the beginning of a word (a parameter, an operator, a sign), or in the word that begins a statement. */
function isSyntax(text: string, start: number): boolean {
  if (beginsWord(text, start)) return true;
  // Longer words are no commands.
  const near = text.slice(Math.max(0, start - 200), start);
  const line = near.slice(near.lastIndexOf('\n') + 1);
  const word = /(?<![\w\\-])[A-Za-z][\w\\-]*$/.exec(line);
  return word !== null && beforeStatement.test(line.slice(0, word.index));
}

function beginsWord(text: string, start: number): boolean {
  const before = text[start - 1];
  return before === undefined || /[\s([{,;|=]/.test(before);
}
