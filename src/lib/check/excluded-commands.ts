import type { PlatformId } from '../platforms/platforms.ts';
import type { RunLabwork } from './labwork.ts';

/** Commands that a guide shows and no script has, with its author's reason. */
export interface ExcludedCommands {
  readonly step: string | undefined;
  /** By its name in the lab. */
  readonly device: string;
  readonly platform: PlatformId;
  readonly because: string;
  /** As they stand, a line each. */
  readonly commands: readonly string[];
}

/** What of a labwork is left to a reader's hand: for the manifest of its bundle and the page alike. */
export function excludedCommands({ tracks }: RunLabwork): readonly ExcludedCommands[] {
  return tracks
    .flatMap(({ blocks }) => blocks)
    .filter(({ block }) => block.role === 'example')
    .map(({ block, device, platform, resolved }) => ({
      step: block.step,
      device: device.name,
      platform,
      because: block.because ?? '',
      commands: resolved.text.split('\n'),
    }));
}
