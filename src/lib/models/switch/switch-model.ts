import type { IosCommand } from '../../dialects/ios/command.ts';
import { isExec, modesTried } from '../../dialects/ios/reading/modes.ts';
import type { MeantCommand, ParsedCommand, ParsedLine } from '../../dialects/ios/reading/parse-line.ts';
import type { OpenText } from '../../dialects/ios/reading/open-text.ts';
import type { IosSession } from '../../dialects/ios/reading/session.ts';
import type { ModeId } from '../../dialects/ios/tables/table-format.ts';
import type {
  Circumstances,
  ConcludeOptions,
  Conclusion,
  DeviceModel,
  FarEnd,
  ModelFinding,
  ModelledStep,
  StepResult,
} from '../model.ts';
import { attach } from './attach.ts';
import type { SwitchProblem } from './change.ts';
import { commandOf } from './command.ts';
import type { Console } from './console.ts';
import { openConsole, reopenConsole } from './console.ts';
import { diff, restore } from './diff.ts';
import { reloaded } from './effects/exec.ts';
import { disagreements } from './disagreements.ts';
import { storeText } from './effects/text.ts';
import { emit } from './emit.ts';
import type { ExecutionResult } from './execute.ts';
import { execute } from './execute.ts';
import { startingState } from './factory.ts';
import { printCommand } from './print-show.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import { resources } from './resources.ts';
import { rules } from './rules.ts';
import { beginsInConfiguration } from './simulate-file.ts';
import { leftUnsaved, waitingForReload } from './unfinished.ts';
import { isSplit } from './show/channel.ts';
import type { SwitchState } from './state.ts';
import type { Wiring } from './wiring.ts';
import { wiringFor } from './wiring.ts';

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
  conclude,
  print(command, { state }, { cabled, partnersAnswer, restarted, farEnds }) {
    const parsed = parsedOf(command)?.parsed;
    if (!parsed) return undefined;
    const asked = restarted ? reloaded(state) : state;
    const print = (wiring: Wiring) =>
      printCommand(commandOf(parsed, state.profile.id), command.lineText, asked, wiring);
    const wiring = wiringFor(cabled, asked, partnersAnswer, statesOf(farEnds));
    if (!isSplit(asked, wiring)) return print(wiring);
    // Which of its ports a channel takes that leads to several is not known; what is printed without regard to partners is.
    const [answered, unanswered] = [true, false].map((answer) => print(wiringFor(cabled, asked, answer)));
    return answered === unanswered ? answered : undefined;
  },
  attach: ({ state }, port) => attach(state, port),
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

function statesOf(farEnds: Circumstances['farEnds'] = new Map()): ReadonlyMap<string, FarEnd<SwitchState>> {
  return new Map([...farEnds].map(([port, far]) => [port, { ...far, state: (far.state as Console).state }]));
}

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
function parsedOf({ parsed: line, meant }: IosCommand): MeantCommand | undefined {
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

function conclude(
  steps: readonly ModelledStep<Console, IosCommand>[],
  { state, session }: Console,
  { lasts, links = [] }: ConcludeOptions,
): Conclusion[] {
  const executed = steps.flatMap(({ command, result, role }, index) => {
    const { execution } = result as SwitchStep;
    return execution ? [{ ...execution, from: command, index, role }] : [];
  });
  const applied = executed.filter(({ role }) => role === 'apply');
  const isReloadedByHand = executed.some(
    ({ role, command }) => role === 'example' && command?.facts.id === 'reload',
  );
  // A configuration file is read at a start.
  const waiting = session.configuration || isReloadedByHand ? [] : waitingForReload(applied, state);
  const unsaved = lasts ? leftUnsaved(applied, state) : undefined;
  const differing = disagreements(applied, state, links);
  return [...waiting, ...(unsaved ? [unsaved] : []), ...differing].map(({ line, problem }) => ({
    step: line.index,
    finding: findingOf(problem, line.from, line),
  }));
}

/** The value to mark; the whole line where there is none. */
function findingOf(
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
