import { severitiesOf } from '../../diagnostics/rule-table.ts';
import { withShortQuotes } from '../../diagnostics/shortened.ts';
import { holdsUnknown, unknownValue } from '../unknown-value.ts';
import type { LineProblem } from '../../dialects/ios/reading/line-problem.ts';
import { markerOf } from '../../dialects/ios/reading/complete.ts';
import { isExec } from '../../dialects/ios/reading/modes.ts';
import type { Severity } from '../../diagnostics/diagnostic.ts';
import { rules as iosRules } from '../../dialects/ios/rules.ts';
import { rules as switchRules } from './rules.ts';
import type { SwitchProblem } from './change.ts';
import type { SwitchCommand } from './command.ts';
import { execEffects } from './effects/exec.ts';
import type { Console } from './console.ts';
import { promptAt } from './console.ts';
import type { ExecutionResult } from './execute.ts';
import { executeLine } from './execute-line.ts';
import { printCommand } from './print-show.ts';
import type { Wiring } from './wiring.ts';

/** What comes of a line at the console. */
export interface Answer {
  readonly console: Console;
  /** Lines that the switch prints, as far as its wording is known. */
  readonly printed: readonly string[];
  /** What there is to tell besides, in words that no switch says. */
  readonly remarks: readonly Remark[];
  /** The session is over. */
  readonly closed: boolean;
}

export interface Remark {
  readonly severity: Severity;
  /** Absent where nothing is wrong and the model only has no answer. */
  readonly rule?: string;
  readonly message: string;
  readonly hint?: string;
}

/** A line is typed at the prompt and the switch answers. `wiring` is what its shows need to know of the cables. */
export function answerLine(line: string, before: Console, wiring: Wiring): Answer {
  const result = executeLine(line, before);
  const { step, command, refused, console, risks } = result;
  const closed = command?.facts.enters === 'closed' && !command.through;
  const answer = { console, closed };
  if (step.kind === 'refused') {
    const printed = refusal(step.problem, line, before);
    return { ...answer, printed, remarks: [remarkOf(step.problem)] };
  }
  // It may open a mode of its own; the prompt stays where it is, so that what follows is still judged.
  if (step.kind === 'unknown')
    return {
      ...answer,
      console: step.session.text === undefined && !step.atNoInterface ? before : console,
      printed: [],
      remarks: risks.length > 0 ? risks.map(remarkOf) : [unknownLine],
    };
  const printed = [...result.replies, ...risks.flatMap(({ reply }) => reply ?? [])];
  const remarks = [...(refused ? [refused] : []), ...risks].map(remarkOf);
  if (command && printsSomething(command, result)) {
    const shown = printCommand(command, line, before.state, wiring);
    if (shown === undefined) remarks.push(unknownOutput);
    else {
      for (const item of shown.split('\n')) printed.push(item);
      if (holdsUnknown(shown)) remarks.push(unknownPart);
    }
  }
  return { ...answer, printed, remarks };
}

/** A refused line as a switch marks it: `^` under the first character that does not fit, and its reply. */
function refusal({ reply, start }: LineProblem, line: string, before: Console): string[] {
  if (reply === undefined) return [];
  if (!reply.includes("'^' marker")) return [reply, ''];
  const { mode, platform } = before.session;
  const column = promptAt(before).length + markerOf(line, start, mode, platform);
  return [`${' '.repeat(column)}^`, reply, ''];
}

const severities = severitiesOf({ ...iosRules, ...switchRules });

function remarkOf({ rule, message, hint }: LineProblem | SwitchProblem): Remark {
  return withShortQuotes({ severity: severities[rule], rule, message, ...(hint !== undefined && { hint }) });
}

/** EXEC commands without an effect of their own are there to print. */
function printsSomething(
  { facts, mode, through, path }: SwitchCommand,
  { refused }: ExecutionResult,
): boolean {
  const isExecCommand = through === 'do' || isExec(mode);
  return isExecCommand && !refused && !facts.enters && !execEffects[facts.id] && !path.startsWith('terminal');
}

const unknownLine: Remark = {
  severity: 'info',
  message: 'The model does not know this line and passes over it; a switch may take it or refuse it.',
};

const unknownPart: Remark = {
  severity: 'info',
  message: `${unknownValue} stands for what the model does not know: addresses of the machine, times, counters, other devices.`,
};

const unknownOutput: Remark = {
  severity: 'info',
  message: 'The switch takes this command. What it prints is not modelled.',
};
