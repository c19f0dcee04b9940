import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { regionAt } from './lexical-regions.ts';
import type { Code } from './report.ts';
import { reportSpot } from './report.ts';

/** Of what a device has printed among commands. */
export const outputRule = 'hygiene/output-in-commands';

/** A table's ruler under its headings: `----   ----`. */
const ruler = /^(?:-{2,}(?:[ \t]+-{2,})+|-{4,}|(?=[-+]*-{3}\+)[-+]+)$/;

/** `Name   : hv1`: a list that a cmdlet prints. */
const listItem = /^([A-Za-z]\w{0,60} +): /;

/** Output of a device among the commands, where nothing else could look so. A table is reported with its headings and rows. */
export function checkOutputLines(code: Code): Diagnostic[] {
  const { text, lexical, conventions } = code;
  const { printedLine, printsLists } = conventions;
  const lines = text.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const isBlank = (index: number) => (lines[index] ?? '').trim() === '';
  const inCode = (index: number) => {
    const indent = /^\s*/.exec(lines[index]!)![0].length;
    return !regionAt(lexical, starts[index]! + indent);
  };
  const found: Diagnostic[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (isBlank(index) || !inCode(index)) continue;
    let first = index;
    let last = index;
    if (ruler.test(line.trim())) {
      if (index > 0 && !isBlank(index - 1) && inCode(index - 1)) first = index - 1;
      while (last + 1 < lines.length && !isBlank(last + 1)) last++;
    } else if (printedLine.test(line)) {
      while (last + 1 < lines.length && printedLine.test(lines[last + 1]!)) last++;
    } else if (printsLists && isListItem(lines, index)) {
      while (isListItem(lines, last + 1, lines[index]!)) last++;
    } else continue;
    const start = starts[first]! + /^\s*/.exec(lines[first]!)![0].length;
    const end = starts[last]! + lines[last]!.trimEnd().length;
    for (const item of reportSpot(
      code,
      outputRule,
      { start, end },
      {
        message:
          first === last
            ? 'This line is what the device prints, not a command.'
            : `These ${last - first + 1} lines are what the device prints, not commands.`,
        label: 'output',
        hint: 'Move it to an `output` block after the commands, or delete it.',
      },
    ))
      found.push(item);
    index = last;
  }
  return found;
}

/** One of at least two neighbouring lines whose colons stand in one column. */
function isListItem(lines: readonly string[], index: number, model?: string): boolean {
  const own = listItem.exec(lines[index] ?? '')?.[1]?.length;
  if (own === undefined) return false;
  if (model !== undefined) return listItem.exec(model)?.[1]?.length === own;
  return listItem.exec(lines[index + 1] ?? '')?.[1]?.length === own;
}
