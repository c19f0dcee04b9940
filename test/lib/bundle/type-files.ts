import type { IosPlatform } from '../../../src/lib/dialects/ios/tables/table-format.ts';
import type { SwitchState } from '../../../src/lib/models/switch/state.ts';
import { openTerminal, receive } from '../../../src/lib/models/switch/terminal/terminal.ts';
import { wiringFor } from '../../../src/lib/models/switch/wiring.ts';

/** What came of keys at a terminal of 24 lines. */
export interface Typed {
  readonly state: SwitchState;
  /** All that the terminal was sent. */
  readonly output: string;
  /** What the switch waits for when the last key was taken. */
  readonly waiting: 'line' | 'page' | 'question' | 'password';
  /** What was never taken, as the session was over. */
  readonly rest: string;
}

/** The ports of the fixture's switch that a cable is in. */
const cabled = ['GigabitEthernet1/0/1', 'GigabitEthernet1/0/2'];

/** Opens a session at a switch, pastes a text at once, and types what is said to be answered by hand. */
export function paste(platform: IosPlatform, start: SwitchState, text: string, byHand = ''): Typed {
  const wiring = wiringFor(cabled, start, true);
  let { session, output } = openTerminal({ platform, hostname: 'sw1', wiring }, start);
  let state = start;
  let rest = `${text.replaceAll('\n', '\r')}${byHand}`;
  while (rest !== '') {
    const reaction = receive(session, state, rest);
    session = reaction.session;
    state = session.console.state;
    output += reaction.output;
    rest = rest.slice(reaction.used);
    if (reaction.closed) break;
  }
  return { state, output, waiting: session.waiting.kind, rest };
}
