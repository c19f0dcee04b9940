import { describe, expect, it } from 'vitest';
import type { CheckedLabwork } from '../../../src/lib/check/labwork.ts';
import type { Lab } from '../../../src/lib/lab/lab.ts';
import { makePlan } from '../../../src/lib/plan/make-plan.ts';
import type { Plan } from '../../../src/lib/plan/plan.ts';
import type { Resource } from '../../../src/lib/models/resource.ts';
import { platforms } from '../../../src/lib/platforms/platforms.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance } from '../../chance.ts';
import { engine, part } from '../fixture-posts.ts';
import type { RandomLab } from './random-labs.ts';
import { bodyOf, randomLab } from './random-labs.ts';

/** `RANDOM_LABS=1000 npx vitest run test/lib/plan/random-labs.test.ts` for more of them. */
const count = Number(process.env['RANDOM_LABS'] ?? 25);

describe.each(Array.from({ length: count }, (_, seed) => seed + 1))('a lab by chance, number %i', (seed) => {
  const { lab: text, steps } = randomLab(createChance(seed));
  const lab = readLab(text);
  const labwork = check(lab, steps);
  const plan = makePlan(labwork);

  it('holds, with whatever names', () => {
    expect(errorsOf(labwork)).toEqual([]);
    expect(plan.devices.map(({ device }) => device).sort()).toEqual(['srv1', 'sw1']);
    expect(plan.counts.create).toBeGreaterThan(0);
  });

  it('is made once: from where it ends, nothing is left to do', () => {
    const ends = new Map(plan.devices.map(({ device, end }) => [device, end]));
    const again = makePlan(
      engine.checkLabwork(
        labwork.guides.map(({ guide }) => guide),
        mapOf(lab),
        ends,
      ),
      ends,
    );
    expect(again.counts).toEqual({ create: 0, change: 0, remove: 0 });
    expect(endsOf(again)).toEqual(endsOf(plan));
  });

  it('is as its plan says at the end, and is not before', () => {
    for (const { device, steps: own, end } of plan.devices) {
      const last = new Map(
        own.flatMap(({ changes }) => changes).map((one) => [`${one.kind} ${one.name}`, one.after]),
      );
      const now = new Map(end.map((one) => [`${one.kind} ${one.name}`, one.properties]));
      for (const [key, after] of last) expect(now.get(key), `${device}: ${key}`).toEqual(after);
    }
  });

  it('says which steps nobody knows the undo of, and only where a name may stand for others', () => {
    const unknown = plan.devices.flatMap(({ steps: own }) => own).filter(({ undo }) => undo.by === 'unknown');
    expect(unknown.length > 0).toBe(!plan.modelled);
    for (const step of unknown) expect(step.unmodelled.length).toBeGreaterThan(0);
    expect(plan.modelled).toBe(!/[*?[`]/.test(text));
  });

  it('goes back to where it was by what undo says, as far as it is known', () => {
    const back = plan.devices.flatMap(({ device, steps: own }) =>
      own.toReversed().map(({ undo }) => ({ device, lines: undo.by === 'model' ? undo.lines : [] })),
    );
    const there = check(lab, [
      ...steps,
      ...back.map(({ device, lines }) => ({
        srv1: device === 'srv1' ? lines : [],
        sw1: device === 'sw1' ? lines : [],
      })),
    ]);
    const starts = startsOf(labwork);
    for (const { device, end } of makePlan(there).devices) {
      // What a step made of which nobody knows the undo is the author's to take back, and nothing else is left.
      const left = new Set(
        plan.devices
          .find((one) => one.device === device)!
          .steps.filter(({ undo }) => undo.by === 'unknown')
          .flatMap(({ changes }) => changes.map(({ kind, name }) => `${kind} ${name}`)),
      );
      const rest = end.filter(({ kind, name }) => !left.has(`${kind} ${name}`));
      const told = `${device}\n${back.flatMap(({ lines }) => lines).join('\n')}`;
      expect(sorted(rest), told).toEqual(sorted(starts.get(device)!));
    }
  });
});

function readLab(text: string): Lab {
  const { value, diagnostics } = engine.readLab(createSourceFile('labs/rack.yaml', text));
  if (!value) throw new Error(`${diagnostics.map(({ message }) => message).join('\n')}\n${text}`);
  return value;
}

function mapOf(lab: Lab): ReadonlyMap<string, Lab> {
  return new Map([[lab.id, lab]]);
}

function check(lab: Lab, steps: RandomLab['steps']): CheckedLabwork {
  return engine.checkLabwork([part(bodyOf(steps))], mapOf(lab));
}

function errorsOf({ guides }: CheckedLabwork): string[] {
  return guides
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** What each device has before its first command. */
function startsOf({ tracks }: CheckedLabwork): ReadonlyMap<string, readonly Resource[]> {
  return new Map(
    tracks.map(({ device, platform, blocks }) => [
      device.name,
      platforms[platform].model.resources!.list(blocks[0]!.states.before),
    ]),
  );
}

function endsOf({ devices }: Plan): unknown {
  return devices.map(({ device, end }) => ({ device, end: sorted(end) }));
}

/** Resources in no order: a device that is made again lists them in another. */
function sorted(resources: readonly Resource[]): string[] {
  return resources
    .map((one) =>
      JSON.stringify(one, Object.keys(one.properties).concat('kind', 'name', 'properties').sort()),
    )
    .sort();
}
