import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { pathsOf } from './output-paths.ts';
import { changedPosts } from './changed-posts.ts';
import type { LastPages, RenderedPages } from './rendered-pages.ts';
import { expectOthers, startPages } from './rendered-pages.ts';
import { indexedPages, knownPages } from './search-pages.ts';
import { makeVolumes } from './search-indexer.ts';
import { digestOfVolume } from './search-volumes.ts';

/** `/pagefind/volumes.json`: what each volume was made from, and so how many there are. */
interface Contents {
  readonly volumes: readonly string[];
}

const aside = join(process.cwd(), '.cache/pagefind');
/** Volumes of this build, until all are there. */
const made = join(process.cwd(), '.cache/pagefind-new');
/** What was found in pages, so that one which lies there as before need not be read again. */
const record = join(process.cwd(), '.cache/search-pages.json');

/** The tool and its version. */
const tool = readFileSync(join(process.cwd(), 'node_modules/pagefind/package.json'), 'utf8');

/**
 * Full-text search without a server, in `/pagefind/`. Only what stands in `data-pagefind-body` is found; pages say what they
 * are with `data-pagefind-filter="kind:Labworks"` and `data-pagefind-meta="kind:Labworks 2"`.
 *
 * The index of the last build is laid aside while this one is made, and of its volumes those with a changed page are made
 * anew. Pages are rendered volume by volume and handed over at once: Pagefind has processes of its own and works beside Astro.
 */
export function searchIndex(): AstroIntegration {
  let output = '';
  let maker = makeVolumes(made);
  let keys = new Map<string, string | undefined>();
  let pages: RenderedPages | undefined;

  const render = (usual: AstroPrerenderer): AstroPrerenderer => ({
    ...usual,
    async getStaticPaths() {
      const paths = await usual.getStaticPaths();
      keys = new Map(
        paths
          .filter(({ route }) => route.type === 'page')
          .map(({ pathname, cacheKey }) => [fileOf(pathname), cacheKey]),
      );
      const started = startPages(keys, await lastPages(output), maker);
      pages = started;
      const volume = ({ pathname }: { readonly pathname: string }) => started.volumeOf(fileOf(pathname));
      return paths.toSorted((a, b) => volume(a) - volume(b));
    },
    async render(request, options) {
      const result = await usual.render(request, options);
      const { response, ...others } = result instanceof Response ? { response: result } : result;
      const path = fileOf(decodeURI(new URL(request.url).pathname));
      if (!response.ok || !keys.has(path)) return result;
      // Read once and handed on as text: a copy of a response is read piece by piece.
      const html = await response.text();
      pages?.rendered(path, html);
      return { ...others, response: new Response(html, response) };
    },
  });
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done'({ config }) {
        output = join(fileURLToPath(config.outDir), 'pagefind');
      },
      async 'astro:build:start'({ setPrerenderer }) {
        maker = makeVolumes(made);
        pages = undefined;
        await rm(made, { recursive: true, force: true });
        await move(output, aside);
        expectOthers(new Set(changedPosts.value?.map(fileOfPost)), await lastPages(output), maker);
        setPrerenderer(render);
      },
      async 'astro:build:done'({ assets, dir, logger }) {
        const root = fileURLToPath(dir);
        const found = indexedPages(root, pathsOf(assets, dir), record, keys, pages?.digests ?? new Map());
        const before = await contentsOf(aside);
        const count = pages?.count ?? 0;
        const volumes = Array.from({ length: count }, (_, number) => {
          const mine = found.filter(({ path }) => pages?.volumeOf(path) === number);
          const digests = mine.map(({ digest }) => digest);
          return { number, paths: mine.map(({ path }) => path), digest: digestOfVolume(digests, tool) };
        });
        const changed = volumes.filter(({ number, digest }) => before[number] !== digest);
        if (changed.length > 0) {
          const whole = (paths: readonly string[]) =>
            paths.map((path) => ({ path, html: readFileSync(join(root, path), 'utf8') }));
          await Promise.all(
            changed.map(
              ({ number, paths }) => pages?.written.get(number) ?? maker.write(number, whole(paths)),
            ),
          );
          // A build that ends here leaves no index that says it is whole.
          await rm(before.length > 0 ? join(aside, 'volumes.json') : aside, { recursive: true, force: true });
          for (const { number } of changed)
            await move(join(made, String(number)), join(aside, String(number)));
          for (let number = count; number < before.length; number++)
            await rm(join(aside, String(number)), { recursive: true, force: true });
          const contents: Contents = { volumes: volumes.map(({ digest }) => digest) };
          await writeFile(join(aside, 'volumes.json'), JSON.stringify(contents));
          const indexed = changed.reduce((sum, volume) => sum + volume.paths.length, 0);
          logger.info(`${indexed} of ${found.length} pages indexed for the search`);
        }
        await Promise.allSettled(pages?.written.values() ?? []);
        await maker.end();
        await rm(made, { recursive: true, force: true });
        await move(aside, output);
      },
    },
  };
}

async function lastPages(output: string): Promise<LastPages> {
  return {
    known: knownPages(record),
    volumes: (await contentsOf(aside)).length,
    read(path) {
      const file = join(output, '..', path);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
}

/** The file of a page, by its address: `/labworks/x/` is in `labworks/x/index.html`. */
function fileOf(pathname: string): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** The file of a post's page: `src/content/debug/x.mdx` is in `debug/x/index.html`. */
function fileOfPost(path: string): string {
  return path.replace(/^src\/content\/|\.mdx$/g, '') + '/index.html';
}

/** Moves a folder to where another one may lie; does nothing where there is none. */
async function move(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  if (names.length === 0) return;
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, '..'), { recursive: true });
  await rename(from, to);
}

/** The digests of the volumes in a folder; none where it has no whole index. */
async function contentsOf(folder: string): Promise<readonly string[]> {
  try {
    return (JSON.parse(await readFile(join(folder, 'volumes.json'), 'utf8')) as Contents).volumes;
  } catch {
    return [];
  }
}
