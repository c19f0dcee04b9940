import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { kinds } from '../src/lib/engine.ts';
import { copyProject } from '../tools/copy-project.ts';
import { makePictures } from './make-pictures.ts';
import { makePosts, pathOf } from './make-posts.ts';
import { makeRevisions } from './make-revisions.ts';

// How long whole builds take, and how much memory: `npm run bench -- [--posts 1000] [--pictures 0] [--revisions 0] [--json FILE]`. `--pictures
// 200` has the posts show 200 photographs of 12 megapixels and 200 screenshots, and says what one of them costs; `--revisions 3` records three
// revisions of each post.

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '1000' },
    pictures: { type: 'string', default: '0' },
    revisions: { type: 'string', default: '0' },
    json: { type: 'string' },
  },
});
const posts = Number(values.posts);
const pictures = Number(values.pictures);
const revisions = Number(values.revisions);
const root = resolve(import.meta.dirname, '..');
const work = join(root, 'bench/.work');

interface Measure {
  readonly what: string;
  readonly seconds: number;
  /** Of all processes together: says more than the time on a machine that others use as well. */
  readonly cpuSeconds: number | undefined;
  /** Of all processes together, at their highest; undefined where the system does not tell. */
  readonly peakMiB: number | undefined;
}

await prepare();
const measures: Measure[] = [
  await measure('check', ['tools/labworks.mjs', 'check']),
  await measure('build, cold', ['tools/run.mjs', 'tools/build.ts']),
  await measure('build, nothing changed', ['tools/run.mjs', 'tools/build.ts']),
];
edit(Math.floor(posts / 2));
measures.push(await measure('build, one post edited', ['tools/run.mjs', 'tools/build.ts']));
if (pictures > 0) {
  keepPicturesAlone();
  measures.push(await measure('build, cold but pictures', ['tools/run.mjs', 'tools/build.ts']));
}
report();

/** A copy of the project with made-up posts in the place of its own. */
async function prepare(): Promise<void> {
  rmSync(work, { recursive: true, force: true });
  copyProject(work);
  const content = join(work, 'src/content');
  // And the lists of the addresses and the revisions that the posts had.
  for (const name of [...kinds, 'addresses', 'ledger'])
    rmSync(join(content, name), { recursive: true, force: true });
  makePosts(content, posts);
  await makePictures(content, pictures, posts);
  if (revisions === 0) return;
  labworks('publish', '--all');
  makeRevisions(content, revisions);
}

/** Removes all that builds have left but what was made of pictures. */
function keepPicturesAlone(): void {
  const cache = join(work, '.cache');
  const own = join(cache, 'labworks');
  for (const name of readdirSync(own))
    if (!name.startsWith('picture')) rmSync(join(own, name), { recursive: true });
  for (const name of readdirSync(cache))
    if (name !== 'labworks' && name !== 'node') rmSync(join(cache, name), { recursive: true });
  for (const name of ['dist', '.astro']) rmSync(join(work, name), { recursive: true, force: true });
}

/** A post says more than it did; where posts are recorded, that is recorded before the build. */
function edit(index: number): void {
  const path = join('src/content', pathOf(index));
  const file = join(work, path);
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nOne more sentence.\n`);
  if (revisions > 0) labworks('correct', path, '--class', 'update', '--summary', 'Says more.', '--yes');
}

function labworks(...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['tools/labworks.mjs', ...args], {
    cwd: work,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`labworks ${args.join(' ')}: exit code ${status}\n${stderr}`);
}

/** Runs a tool in the copy. The whole build is counted, with the start of every process in it. */
async function measure(what: string, args: readonly string[]): Promise<Measure> {
  const started = performance.now();
  const cpuBefore = cpuOfChildren();
  const child = spawn(process.execPath, args, { cwd: work, stdio: ['ignore', 'pipe', 'pipe'] });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      tail.push(chunk.toString());
      if (tail.length > 200) tail.shift();
    });
  let peak = 0;
  const sample = setInterval(() => {
    peak = Math.max(peak, memoryKiB(child.pid!));
  }, 400);
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  clearInterval(sample);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) {
    console.error(tail.join('').slice(-6000));
    throw new Error(`${what}: exit code ${String(code)}`);
  }
  console.log(`${what}: ${seconds.toFixed(1)} s`);
  const cpuAfter = cpuOfChildren();
  return {
    what,
    seconds,
    cpuSeconds: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
    peakMiB: peak > 0 ? Math.round(peak / 1024) : undefined,
  };
}

/** Processor seconds of all processes below this one that have ended, from /proc, which counts in hundredths. */
function cpuOfChildren(): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/**
 * Memory of a process and all below it, from /proc. What several of them share is counted once: a process that is about to become
 * another one, such as Pagefind, shares all of its parent's.
 */
function memoryKiB(pid: number): number {
  if (!existsSync('/proc')) return 0;
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended in the meantime.
    }
  }
  let sum = 0;
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    open.push(...(children.get(next) ?? []));
    try {
      sum += Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${next}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // It has ended in the meantime.
    }
  }
  return sum;
}

function report(): void {
  const rows = measures.map(({ what, seconds, cpuSeconds, peakMiB }) => [
    what,
    `${seconds.toFixed(1)} s`,
    cpuSeconds === undefined ? '-' : `${cpuSeconds.toFixed(1)} s cpu`,
    peakMiB === undefined ? '-' : `${peakMiB} MiB`,
  ]);
  console.log(
    `\n${posts} posts of 8 blocks, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  for (const [what, seconds, cpu, peak] of rows)
    console.log(`  ${what!.padEnd(26)}${seconds!.padStart(9)}${cpu!.padStart(13)}${peak!.padStart(12)}`);
  if (pictures > 0) {
    const [cold, kept] = ['build, cold', 'build, cold but pictures'].map((name) =>
      measures.find(({ what }) => what === name),
    );
    const each = ((cold!.seconds - kept!.seconds) / pictures).toFixed(2);
    console.log(`\n  ${pictures} photographs and ${pictures} screenshots; one of each costs ${each} s`);
  }
  const json = { posts, pictures, node: process.versions.node, cores: cpus().length, measures };
  const file = values.json ?? join(root, 'bench/.work/result.json');
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
}
