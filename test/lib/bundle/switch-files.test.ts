import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { startFiles } from '../../../src/lib/bundle/start-files.ts';
import { configOf } from '../../../src/lib/models/switch/change.ts';
import { startingState } from '../../../src/lib/models/switch/factory.ts';
import { printShow } from '../../../src/lib/models/switch/print-show.ts';
import { resources } from '../../../src/lib/models/switch/resources.ts';
import { isSaved } from '../../../src/lib/models/switch/same-configuration.ts';
import type { SwitchState } from '../../../src/lib/models/switch/state.ts';
import { removeVlans } from '../../../src/lib/models/switch/vlan-list.ts';
import { allAnswer } from '../../../src/lib/models/switch/wiring.ts';
import { planFromStart } from '../../../src/lib/plan/plan-from-start.ts';
import { site, textOf } from './rack-bundle.ts';
import { switchLabwork } from './switch-labwork.ts';
import type { Make } from './start-states.ts';
import { configured, makes, startStates } from './start-states.ts';
import { paste } from './type-files.ts';

const labwork = switchLabwork();
const bundle = makeBundle(labwork, { site })!;
const fileOf = (make: Make, name: string) =>
  textOf(bundle, `switches/sw1/${make === 'sg300' ? 'sg300/' : ''}${name}.ios`)!;

/** The state that the labwork leads to, as its own blocks have it. */
function planned(make: Make): SwitchState {
  const track = labwork.tracks.find(({ device, platform }) => device.name === 'sw1' && platform === make)!;
  const last = track.blocks.findLast(({ block }) => block.role === 'apply')!;
  return (last.states.after as { readonly state: SwitchState }).state;
}

/** What `show running-config` prints. */
function configurationOf(state: SwitchState): string {
  const answer = printShow('show running-config', state, allAnswer);
  return answer.kind === 'text' ? answer.text : '';
}

/** What somebody has written down of the switch: what it printed, or the lines that it was configured with. */
function writtenDown(make: Make, state: SwitchState, lines: readonly string[]): string {
  const { output } = paste(
    make,
    state,
    'terminal length 0\nshow running-config\nshow vlan brief\nshow system mtu\n',
  );
  return make === 'sg300' ? `${lines.join('\n')}\n` : output;
}

const cases = startStates.flatMap((start) => makes.map((make) => ({ ...start, make })));
const clean = cases.filter(({ dirty }) => !dirty);
const dirty = cases.filter(({ dirty: found }) => found);

describe('switch files, pasted at once at a terminal of 24 lines', () => {
  it('are twelve start states on both makes', () => {
    expect(startStates).toHaveLength(12);
    expect(dirty).toHaveLength(16);
  });

  it.each(cases)('look and change nothing before the change: $make, $title', ({ make, lines }) => {
    const start = configured(make, lines[make]);
    for (const name of ['0-precheck', '1-backup']) {
      const { state, output, waiting } = paste(make, start, fileOf(make, name));
      expect(state).toEqual(start);
      expect(waiting).toBe('line');
      expect(output).not.toMatch(/^%|Invalid input|More/m);
    }
  });

  it.each(dirty)('stop at precheck, and the plan refuses: $make, $title', ({ make, lines, dirty: found }) => {
    const start = configured(make, lines[make]);
    const { output } = paste(make, start, fileOf(make, '0-precheck'));
    const plan = planFromStart(tracksOf(make), writtenDown(make, start, lines[make]))!;
    expect(plan.platform).toBe(make);
    expect(output).toMatch(found!.tells[make]);
    expect(plan.verdict, JSON.stringify(plan.impacts)).toBe(found!.verdict);
  });

  it.each(clean)('lead to the planned state, and back: $make, $title', ({ make, lines }) => {
    const start = configured(make, lines[make]);
    const change = paste(make, start, fileOf(make, '2-change'));
    expect(change.waiting).toBe('line');
    expect(change.output).not.toMatch(/^%(?! Access| Creating)|Invalid input|More/m);
    const own = resources(planned(make));
    expect(resources(change.state)).toEqual(expect.arrayContaining([...own]));
    expect(isSaved(change.state)).toBe(false);
    const verify = paste(make, change.state, fileOf(make, '3-verify'));
    expect([verify.state, verify.waiting]).toEqual([change.state, 'line']);
    const save = paste(make, change.state, fileOf(make, '4-save'), make === 'sg300' ? 'Y' : '');
    expect([save.waiting, isSaved(save.state)]).toEqual(['line', true]);
    // What was there already under its name the file of a clean start takes away; the one made from the switch does not.
    const had = resources(start).some(({ kind, name }) => kind === 'vlan' && name === '12');
    const back = paste(make, change.state, fileOf(make, 'undo'));
    expect(back.waiting).toBe('line');
    if (!had) expect(resources(back.state)).toEqual(resources(start));
  });

  it.each(cases.filter((one) => one.dirty?.verdict !== 'stopped'))(
    'made from the switch as it is, keep what is there, and lead back to it: $make, $title',
    ({ make, lines, dirty: found }) => {
      const start = configured(make, lines[make]);
      const plan = planFromStart(tracksOf(make), writtenDown(make, start, lines[make]))!;
      expect(plan.verdict, JSON.stringify(plan.impacts)).toBe(found?.verdict ?? 'free');
      const files = startFiles(labwork, plan, site);
      const text = (name: string) =>
        new TextDecoder().decode(files.find(({ path }) => path.endsWith(`/${name}.ios`))!.bytes);
      const change = paste(make, start, text('2-change'));
      const listIn = (state: SwitchState) => configOf(state, 'Port-channel3').allowedVlans ?? '1';
      expect(removeVlans(listIn(start), listIn(change.state))).toBe('none');
      const back = paste(make, change.state, text('undo'));
      expect([back.waiting, resources(back.state)]).toEqual(['line', resources(start)]);
      if (make !== 'sg300') expect(configurationOf(back.state)).toBe(configurationOf(start));
    },
  );

  it.each(makes)('print what the folder of expected outputs has: %s', (make) => {
    const start = startingState(make);
    const after = paste(make, start, fileOf(make, '2-change')).state;
    let compared = 0;
    for (const [name, state] of [
      ['0-precheck', start],
      ['3-verify', after],
    ] as const) {
      const { output } = paste(make, state, fileOf(make, name));
      const screen = output
        .replaceAll('\r\n', '\n')
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n');
      const path = `expected/switches/sw1/${make === 'sg300' ? 'sg300/' : ''}${name}.txt`;
      for (const shown of textOf(bundle, path)!.split(/\n(?=sw1#)/)) {
        if (shown.includes('...') || shown.includes('is not modelled')) continue;
        expect(screen).toContain(shown.trimEnd());
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(4);
  });

  it.each(makes)('saves on neither make but for 4-save, and nothing stands behind a question: %s', (make) => {
    for (const name of ['0-precheck', '1-backup', '2-change', '3-verify', 'undo']) {
      const { state } = paste(make, startingState(make), fileOf(make, name));
      expect(state.startup).toEqual(startingState(make).startup);
    }
    expect(paste(make, planned(make), fileOf(make, '4-save')).waiting).toBe(
      make === 'sg300' ? 'question' : 'line',
    );
  });
});

function tracksOf(make: Make) {
  return labwork.tracks.filter(({ device, platform }) => device.name === 'sw1' && platform === make);
}
