import type { CheckedLabwork } from '../plan/labwork.ts';

/** What is changed on one device in one step; the unit in which the person at the console goes from device to device. */
export interface Turn {
  readonly device: string;
  readonly step: string;
  /** First lines of the commands that the guide shows there and no script runs. */
  readonly byHand: readonly string[];
}

/** In the guide's order. A device's alternatives take its turns. */
export function turnsOf({ guides }: CheckedLabwork): Turn[] {
  const turns = new Map<string, Turn>();
  const blocks = guides.flatMap((guide) => guide.blocks).filter(({ block }) => block.platform === undefined);
  for (const { block, device } of blocks) {
    if (block.role !== 'apply' || block.step === undefined) continue;
    const { step } = block;
    const byHand = blocks
      .filter(
        (other) => other.block.role === 'example' && other.block.step === step && other.device === device,
      )
      .map(({ filled }) => filled.text.split('\n')[0] ?? '');
    turns.set(`${step} ${device.name}`, { device: device.name, step, byHand });
  }
  return [...turns.values()];
}

/** The turns of other devices since the last one of this device: what must be done before its step. */
export function turnsBefore(turns: readonly Turn[], device: string, step: string): Turn[] {
  const at = turns.findIndex((turn) => turn.device === device && turn.step === step);
  const before = turns.slice(0, Math.max(at, 0));
  return before.slice(before.findLastIndex((turn) => turn.device === device) + 1);
}
