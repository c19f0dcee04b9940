import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../../src/lib/models/resource.ts';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { diff } from '../../../../src/lib/models/switch/diff.ts';
import { emit } from '../../../../src/lib/models/switch/emit.ts';
import { execute } from '../../../../src/lib/models/switch/execute.ts';
import { resources } from '../../../../src/lib/models/switch/resources.ts';
import type { SwitchState } from '../../../../src/lib/models/switch/state.ts';
import { createChance, pick } from '../../../chance.ts';
import { randomSession } from './random-session.ts';
import { randomSwitch } from './show/random-switch.ts';

const platforms: readonly IosPlatform[] = ['catalyst-2960s', 'sg300', 'generic-ios'];

/** Pairs of states; more of them with `PAIRS=20000`. */
const pairs = Number(process.env['PAIRS'] ?? 500);

describe.each(platforms)('Between any two states of %s', (platform) => {
  it('there are changes whose commands lead from one to the other', () => {
    const chance = createChance(platform.length + Number(process.env['SEED'] ?? 0));
    let reached = 0;
    let lines = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const [from, to] = statesOf(chance, platform);
      expect(diff(from, from)).toEqual([]);
      const changes = diff(from, to);
      const emission = emit(changes, to.profile);
      lines += emission.lines.length;
      const after = typed(emission.lines, from);
      const rest = emission.unemitted;
      if (rest.length === 0) {
        expect(resources(after), emission.lines.join('\n')).toEqual(resources(to));
        reached++;
      } else {
        // What is left is what was said to be left.
        const left = rest.map(({ kind, name }) => `${kind} ${name}`);
        expect(diff(after, to).map(({ kind, name }) => `${kind} ${name}`)).toEqual(left);
      }
    }
    console.log(platform, reached / pairs, lines / pairs);
    expect(reached / pairs).toBeGreaterThan(0.8);
  });
});

/** Two switches: what somebody typed, or one made up; the second often some lines further than the first. */
function statesOf(chance: () => number, platform: IosPlatform): [SwitchState, SwitchState] {
  const session = (length: number, start?: SwitchState) => {
    let console = openConsole(platform, { ...(start && { state: start }) });
    for (const line of ['configure terminal', ...randomSession(chance, platform, length)])
      console = execute(line, console).console;
    return console.state;
  };
  const madeUp = (): SwitchState =>
    platform === 'generic-ios' ? session(40) : randomSwitch(1 + Math.floor(chance() * 1e6), platform).state;
  const first = chance() < 0.1 ? madeUp() : session(Math.floor(chance() * 40));
  const second = pick(chance, [() => session(40), () => session(15, first), () => session(15, first)])();
  return chance() < 0.1 ? [second, madeUp()] : chance() < 0.5 ? [first, second] : [second, first];
}

function typed(lines: readonly string[], from: SwitchState): SwitchState {
  let console = openConsole(from.profile.id, { state: from, mode: 'config' });
  for (const line of lines) {
    const { step, refused, console: after } = execute(line, console);
    expect(step.kind, line).toBe('command');
    expect(refused, line).toBeUndefined();
    console = after;
  }
  expect(console.session.mode).toBe('config');
  return console.state;
}

void changeOf;
