import type { RunLabwork } from '../check/labwork.ts';
import { makePlan } from '../plan/make-plan.ts';
import { platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';

/** What is off the network in a step of a device, and what is not done when its commands return. */
export interface StepDisturbance {
  /** Adapters and ports. */
  readonly offline: readonly string[];
  /** Sentences without a full stop. */
  readonly lasts: readonly string[];
}

/** By step and device, in this order with a blank between them; steps that disturb nothing are left out. */
export function stepDisturbances(labwork: RunLabwork): ReadonlyMap<string, StepDisturbance> {
  const found = new Map<string, StepDisturbance>();
  const put = (step: string, device: string, one: StepDisturbance) => {
    if (one.offline.length + one.lasts.length > 0) found.set(`${step} ${device}`, one);
  };
  for (const { device, steps } of makePlan(labwork).devices)
    for (const { step, offline, lasts } of steps) put(step, device, { offline, lasts });
  for (const { device, platform, alternative, blocks } of labwork.tracks) {
    const { profile } = platforms[platform];
    const { scripts } = templates[platform];
    if (scripts.kind !== 'stages' || alternative) continue;
    for (const step of new Set(blocks.flatMap(({ block }) => block.step ?? []))) {
      const applied = blocks.filter(({ block }) => block.step === step && block.role === 'apply');
      const [first, last] = [applied[0], applied.at(-1)];
      if (!first || !last) continue;
      const change = { profile, before: first.states.before, after: last.states.after };
      put(step, device.name, scripts.files.disturbs(change));
    }
  }
  return found;
}
