import type { IosCommand } from '../../dialects/ios/command.ts';
import { isExec, modesTried } from '../../dialects/ios/reading/modes.ts';
import type { MeantCommand, ParsedCommand, ParsedLine } from '../../dialects/ios/reading/read-line.ts';
import type { OpenText } from '../../dialects/ios/reading/open-text.ts';
import type { IosSession } from '../../dialects/ios/reading/session.ts';
import type { ModeId } from '../../dialects/ios/tables/table-format.ts';
import type { DeviceModel, ModelFinding, StepResult } from '../model.ts';
import type { SwitchProblem } from './change.ts';
import type { Console } from './console.ts';
import { openConsole, reopenConsole } from './console.ts';
import { diff, restore } from './diff.ts';
import { storeText } from './effects/text.ts';
import { emit } from './emit.ts';
import type { ExecutionResult } from './execute.ts';
import { execute } from './execute.ts';
import { startingState } from './factory.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import { resources } from './resources.ts';
import { rules } from './rules.ts';
import { beginsInConfiguration } from './begins-in-configuration.ts';

/** What came of a command at a switch, with all that the model knows of it. */
export interface SwitchStep extends StepResult<Console> {
  readonly execution: ExecutionResult | undefined;
}

/** A switch with somebody at its command line. */
export const switchModel: DeviceModel<Console, IosCommand, SwitchProfile, IosSession> = {
  start({ id }, { name, session, file }) {
    if (file === undefined) return openConsole(id, { state: startingState(id), hostname: name });
    const isConfiguration = session.configuration || beginsInConfiguration(file.split('\n'), id);
    return openConsole(id, {
      as: session.configuration ? 'config' : 'session',
      mode: isConfiguration ? 'config' : undefined,
    });
  },
  restart: reopenConsole,
  step,
  resources: {
    list: ({ state }) => resources(state),
    restore(start, wanted) {
      const state = restore(start.state, wanted);
      return state && { ...start, state };
    },
    diff: (from, to) => diff(from.state, to.state),
    emit,
  },
};

function step(command: IosCommand, console: Console): SwitchStep {
  const line = lineAt(console, command);
  if (!line) {
    const { parsed } = command;
    // Whatever interface was meant, what follows is not for the one before.
    const isNowhere = parsed.kind === 'refused' && parsed.atNoInterface;
    const state: Console = isNowhere ? { ...console, target: { kind: 'none' } } : console;
    return { state, effect: 'unmodelled', findings: [], execution: undefined };
  }
  const execution = withText(execute(line, console), command.text);
  const { refused, risks } = execution;
  const problems = refused ? [refused, ...risks] : risks;
  return {
    state: execution.console,
    effect: effectOf(execution),
    findings: problems.map((problem) => findingOf(problem, command, execution)),
    execution,
  };
}

/** The lines of a text are none of commands; they come with the one that they belong to. */
function withText(execution: ExecutionResult, text: OpenText | undefined): ExecutionResult {
  if (!text) return execution;
  const { console } = execution;
  const session = { ...console.session, text: undefined };
  const state = storeText(console.state, text);
  return { ...execution, console: { ...console, session, state }, changed: state !== console.state };
}

/**
 * The line as the switch itself takes it. A guide is read on behind a refused line as its author meant it, and the switch stands where it
 * stood: it takes what its own mode knows, until the two meet again. Undefined where it takes nothing.
 */
function lineAt({ session: { mode } }: Console, command: IosCommand): ParsedLine | undefined {
  const { parsed: line, before } = command;
  if (line.kind === 'unknown') return before.mode === mode ? line : undefined;
  const found = parsedOf(command);
  if (!found?.parsed || !isTakenIn(mode, found.parsed)) return undefined;
  const { start, end } = line;
  return { kind: 'command', start, end, parsed: found.parsed, session: found.session };
}

/** The line in the mode that it fits, with the session after it. */
export function parsedOf({ parsed: line, meant }: IosCommand): MeantCommand | undefined {
  return line.kind === 'command' ? line : meant;
}

function isTakenIn(mode: ModeId, { mode: own, through }: ParsedCommand): boolean {
  return through ? !isExec(mode) : modesTried(mode).includes(own);
}

function effectOf({ command, modelled }: ExecutionResult): SwitchStep['effect'] {
  if (!command) return 'unmodelled';
  if (command.words[0] === 'show') return 'prints';
  return modelled ? 'modelled' : 'unmodelled';
}

/** The value to mark; the whole line where there is none. */
export function findingOf(
  { value, reply, ...problem }: SwitchProblem,
  command: IosCommand,
  execution: ExecutionResult,
): ModelFinding {
  const place = execution.command?.values.find(({ name }) => name === value);
  return {
    ...(reply === undefined ? {} : { why: `The switch replies: ${reply.split('\n', 1)[0]!}` }),
    ...problem,
    severity: rules[problem.rule],
    start: place ? command.lineStart + place.start : command.start,
    end: place ? command.lineStart + place.end : command.end,
  };
}
