import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PagefindIndex } from 'pagefind';
import { close, createIndex } from 'pagefind';
import type { IndexedPage } from './search-volumes.ts';

/** Of what Pagefind writes, an index is these; its ready-made search forms are not used. */
const parts = /^(?:pagefind-entry\.json|.*\.pf_meta|index|fragment|filter)$/;
/** And these search all of them; they stand in the first volume. */
const program = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..*)$/;

interface OpenVolume {
  readonly index: Promise<PagefindIndex>;
  /** By path; settled when the page is indexed. */
  readonly pages: Map<string, Promise<void>>;
}

/** Makes volumes of the search index with Pagefind's own process, which is started when there is something to do. */
export function makeVolumes() {
  const open = new Map<number, OpenVolume>();

  function add(number: number, { path, html }: IndexedPage): void {
    let volume = open.get(number);
    if (!volume) open.set(number, (volume = { index: openIndex(), pages: new Map() }));
    if (volume.pages.has(path)) return;
    const added = volume.index.then(async (index) => {
      const { errors } = await index.addHTMLFile({ sourcePath: path, content: html });
      if (errors.length > 0) throw new Error(`${path} could not be indexed: ${errors.join('; ')}`);
    });
    // Whoever writes the volume hears of it; nobody does where the volume turns out to be unchanged.
    added.catch(() => undefined);
    volume.pages.set(path, added);
  }

  return {
    /** Hands over a page as it is rendered; a page counts once. */
    add,
    /** Writes a volume of exactly these pages, whether they were handed over before or not. */
    async write(number: number, pages: readonly IndexedPage[], folder: string): Promise<void> {
      for (const page of pages) add(number, page);
      const volume = open.get(number) ?? { index: openIndex(), pages: new Map<string, Promise<void>>() };
      await Promise.all(volume.pages.values());
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      const { errors } = await (await volume.index).writeFiles({ outputPath: folder });
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
      for (const name of await readdir(folder)) {
        if (parts.test(name) || (number === 0 && program.test(name))) continue;
        await rm(join(folder, name), { recursive: true });
      }
    },
    /** Ends Pagefind's process. */
    async end(): Promise<void> {
      if (open.size > 0) await close();
      open.clear();
    },
  };
}

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
  return index;
}
