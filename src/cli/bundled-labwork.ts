import type { CheckedLabwork } from '../lib/check/labwork.ts';
import type { Engine } from '../lib/engine.ts';
import { checkSeries, publicationOf, toPretty } from '../lib/engine.ts';
import type { Guide } from '../lib/guide/guide.ts';
import type { ReleasedPart, StoredReleases } from '../lib/ledger/releases/check-releases.ts';
import { openEngine } from '../workspace/facts.ts';
import { readIdentity } from '../workspace/identity.ts';
import { readReleases, statusFileOf } from '../workspace/releases.ts';
import { siteName } from '../workspace/site-file.ts';
import { today } from '../workspace/today.ts';
import { readLabwork } from './labwork.ts';
import { stderr } from './terminal.ts';
import { UsageError } from './usage.ts';

/** A labwork that can be bundled. */
export interface BundledLabwork {
  readonly number: number;
  readonly labwork: CheckedLabwork;
  /** What has checked it. */
  readonly engine: Engine;
  readonly parts: readonly ReleasedPart[];
  /** The site's address, without a slash at the end. */
  readonly site: string;
  /** What was released of it, and lies there. */
  readonly stored: StoredReleases;
}

/** Which parts are bundled that the site does not offer. */
export interface BundledParts {
  readonly drafts?: boolean;
  /** Those that are dated later than today. */
  readonly future?: boolean;
}

/**
 * The labwork that the words of the command line name; undefined where it has errors, which are then told. `done` ends the sentence that it
 * was not, `example` shows how to ask.
 */
export function readBundledLabwork(
  words: readonly string[],
  { drafts = false, future = false }: BundledParts,
  { done, example }: { readonly done: string; readonly example: string },
): BundledLabwork | undefined {
  const engine = openEngine();
  const { number, guides: all, labs } = readLabwork(words, engine, example);
  const day = future ? undefined : today();
  const isBundled = ({ data }: Guide) => {
    const publication = data ? publicationOf(data, day) : 'published';
    return publication === 'published' || (publication === 'draft' && drafts);
  };
  const guides = all.filter(isBundled);
  if (guides.length === 0)
    throw new UsageError(
      `no part of labwork ${number} is published; --drafts bundles drafts, --future what is dated later.`,
    );
  const labwork = engine.checkLabwork(guides, labs);
  const diagnostics = [...labwork.guides.flatMap((guide) => guide.diagnostics), ...checkSeries(all, day)];
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const sources = new Map(guides.map(({ file }) => [file.path, file]));
    stderr.print(toPretty(diagnostics, sources, stderr.painter));
    stderr.print(`\nlabworks: labwork ${number} has errors, and is not ${done}.\n`);
    return undefined;
  }
  const site = readIdentity();
  if (!site.value) {
    stderr.print(toPretty(site.diagnostics, new Map([[site.file.path, site.file]]), stderr.painter));
    stderr.print(`\nlabworks: the bundle carries the site’s address, and ${siteName} has errors.\n`);
    return undefined;
  }
  const stored = readReleases().find((one) => one.labwork === number);
  return {
    number,
    labwork,
    engine,
    parts: guides.flatMap(({ data, fields, file }) =>
      data?.kind === 'labworks' ? [{ data, fields, file }] : [],
    ),
    site: site.value.address,
    stored: stored ?? { labwork: number, status: statusFileOf(number), files: new Map(), bases: [] },
  };
}
