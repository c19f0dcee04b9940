import type { PostDataOf } from '../guide/front-matter.ts';
import type { Step } from '../guide/guide.ts';
import type { RunLabwork } from '../check/labwork.ts';
import type { ExecutionStep } from './execution-steps.ts';
import { executionStepsOf } from './execution-steps.ts';
import type { BundleRelease } from './release.ts';

/** What the files of a bundle say about the labwork it belongs to. */
export interface LabworkMetadata {
  readonly number: number;
  readonly title: string;
  /** The one that is being made; undefined for a build that is no release. */
  readonly release: BundleRelease | undefined;
  /** Earlier releases from which its host scripts repair. */
  readonly repairs: readonly string[];
  /** Where its releases are said to be good, superseded or withdrawn. */
  readonly statusUrl: string;
  /** Of a Debug File, by its slug. */
  debugUrl(slug: string): string;
  /** Of the checksums of all zips. */
  readonly sumsUrl: string;
  /** Of the labwork's page. */
  readonly url: string;
  readonly parts: readonly (PostDataOf<'labworks'> & { readonly url: string })[];
  readonly steps: readonly (Pick<Step, 'id' | 'title'> & { readonly url: string })[];
  readonly executionSteps: readonly ExecutionStep[];
  /** Of all parts together. */
  readonly requires: PostDataOf<'labworks'>['requires'];
  /** `labworks/wiring-a-rack-part-2.mdx` for the path of a post's file. */
  postOf(path: string): string;
}

/** `site` is the site's address without a slash at its end; `releases` end with the one that is being made. Undefined for posts that are no labwork. */
export function metadataOf(
  labwork: RunLabwork,
  site: string,
  releases: readonly BundleRelease[] = [],
): LabworkMetadata | undefined {
  const release = releases.at(-1);
  const { guides } = labwork;
  const parts = guides.flatMap(({ guide }) =>
    guide.data?.kind === 'labworks' ? [{ ...guide.data, url: `${site}/labworks/${guide.data.slug}/` }] : [],
  );
  const first = parts[0];
  if (!first) return undefined;
  const names = new Map<string, string>();
  for (const { guide } of guides)
    if (guide.data)
      names.set(guide.file.path, `${guide.data.kind}/${guide.data.slug}${endingOf(guide.file.path)}`);
  return {
    number: first.labwork,
    title: first.series,
    release,
    repairs: releases.slice(0, -1).flatMap(({ version, made }) => (made ? [version] : [])),
    statusUrl: `${site}/bundles/labworks-${first.labwork}/status.json`,
    debugUrl: (slug) => `${site}/debug/${slug}/`,
    sumsUrl: `${site}/bundles/SHA256SUMS`,
    url: `${site}/labworks/${first.labwork}/`,
    parts,
    steps: guides.flatMap(({ guide }) => {
      const url = parts.find(({ slug }) => slug === guide.data?.slug)?.url ?? '';
      return guide.steps.map((step) => ({ ...step, url: `${url}#${step.anchor}` }));
    }),
    executionSteps: executionStepsOf(labwork),
    requires: {
      platforms: union(parts.map(({ requires }) => requires.platforms)),
      licences: union(parts.map(({ requires }) => requires.licences)),
      hardware: union(parts.map(({ requires }) => requires.hardware)),
    },
    postOf: (path) => names.get(path) ?? path,
  };
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.'));
}

function union<T>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())];
}
