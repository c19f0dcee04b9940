import type { RunLabwork } from '../check/labwork.ts';

/** What is done on one device in one step; the unit in which the person at the console goes from device to device. */
export interface ExecutionStep {
  readonly device: string;
  readonly step: string;
  /** Whether a script changes the device there; where none does, all of it is left to the hand. */
  readonly scripted: boolean;
  /** First lines of the commands that the guide shows there and no script runs. */
  readonly byHand: readonly string[];
}

/** In the guide's order. A device's alternatives share its steps. A step that only looks is none. */
export function executionStepsOf({ guides }: RunLabwork): ExecutionStep[] {
  const executionSteps = new Map<string, ExecutionStep>();
  const blocks = guides.flatMap((guide) => guide.blocks).filter(({ block }) => block.platform === undefined);
  for (const { block, devices, resolved } of blocks) {
    const { role, step } = block;
    if ((role !== 'apply' && role !== 'example') || step === undefined) continue;
    for (const { name } of devices) {
      const key = `${step} ${name}`;
      const known = executionSteps.get(key) ?? { device: name, step, scripted: false, byHand: [] };
      executionSteps.set(
        key,
        role === 'apply'
          ? { ...known, scripted: true }
          : { ...known, byHand: [...known.byHand, resolved.text.split('\n')[0] ?? ''] },
      );
    }
  }
  return [...executionSteps.values()];
}

/** The scripted steps of other devices since the last one of this device: what must be done before its step. */
export function stepsBefore(
  executionSteps: readonly ExecutionStep[],
  device: string,
  step: string,
): ExecutionStep[] {
  const scripted = executionSteps.filter((one) => one.scripted);
  const at = scripted.findIndex((one) => one.device === device && one.step === step);
  const before = scripted.slice(0, Math.max(at, 0));
  return before.slice(before.findLastIndex((one) => one.device === device) + 1);
}
