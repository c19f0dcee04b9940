import type { CachedPage } from './page-digests.ts';
import type { IndexedPage } from './search-volumes.ts';
import { digestOfPage, isIndexed, volumeCount, volumeOf } from './search-volumes.ts';

/** What makes volumes of pages; see `search-indexer.ts`. */
export interface Indexer {
  add(volume: number, page: IndexedPage): void;
  prefill(volume: number, page: IndexedPage): void;
  write(volume: number, pages: readonly IndexedPage[]): Promise<void>;
  reset(): void;
}

/** The pages of the last build. */
export interface PreviousPages {
  /** By path. */
  readonly cached: Readonly<Record<string, CachedPage>>;
  /** How many volumes its index has. */
  readonly volumes: number;
  /** A page of it; undefined where that is not there any more. */
  read(path: string): string | undefined;
}

/** The pages of a build while they are rendered. */
export interface RenderedPages {
  /** How many volumes the index of this build has. */
  readonly count: number;
  /** The volume of a page, by its path. */
  volumeOf(path: string): number;
  /** Of the pages that were rendered: their digests, null where nothing in them can be found. */
  readonly digests: ReadonlyMap<string, string | null>;
  /** Adds a page that was rendered; pages that are restored from an earlier build are not added. */
  add(path: string, html: string): void;
  /** Volumes of which every page was rendered: they are whole before the build is. */
  readonly written: ReadonlyMap<number, Promise<void>>;
}

interface VolumeBuffer {
  /** Paths of pages that are not rendered yet. */
  readonly pending: Set<string>;
  readonly rendered: IndexedPage[];
  changed: boolean;
}

/**
 * Indexes the other pages of the volumes that changed pages are in, before any is rendered. Where much has changed, little is
 * likely to stay, and nothing is indexed.
 */
export function prefillVolumes(
  changed: ReadonlySet<string>,
  { cached, volumes, read }: PreviousPages,
  indexer: Indexer,
): void {
  const numbers = new Set(
    [...changed].filter((path) => cached[path]?.digest !== null).map((path) => volumeOf(path, volumes)),
  );
  if (numbers.size > volumes / 2 && volumes > 1) return;
  for (const [path, { digest }] of Object.entries(cached)) {
    if (digest === null || changed.has(path)) continue;
    const number = volumeOf(path, volumes);
    const html = numbers.has(number) ? read(path) : undefined;
    if (html !== undefined) indexer.prefill(number, { path, html });
  }
}

/**
 * Indexes pages as they are rendered, and writes each volume as soon as it is whole. `keys` has all pages by path, with the cache
 * keys of their routes where they have one: where some of a volume have a new key, the others are indexed at once.
 */
export function trackPages(
  keys: ReadonlyMap<string, string | undefined>,
  previous: PreviousPages,
  indexer: Indexer,
): RenderedPages {
  const count = volumeCount(keys.size);
  const buffers = Array.from({ length: count }, (): VolumeBuffer => ({
    pending: new Set(),
    rendered: [],
    changed: false,
  }));
  const numbers = new Map([...keys.keys()].map((path) => [path, volumeOf(path, count)]));
  const numberOf = (path: string) => numbers.get(path) ?? volumeOf(path, count);
  for (const [path, number] of numbers) buffers[number]!.pending.add(path);
  if (previous.volumes !== count) indexer.reset();
  else
    for (const [number, { pending }] of buffers.entries())
      for (const page of unchangedBeside(pending, keys, previous)) indexer.prefill(number, page);
  const written = new Map<number, Promise<void>>();
  const digests = new Map<string, string | null>();

  return {
    count,
    volumeOf: numberOf,
    written,
    digests,
    add(path, html) {
      const number = numberOf(path);
      const buffer = buffers[number]!;
      if (!buffer.pending.delete(path)) return;
      const digest = isIndexed(html) ? digestOfPage(path, Buffer.from(html)) : null;
      digests.set(path, digest);
      if (digest !== null) {
        buffer.rendered.push({ path, html });
        if (previous.cached[path]?.digest !== digest) {
          buffer.changed = true;
          indexer.add(number, { path, html });
        }
      }
      if (buffer.pending.size > 0 || !buffer.changed) return;
      const writing = indexer.write(number, buffer.rendered.splice(0));
      // Whoever waits for the volume gets the error.
      writing.catch(() => undefined);
      written.set(number, writing);
    },
  };
}

/** Of a volume in which some page has a new key: the pages whose keys are the same. */
function unchangedBeside(
  paths: ReadonlySet<string>,
  keys: ReadonlyMap<string, string | undefined>,
  { cached, read }: PreviousPages,
): IndexedPage[] {
  const keyed = [...paths].filter((path) => keys.get(path) !== undefined && cached[path]?.digest !== null);
  const same = keyed.filter((path) => cached[path]?.key === keys.get(path));
  if (same.length === keyed.length) return [];
  return same.flatMap((path) => {
    const html = read(path);
    return html === undefined ? [] : [{ path, html }];
  });
}
