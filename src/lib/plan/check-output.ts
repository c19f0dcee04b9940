import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/rules.ts';
import type { PlatformId } from '../dialect/platform.ts';
import { platforms } from '../dialect/platform.ts';
import type { Output } from '../guide/guide.ts';
import { originOffset, originRange } from '../source/slice.ts';

/**
 * Holds an `output` block to what the model prints for the block before it. Blanks at line ends and empty lines around it do not
 * count. An output that was captured is what a real device printed, and is not compared. `printed` is undefined where the model
 * cannot print it.
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
  const wanted = linesOf(printed);
  const written = linesOf(code.text);
  const differing = wanted.findIndex((line, index) => !isAlike(line, written[index]));
  const at = differing < 0 ? wanted.length : differing;
  if (differing < 0 && written.length === wanted.length) return [];
  const offset = offsetOfLine(code.text, at);
  const end = code.text.indexOf('\n', offset);
  const isEmpty = code.text.trim() === '';
  return [
    diagnose({
      rule: 'guide/output-differs',
      file,
      range: isEmpty ? fence : originRange(code, offset, end < 0 ? code.text.length : end),
      message:
        written[at] === undefined
          ? `This output stops before the line “${wanted[at] ?? ''}”, which the ${platforms[platform].title} prints next.`
          : wanted[at] === undefined
            ? `The ${platforms[platform].title} prints nothing more, but here stands “${written[at]}”.`
            : `Here stands “${written[at]}”, where the ${platforms[platform].title} prints “${wanted[at]}”.`,
      hint: 'Mend the commands, or take the model’s output with `npx labworks check --update`; a real capture says so with `captured="…"`.',
      actual: written.join('\n'),
      expected: wanted.join('\n'),
      ...(isEmpty
        ? {}
        : {
            fix: {
              title: 'Take what the model prints',
              safety: 'unsafe',
              edits: [
                {
                  start: originOffset(code, 0, 'start'),
                  end: originOffset(code, code.text.length, 'end'),
                  text: indented(wanted, file.text, originOffset(code, 0, 'start')),
                },
              ],
            },
          }),
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

function isAlike(wanted: string, written: string | undefined): boolean {
  return wanted === written || (written !== undefined && bytes.test(wanted) && bytes.test(written));
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

/** Every line begins under the first one, in a list or quote too. */
function indented(lines: readonly string[], text: string, start: number): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return lines.join(`${lineBreak}${/^[ \t>]*$/.test(before) ? before : ''}`);
}
