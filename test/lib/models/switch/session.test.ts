import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { stateJson } from '../../../../src/lib/models/switch/state-json.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { renderShow } from '../../../../src/lib/models/switch/show/render-show.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';
import { createChance } from '../../../chance.ts';
import { randomSession } from './random-session.ts';

const platforms: readonly IosPlatform[] = ['catalyst-2960s', 'sg300', 'generic-ios'];

describe.each(platforms)('A session on %s', (platform) => {
  it('is never broken by what is typed, and a refused line changes nothing', () => {
    const chance = createChance(platform.length);
    let accepted = 0;
    let refusals = 0;
    for (let session = 0; session < 150; session++) {
      let console = openConsole(platform);
      for (const line of randomSession(chance, platform, 30)) {
        const before = JSON.stringify(stateJson(console));
        const typed = executeLine(line, console);
        if (typed.step.kind === 'refused' || typed.refused) {
          refusals++;
          // A refused line that was meant for an interface leaves the one before, too.
          expect(typed.console.state, line).toBe(console.state);
          const mode = (text: string) => text.replace('"cliMode":"config-vlan"', '"cliMode":"config"');
          // A VLAN that cannot be made is told as its block is left.
          const isVlan = typed.refused !== undefined && typed.console.session.mode === 'config-vlan';
          const after = JSON.stringify(stateJson(typed.console));
          expect(isVlan ? mode(after) : after, line).toBe(isVlan ? mode(before) : before);
        } else if (typed.command) accepted++;
        console = typed.console;
      }
      for (const show of ['show running-config', 'show vlan brief', 'show interfaces status'])
        renderShow(show.split(' '), console.state, allAnswer);
    }
    // Both sides of the switch were asked.
    expect(accepted).toBeGreaterThan(500);
    expect(refusals).toBeGreaterThan(300);
  });

  it('makes a configuration that another switch reads back as the same', () => {
    const chance = createChance(platform.length + 1);
    for (let session = 0; session < 150; session++) {
      let console = openConsole(platform);
      for (const line of ['configure terminal', ...randomSession(chance, platform, 25), 'end'])
        console = executeLine(line, console).console;
      const text = renderShow(['show', 'running-config'], console.state, allAnswer);
      if (text === undefined) continue;
      let copy = openConsole(platform, { as: 'config' });
      for (const line of text.split('\n')) {
        const typed = executeLine(line, copy);
        expect(
          typed.step.kind === 'refused' ? `${line}: ${typed.step.problem.message}` : undefined,
        ).toBeUndefined();
        expect(typed.refused && `${line}: ${typed.refused.message}`).toBeUndefined();
        copy = typed.console;
      }
      expect(renderShow(['show', 'running-config'], copy.state, allAnswer)).toBe(text);
    }
  });
});
