import { catalystPlatforms } from './catalyst.ts';
import type { DialectId } from './dialects.ts';
import type { Platform } from './platform.ts';
import { sg300, sg350 } from './sg300.ts';
import { windowsPlatforms } from './windows.ts';

/** Everything that a device can be. The order within a dialect is oldest first. */
export const platforms: Readonly<Record<PlatformId, KnownPlatform>> = {
  ...windowsPlatforms,
  'catalyst-2960s': catalystPlatforms['catalyst-2960s'],
  sg300,
  'catalyst-3560': catalystPlatforms['catalyst-3560'],
  'catalyst-3750x': catalystPlatforms['catalyst-3750x'],
  'catalyst-2960x': catalystPlatforms['catalyst-2960x'],
  'catalyst-9200': catalystPlatforms['catalyst-9200'],
  'catalyst-9300': catalystPlatforms['catalyst-9300'],
  sg350,
  'generic-ios': catalystPlatforms['generic-ios'],
};

export type PlatformId = keyof typeof windowsPlatforms | keyof typeof catalystPlatforms | 'sg300' | 'sg350';

/** A platform of the list, whose language is one of the list. */
export interface KnownPlatform extends Platform {
  readonly id: PlatformId;
  readonly dialect: DialectId;
}

export const platformIds = Object.keys(platforms) as PlatformId[];

export function isPlatformId(text: string): text is PlatformId {
  return Object.hasOwn(platforms, text);
}

/** What a script that stands for itself runs on where nobody says. */
export const defaultPlatforms: Readonly<Record<DialectId, PlatformId>> = {
  powershell: 'windows-server-2025',
  ios: 'catalyst-2960s',
};
