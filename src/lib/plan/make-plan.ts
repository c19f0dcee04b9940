import type { RunBlock, RunLabwork, RunTrack } from '../check/labwork.ts';
import type { ResourceModel } from '../models/model.ts';
import type { Resource, ResourceChange } from '../models/resource.ts';
import { changeOf } from '../models/resource.ts';
import type { StartStates } from '../check/run-device.ts';
import { planFrom } from './plan-from.ts';
import { platforms } from '../platforms/platforms.ts';
import type { ChangeCounts, DevicePlan, Gap, Plan, StepPlan, Undo } from './plan.ts';

/** What the steps of a checked labwork make of its devices, each as the lab has it; `from` is what they have before, as it was checked with. */
export function makePlan({ lab, guides, tracks }: RunLabwork, from?: StartStates): Plan {
  const titles = new Map(guides.flatMap(({ guide }) => guide.steps.map(({ id, title }) => [id, title])));
  const devices = tracks
    .filter(({ alternative }) => !alternative)
    .map((track) => planDevice(track, titles, from?.get(track.device.name)))
    .filter(({ steps }) => steps.length > 0);
  const errored = guides.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'));
  const labwork = guides[0]?.guide.data?.kind === 'labworks' ? guides[0].guide.data.labwork : undefined;
  return planOf(devices, { labwork, lab: lab?.title ?? '', errored });
}

/** The plan of some devices and some steps alone; none named are all. What is not in the plan is not found in it. */
export function selectFromPlan(
  plan: Plan,
  { devices, steps }: { readonly devices: readonly string[]; readonly steps: readonly string[] },
): Plan {
  const kept = plan.devices
    .filter(({ device }) => devices.length === 0 || devices.includes(device))
    .map((device) => ({
      ...device,
      steps: device.steps.filter(({ step }) => steps.length === 0 || steps.includes(step)),
    }))
    .filter((device) => device.steps.length > 0)
    .map((device) => ({ ...device, end: device.steps.at(-1)!.end }));
  return planOf(kept, plan);
}

function planOf(
  devices: readonly DevicePlan[],
  { labwork, lab, errored }: Pick<Plan, 'labwork' | 'lab' | 'errored'>,
): Plan {
  const steps = devices.flatMap((device) => device.steps);
  const gaps = devices.flatMap(({ device, steps: own }) =>
    own.flatMap((step) => lacking(step).map((lacks): Gap => ({ step: step.step, device, lacks }))),
  );
  return {
    labwork,
    lab,
    devices,
    counts: count(steps.flatMap(({ changes }) => changes)),
    modelled: steps.every(({ unmodelled }) => unmodelled.length === 0),
    complete: gaps.length === 0,
    gaps,
    applyable: !errored && steps.some(({ changes, unmodelled }) => changes.length + unmodelled.length > 0),
    errored,
  };
}

function planDevice(
  { device, platform, blocks }: RunTrack,
  titles: ReadonlyMap<string, string>,
  from: readonly Resource[] | undefined,
): DevicePlan {
  const { model, profile } = platforms[platform];
  const { resources } = model;
  const fresh = [...new Set(blocks.flatMap(({ block }) => block.step ?? []))].flatMap((step) => {
    const own = blocks.filter(({ block }) => block.step === step);
    const planned = planStep(step, titles.get(step) ?? '', own, resources, profile);
    return planned ? [planned] : [];
  });
  const steps =
    from && resources && !resources.restore
      ? planFrom(fresh, from, (changes) => resources.emit(changes, profile))
      : fresh;
  const last = blocks.findLast(({ block }) => block.role === 'apply');
  return {
    device: device.name,
    title: device.title,
    platform,
    steps,
    end: steps.at(-1)?.end ?? (last && resources ? resources.list(last.states.after) : []),
  };
}

/** Undefined for a step that does nothing to the device. */
function planStep(
  step: string,
  title: string,
  blocks: readonly RunBlock[],
  resources: ResourceModel<unknown, unknown> | undefined,
  profile: unknown,
): StepPlan | undefined {
  const applied = blocks.filter(({ block }) => block.role === 'apply');
  const [first, last] = [applied[0], applied.at(-1)];
  if (!first || !last) return undefined;
  const changes = merged(resources?.diff(first.states.before, last.states.after) ?? []);
  const effects = applied.flatMap(({ commands, results }) =>
    commands.map((command, index) => ({ command, result: results[index]! })),
  );
  const unmodelled = applied.flatMap((checked) => unmodelledIn(checked));
  return {
    step,
    title,
    changes,
    offline: [...new Set(effects.flatMap(({ result }) => result.disturbs?.offline ?? []))],
    lasts: [...new Set(effects.flatMap(({ result }) => result.disturbs?.lasts ?? []))],
    unmodelled,
    undo: undoOf(applied, blocks, resources, profile),
    verify: blocks.some(({ block }) => block.role === 'verify')
      ? 'author'
      : changes.length > 0 && unmodelled.length === 0
        ? 'model'
        : 'none',
    end: resources?.list(last.states.after) ?? [],
  };
}

/** A step that changes nothing has nothing to verify and nothing to take back. */
function lacking({ changes, unmodelled, verify, undo }: StepPlan): Gap['lacks'][] {
  if (changes.length + unmodelled.length === 0) return [];
  const isLost = undo.by === 'model' && undo.left.some(({ why }) => why === undefined);
  return [
    ...(verify === 'none' ? (['verify'] as const) : []),
    ...(undo.by === 'unknown' || isLost ? (['undo'] as const) : []),
  ];
}

/** One change a resource, where the device takes it in several commands. */
function merged(changes: readonly ResourceChange[]): readonly ResourceChange[] {
  const byKey = new Map<string, ResourceChange>();
  for (const change of changes) {
    const key = `${change.kind} ${change.name}`;
    const before = byKey.get(key);
    const one = before ? changeOf(change, before.before, change.after) : change;
    if (one) byKey.set(key, one);
    else byKey.delete(key);
  }
  return [...byKey.values()];
}

function unmodelledIn({ block, commands, results }: RunBlock) {
  return commands
    .filter((_, index) => results[index]!.effect === 'unmodelled')
    .map(({ name, range }) => ({ name, file: block.code.file.path, line: range.start.line }));
}

function undoOf(
  applied: readonly RunBlock[],
  blocks: readonly RunBlock[],
  resources: ResourceModel<unknown, unknown> | undefined,
  profile: unknown,
): Undo {
  if (blocks.some(({ block }) => block.role === 'undo')) return { by: 'author' };
  const why = applied.map(({ block }) => block.cannotUndo).find((reason) => reason !== undefined);
  if (why !== undefined) return { by: 'nobody', why };
  if (!resources || applied.some((checked) => unmodelledIn(checked).length > 0)) return { by: 'unknown' };
  const back = resources.diff(applied.at(-1)!.states.after, applied[0]!.states.before);
  const { lines, unemitted } = resources.emit(back, profile);
  return { by: 'model', lines, left: unemitted };
}

function count(changes: readonly ResourceChange[]): ChangeCounts {
  const of = (action: ResourceChange['action']) =>
    changes.filter((change) => change.action === action).length;
  return { create: of('create'), change: of('change'), remove: of('remove') };
}
