import type { SyntaxProblem } from './tree.ts';

/** What was pasted or torn so that several things seem wrong, and is one: told in place of all that is found between its ends. */
interface Cause {
  readonly start: number;
  readonly end: number;
  readonly problem: SyntaxProblem;
}

/** A line of text with its place. */
interface TextLine {
  readonly start: number;
  readonly text: string;
}

type Finder = (lines: readonly TextLine[], at: number, problem: SyntaxProblem) => Cause | undefined;

const finders: readonly Finder[] = [
  synopsis,
  foreignComments,
  foreignContinuation,
  braces,
  rights,
  pipeAfterBacktick,
  prose,
  otherComparison,
];

/** The problems of a text, those of one cause told once and by that cause; `spans`: where such causes reach. */
export function explainProblems(
  problems: readonly SyntaxProblem[],
  text: string,
): {
  readonly problems: readonly SyntaxProblem[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
} {
  if (problems.length === 0) return { problems, spans: [] };
  const spans: Cause[] = [];
  const lines = linesOf(text);
  const told: SyntaxProblem[] = [];
  let end = -1;
  for (const problem of problems) {
    // In their order: what comes of the cause before is told.
    if (problem.start < end) continue;
    const at = lineAt(lines, problem.start);
    const cause = finders.reduce<Cause | undefined>(
      (found, finder) => found ?? finder(lines, at, problem),
      undefined,
    );
    if (cause) {
      told.push(cause.problem);
      spans.push(cause);
      end = cause.end;
    } else told.push(problem);
  }
  return { problems: told, spans };
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
}

function lineAt(lines: readonly TextLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOf({ start, text }: TextLine): number {
  return start + text.length;
}

/** `Get-VM [[-Name] <String[]>] [<CommonParameters>]`, as help and `Get-Command -Syntax` print it. */
const synopsisLine =
  /^\s*([A-Za-z]+-\w+(?:\.ps1)?)\s+(?=.*(?:\[-\w+(?:\s+<[\w.[\]]+>)?\]|\[\[-\w+\]\s*<|-\w+\s+<[A-Z][\w.]*(?:\[\])?>\s*\[|\[<(?:Workflow)?CommonParameters>\]))/;
/** Lines of one that is broken over several. */
const synopsisRest = /^\s*(?:\[|-\w+\s+<|\{)/;

function synopsis(lines: readonly TextLine[], at: number): Cause | undefined {
  let first = at;
  while (first > 0 && synopsisRest.test(lines[first]!.text)) first--;
  const head = lines[first]!;
  const name = synopsisLine.exec(head.text)?.[1];
  if (name === undefined) return undefined;
  let last = first;
  while (last + 1 < lines.length && synopsisRest.test(lines[last + 1]!.text)) last++;
  const start = head.start + (head.text.length - head.text.trimStart().length);
  const end = endOf(lines[last]!);
  return {
    start,
    end,
    problem: {
      start,
      end: Math.min(end, start + head.text.trim().length),
      message: `This is the syntax of ${name} as its help prints it, and no command.`,
      hint: 'Write the command with its values, or put the syntax into a ```text block.',
    },
  };
}

/** `! comment`, `/* … ` and the like at the beginning of a line; neighbours are told with it. */
function foreignComments(
  lines: readonly TextLine[],
  at: number,
  { start }: SyntaxProblem,
): Cause | undefined {
  const mark = /^\s*(!+)(?:\s|$)/;
  const found = mark.exec(lines[at]!.text);
  if (!found || start < lines[at]!.start + found[0].indexOf('!')) return undefined;
  let last = at;
  while (last + 1 < lines.length && mark.test(lines[last + 1]!.text)) last++;
  const edits = lines.slice(at, last + 1).map((line) => {
    const from = line.start + line.text.indexOf('!');
    return { start: from, end: from + mark.exec(line.text)![1]!.length, text: '#' };
  });
  const [first] = edits;
  return {
    start: first!.start,
    end: endOf(lines[last]!),
    problem: {
      start: first!.start,
      end: first!.end,
      message: 'A `!` begins no comment in PowerShell, where it means “not”.',
      hint: 'Begin a comment with #.',
      repair: { title: 'Write #', edits },
    },
  };
}

/** `docker run \`, and the next line begins with `--name`. */
function foreignContinuation(
  lines: readonly TextLine[],
  at: number,
  { start }: SyntaxProblem,
): Cause | undefined {
  const line = lines[at]!;
  const indent = line.text.length - line.text.trimStart().length;
  // The problem stands at the dashes, or just behind them.
  if (!/^\s*--?\w/.test(line.text) || start > line.start + indent + 3 || at === 0) return undefined;
  const sign = /\s([\\^])\s*$/.exec(lines[at - 1]!.text);
  if (!sign) return undefined;
  let last = at;
  while (last + 1 < lines.length && /\s[\\^]\s*$/.test(lines[last]!.text)) last++;
  const edits = lines.slice(at - 1, last).flatMap((one) => {
    const found = /\s([\\^])\s*$/.exec(one.text);
    return found ? [{ start: one.start + found.index + 1, end: endOf(one), text: '`' }] : [];
  });
  const from = edits[0]!.start;
  return {
    start: from,
    end: endOf(lines[last]!),
    problem: {
      start: from,
      end: from + 1,
      message: `\`${sign[1]!}\` continues a line in another shell; PowerShell takes it for an argument, and the next line for a command of its own.`,
      hint: 'Write a backtick (`) as the last character of the line.',
      repair: { title: 'Write backticks', edits },
    },
  };
}

const guid = /\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}/gi;

/** A GUID in braces is read as code, and breaks where it has letters. */
function braces(lines: readonly TextLine[], at: number, { start }: SyntaxProblem): Cause | undefined {
  const line = lines[at]!;
  const found = [...line.text.matchAll(guid)].find(
    ({ 0: text, index }) => start >= line.start + index && start <= line.start + index + text.length,
  );
  if (!found) return undefined;
  const from = line.start + found.index;
  const to = from + found[0].length;
  const before = line.text[found.index - 1] ?? ' ';
  return {
    start: from,
    end: endOf(line),
    problem: {
      start: from,
      end: to,
      message: `\`${found[0]}\` is a block of code to PowerShell, for it stands in braces.`,
      hint: `Put it in quotes: '${found[0]}'.`,
      ...(/\s/.test(before)
        ? { repair: { title: 'Put it in quotes', edits: [{ start: from, end: to, text: `'${found[0]}'` }] } }
        : {}),
    },
  };
}

/** `Everyone:(OI)(CI)(R,W)`: a comma in the parentheses of icacls. */
function rights(lines: readonly TextLine[], at: number, { start }: SyntaxProblem): Cause | undefined {
  const line = lines[at]!;
  const found = [
    ...line.text.matchAll(/[^\s'"(]+:(?:\([A-Z]{1,3}(?:,[A-Z]{1,3})*\))+[A-Z]{0,3}(?=\s|$)/g),
  ].find(({ 0: text, index }) => start >= line.start + index && start <= line.start + index + text.length);
  if (!found || !/\bi?cacls(?:\.exe)?\b/i.test(line.text)) return undefined;
  const from = line.start + found.index;
  const to = from + found[0].length;
  return {
    start: from,
    end: endOf(line),
    problem: {
      start: from,
      end: to,
      message: `PowerShell reads the parentheses of \`${found[0]}\` as code, before the program gets to see them.`,
      hint: `Put all of it in quotes: "${found[0]}".`,
      ...(/[$`]/.test(found[0])
        ? {}
        : {
            repair: { title: 'Put it in quotes', edits: [{ start: from, end: to, text: `'${found[0]}'` }] },
          }),
    },
  };
}

/** A pipe that begins a line behind a backtick that continues nothing. */
function pipeAfterBacktick(
  lines: readonly TextLine[],
  at: number,
  { start }: SyntaxProblem,
): Cause | undefined {
  const line = lines[at]!;
  const pipe = /^\s*\|/.exec(line.text);
  if (!pipe || start > line.start + pipe[0].length || at === 0) return undefined;
  let above = at - 1;
  while (above > 0 && /^\s*(?:#.*)?$/.test(lines[above]!.text)) above--;
  const { text, start: from } = lines[above]!;
  const tick = /`([^\S\r\n]+(?:#.*)?)?\r?$/.exec(text);
  if (!tick || (tick[1] === undefined && above === at - 1)) return undefined;
  const isBlank = tick[1] !== undefined && tick[1].trim() === '';
  const end = isBlank ? from + tick.index + 1 + tick[1]!.length : from + tick.index + 1;
  return {
    start: from + tick.index,
    end: endOf(line),
    problem: {
      start: from + tick.index,
      end,
      message: `${isBlank ? 'Blanks stand behind this backtick, so it does' : 'A comment or an empty line comes behind this backtick, so it does'} not continue the line, and the pipe on the next one has nothing before it.`,
      hint: isBlank
        ? 'Remove the blanks behind the backtick.'
        : 'Put the pipe at the end of this line, and the comment before the command.',
      ...(isBlank && above === at - 1
        ? { repair: { title: 'Remove the blanks', edits: [{ start: from + tick.index + 1, end, text: '' }] } }
        : {}),
    },
  };
}

/** `1. Open **Terminal**.`, `- Run it`: a list of a text, which the end of the block was to keep out. */
function prose(lines: readonly TextLine[], at: number): Cause | undefined {
  const item = /^\s*(?:\d{1,3}\.|[-*+])[ \t]+\S/;
  const line = lines[at]!;
  if (
    !/^\s*(?:\d{1,3}\.[ \t]+(?:\*\*|`|\[)?[A-Za-z]|[-*+][ \t]+(?:\*\*|`|\[)?[A-Z]\w*[ \t,])/.test(line.text)
  )
    return undefined;
  const start = line.start + line.text.search(/\S/);
  const rest = lines.slice(at + 1).some(({ text }) => item.test(text))
    ? 'This and what follows is'
    : 'This line is';
  return {
    start,
    end: Infinity,
    problem: {
      start,
      end: endOf(line),
      message: `${rest} a text of the guide, and no code.`,
      hint: 'End the block of code before it.',
    },
  };
}

/** `!=` and `===`, as other languages compare. */
function otherComparison(lines: readonly TextLine[], at: number, problem: SyntaxProblem): Cause | undefined {
  const line = lines[at]!;
  const start = problem.start - (line.text[problem.start - line.start - 1] === '<' ? 1 : 0);
  const found = /^(?:!==?|===?|<>)/.exec(line.text.slice(start - line.start));
  if (!found) return undefined;
  const instead = /^(?:!|<)/.test(found[0]) ? '-ne' : '-eq';
  const to = start + found[0].length;
  return {
    start,
    end: Math.max(problem.end, to),
    problem: {
      start,
      end: to,
      message: `\`${found[0]}\` compares nothing in PowerShell.`,
      hint: `Write ${instead}.`,
      repair: { title: `Write ${instead}`, edits: [{ start, end: to, text: instead }] },
    },
  };
}
