import type { KnownPage } from './search-pages.ts';
import type { IndexedPage } from './search-volumes.ts';
import { digestOfPage, isIndexed, volumeCount, volumeOf } from './search-volumes.ts';

/** What takes the pages of volumes; see `search-indexer.ts`. */
export interface Indexer {
  add(volume: number, page: IndexedPage): void;
  expect(volume: number, page: IndexedPage): void;
  write(volume: number, pages: readonly IndexedPage[]): Promise<void>;
  forget(): void;
}

/** What the last build left. */
export interface LastPages {
  /** By path. */
  readonly known: Readonly<Record<string, KnownPage>>;
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
  /** Takes a page that was rendered; what is restored from an earlier build is not told. */
  rendered(path: string, html: string): void;
  /** Volumes of which every page was rendered: they are whole before the build is. */
  readonly written: ReadonlyMap<number, Promise<void>>;
}

interface VolumeBuffer {
  readonly waiting: Set<string>;
  readonly rendered: IndexedPage[];
  changed: boolean;
}

/**
 * Hands over the other pages of the volumes that changed pages are in, before any is rendered. Where much has changed, little is
 * expected to stay, and nothing is handed over.
 */
export function expectOthers(
  changed: ReadonlySet<string>,
  { known, volumes, read }: LastPages,
  indexer: Indexer,
): void {
  const numbers = new Set(
    [...changed].filter((path) => known[path]?.digest !== null).map((path) => volumeOf(path, volumes)),
  );
  if (numbers.size > volumes / 2 && volumes > 1) return;
  for (const [path, { digest }] of Object.entries(known)) {
    if (digest === null || changed.has(path)) continue;
    const number = volumeOf(path, volumes);
    const html = numbers.has(number) ? read(path) : undefined;
    if (html !== undefined) indexer.expect(number, { path, html });
  }
}

/**
 * Hands pages over as they are rendered, and each volume as soon as it is whole. `keys` has all pages by path, with the keys of
 * their routes where they have one: where some of a volume have a new key, the others are handed over at once.
 */
export function startPages(
  keys: ReadonlyMap<string, string | undefined>,
  { known, volumes, read }: LastPages,
  indexer: Indexer,
): RenderedPages {
  const count = volumeCount(keys.size);
  const buffers = Array.from({ length: count }, (): VolumeBuffer => ({
    waiting: new Set(),
    rendered: [],
    changed: false,
  }));
  const numbers = new Map([...keys.keys()].map((path) => [path, volumeOf(path, count)]));
  const numberOf = (path: string) => numbers.get(path) ?? volumeOf(path, count);
  for (const [path, number] of numbers) buffers[number]!.waiting.add(path);
  if (volumes !== count) indexer.forget();
  else for (const [number, { waiting }] of buffers.entries()) expectUnchanged(number, waiting);
  const written = new Map<number, Promise<void>>();
  const digests = new Map<string, string | null>();

  function expectUnchanged(number: number, paths: Iterable<string>): void {
    const keyed = [...paths].filter((path) => keys.get(path) !== undefined && known[path]?.digest !== null);
    const same = keyed.filter((path) => known[path]?.key === keys.get(path));
    if (same.length === keyed.length) return;
    for (const path of same) {
      const html = read(path);
      if (html !== undefined) indexer.expect(number, { path, html });
    }
  }

  return {
    count,
    volumeOf: numberOf,
    written,
    digests,
    rendered(path, html) {
      const number = numberOf(path);
      const buffer = buffers[number]!;
      if (!buffer.waiting.delete(path)) return;
      const digest = isIndexed(html) ? digestOfPage(path, Buffer.from(html)) : null;
      digests.set(path, digest);
      if (digest !== null) {
        buffer.rendered.push({ path, html });
        if (known[path]?.digest !== digest) {
          buffer.changed = true;
          indexer.add(number, { path, html });
        }
      }
      if (buffer.waiting.size > 0 || !buffer.changed) return;
      const writing = indexer.write(number, buffer.rendered.splice(0));
      // Whoever asks for the volume is told.
      writing.catch(() => undefined);
      written.set(number, writing);
    },
  };
}
