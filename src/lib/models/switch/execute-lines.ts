import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { toDiagnostic } from '../../dialects/ios/reading/diagnostic-of.ts';
import { diagnose as diagnoseLine } from '../../dialects/ios/rules.ts';
import { diagnose } from './rules.ts';
import type { Slice } from '../../source/slice.ts';
import type { SwitchProblem } from './change.ts';
import { canonicalLine } from './command.ts';
import type { Console } from './console.ts';
import { promptAt } from './console.ts';
import type { ExecutionResult } from './execute.ts';
import { executeLine } from './execute-line.ts';

/** A line of a text as the switch took it. */
export interface ExecutedLine extends ExecutionResult {
  readonly prompt: string;
  readonly input: string;
  /** `accepted`: the switch takes it, or nothing is known against it. `diagnostic`: it refuses. `comment`: there is nothing to do. */
  readonly status: 'accepted' | 'diagnostic' | 'comment';
  /** In full words; undefined where the command is not known. */
  readonly canonical: string | undefined;
  /** What is wrong with it by the command tables alone, which the dialect's own check tells as well. */
  readonly mismatch: Diagnostic | undefined;
  /** What the model finds: refusals and risks that only the state shows. */
  readonly findings: readonly Diagnostic[];
  /** A further problem of this line, which must hold a command. */
  report(problem: SwitchProblem): Diagnostic;
}

/** Types a text line by line. A line break at its end begins no further line. */
export function executeLines(
  code: Slice,
  start: Console,
): { readonly lines: readonly ExecutedLine[]; readonly console: Console } {
  let console = start;
  const texts = code.text.split('\n');
  if (texts.at(-1) === '') texts.pop();
  let next = 0;
  const lines = texts.map((text): ExecutedLine => {
    const input = text.replace(/\r$/, '');
    const offset = next;
    next += text.length + 1;
    const prompt = promptAt(console);
    const typed = executeLine(input, console);
    console = typed.console;
    const { step, command, refused, risks } = typed;
    const report = ({ value, ...problem }: SwitchProblem): Diagnostic => {
      if (step.kind === 'nothing') throw new Error('A line without a command has no problem.');
      const place = command?.values.find(({ name }) => name === value) ?? step;
      return toDiagnostic({ ...problem, start: place.start, end: place.end }, code, offset, diagnose);
    };
    return {
      ...typed,
      prompt,
      input,
      status: statusOf(typed),
      canonical: command && canonicalLine(command),
      mismatch: step.kind === 'refused' ? toDiagnostic(step.problem, code, offset, diagnoseLine) : undefined,
      findings: [...(refused ? [refused] : []), ...risks].map(report),
      report,
    };
  });
  return { lines, console };
}

function statusOf({ step, refused }: ExecutionResult): ExecutedLine['status'] {
  if (step.kind === 'nothing') return step.what === 'text' ? 'accepted' : 'comment';
  return step.kind === 'refused' || refused ? 'diagnostic' : 'accepted';
}
