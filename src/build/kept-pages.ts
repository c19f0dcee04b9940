import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputLocations } from './cache-output.ts';
import { isRecorded } from './cache-output.ts';

// Pages that are not rendered again, as Astro has them: what a build leaves here is what Astro's own would have left, so that either may
// come next.

/** Astro's record of pages, by the files of their routes and their paths. */
interface PageRecord {
  readonly routes: Readonly<Record<string, RouteRecord>>;
}

/** Beside these stands what the route was bundled from. */
interface RouteRecord {
  readonly paths: Readonly<Record<string, PathRecord>>;
}

interface PathRecord {
  readonly cacheKey: string;
  readonly outputFile: string;
}

/** A path of the site, and its file from the folder of that. */
export interface SitePath {
  readonly pathname: string;
  readonly component: string;
  readonly cacheKey: string | undefined;
  readonly file: string;
}

/** The pages of the last build, and those of this one. */
export interface KeptPages {
  /** False where Astro's record cannot take a path: of its route there has been none. */
  takes(path: SitePath): boolean;
  /** True where the file of a path is there as it would be written now. */
  reuse(path: SitePath): boolean;
  write(path: SitePath, body: Uint8Array): void;
  /** Records the pages of this build for the next. */
  end(): void;
}

/** Undefined where the last build has left no record. */
export function openPages(locations: OutputLocations): KeptPages | undefined {
  if (!isRecorded(locations)) return undefined;
  const { output, keys, copies } = locations;
  const before = JSON.parse(readFileSync(keys, 'utf8')) as PageRecord;
  const paths = new Map<string, Record<string, PathRecord>>();
  const add = ({ component, pathname, cacheKey, file }: SitePath) => {
    if (cacheKey === undefined) return;
    const known = paths.get(component) ?? {};
    known[pathname] = { cacheKey, outputFile: file };
    paths.set(component, known);
  };
  return {
    takes: ({ component, cacheKey }) => cacheKey === undefined || before.routes[component] !== undefined,
    reuse(path) {
      const { component, pathname, cacheKey, file } = path;
      if (cacheKey === undefined || before.routes[component]?.paths[pathname]?.cacheKey !== cacheKey)
        return false;
      const target = join(output, file);
      if (!existsSync(target) && !restore(join(copies, file), target)) return false;
      add(path);
      return true;
    },
    write(path, body) {
      writeInto(output, path.file, body);
      if (path.cacheKey !== undefined) writeInto(copies, path.file, body);
      add(path);
    },
    end() {
      const routes = Object.entries(before.routes).map(([component, route]) => {
        const now = paths.get(component) ?? {};
        for (const [pathname, { outputFile }] of Object.entries(route.paths))
          if (!now[pathname]) rmSync(join(copies, outputFile), { force: true });
        return [component, { ...route, paths: now }] as const;
      });
      const record: PageRecord = { ...before, routes: Object.fromEntries(routes) };
      writeFileSync(keys, JSON.stringify(record, null, '\t'));
    },
  };
}

function restore(copy: string, target: string): boolean {
  if (!existsSync(copy)) return false;
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(copy, target);
  return true;
}

function writeInto(folder: string, file: string, body: Uint8Array): void {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, body);
}
