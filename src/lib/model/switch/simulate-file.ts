import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isConfigurationFile } from '../../dialect/ios/configuration-file.ts';
import { promptOf } from '../../dialect/ios/modes.ts';
import { toDiagnostic } from '../../dialect/ios/diagnostic-of.ts';
import type { Slice } from '../../source/slice.ts';
import type { Problem } from './change.ts';
import type { SwitchCommand } from './command.ts';
import { canonicalLine } from './command.ts';
import type { FrontEnd, SimulationOptions } from './simulate.ts';
import { openConsole, simulate } from './simulate.ts';
import type { Console, Typed } from './type-line.ts';

/** A file as a switch took it, line by line. */
export interface SimulatedFile {
  readonly as: FrontEnd;
  readonly lines: readonly SimulatedLine[];
  readonly console: Console;
  /** Of all lines, in their order. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SimulatedLine {
  /** What stands before it at the console; empty in the text of a banner. */
  readonly prompt: string;
  readonly input: string;
  /** `accepted`: the switch takes it, or nothing is known against it. `diagnostic`: it refuses. `comment`: there is nothing to do. */
  readonly status: 'accepted' | 'diagnostic' | 'comment';
  /** In full words; undefined where the command is not known. */
  readonly canonical?: string;
  readonly typed: Typed;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives a whole file to a switch. Without `as` the text itself tells whether it is a configuration or what somebody types. */
export function simulateFile(
  code: Slice,
  options: Omit<SimulationOptions, 'as'> & { readonly as?: FrontEnd | undefined },
): SimulatedFile {
  const texts = code.text.split('\n').map((line) => line.replace(/\r$/, ''));
  const isConfiguration = () => options.mode === undefined && isConfigurationFile(texts, options.platform);
  const as = options.as ?? (isConfiguration() ? 'config' : 'session');
  if (texts.at(-1) === '') texts.pop();
  const { lines, console, pending } = simulate(texts, { ...options, as });
  const waiting = new Map(pending.map(({ line, problem }) => [line, problem]));
  let offset = 0;
  let before = openConsole({ ...options, as });
  const simulated = lines.map((typed, index): SimulatedLine => {
    const input = texts[index]!;
    const told: Diagnostic[] = [];
    const tell = (problem: Problem) => told.push(diagnosticOf(problem, typed, code, offset));
    if (typed.step.kind === 'refused') told.push(toDiagnostic(typed.step.problem, code, offset));
    if (typed.refused) tell(typed.refused);
    for (const risk of typed.risks) tell(risk);
    const wait = waiting.get(index);
    if (wait) tell(wait);
    const prompt = promptAt(before);
    before = typed.console;
    offset = code.text.indexOf('\n', offset) + 1 || code.text.length;
    return {
      prompt,
      input,
      status: statusOf(typed),
      ...(typed.command && { canonical: canonicalLine(typed.command) }),
      typed,
      diagnostics: told,
    };
  });
  return { as, lines: simulated, console, diagnostics: simulated.flatMap(({ diagnostics }) => diagnostics) };
}

/** The prompt of a switch that waits for a line. */
export function promptAt({ session }: Console): string {
  return session.textUntil === undefined ? promptOf(session.mode, session.hostname, session.platform) : '';
}

function statusOf({ step, refused }: Typed): SimulatedLine['status'] {
  if (step.kind === 'nothing') return step.what === 'text' ? 'accepted' : 'comment';
  return step.kind === 'refused' || refused ? 'diagnostic' : 'accepted';
}

function diagnosticOf({ value, ...problem }: Problem, typed: Typed, code: Slice, offset: number): Diagnostic {
  const { step, command } = typed;
  if (step.kind === 'nothing') throw new Error('A line without a command has no problem.');
  const { start, end } = placeOf(value, command) ?? step;
  return toDiagnostic({ ...problem, start, end }, code, offset);
}

function placeOf(value: string | undefined, command: SwitchCommand | undefined) {
  return value === undefined ? undefined : command?.values.find(({ name }) => name === value);
}
