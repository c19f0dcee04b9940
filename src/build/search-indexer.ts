import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Pagefind from 'pagefind';
import type { IndexedPage } from './search-volumes.ts';

/** Of what Pagefind writes, an index is these; its ready-made search forms are not used. */
const parts = /^(?:pagefind-entry\.json|.*\.pf_meta|index|fragment|filter)$/;
/** And these search all of them; they stand in the first volume. */
const program = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..*)$/;

interface OpenVolume {
  readonly index: Promise<Pagefind.PagefindIndex>;
  /** By path. */
  readonly pages: Map<string, HandedOver>;
}

interface HandedOver {
  readonly html: string;
  /** Not rendered in this build: taken from the last one. */
  readonly expected: boolean;
  readonly added: Promise<void>;
}

/**
 * Makes volumes of the search index with processes of Pagefind's, which are started when there is something to do. Each does one
 * thing at a time; two share the volumes out among them. Each volume is a folder of `folder`, named by its number.
 */
export function makeVolumes(folder: string) {
  const open = new Map<number, OpenVolume>();
  const processes = new Map<number, Promise<typeof Pagefind>>();

  async function openIndex(number: number): Promise<Pagefind.PagefindIndex> {
    const turn = number % 2;
    let pagefind = processes.get(turn);
    if (!pagefind) processes.set(turn, (pagefind = loadPagefind(turn)));
    const { index, errors } = await (await pagefind).createIndex({});
    if (!index) throw new Error(`The search index could not be begun: ${errors.join('; ')}`);
    return index;
  }

  function openVolume(number: number): OpenVolume {
    let volume = open.get(number);
    if (!volume) open.set(number, (volume = { index: openIndex(number), pages: new Map() }));
    return volume;
  }

  function handOver(number: number, { path, html }: IndexedPage, expected: boolean): void {
    const { index, pages } = openVolume(number);
    const added = index.then(async (begun) => {
      const { errors } = await begun.addHTMLFile({ sourcePath: path, content: whatIsFound(html) });
      if (errors.length > 0) throw new Error(`${path} could not be indexed: ${errors.join('; ')}`);
    });
    // Whoever writes the volume hears of it; nobody does where the volume turns out to be unchanged.
    added.catch(() => undefined);
    pages.set(path, { html, expected, added });
  }

  function add(number: number, page: IndexedPage): void {
    const known = open.get(number)?.pages.get(page.path);
    if (known?.html === page.html) return;
    if (known) startAgain(number, (path, { expected }) => path !== page.path && !expected);
    handOver(number, page, false);
  }

  /** Pagefind forgets no page; a volume that has a wrong one is begun again with those that are right. */
  function startAgain(number: number, isRight: (path: string, page: HandedOver) => boolean): void {
    const pages = [...(open.get(number)?.pages ?? [])];
    open.delete(number);
    for (const [path, page] of pages)
      if (isRight(path, page)) handOver(number, { path, html: page.html }, page.expected);
  }

  return {
    /** Hands over a page as it is rendered. */
    add,
    /** Hands over a page of the last build that is expected to stay as it is; if it does not, nothing is lost but time. */
    expect(number: number, page: IndexedPage): void {
      if (!open.get(number)?.pages.has(page.path)) handOver(number, page, true);
    },
    /** Writes a volume of exactly these pages, whether they were handed over before or not, and forgets them. */
    async write(number: number, pages: readonly IndexedPage[]): Promise<void> {
      const paths = new Set(pages.map(({ path }) => path));
      const known = [...(open.get(number)?.pages.keys() ?? [])];
      if (known.some((path) => !paths.has(path))) startAgain(number, (path) => paths.has(path));
      for (const page of pages) add(number, page);
      const volume = openVolume(number);
      open.delete(number);
      await Promise.all([...volume.pages.values()].map(({ added }) => added));
      const own = join(folder, String(number));
      await mkdir(own, { recursive: true });
      const { errors } = await (await volume.index).writeFiles({ outputPath: own });
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`);
      for (const name of await readdir(own)) {
        if (parts.test(name) || (number === 0 && program.test(name))) continue;
        await rm(join(own, name), { recursive: true });
      }
    },
    /** Lets go of all that was handed over and not written. */
    forget(): void {
      open.clear();
    },
    /** Ends Pagefind's processes. */
    async end(): Promise<void> {
      await Promise.all([...processes.values()].map(async (pagefind) => (await pagefind).close()));
      processes.clear();
      open.clear();
    },
  };
}

/** An element of running text that says nothing but how it looks, without elements in it. */
const plainElement = /<(span|strong|em|code)(?: (?:class|data-prompt)="[^"]*")*>([^<]*)<\/\1>/g;

/** Nothing is found by its look or in the head, and such marks are a third of a page with commands: tokens, and lines of tokens. */
function whatIsFound(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(plainElement, '$2')
    .replace(plainElement, '$2');
}

/** Each copy of Pagefind's module has a process of its own. */
async function loadPagefind(turn: number): Promise<typeof Pagefind> {
  return (await import(`${import.meta.resolve('pagefind')}?process=${turn}`)) as typeof Pagefind;
}
