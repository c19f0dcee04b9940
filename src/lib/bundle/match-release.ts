import type { CheckedLabwork } from '../check/labwork.ts';
import type { Bundle, BundleOptions } from './make-bundle.ts';
import { makeBundle } from './make-bundle.ts';
import { partDigests } from './part-digests.ts';

/** What is known of a release. */
export interface ReleasedBundle {
  /** Of the zip. */
  readonly sha256: string;
  /** Of the files in it, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** As `partDigests` had them. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * How a release relates to what the posts make now. `same`: nothing that anybody runs or reads is another; on which line of a post a block
 * stands, which the manifest says as well, is moved by every word before it. `program`: the same posts, which this program bundles otherwise; `grown`: posts came
 * and those that were there are as they were; `changed`: a post is not what it was.
 */
export type ReleaseMatch = 'same' | 'program' | 'grown' | 'changed';

export interface MatchedRelease {
  readonly match: ReleaseMatch;
  /** The posts that are others than in the release, came or are gone. */
  readonly posts: readonly string[];
  /** What the posts make now, under the version of the release. */
  readonly bundle: Bundle;
}

/** Makes the bundle of a labwork anew and holds it to its newest release. `releases` end with that one. */
export function matchRelease(
  labwork: CheckedLabwork,
  released: ReleasedBundle,
  options: BundleOptions,
): MatchedRelease | undefined {
  const bundle = makeBundle(labwork, options);
  if (!bundle) return undefined;
  if (bundle.sha256 === released.sha256) return { match: 'same', posts: [], bundle };
  const now = partDigests(labwork);
  const changed = Object.keys(released.parts).filter((post) => now[post] !== released.parts[post]);
  const added = Object.keys(now).filter((post) => !Object.hasOwn(released.parts, post));
  const posts = [...changed, ...added];
  if (posts.length === 0 && hasSameFiles(bundle, released)) return { match: 'same', posts, bundle };
  return { match: changed.length > 0 ? 'changed' : added.length > 0 ? 'grown' : 'program', posts, bundle };
}

/** What says where everything in the other files comes from. */
const indexes: ReadonlySet<string> = new Set(['manifest.json', 'SHA256SUMS']);

function hasSameFiles({ files }: Bundle, released: ReleasedBundle): boolean {
  const own = files.filter(({ path }) => !indexes.has(path));
  const others = Object.keys(released.files).filter((path) => !indexes.has(path));
  return own.length === others.length && own.every(({ path, sha256 }) => released.files[path] === sha256);
}
