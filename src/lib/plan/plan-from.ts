import type { Properties, Resource, ResourceChange } from '../models/resource.ts';
import { changeOf } from '../models/resource.ts';
import type { Emission } from '../models/model.ts';
import type { StepPlan, Undo } from './plan.ts';

/**
 * The steps of a device that has something already, whose commands run behind a look: what is there as it is to be is left, what is there
 * otherwise is set, and of properties that a step says nothing of those stay that are there.
 */
export function planFrom(
  steps: readonly StepPlan[],
  start: readonly Resource[],
  emit: (changes: readonly ResourceChange[]) => Emission,
): readonly StepPlan[] {
  const now = new Map(start.map((resource) => [keyOf(resource), resource]));
  return steps.map((step) => {
    const changes = step.changes.flatMap((change) => {
      const key = keyOf(change);
      const before = now.get(key)?.properties;
      const after = afterOn(change, before);
      const own = changeOf(change, before, after);
      if (after) now.set(key, { kind: change.kind, name: change.name, properties: after });
      else now.delete(key);
      return own ?? [];
    });
    const isIdle = changes.length + step.unmodelled.length === 0;
    return {
      ...step,
      changes,
      // What is there already is not done again, and takes nothing off the network.
      ...(isIdle && { offline: [], lasts: [] }),
      undo: step.undo.by === 'model' ? takenBack(changes, emit) : step.undo,
      end: [...now.values()],
    };
  });
}

function takenBack(
  changes: readonly ResourceChange[],
  emit: (changes: readonly ResourceChange[]) => Emission,
): Undo {
  const back = changes.flatMap((change) => changeOf(change, change.after, change.before) ?? []).reverse();
  const { lines, unemitted } = emit(back);
  return { by: 'model', lines, left: unemitted };
}

function afterOn(
  { after, before: was }: ResourceChange,
  before: Properties | undefined,
): Properties | undefined {
  if (!after) return undefined;
  const gone = Object.keys(was ?? {}).filter((property) => after[property] === undefined);
  const kept = Object.entries(before ?? {}).filter(([property]) => !gone.includes(property));
  return { ...Object.fromEntries(kept), ...after };
}

function keyOf({ kind, name }: Pick<Resource, 'kind' | 'name'>): string {
  return `${kind} ${name.toLowerCase()}`;
}
