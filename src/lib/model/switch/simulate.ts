import { startSession } from '../../dialect/ios/session.ts';
import type { IosPlatform, ModeId } from '../../dialect/ios/table-format.ts';
import type { Problem } from './change.ts';
import { factoryState } from './factory.ts';
import type { SwitchState } from './state.ts';
import type { Console, Typed } from './type-line.ts';
import { typeLine } from './type-line.ts';

/** How the lines of a file reach the switch: typed at its prompt, or as a configuration that it reads. */
export type FrontEnd = 'session' | 'config';

export interface SimulationOptions {
  readonly platform: IosPlatform;
  readonly as: FrontEnd;
  /** The mode that the first line is typed in. */
  readonly mode?: ModeId;
  readonly state?: SwitchState;
}

export interface Simulation {
  readonly lines: readonly Typed[];
  readonly console: Console;
  /** What is only seen at the end: settings that wait for a reload. By the index of the line that made them. */
  readonly pending: readonly { readonly line: number; readonly problem: Problem }[];
}

/** A switch with somebody at its prompt, factory-default unless a state is given. */
export function openConsole({
  platform,
  as,
  mode,
  state = factoryState(platform),
}: SimulationOptions): Console {
  const session = startSession(platform, state.running.hostname ?? 'Switch');
  return {
    session: {
      ...session,
      mode: mode ?? (as === 'config' ? 'config' : 'priv-exec'),
      configuration: as === 'config',
    },
    target: { kind: 'none' },
    state,
  };
}

/** Types all lines, one after the other. */
export function simulate(lines: readonly string[], options: SimulationOptions): Simulation {
  let console = openConsole(options);
  const typed = lines.map((line) => {
    const result = typeLine(line, console);
    console = result.console;
    return result;
  });
  return { lines: typed, console, pending: options.as === 'session' ? waitingForReload(typed, console) : [] };
}

function waitingForReload(typed: readonly Typed[], { state }: Console): Simulation['pending'] {
  const waits: Simulation['pending'][number][] = [];
  const made = (fits: (line: Typed) => boolean) => typed.findLastIndex(fits);
  const { systemMtu, jumboMtu, jumboFrames } = state.boot;
  if (jumboMtu.active !== jumboMtu.next || systemMtu.active !== systemMtu.next)
    waits.push({
      line: made(({ command }) => command?.path === 'system mtu'),
      problem: needsReload('The MTU'),
    });
  if ((state.running.jumboFrames === true) !== jumboFrames && state.platform === 'sg300')
    waits.push({
      line: made(({ command }) => command?.path === 'port jumbo-frame'),
      problem: needsReload('The setting'),
    });
  const template = made(({ command }) => command?.path === 'sdm prefer');
  if (template > made(({ command }) => command?.facts.id === 'reload'))
    waits.push({ line: template, problem: needsReload('The template') });
  return waits.filter(({ line }) => line >= 0);
}

function needsReload(what: string): Problem {
  return {
    rule: 'ios/needs-reload',
    message: `${what} takes effect with the next reload, and the switch is not reloaded here.`,
    hint: 'Plan a maintenance window: while a switch restarts, everything that hangs on it is down, storage and clusters too.',
  };
}
