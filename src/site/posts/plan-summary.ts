import { describeChange, platforms } from '../../lib/engine.ts';
import type { DescribedChange } from '../../lib/plan/describe-change.ts';
import type { Plan, StepPlan } from '../../lib/plan/plan.ts';
import type { PlanSummary } from './records.ts';

/** The plan of a labwork in words, what is the same of several resources said once. */
export function planSummary({ devices, counts, modelled }: Plan): PlanSummary {
  return {
    devices: devices.map(({ device, title, platform, steps }) => ({
      device,
      title,
      platform: platforms[platform].title,
      steps: steps.flatMap((step) => (isOfNote(step) ? [summaryOf(step)] : [])),
    })),
    counts,
    complete: modelled,
  };
}

function isOfNote({ changes, unmodelled }: StepPlan): boolean {
  return changes.length + unmodelled.length > 0;
}

function summaryOf({ step, title, changes, offline, lasts, unmodelled }: StepPlan) {
  const groups = Map.groupBy(changes.map(describeChange), ({ sign, kind, facts }) =>
    JSON.stringify([sign, kind, facts]),
  );
  return {
    step,
    title,
    changes: [...groups.values()].map((group) => ({
      sign: group[0]!.sign,
      kind: group[0]!.kind,
      names: group.map(({ name }) => name),
      facts: group[0]!.facts.map(factText),
    })),
    offline,
    lasts,
    unmodelled: [...new Set(unmodelled.map(({ name }) => name))],
  };
}

function factText({ name, before, after }: DescribedChange['facts'][number]): string {
  // `allowedVlans` is “allowed VLANs” to a reader.
  const words = name
    .replace(/[A-Z]+/g, (capitals) => ` ${capitals.toLowerCase()}`)
    .replace(/\bvlan/g, () => 'VLAN');
  return before === undefined ? `${words} ${after}` : `${words} ${before} → ${after}`;
}
