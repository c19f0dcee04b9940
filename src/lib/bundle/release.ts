/** A release of a bundle, as the files of it and of later ones tell of it. */
export interface BundleRelease {
  /** `1.0.0` */
  readonly version: string;
  /** `2014-04-21` */
  readonly date: string;
  /** What changed in it, a sentence each. */
  readonly changes: readonly string[];
}

/** The version that a bundle says it has while it is no release: below all of them, and the same for whatever is in it. */
export const unreleased = '0.0.0-unreleased';

/** `labworks-2-1.0.0.zip` */
export function bundleName(labwork: number, version: string): string {
  return `labworks-${labwork}-${version}.zip`;
}
