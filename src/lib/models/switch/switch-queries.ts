import type { IosCommand } from '../../dialects/ios/command.ts';
import type {
  Circumstances,
  ConcludeOptions,
  Conclusion,
  DeviceQueries,
  FarEnd,
  ModelledStep,
} from '../model.ts';
import { attach } from './attach.ts';
import { commandOf } from './command.ts';
import type { Console } from './console.ts';
import { disagreements } from './disagreements.ts';
import { reloaded } from './effects/exec.ts';
import { printCommand } from './print-show.ts';
import { isSplit } from './show/channel.ts';
import type { SwitchState } from './state.ts';
import type { SwitchStep } from './switch-model.ts';
import { findingOf, parsedOf } from './switch-model.ts';
import { leftUnsaved, waitingForReload } from './unfinished.ts';
import type { Wiring } from './wiring.ts';
import { wiringFor } from './wiring.ts';

/** What a switch prints, does at its ports, and leaves undone. */
export const switchQueries: DeviceQueries<Console, IosCommand> = {
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
};

function statesOf(farEnds: Circumstances['farEnds'] = new Map()): ReadonlyMap<string, FarEnd<SwitchState>> {
  return new Map([...farEnds].map(([port, far]) => [port, { ...far, state: (far.state as Console).state }]));
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
