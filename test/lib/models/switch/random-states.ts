import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import type { SwitchState } from '../../../../src/lib/models/switch/state.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { pick } from '../../../chance.ts';
import { randomSession } from './random-session.ts';
import { randomSwitch } from './show/random-switch.ts';

/**
 * Switches of one platform: out of the box, after some session, some lines further than another one of them, and, where
 * the machine is known, made up with many channels and trunks.
 */
export function randomStates(chance: () => number, platform: IosPlatform, count: number): SwitchState[] {
  const states = [openConsole(platform).state];
  while (states.length < count) {
    const kind = chance();
    if (kind < 0.05 && (platform === 'catalyst-2960s' || platform === 'sg300'))
      states.push(randomSwitch(1 + Math.floor(chance() * 1e6), platform).state);
    else states.push(after(40, kind < 0.5 ? pick(chance, states) : states[0]!, chance));
  }
  return states;
}

function after(length: number, state: SwitchState, chance: () => number): SwitchState {
  const platform = state.profile.id;
  let console = openConsole(platform, { state });
  for (const line of ['configure terminal', ...randomSession(chance, platform, length)])
    console = executeLine(line, console).console;
  return console.state;
}
