import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import type { Console } from '../../../../src/lib/models/switch/console.ts';
import type { ExecutionResult } from '../../../../src/lib/models/switch/execute.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import type { InterfaceConfig, SwitchState } from '../../../../src/lib/models/switch/state.ts';

export interface TypedSession {
  readonly console: Console;
  readonly state: SwitchState;
  /** What came of the last line. */
  readonly last: ExecutionResult;
  /** The settings of a port by its number, or of an interface by its name. */
  config(port: number | string): InterfaceConfig;
}

/** Lines typed in global configuration of a switch fresh from the factory, or of one that is there already. */
export function configure(
  lines: readonly string[],
  platform: IosPlatform = 'catalyst-2960s',
  before: Console = openConsole(platform, { mode: 'config' }),
): TypedSession {
  let console = before;
  let last: ExecutionResult | undefined;
  for (const line of lines) {
    last = executeLine(line, console);
    console = last.console;
  }
  const stem = platform === 'sg300' ? 'gigabitethernet' : 'GigabitEthernet1/0/';
  const { state } = console;
  return {
    console,
    state,
    last: last!,
    config: (port) =>
      state.running.interfaces.get(typeof port === 'number' ? `${stem}${String(port)}` : port) ?? {},
  };
}

/** The same at port 1. */
export function atPort(lines: readonly string[], platform: IosPlatform = 'catalyst-2960s'): TypedSession {
  return configure([platform === 'sg300' ? 'interface gi1' : 'interface gi1/0/1', ...lines], platform);
}
