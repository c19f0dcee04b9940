import type { Edit } from '../../../diagnostics/diagnostic.ts';
import type { BindingProblem } from './binding.ts';
import { isOfTheRest } from './bind-problems.ts';
import type { CheckedCommand, CommandContext } from './check-command.ts';
import { checkCommand } from './check-command.ts';
import type { BrokenCommand, ContinuationFault, ContinuationGap } from './join-lines.ts';
import type { CommandNode } from '../syntax/tree.ts';

/** Why the line does not go on, and what to do. */
const told: Readonly<Record<ContinuationFault, { readonly cause: string; readonly hint: string }>> = {
  blanks: {
    cause: 'Blanks stand behind this backtick, so it does not continue the line',
    hint: 'Remove the blanks behind the backtick.',
  },
  comment: {
    cause: 'A comment stands in the middle of this command, and the line does not go on behind it',
    hint: 'Put the comment on a line before the command.',
  },
  'blank-line': {
    cause: 'Behind this backtick comes an empty line, and the command ends there',
    hint: 'Remove the empty line.',
  },
  'foreign-sign': {
    cause: 'This sign continues a line in another shell, and is one more argument here',
    hint: 'Write a backtick (`) as the last character of the line.',
  },
  semicolon: {
    cause: 'The command ends at this semicolon',
    hint: 'Write a backtick (`) in its place, or put the command on one line.',
  },
  'lost-break': {
    cause:
      'The line break behind this backtick was lost, and the backtick makes the dash a character like any other',
    hint: 'Remove the backtick, or begin a new line behind it.',
  },
  missing: {
    cause: 'The command before this line ends with its own line, for no backtick continues it',
    hint: 'Write a backtick (`) as the last character of the line before, or put the command on one line.',
  },
};

/** Checks a command whose lines do not hang together as its author meant it, and tells that it is not so. */
export function checkBroken(
  broken: BrokenCommand,
  asRead: CommandNode,
  place: CommandContext,
): { readonly problem: BindingProblem; readonly command: CheckedCommand } {
  const [whole] = checkCommand(broken.joined, place);
  const isWrong = ({ severity = 'error' }: BindingProblem) => severity === 'error';
  const isRefused =
    broken.gaps.some(({ word }) => word !== undefined) ||
    checkCommand(asRead, place).some(({ problems }) => problems.some(isWrong));
  const problem = brokenContinuation(whole!.name, broken, place.text, { isSure: whole!.binds, isRefused });
  // Once the lines are one command, what is wrong with it is told.
  const problems = whole!.problems.filter((one) => !isWrong(one) && !isOfTheRest(one));
  return { problem, command: { ...whole!, problems, ...(isRefused ? { support: 'unsupported' } : {}) } };
}

/**
 * The one problem of a command whose lines do not hang together. `isSure`: as its author meant it, it binds. `isRefused`: PowerShell
 * refuses what is left of it, or a line of it.
 */
function brokenContinuation(
  name: string,
  { joined, gaps }: BrokenCommand,
  text: string,
  { isSure, isRefused }: { readonly isSure: boolean; readonly isRefused: boolean },
): BindingProblem {
  const [first] = gaps;
  const { cause, hint } = told[first!.fault];
  const words = gaps.flatMap(({ word }) => word ?? []);
  const what =
    words.length === 0
      ? first!.fault === 'lost-break'
        ? `: ${name} gets a value there, and no parameter.`
        : `: the value on the next line is not given to ${name}.`
      : `: PowerShell looks for ${words.length === 1 ? 'a command' : 'commands'} of the name ${listed(words)}.`;
  const edits = editsOf(joined.start, gaps, text);
  const title = 'Make one command of the lines';
  return {
    rule: 'powershell/broken-continuation',
    ...(isRefused ? {} : { severity: 'warning' as const }),
    ...first!.shown,
    message: `${cause}${what}`,
    hint,
    ...(edits && (isSure ? { repair: { title, edits } } : {})),
  };
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 4).map((word) => `\`${word}\``);
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

/** Undefined where what would have to be moved is not known to have a place. */
function editsOf(from: number, gaps: readonly ContinuationGap[], text: string): readonly Edit[] | undefined {
  const comments = gaps.flatMap((gap) => gap.comments);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = gaps.map(({ fault, start, end }) => {
    if (fault === 'lost-break') return { start, end, text: '' };
    const line = text.lastIndexOf('\n', end - 1) + 1;
    return { start, end, text: ` \`${eol}${text.slice(line, end)}` };
  });
  if (comments.length === 0) return edits;
  // The line that the command begins on may itself be the rest of one.
  const before = text.slice(0, lineStart).trimEnd();
  if (/[`|,]$/.test(before) || comments.some(({ start, end }) => text.slice(start, end).includes('\n')))
    return undefined;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const moved = comments
    .map(({ start, end }) => `${indent}${text.slice(start, end).trimEnd()}${eol}`)
    .join('');
  return [{ start: lineStart, end: lineStart, text: moved }, ...edits];
}
