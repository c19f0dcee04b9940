import { excludedCommands, platforms } from '../../lib/engine.ts';
import type { RunLabwork } from '../../lib/check/labwork.ts';
import type { Plan } from '../../lib/plan/plan.ts';
import type { ProofView } from '../types/labwork.ts';

/** Who looks whether steps are done and takes them back, and what is left to the hand, each with its reason. */
export function proofSummary({ devices }: Plan, labwork: RunLabwork): ProofView {
  const steps = devices.flatMap(({ device, steps: own }) =>
    own
      .filter(({ changes, unmodelled }) => changes.length + unmodelled.length > 0)
      .map((step) => ({ ...step, device })),
  );
  const count = <Key extends string>(key: Key, of: (step: (typeof steps)[number]) => Key) =>
    steps.filter((step) => of(step) === key).length;
  return {
    steps: steps.length,
    verify: {
      author: count('author', ({ verify }) => verify),
      model: count('model', ({ verify }) => verify),
      none: count('none', ({ verify }) => verify),
    },
    undo: {
      author: count('author', ({ undo }) => undo.by),
      model: count('model', ({ undo }) => undo.by),
      none: count('unknown', ({ undo }) => undo.by),
      reasons: steps.flatMap(({ step, device, undo }) =>
        undo.by === 'nobody' ? [{ step, device, why: undo.why }] : [],
      ),
    },
    excluded: excludedIn(labwork),
  };
}

/** The same block on another platform of its device is told once. */
function excludedIn(labwork: RunLabwork): ProofView['excluded'] {
  const told = new Map<string, ProofView['excluded'][number]>();
  for (const { step, device, platform, because, commands } of excludedCommands(labwork)) {
    const key = JSON.stringify([step, device, because, commands]);
    const lines = commands.filter((line) => line.trim() !== '');
    if (!told.has(key))
      told.set(key, { step, device, platform: platforms[platform].title, because, commands: lines });
  }
  return [...told.values()];
}
