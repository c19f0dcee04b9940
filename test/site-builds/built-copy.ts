import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { copyProject } from '../../tools/copy-project.ts';
import { findNode } from '../../tools/run.mjs';

/** A small content that has nothing of the project's own: a post of each kind, a lab, a comparison, a figure. */
export const otherContent = join(import.meta.dirname, '../fixtures/other-site/content');

/** A copy of the project to build in, removed when the tests of the file are over. */
export function projectCopy(): string {
  const copy = mkdtempSync(join(tmpdir(), 'labworks-copy-'));
  copyProject(copy);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));
  return copy;
}

interface Finished {
  readonly status: number | null;
  readonly printed: string;
}

const environment = { ...process.env, VITEST: '', NODE_ENV: 'production' };

/** Builds a copy as it stands. */
export function build(copy: string, ...args: readonly string[]): Finished {
  const { status, stdout, stderr } = spawnSync(findNode(), ['tools/build.ts', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: environment,
  });
  return { status, printed: stdout + stderr };
}

/** Builds a copy; throws with what was printed where that fails. */
export function buildWell(copy: string, ...args: readonly string[]): string {
  const { status, printed } = build(copy, ...args);
  if (status !== 0) throw new Error(`The build ended with ${String(status)}.\n${printed}`);
  return printed;
}

/** Starts a build of a copy; `seen` is called with all that it has printed so far. */
export function startBuild(
  copy: string,
  seen: (printed: string, kill: () => void) => void = () => undefined,
) {
  const child = spawn(findNode(), ['tools/build.ts'], {
    cwd: copy,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      seen(printed, () => child.kill('SIGKILL'));
    });
  return new Promise<Finished>((done) => child.on('close', (status) => done({ status, printed })));
}

/** All files below a folder of the copy, by path from the copy. */
export function filesOf(copy: string, folder: string): string[] {
  return readdirSync(join(copy, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(copy, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What Pagefind writes in another order each time, and so under other names. */
const unsteady = /^dist\/pagefind\/\d+\/(?:pagefind-entry\.json|.*\.pf_(?:meta|filter|index))$/;

/** The digest of each file of the site, by path; of the unsteady ones of the search index, that they can be read, and how many they are. */
export function siteOf(copy: string): Readonly<Record<string, string | number>> {
  const site: Record<string, string | number> = {};
  for (const path of filesOf(copy, 'dist')) {
    const bytes = readFileSync(join(copy, path));
    if (unsteady.test(path)) {
      const kind = path.replace(/^.*\./, 'search index: ');
      if (path.endsWith('.json')) JSON.parse(bytes.toString());
      else gunzipSync(bytes);
      site[kind] = Number(site[kind] ?? 0) + 1;
    } else site[path] = createHash('sha256').update(bytes).digest('hex');
  }
  return site;
}
