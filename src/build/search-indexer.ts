import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Pagefind from 'pagefind';
import { writeIndexFiles } from './index-files.ts';
import type { IndexedPage } from './search-volumes.ts';
import { searchableHtml } from './searchable-html.ts';

/** Of what Pagefind writes, an index is these; its ready-made search forms are not used. */
const indexFiles = /^(?:pagefind-entry\.json|.*\.pf_meta|index|fragment|filter)$/;
/** And these search all of them; they stand in the first volume. */
const clientFiles = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..*)$/;

/** Each process does one thing at a time; the volumes are shared out among them. */
const processCount = 2;

interface OpenVolume {
  readonly index: Promise<Pagefind.PagefindIndex>;
  /** By path. */
  readonly pages: Map<string, QueuedPage>;
}

interface QueuedPage {
  readonly html: string;
  /** Not rendered in this build: read from the last one. */
  readonly prefilled: boolean;
  readonly added: Promise<void>;
}

/**
 * Makes volumes of the search index with processes of Pagefind's, which are started when there is something to do. Each volume is a
 * folder of `folder`, named by its number.
 */
export function createIndexer(folder: string) {
  const open = new Map<number, OpenVolume>();
  const processes = new Map<number, Promise<typeof Pagefind>>();
  /** Pages that Pagefind was given and has not answered for. */
  const underWay = new Set<Promise<void>>();

  async function createIndex(number: number): Promise<Pagefind.PagefindIndex> {
    const id = number % processCount;
    let pagefind = processes.get(id);
    if (!pagefind) processes.set(id, (pagefind = loadPagefind(id)));
    const { index, errors } = await (await pagefind).createIndex({});
    if (!index) throw new Error(`The search index could not be created: ${errors.join('; ')}`);
    return index;
  }

  function openVolume(number: number): OpenVolume {
    let volume = open.get(number);
    if (!volume) open.set(number, (volume = { index: createIndex(number), pages: new Map() }));
    return volume;
  }

  function queuePage(number: number, { path, html }: IndexedPage, prefilled: boolean): void {
    const volume = openVolume(number);
    const added = volume.index.then(async (index) => {
      const { errors } = await index.addHTMLFile({ sourcePath: path, content: searchableHtml(html) });
      if (errors.length > 0) throw new Error(`${path} could not be indexed: ${errors.join('; ')}`);
    });
    // Whoever writes the volume gets the error; nobody does where the volume turns out to be unchanged.
    const answered = added
      .catch(() => undefined)
      .finally(() => {
        underWay.delete(answered);
      });
    underWay.add(answered);
    volume.pages.set(path, { html, prefilled, added });
  }

  function add(number: number, page: IndexedPage): void {
    const queued = open.get(number)?.pages.get(page.path);
    if (queued?.html === page.html) return;
    if (queued) reopenVolume(number, (path, { prefilled }) => path !== page.path && !prefilled);
    queuePage(number, page, false);
  }

  /** Pagefind removes no page; a volume that has a wrong one is made again with those that are right. */
  function reopenVolume(number: number, isRight: (path: string, page: QueuedPage) => boolean): void {
    const pages = [...(open.get(number)?.pages ?? [])];
    open.delete(number);
    for (const [path, page] of pages)
      if (isRight(path, page)) queuePage(number, { path, html: page.html }, page.prefilled);
  }

  return {
    /** Adds a page as it is rendered. */
    add,
    /** Adds a page of the last build that is likely to stay as it is; if it does not, nothing is lost but time. */
    prefill(number: number, page: IndexedPage): void {
      if (!open.get(number)?.pages.has(page.path)) queuePage(number, page, true);
    },
    /** Writes a volume of exactly these pages, whether they were added before or not, and closes it. */
    async write(number: number, pages: readonly IndexedPage[]): Promise<void> {
      const paths = new Set(pages.map(({ path }) => path));
      const queued = [...(open.get(number)?.pages.keys() ?? [])];
      if (queued.some((path) => !paths.has(path))) reopenVolume(number, (path) => paths.has(path));
      for (const page of pages) add(number, page);
      const volume = openVolume(number);
      open.delete(number);
      await Promise.all([...volume.pages.values()].map(({ added }) => added));
      const index = await volume.index;
      const { errors, files } = await index.getFiles();
      // Pagefind keeps all of an index until it is told to let go.
      await index.deleteIndex();
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
      const own = join(folder, String(number));
      await rm(own, { recursive: true, force: true });
      const isOurs = ({ path }: { readonly path: string }) => {
        const [top = ''] = path.split(/[\\/]/);
        return indexFiles.test(top) || (number === 0 && clientFiles.test(top));
      };
      await writeIndexFiles(own, files.filter(isOurs));
    },
    /** Drops all that was added and not written. */
    reset(): void {
      open.clear();
    },
    /** Ends Pagefind's processes, when they are through with what they were given: they cry out over each page that is taken from them. */
    async end(): Promise<void> {
      await Promise.all(underWay);
      await Promise.all([...processes.values()].map(async (pagefind) => (await pagefind).close()));
      processes.clear();
      open.clear();
    },
  };
}

/** Each copy of Pagefind's module has a process of its own. */
async function loadPagefind(id: number): Promise<typeof Pagefind> {
  return (await import(`${import.meta.resolve('pagefind')}?process=${id}`)) as typeof Pagefind;
}
