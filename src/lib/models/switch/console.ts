import { startSession } from '../../dialects/ios/reading/session.ts';
import type { IosSession } from '../../dialects/ios/reading/session.ts';
import { promptOf } from '../../dialects/ios/reading/modes.ts';
import type { IosPlatform, ModeId } from '../../dialects/ios/tables/table-format.ts';
import type { ConfigTarget } from './change.ts';
import { factoryState } from './factory.ts';
import type { SwitchState } from './state.ts';

/** A switch with somebody at its command line. A value: every line makes a new one, and a refused line the same one. */
export interface Console {
  readonly session: IosSession;
  /** What the configuration block is about. */
  readonly target: ConfigTarget;
  readonly state: SwitchState;
  /** What following the lines so far took; see `workOf`. */
  readonly spent: number;
}

/** How lines reach a switch: typed at its prompt, or as a configuration that it reads. */
export type FrontEnd = 'session' | 'config';

export interface ConsoleOptions {
  readonly as?: FrontEnd;
  /** The mode that the first line is typed in. */
  readonly mode?: ModeId | undefined;
  /** Without one the switch is fresh from the factory. */
  readonly state?: SwitchState;
  /** What the prompt says while no host name is configured. */
  readonly hostname?: string;
  /** What following the lines before took. */
  readonly spent?: number;
}

export function openConsole(
  platform: IosPlatform,
  {
    as = 'session',
    mode,
    state = factoryState(platform),
    hostname = 'Switch',
    spent = 0,
  }: ConsoleOptions = {},
): Console {
  const session = startSession(platform, state.running.hostname ?? hostname);
  const configuration = as === 'config';
  return {
    session: { ...session, mode: mode ?? (configuration ? 'config' : 'priv-exec'), configuration },
    target: { kind: 'none' },
    state,
    spent,
  };
}

/** The same switch at the EXEC prompt, where a script of its own begins. */
export function reopenConsole({ session, state, spent }: Console): Console {
  return openConsole(session.platform, { state, hostname: session.hostname, spent });
}

/** The prompt of a switch that waits for a line; empty in the text of a banner. */
export function promptAt({ session }: Console): string {
  return session.text === undefined ? promptOf(session.mode, session.hostname, session.platform) : '';
}
