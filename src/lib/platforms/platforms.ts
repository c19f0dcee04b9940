import type { Language } from '../dialects/dialect.ts';
import { iosLanguage } from '../dialects/ios/ios.ts';
import { powershellLanguage } from '../dialects/powershell/powershell.ts';
import { catalystPlatforms } from './catalyst.ts';
import type { Platform } from './platform.ts';
import { sg300 } from './sg300.ts';
import { windowsPlatforms } from './windows.ts';

/** The languages that command blocks are written in, by the words of their fences. */
export const languages = {
  powershell: powershellLanguage,
  ios: iosLanguage,
} as const satisfies Record<string, Language>;

export type DialectId = keyof typeof languages;

export const dialectIds = Object.keys(languages) as DialectId[];

export function isDialectId(text: string): text is DialectId {
  return Object.hasOwn(languages, text);
}

/** Everything that a device can be. The order within a dialect is oldest first. */
export const platforms: Readonly<Record<PlatformId, KnownPlatform>> = {
  ...windowsPlatforms,
  'catalyst-2960s': catalystPlatforms['catalyst-2960s'],
  sg300,
  'generic-ios': catalystPlatforms['generic-ios'],
};

export type PlatformId = keyof typeof windowsPlatforms | keyof typeof catalystPlatforms | 'sg300';

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
