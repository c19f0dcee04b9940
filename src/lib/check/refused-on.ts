import { windowsServers } from '../platforms/windows.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';
import type { PlatformRefusal } from './labwork.ts';
import type { Dialects, PlacedBlock } from './run-device.ts';
import { wordsOfRefusal } from './refusal-words.ts';
import { blocksOn, runDevice } from './run-device.ts';

/**
 * What keeps the blocks of a device from running on each version of Windows Server, by the same evidence as the compatibility of its labwork:
 * the first error there, of blocks that somebody runs.
 */
export function refusalsOf(
  placed: readonly PlacedBlock[],
  device: LabDevice,
  dialects: Dialects,
  lab: Lab | undefined,
): readonly PlatformRefusal[] {
  return windowsServers.map((platform) => {
    // It is written for that one.
    if (platform === device.platform) return { platform, why: undefined };
    const runs = runDevice(blocksOn(placed, device, platform), device, platform, dialects, lab);
    const found = runs
      .filter(({ checked }) => checked.block.role !== 'example')
      .flatMap(({ placed: one, checked }) =>
        [...one.substitution.diagnostics, ...checked.diagnostics].map((diagnostic) => ({
          step: checked.block.step,
          diagnostic,
        })),
      )
      .find(({ diagnostic }) => diagnostic.severity === 'error');
    return { platform, why: found && wordsOfRefusal(found.step, found.diagnostic) };
  });
}
