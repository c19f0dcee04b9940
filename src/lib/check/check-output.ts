import type { CheckedLabwork } from './labwork.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { filledIn, isPrintedLine, partingOf } from '../models/unknown-value.ts';
import { diagnose } from './rules.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { platforms } from '../platforms/platforms.ts';
import { deviceQueries } from '../platforms/queries.ts';
import type { Output } from '../guide/guide.ts';
import type { Slice } from '../source/slice.ts';
import { originOffset, originRange } from '../source/slice.ts';
import type { Range } from '../source/source-file.ts';

/**
 * Holds an `output` block to what the model prints for the block before it. Blanks at line ends and empty lines around it do not
 * count, and for what the model does not know anything may stand. An output that was captured is what a real device printed, and is
 * not compared. `printed` is undefined where the model cannot print it.
 */
export function checkOutput(
  { code, captured, fence }: Output,
  printed: string | undefined,
  platform: PlatformId,
): readonly Diagnostic[] {
  if (captured !== undefined) return [];
  const { file } = code;
  if (printed === undefined) {
    return [
      diagnose({
        rule: 'guide/output-not-modelled',
        file,
        range: fence,
        message: `The model of the ${platforms[platform].title} cannot print what the commands before this output print.`,
        hint: 'Say where it comes from: `captured="where and when"`.',
      }),
    ];
  }
  const isStrict = deviceQueries[platforms[platform].dialect].blankLines === undefined;
  const kept = (text: string) =>
    [...linesOf(text).entries()].filter(
      ([index, line], _at, all) => isStrict || line !== '' || all[index - 1]?.[1] !== '',
    );
  const wanted = kept(printed).map(([, line]) => line);
  const places = kept(code.text);
  const written = places.map(([, line]) => line);
  const parting = partingOf(wanted, written, isAlike);
  if (!parting) return [];
  const { printed: next, written: at } = parting;
  const offset = offsetOfLine(code.text, places[at]?.[0] ?? (places.at(-1)?.[0] ?? -1) + 1);
  const end = code.text.indexOf('\n', offset);
  const isEmpty = code.text.trim() === '';
  return [
    diagnose({
      rule: 'guide/output-differs',
      file,
      range: isEmpty ? fence : originRange(code, offset, end < 0 ? code.text.length : end),
      message:
        written[at] === undefined
          ? `This output stops before the line “${wanted[next] ?? ''}”, which the ${platforms[platform].title} prints next.`
          : wanted[next] === undefined
            ? `The ${platforms[platform].title} prints nothing more, but here stands “${written[at]}”.`
            : `Here stands “${written[at]}”, where the ${platforms[platform].title} prints “${wanted[next]}”.`,
      hint: 'Mend the commands, or take the model’s output with `npx labworks check --update`; a real capture says so with `captured="…"`.',
      actual: written.join('\n'),
      expected: wanted.join('\n'),
      fix: {
        title: 'Take what the model prints',
        safety: 'unsafe',
        edits: [
          isEmpty
            ? writtenInto(wanted, file.text, fence)
            : rewritten(filledIn(wanted, written, isAlike), code),
        ],
      },
    }),
  ];
}

/** Without blanks at line ends and empty lines around. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** How a switch counts the bytes of a configuration is not known well enough to compare. */
const bytes = /^Current configuration : \d+ bytes$/;

function isAlike(wanted: string, written: string): boolean {
  return isPrintedLine(wanted, written) || (bytes.test(wanted) && bytes.test(written));
}

/** Where a line begins, counted from the first one that is not empty; the end of the text where it has no such line. */
function offsetOfLine(text: string, index: number): number {
  let offset = text.length - text.replace(/^(?:[ \t]*\n)+/, '').length;
  for (let line = 0; line < index; line++) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return text.length;
    offset = next + 1;
  }
  return offset;
}

function rewritten(lines: readonly string[], code: Slice): Edit {
  const { text } = code.file;
  const start = originOffset(code, 0, 'start');
  const end = originOffset(code, code.text.length, 'end');
  return { start, end, text: lines.join(`${lineBreakOf(text)}${indentAt(text, start)}`) };
}

/** Into a block that holds nothing yet, right under its fence. */
function writtenInto(lines: readonly string[], text: string, fence: Range): Edit {
  const lineBreak = lineBreakOf(text);
  const next = text.indexOf('\n', fence.end.offset);
  const start = next < 0 ? text.length : next + 1;
  const marks = text.slice(0, fence.start.offset).trimEnd().length;
  const indent = indentAt(text, text.slice(0, marks).search(/(?<![`~])[`~]+$/));
  return { start, end: start, text: lines.map((line) => `${indent}${line}${lineBreak}`).join('') };
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** What stands before a place in its line where that is only indentation: every line of a block in a list or quote begins so. */
function indentAt(text: string, place: number): string {
  const before = text.slice(text.lastIndexOf('\n', place - 1) + 1, place);
  return /^[ \t>]*$/.test(before) ? before : '';
}

/**
 * A labwork as a reader has it, with values or devices of their own: what the guide shows as printed is of its author's lab, and that the
 * model prints something else now says nothing against it.
 */
export function withoutOutputs(labwork: CheckedLabwork): CheckedLabwork {
  return {
    ...labwork,
    guides: labwork.guides.map((guide) => ({
      ...guide,
      diagnostics: guide.diagnostics.filter(({ rule }) => rule !== 'guide/output-differs'),
    })),
  };
}
