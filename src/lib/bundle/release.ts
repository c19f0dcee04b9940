import type { ReleasedMaking } from '../check/run-released.ts';

/** A release of a bundle, as the files of it and of later ones tell of it. */
export interface BundleRelease {
  /** `1.0.0` */
  readonly version: string;
  /** `2014-04-21` */
  readonly date: string;
  /** What changed in it, a sentence each. */
  readonly changes: readonly string[];
  /** Since when it must not be used, why, and the Debug File that explains it. */
  readonly withdrawn?: { readonly date: string; readonly reason: string; readonly debug: string };
  /** What those have to do who ran it. */
  readonly remedy?: string;
  /** What its commands made of each host, read out of its own files; without it nothing repairs what it left. */
  readonly made?: readonly ReleasedMaking[];
}

/** The version that a bundle says it has while it is no release: below all of them, and the same for whatever is in it. */
export const unreleased = '0.0.0-unreleased';

/** `labworks-2-1.0.0.zip` */
export function bundleName(labwork: number, version: string): string {
  return `labworks-${labwork}-${version}.zip`;
}
