import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Samples } from './samples.ts';

/** A copy of a checkout, and a folder to write in. */
export interface Side {
  /** The names of both sides' folders are of one length, so that no table is wider on one side. */
  readonly folder: string;
  readonly checkout: string;
}

export interface Outcome {
  readonly code: string;
  readonly out: string;
  readonly err: string;
}

/** What is no part of a checkout, or is kept from one build to the next. */
const leftBehind = new Set([
  '.git',
  '.astro',
  '.cache',
  'node_modules',
  'dist',
  'coverage',
  join('bench', '.work'),
]);
/** In `node_modules`. */
const keptByTools = new Set(['.astro', '.vite', '.cache']);
/** Milliseconds after which a run is given up. */
const limit = 300_000;

/** A copy without anything that earlier builds kept; what is installed is linked to it. */
export function copyCheckout(from: string, folder: string): Side {
  for (const needed of ['node_modules', 'tools/labworks.mjs', 'src/content'])
    if (!existsSync(join(from, needed))) throw new Error(`${from} is no checkout with ${needed}`);
  const checkout = join(folder, 'checkout');
  mkdirSync(checkout, { recursive: true });
  cpSync(from, checkout, { recursive: true, filter: (path) => !leftBehind.has(relative(from, path)) });
  // One by one: what tools keep in the folder itself is neither taken over nor left in the checkout.
  const installed = resolve(from, 'node_modules');
  mkdirSync(join(checkout, 'node_modules'));
  for (const entry of readdirSync(installed, { withFileTypes: true }))
    if (!keptByTools.has(entry.name))
      symlinkSync(
        join(installed, entry.name),
        join(checkout, 'node_modules', entry.name),
        entry.isFile() ? 'file' : 'junction',
      );
  return { folder, checkout };
}

/** Runs a script of the checkout as a user would. */
export function runScript(
  { folder, checkout }: Side,
  [script, ...args]: readonly [string, ...string[]],
  cwd = checkout,
  stdin = '',
): Promise<Outcome> {
  const { FORCE_COLOR: _, ...environment } = process.env;
  const child = spawn(process.execPath, [resolve(checkout, script), ...args], {
    cwd,
    timeout: limit,
    env: { ...environment, NO_COLOR: '1' },
  });
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  }) as [Buffer[], Buffer[]];
  // What does not read its input closes it early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const told = (chunks: readonly Buffer[]) => placeless(Buffer.concat(chunks).toString('utf8'), folder);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) =>
      done({ code: String(code ?? signal), out: told(out), err: told(err) }),
    );
  });
}

/** Without where the copy lies, and without the places in the code that a fault is told with. */
function placeless(text: string, folder: string): string {
  return text.replaceAll(folder, '<folder>').replace(/(?:^ {4}at .*\n?)+/gm, '    at …\n');
}

/** What the tests of a side make by chance. */
export async function samplesOf(side: Side, seed: number): Promise<Samples> {
  const maker = join(import.meta.dirname, 'samples.ts');
  const { code, out, err } = await runScript(side, [maker, side.checkout, String(seed)]);
  if (code !== '0') throw new Error(`BEFORE does not make its samples:\n${err}`);
  return JSON.parse(out) as Samples;
}
