import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readText } from '../../src/workspace/text-file.ts';
import { copyProject } from '../copy-project.ts';
import { writeContent } from './content.ts';

/** A copy of the project, by what is done to its files. Paths are from its root, with `/`. */
export interface Project {
  readonly folder: string;
  /** In whatever encoding it is. */
  read(path: string): string;
  write(path: string, content: string | Uint8Array): void;
  /** Replaces the first `from`, which must be there. */
  exchange(path: string, from: string, to: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Runs a command of the tool on it. Throws what that says where it does not succeed. */
  labworks(...args: readonly string[]): void;
}

export interface BuildOutcome {
  readonly isBuilt: boolean;
  /** Who has made the pages, where some were made. */
  readonly by: 'astro' | 'server' | undefined;
  /** What was printed of errors, without where the copy lies. */
  readonly errors: string;
  readonly seconds: number;
}

/** `alone`: without the project's own posts and releases, and with one rule, so that a build is short. */
export function createProject(folder: string, { alone }: { readonly alone: boolean }): Project {
  copyProject(folder);
  const content = join(folder, 'src/content');
  if (alone) {
    const rule = 'rules/guide/heading.md';
    const text = readFileSync(join(content, rule));
    for (const path of [content, join(folder, 'public/bundles')])
      rmSync(path, { recursive: true, force: true });
    mkdirSync(dirname(join(content, rule)), { recursive: true });
    writeFileSync(join(content, rule), text);
  }
  const project = openProject(folder);
  writeContent(project);
  return project;
}

function openProject(folder: string): Project {
  const at = (path: string) => join(folder, path);
  const write: Project['write'] = (path, content) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  };
  const read = (path: string) => {
    const file = readText(at(path));
    if ('problem' in file) throw new Error(`${path} cannot be read: ${file.problem}`);
    return file.text;
  };
  return {
    folder,
    read,
    write,
    exchange(path, from, to) {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} does not have “${from}”`);
      write(
        path,
        text.replace(from, () => to),
      );
    },
    rename(from, to) {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    remove: (path) => rmSync(at(path), { recursive: true }),
    labworks(...args) {
      const command = ['tools/labworks.mjs', ...args];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: folder,
        encoding: 'utf8',
      });
      if (status !== 0)
        throw new Error(`labworks ${args.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
    },
  };
}

/** Builds as `npm run build` does; `fromNothing`: without anything that a build before has left. */
export async function build(
  { folder }: Project,
  { fromNothing }: { readonly fromNothing: boolean },
): Promise<BuildOutcome> {
  if (fromNothing)
    for (const kept of ['.cache', 'dist', '.astro'])
      rmSync(join(folder, kept), { recursive: true, force: true });
  const started = performance.now();
  const { code, out } = await run(folder);
  const printed = out.replaceAll(folder, '<project>');
  const errors = [...printed.matchAll(/^error\[.*(?:\n(?!\n).*)*/gm)].map(([text]) => text);
  const other = code === 0 || errors.length > 0 ? '' : printed;
  const made = /page\(s\) built in .*/.exec(printed);
  return {
    isBuilt: code === 0,
    by: made ? (made[0].includes('by the server of the last build') ? 'server' : 'astro') : undefined,
    errors: [...errors, other].join('\n'),
    seconds: (performance.now() - started) / 1000,
  };
}

/** The builds that run now; they end with the tool. */
const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill()));

function run(folder: string): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = spawn(process.execPath, ['tools/run.mjs', 'tools/build.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 600_000,
    env: { ...process.env, VITEST: '', NODE_ENV: undefined, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  running.add(child);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      running.delete(child);
      done({ code, out: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
