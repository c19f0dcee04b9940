import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nameOf } from './characters.ts';
import { regionAt } from './lexical-regions.ts';
import type { PlainCode, Spot } from './report.ts';
import { reportByLine } from './report.ts';

const zeroWidth =
  /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200D\u2060-\u2064\u206A-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDDEF]/g;
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
// Tab and the line ends are text; U+0085 is reported as a space.
const controls = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F]/g;

/** Characters without width. Those that join letters or emoji of a string or comment are part of its text. */
export function checkZeroWidth(code: PlainCode): Diagnostic[] {
  const { text, lexical, slice } = code;
  const spots: Spot[] = [];
  for (const match of text.matchAll(zeroWidth)) {
    const start = match.index;
    const isJoiner = /[\u034F\u200C\u200D\uFE00-\uFE0F]|\uDB40/.test(match[0]);
    if (isJoiner && (text[start - 1] ?? '') > '\u024F' && regionAt(lexical, start)) continue;
    if (match[0] === '\uFEFF' && start === 0 && slice.pieces[0]?.from === 0) continue;
    spots.push({ start, end: start + match[0].length, replacement: '' });
  }
  return reportByLine(code, 'hygiene/zero-width-character', spots, (found) => ({
    message: `${nameOf(text.slice(found[0]!.start, found[0]!.end))} is here: it cannot be seen, and is part of the word it stands in.`,
    label: 'invisible',
    hint: found.length === 1 ? 'Delete it.' : 'Delete them all.',
    title: 'Delete the invisible characters',
  }));
}

/** Controls of the writing direction: the line does not read as it runs. */
export function checkBidi(code: PlainCode): Diagnostic[] {
  const { text } = code;
  const spots = [...text.matchAll(bidiControls)].map(({ index }) => ({
    start: index,
    end: index + 1,
    replacement: '',
  }));
  return reportByLine(
    code,
    'hygiene/bidi-control',
    spots,
    ([first]) => ({
      message: `${nameOf(text[first!.start]!)} changes the order in which this line is shown, not the order in which it runs.`,
      label: 'turns the line’s direction',
      why: 'Text that shows one thing and runs another is a known attack (“Trojan Source”).',
      hint: 'Delete it, and read the line again as it then stands.',
      title: 'Delete the direction controls',
    }),
    { safety: 'unsafe' },
  );
}

/**
 * Control characters, of a terminal's output or a broken encoding; `taken`: the dialect reads a vertical tab and a form feed, which word
 * processors have for breaks, as blanks.
 */
export function checkControls(code: PlainCode, taken = false): Diagnostic[] {
  const { text, lexical } = code;
  const spots: Spot[] = [];
  const breaks: Spot[] = [];
  for (const { index } of text.matchAll(controls)) {
    const isBreak = taken && /[\v\f]/.test(text[index]!) && regionAt(lexical, index)?.kind !== 'string';
    (isBreak ? breaks : spots).push({ start: index, end: index + 1, replacement: isBreak ? ' ' : '' });
  }
  const told = reportByLine(
    code,
    'hygiene/control-character',
    spots,
    ([first]) => ({
      message: `${nameOf(text[first!.start]!)} is a control character, which a shell does not take as text.`,
      label: 'control character',
      hint: 'Delete it; it came from a terminal’s colours or from a file in another encoding.',
      title: 'Delete the control characters',
    }),
    { safety: 'unsafe' },
  );
  const read = reportByLine(
    code,
    'hygiene/control-character',
    breaks,
    ([first]) => ({
      message: `${nameOf(text[first!.start]!)} breaks a line in a word processor; here it is a blank, and no line ends.`,
      label: 'no end of a line',
      hint: 'Begin a new line in its place, or type a space.',
      title: 'Write spaces',
    }),
    { severity: 'warning', safety: 'unsafe' },
  );
  return [...told, ...read];
}
