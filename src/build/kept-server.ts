import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, RouteData, SSRManifest } from 'astro';
import { readCacheFile } from '../workspace/cache-files.ts';
import { digestOf } from '../workspace/digest.ts';
import { listPaths } from '../workspace/list-files.ts';
import { projectRoot } from '../workspace/paths.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import buildLog from './build-log.ts';
import { sharedValue } from './shared-value.ts';

// Astro bundles all that makes pages into a server, renders them with it, and removes it. That takes longer than all else in a build
// after an edit, and gives the same again where only the content is another. So the server is kept, with the scripts and styles that
// were bundled with it; `content-build.ts` renders by it.

const folderIn = (root: string) => join(root, '.cache/server');
const recordIn = (root: string) => join(root, '.cache/server.json');

/** What is known of the server that is kept. */
interface ServerRecord {
  /** The digest of what it was bundled from; see `last-build.ts`. */
  readonly program: string;
  /** The digests of its files, by path from its folder. */
  readonly files: Readonly<Record<string, string>>;
  /** The style sheets of pages by Astro's names of those. */
  readonly styles: readonly (readonly [page: string, styles: readonly unknown[]])[];
}

/** Below the folder: what Astro removes when pages are rendered, and what browsers load. */
const [serverName, assetsName] = ['server', 'assets'];

const programNow = sharedValue<() => string>('program');

/** Has the server of the build that is about to start be kept: `digest` gives what it is bundled from. */
export function keepServer(digest: () => string): void {
  programNow.value = digest;
}

/** Keeps the server of a build by Astro. */
export function keptServer(root = projectRoot): AstroIntegration {
  const folder = folderIn(root);
  let program: string | undefined;
  let output = '';
  let assets = '';
  let pages: ReadonlyMap<string, { readonly styles: readonly unknown[] }> = new Map();
  return {
    name: 'kept-server',
    hooks: {
      'astro:config:done'({ config }) {
        program = programNow.value?.();
        output = fileURLToPath(config.outDir);
        assets = config.build.assets;
      },
      'astro:build:setup'(build) {
        pages = build.pages;
      },
      'astro:build:generated'() {
        rmSync(recordIn(root), { recursive: true, force: true });
        rmSync(folder, { recursive: true, force: true });
        // What was edited meanwhile may be bundled, or not.
        if (program === undefined || program !== programNow.value?.() || hasImages()) return;
        cpSync(join(output, '.prerender'), join(folder, serverName), { recursive: true });
        cpSync(join(output, assets), join(folder, assetsName, assets), { recursive: true });
        const record: ServerRecord = {
          program,
          files: digestsOf(folder, listPaths(folder, { folders: 'all', links: 'files' })),
          styles: [...pages].map(([page, { styles }]) => [page, styles]),
        };
        writeCacheFile(recordIn(root), JSON.stringify(record));
      },
    },
  };
}

/** Whether pages have pictures that Astro makes itself, when all pages are rendered. */
function hasImages(): boolean {
  const { astroAsset } = globalThis as {
    readonly astroAsset?: { readonly staticImages?: { readonly size: number } };
  };
  return (astroAsset?.staticImages?.size ?? 0) > 0;
}

function digestsOf(folder: string, paths: readonly string[]): ServerRecord['files'] {
  return Object.fromEntries(paths.map((path) => [path, digestOf(readFileSync(join(folder, path)))]));
}

/** A server that was kept. */
export interface KeptServer {
  /** The folder of what browsers load, as it is in the site. */
  readonly assets: string;
  /** Starts it. Undefined where pages have what only Astro can give them. */
  start(): Promise<StartedServer | undefined>;
}

/** The server that Astro would bundle of what has this digest; undefined where it was not kept, or is not whole any more. */
export function openServer(digest: string, root = projectRoot): KeptServer | undefined {
  const record = readCacheFile<ServerRecord>(recordIn(root));
  const folder = folderIn(root);
  if (record?.program !== digest || !isWhole(folder, record)) return undefined;
  return { assets: join(folder, assetsName), start: () => start(folder, record) };
}

function isWhole(folder: string, { files }: ServerRecord): boolean {
  try {
    return Object.entries(files).every(
      ([path, digest]) => digestOf(readFileSync(join(folder, path))) === digest,
    );
  } catch {
    return false;
  }
}

/** A server that renders pages, and what of Astro's configuration is in it. */
export interface StartedServer {
  readonly prerenderer: AstroPrerenderer;
  readonly config: ServerConfig;
}

type ServerConfig = Pick<
  SSRManifest,
  'site' | 'base' | 'trailingSlash' | 'buildFormat' | 'outDir' | 'cacheDir' | 'publicDir' | 'assetsDir'
>;

/** What the entry of a server gives, as Astro's own prerenderer uses it. */
interface ServerEntry {
  readonly app: {
    readonly manifest: Pick<SSRManifest, 'routes' | keyof ServerConfig>;
    /** Of what has bundled it, pages need their styles alone. */
    setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }): void;
    setOptions(options: {
      readonly settings: { readonly scripts: readonly unknown[] };
      readonly logger: { readonly options: { readonly destination: unknown } };
    }): void;
    render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
  };
}

async function start(folder: string, { files, styles }: ServerRecord): Promise<StartedServer | undefined> {
  const entry = Object.keys(files).find((path) => path.startsWith(`${serverName}/prerender-entry.`));
  if (entry === undefined) return undefined;
  // As Astro does.
  process.env['NODE_ENV'] ??= 'production';
  const [{ app }, { StaticPaths }] = await Promise.all([
    import(pathToFileURL(join(folder, entry)).href) as Promise<ServerEntry>,
    import('astro/runtime/prerender/static-paths.js'),
  ]);
  // Which integrations may have put into pages.
  if (app.manifest.routes.some(({ scripts }) => scripts.length > 0)) return undefined;
  app.setInternals({ pagesByKeys: new Map(styles.map(([page, sheets]) => [page, { styles: sheets }])) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: buildLog() } } });
  const prerenderer: AstroPrerenderer = {
    name: 'kept-server',
    getStaticPaths: () => new StaticPaths(app as never).getAll(),
    render: (request, { routeData }) => app.render(request, { routeData }),
  };
  return { prerenderer, config: app.manifest };
}
