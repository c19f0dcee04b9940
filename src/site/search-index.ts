import { readFileSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { pathsOf } from './output-paths.ts';
import { indexedPages } from './search-pages.ts';
import { makeVolumes } from './search-volume-maker.ts';
import { digestOfVolume, isIndexed, volumeCount, volumeOf } from './search-volumes.ts';

/** `/pagefind/volumes.json`: what each volume was made from, and so how many there are. */
interface Contents {
  readonly volumes: readonly string[];
}

const aside = join(process.cwd(), '.cache/pagefind');
/** What was found in pages, so that one which lies there as before need not be read again. */
const digests = join(process.cwd(), '.cache/search-pages.json');

/** The tool and its version. */
const tool = readFileSync(join(process.cwd(), 'node_modules/pagefind/package.json'), 'utf8');

/**
 * Full-text search without a server, in `/pagefind/`. Only what stands in `data-pagefind-body` is found; pages say what they
 * are with `data-pagefind-filter="kind:Labworks"` and `data-pagefind-meta="kind:Labworks 2"`.
 *
 * The index of the last build is laid aside while this one is made, and of its volumes those with a changed page are made
 * anew. Pages are handed over as soon as they are rendered: Pagefind is a process of its own and works beside Astro.
 */
export function searchIndex(): AstroIntegration {
  let output = '';
  let count = 1;
  let maker = makeVolumes();
  const render = (usual: AstroPrerenderer): AstroPrerenderer => ({
    ...usual,
    async getStaticPaths() {
      const paths = await usual.getStaticPaths();
      count = volumeCount(paths.filter(({ route }) => route.type === 'page').length);
      return paths;
    },
    async render(request, options) {
      const rendered = await usual.render(request, options);
      const response = rendered instanceof Response ? rendered : rendered.response;
      const { pathname } = new URL(request.url);
      if (response.ok && pathname.endsWith('/')) {
        const page = {
          path: `${decodeURI(pathname).slice(1)}index.html`,
          html: await response.clone().text(),
        };
        if (isIndexed(page.html)) maker.add(volumeOf(page.path, count), page);
      }
      return rendered;
    },
  });
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done'({ config }) {
        output = join(fileURLToPath(config.outDir), 'pagefind');
      },
      async 'astro:build:start'({ setPrerenderer }) {
        maker = makeVolumes();
        await move(output, aside);
        setPrerenderer(render);
      },
      async 'astro:build:done'({ assets, dir, logger }) {
        const root = fileURLToPath(dir);
        const pages = indexedPages(root, pathsOf(assets, dir), digests);
        const before = await contentsOf(aside);
        const volumes = Array.from({ length: count }, (_, number) => {
          const mine = pages.filter(({ path }) => volumeOf(path, count) === number);
          const digests = mine.map(({ digest }) => digest);
          return { number, paths: mine.map(({ path }) => path), digest: digestOfVolume(digests, tool) };
        });
        const changed = volumes.filter(({ number, digest }) => before[number] !== digest);
        if (changed.length > 0) {
          // A build that ends here leaves no index that says it is whole.
          await rm(before.length > 0 ? join(aside, 'volumes.json') : aside, { recursive: true, force: true });
          for (const { number, paths } of changed) {
            const whole = paths.map((path) => ({ path, html: readFileSync(join(root, path), 'utf8') }));
            await maker.write(number, whole, join(aside, String(number)));
          }
          for (let number = count; number < before.length; number++)
            await rm(join(aside, String(number)), { recursive: true, force: true });
          const contents: Contents = { volumes: volumes.map(({ digest }) => digest) };
          await writeFile(join(aside, 'volumes.json'), JSON.stringify(contents));
          const made = changed.reduce((sum, volume) => sum + volume.paths.length, 0);
          logger.info(`${made} of ${pages.length} pages indexed for the search`);
        }
        await maker.end();
        await move(aside, output);
      },
    },
  };
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
