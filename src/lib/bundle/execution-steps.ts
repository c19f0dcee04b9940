import type { CheckedLabwork } from '../check/labwork.ts';

/** What is changed on one device in one step; the unit in which the person at the console goes from device to device. */
export interface ExecutionStep {
  readonly device: string;
  readonly step: string;
  /** First lines of the commands that the guide shows there and no script runs. */
  readonly byHand: readonly string[];
}

/** In the guide's order. A device's alternatives share its steps. */
export function executionStepsOf({ guides }: CheckedLabwork): ExecutionStep[] {
  const executionSteps = new Map<string, ExecutionStep>();
  const blocks = guides.flatMap((guide) => guide.blocks).filter(({ block }) => block.platform === undefined);
  for (const { block, devices } of blocks) {
    const { role, step } = block;
    if (role !== 'apply' || step === undefined) continue;
    for (const { name } of devices) {
      const byHand = blocks
        .filter(
          (other) =>
            other.block.role === 'example' &&
            other.block.step === step &&
            other.devices.some((device) => device.name === name),
        )
        .map(({ resolved }) => resolved.text.split('\n')[0] ?? '');
      executionSteps.set(`${step} ${name}`, { device: name, step, byHand });
    }
  }
  return [...executionSteps.values()];
}

/** The steps of other devices since the last one of this device: what must be done before its step. */
export function stepsBefore(
  executionSteps: readonly ExecutionStep[],
  device: string,
  step: string,
): ExecutionStep[] {
  const at = executionSteps.findIndex((one) => one.device === device && one.step === step);
  const before = executionSteps.slice(0, Math.max(at, 0));
  return before.slice(before.findLastIndex((one) => one.device === device) + 1);
}
