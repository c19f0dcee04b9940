import { cpSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer, RouteData } from 'astro';
import { listPaths } from '../workspace/list-files.ts';
import buildLog from './build-log.ts';
import { locationsOf } from './cache-output.ts';
import { queueUpdate } from './content-updates.ts';
import { renderedByAstro } from './history-pages.ts';
import type { KeptPages, SitePath } from './kept-pages.ts';
import { openPages } from './kept-pages.ts';
import type { KeptServer, StartedServer } from './kept-server.ts';
import { pageFileOfAddress } from './output-paths.ts';

// A build of which the content alone has changed: the integrations of the site are asked what Astro would ask them, and in Astro's place
// the server that was kept renders the pages whose keys are new. What does not fit is left to Astro, before anything is touched.

/** A path of the site with all that is needed to render it. */
interface RenderedPath extends SitePath {
  readonly route: RouteData;
}

/** Makes the site by the server that was kept. False where only Astro can make it. Throws where the content has errors. */
export async function buildContent(
  server: KeptServer,
  integrations: Promise<readonly AstroIntegration[]>,
): Promise<boolean> {
  const since = performance.now();
  const [all, started] = await Promise.all([
    integrations,
    server.start(),
    queueUpdate({ logger: loggerOf('content') }),
  ]);
  const { prerenderer, config } = started ?? {};
  const pages = config && openPages(locationsOf(config));
  if (!prerenderer || !pages || !isKnown(config)) return false;
  const paths = (await prerenderer.getStaticPaths()).map(placed);
  const isRendered = await renderedByAstro();
  const fit = areFitting(paths, config) && paths.filter(isRendered).every((path) => pages.takes(path));
  if (!fit) return false;

  // The others add to what is bundled.
  const run = hooksOf(all.filter(({ hooks }) => hooks['astro:build:done']));
  await run('astro:routes:resolved', () => ({ routes: [] }));
  await run('astro:config:done', () => ({
    config: { ...config, build: { format: config.buildFormat, assets: config.assetsDir } },
  }));
  let chosen: AstroPrerenderer = { ...prerenderer, getStaticPaths: async () => paths.map(unplaced) };
  await run('astro:build:start', () => ({
    setPrerenderer(given: Parameters<SetPrerenderer>[0]) {
      chosen = typeof given === 'function' ? given(chosen) : given;
    },
  }));
  const output = fileURLToPath(config.outDir);
  for (const folder of [fileURLToPath(config.publicDir), server.assets].filter((path) => existsSync(path)))
    cpSync(folder, output, { recursive: true, dereference: true });
  const made = await renderPaths(chosen, pages, config);
  if (!made) return false;
  await run('astro:build:done', () => ({
    dir: config.outDir,
    assets: new Map([['', made.map(({ file }) => new URL(`./${encodeURI(file)}`, config.outDir))]]),
    // Nearly as the sitemap has them: to put thousands in order by the rules of a language takes long.
    pages: made
      .filter(isPage)
      .map(({ pathname }) => withSlash(pathname).slice(1))
      .sort()
      .map((pathname) => ({ pathname })),
  }));
  const seconds = ((performance.now() - since) / 1000).toFixed(2);
  loggerOf('build').info(
    `${made.filter(isPage).length} page(s) built in ${seconds}s, by the server of the last build`,
  );
  return true;
}

type SetPrerenderer = Parameters<
  NonNullable<AstroIntegration['hooks']['astro:build:start']>
>[0]['setPrerenderer'];

type Config = StartedServer['config'];

/** Whether addresses and files of pages are named as below. */
function isKnown({ base, trailingSlash, buildFormat }: Config): boolean {
  return base === '/' && trailingSlash === 'always' && buildFormat === 'directory';
}

/** Calls a hook of each integration in their order, as Astro does. */
function hooksOf(integrations: readonly AstroIntegration[]) {
  return async (name: keyof AstroIntegration['hooks'], given: () => object): Promise<void> => {
    for (const { name: label, hooks } of integrations) {
      const hook = hooks[name] as ((options: object) => unknown) | undefined;
      await hook?.({ ...given(), logger: loggerOf(label) });
    }
  };
}

function loggerOf(label: string): AstroIntegrationLogger {
  const { write } = buildLog();
  const at = (level: 'info' | 'warn' | 'error' | 'debug') => (message: string) =>
    write({ label, level, message, newLine: true });
  return {
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
  } as AstroIntegrationLogger;
}

type PathWithRoute = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

function placed({ pathname, route, cacheKey }: PathWithRoute): RenderedPath {
  const { component } = route;
  return { pathname, route, component, cacheKey, file: fileOf(pathname, route) };
}

function unplaced({ pathname, route, cacheKey }: RenderedPath): PathWithRoute {
  return { pathname, route, ...(cacheKey !== undefined && { cacheKey }) };
}

function fileOf(pathname: string, { type }: RouteData): string {
  if (type === 'endpoint') return pathname.replace(/^\/+|\/+$/g, '');
  return /^\/(?:404|500)$/.test(pathname) ? `${pathname.slice(1)}.html` : pageFileOfAddress(pathname);
}

function isPage({ route }: RenderedPath): boolean {
  return route.type === 'page';
}

/** Whether Astro would write each path to the file of its own, and nothing else there. */
function areFitting(paths: readonly RenderedPath[], { publicDir }: Config): boolean {
  const files = new Set(paths.map(({ file }) => file));
  const given = listPaths(fileURLToPath(publicDir), { folders: 'all', links: 'followed' });
  return (
    files.size === paths.length &&
    !given.some((file) => files.has(file)) &&
    paths.every(
      ({ route, pathname }) => ['page', 'endpoint'].includes(route.type) && !/[?#%\\]/.test(pathname),
    )
  );
}

/** Renders the paths that the prerenderer names, but those whose pages are there; gives all of them, undefined where one has no page of its own. */
async function renderPaths(
  prerenderer: AstroPrerenderer,
  pages: KeptPages,
  { site }: Config,
): Promise<RenderedPath[] | undefined> {
  const paths = (await prerenderer.getStaticPaths()).map(placed);
  for (const path of paths) {
    if (pages.reuse(path)) continue;
    const { pathname, route } = path;
    const address = isPage(path) || !/\.[^/]+$/.test(pathname) ? withSlash(pathname) : pathname;
    const result = await prerenderer.render(new Request(new URL(address, site)), { routeData: route });
    const response = result instanceof Response ? result : result.response;
    if (!response.body || (response.status >= 300 && response.status < 400)) return undefined;
    pages.write(path, new Uint8Array(await response.arrayBuffer()));
  }
  pages.end();
  return paths;
}

function withSlash(pathname: string): string {
  return pathname.replace(/\/?$/, '/');
}
