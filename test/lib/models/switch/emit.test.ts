import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { diff } from '../../../../src/lib/models/switch/diff.ts';
import { emit } from '../../../../src/lib/models/switch/emit.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { resources } from '../../../../src/lib/models/switch/resources.ts';
import type { SwitchState } from '../../../../src/lib/models/switch/state.ts';
import type { ResourceChange } from '../../../../src/lib/models/resource.ts';
import { createChance, pick } from '../../../chance.ts';
import { randomStates } from './random-states.ts';

const platforms: readonly IosPlatform[] = ['catalyst-2960s', 'sg300', 'generic-ios'];

describe.each(platforms)('Between any two states of %s', (platform) => {
  const chance = createChance(platform.length);
  const states = randomStates(chance, platform, 100);

  it('lead commands that the switch takes, except where it says what they leave', () => {
    let complete = 0;
    for (let pair = 0; pair < 500; pair++) {
      const [from, to] = [pick(chance, states), pick(chance, states)];
      const { lines, unemitted } = emit(diff(from, to), to.profile);
      const after = typed(lines, from);
      if (unemitted.length === 0) {
        if (textOf(after) !== textOf(to)) expect(resources(after), lines.join('\n')).toEqual(resources(to));
        complete++;
      } else
        expect(diff(after, to).map(keyOf).toSorted(), lines.join('\n')).toEqual(
          unemitted.map(keyOf).toSorted(),
        );
    }
    expect(complete).toBeGreaterThan(350);
  });

  it('none of the lines could be left out', () => {
    for (let pair = 0; pair < 100; pair++) {
      const [from, to] = [pick(chance, states), pick(chance, states)];
      const { lines, unemitted } = emit(diff(from, to), to.profile);
      // A channel that goes would let its members go, but a real one also shuts them down: they leave first.
      const body = lines.filter(
        (line) => /^(?!interface|vlan|line|exit)/.test(line) && line !== ' no channel-group',
      );
      if (unemitted.length > 0 || body.length === 0) continue;
      const dropped = pick(chance, body);
      const rest = lines.filter((_, index) => index !== lines.indexOf(dropped));
      if (textOf(run(rest, from)) === textOf(to))
        expect.fail(`not needed: ${dropped}\nof:\n${lines.join('\n')}`);
    }
  });

  it('of which both are the same there are no changes', () => {
    for (const state of states) expect(diff(state, state)).toEqual([]);
  });
});

function textOf(state: SwitchState): string {
  return JSON.stringify(resources(state));
}

function keyOf({ kind, name }: ResourceChange): string {
  return `${kind} ${name}`;
}

/** The switch after lines in global configuration, which it must take. */
function typed(lines: readonly string[], from: SwitchState): SwitchState {
  let console = openConsole(from.profile.id, { state: from, mode: 'config' });
  for (const line of lines) {
    const { step, refused, console: after } = executeLine(line, console);
    const isText = step.kind === 'nothing' && step.what === 'text';
    if ((step.kind !== 'command' && !isText) || refused)
      expect.fail(`refused: ${line}\nof:\n${lines.join('\n')}`);
    console = after;
  }
  expect(console.session.mode).toBe('config');
  return console.state;
}

/** The same, whatever the switch says. */
function run(lines: readonly string[], from: SwitchState): SwitchState {
  let console = openConsole(from.profile.id, { state: from, mode: 'config' });
  for (const line of lines) console = executeLine(line, console).console;
  return console.state;
}
