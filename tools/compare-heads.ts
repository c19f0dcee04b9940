// Proves that two checkouts of this project give their users the same bytes: before and after work that is to change nothing.
//
//   node tools/run.mjs tools/compare-heads.ts BEFORE AFTER [--only check,bundle,site] [--allow FILE] [--texts DIR] [--seed 1]
//
// BEFORE and AFTER are folders with what is installed in them. Nothing is imported from their `src/`: they are asked over the command
// line (tools/labworks.mjs) and built (tools/build.ts), in copies in a temporary folder with nothing kept of earlier builds, so that
// the checkouts stay as they are. The inputs come from BEFORE (compare-heads/inputs.ts): its content, its fixtures, the examples of its
// rules, what its tests make by chance, and all of that with mistakes in it. What the command line is asked is in compare-heads/runs.ts.
// Standard output, standard error, exit codes, written files, bundles and the files of `dist/` are compared byte for byte; only
// where a checkout lies is put out of sight, and the places in its code that a fault of the tool is told with.
//
//   --only     some of: usage, check, fix, update, simulate, console, explain, bundle, compat, site
//   --texts    a folder of further .ps1, .ios and .cfg files
//   --allow    a file of differences that are meant: [{ "input": "dist/about/*", "why": "…" }]. An input is a glob (`*` stops at a
//              slash, `**` does not) of the whole name of what differs, or a regular expression between slashes that is found in it
//   --seed     other lines, sessions and mistakes
//
// Exit codes: 0 all is equal, or what differs is meant; 1 something differs; 2 the comparison could not be made.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from './break-script.ts';
import type { Difference } from './compare-heads/differences.ts';
import { differencesOfFolders, differencesOfTexts } from './compare-heads/differences.ts';
import { filesBelow, writeInputs } from './compare-heads/inputs.ts';
import { addLabworks } from './compare-heads/more-labworks.ts';
import { printDifferences, readAllowed } from './compare-heads/report.ts';
import type { Run } from './compare-heads/runs.ts';
import { folderFor, nameOf, runsOf, runsOfMore, sections } from './compare-heads/runs.ts';
import { diagnosticsIn, sectionsOf } from './compare-heads/sections.ts';
import type { Side } from './compare-heads/sides.ts';
import { copyCheckout, runScript, samplesOf } from './compare-heads/sides.ts';

/** Files of `dist/` that two builds of one checkout do not agree in. */
const differentEveryTime: readonly RegExp[] = [
  // Pagefind writes its filters and its list of pages in the order of a hash table, and names them by their digests.
  /^pagefind\/\d+\/filter\/.+\.pf_filter$/,
  /^pagefind\/\d+\/pagefind\..+\.pf_meta$/,
  // Names the two above.
  /^pagefind\/\d+\/pagefind-entry\.json$/,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    allow: { type: 'string' },
    texts: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const all = [...sections, 'site'] as const;
const differences: Difference[] = [];
const counts = { runs: 0, diagnostics: 0, bundles: 0, site: 0 };
let temporary: string | undefined;
process.on('exit', () => temporary !== undefined && rmSync(temporary, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(2));
try {
  process.exitCode = await compare();
} catch (error) {
  console.error(`compare-heads: ${(error as Error).message}`);
  process.exitCode = 2;
}

async function compare(): Promise<number> {
  const [before, after, ...others] = positionals;
  if (before === undefined || after === undefined || others.length > 0) throw new Error('name two checkouts');
  const wanted = values.only?.split(',') ?? all;
  for (const word of wanted)
    if (!all.some((section) => section === word)) throw new Error(`--only takes some of ${all.join(', ')}`);
  const allowed = values.allow === undefined ? [] : readAllowed(values.allow);
  temporary = realpathSync(mkdtempSync(join(tmpdir(), 'compare-heads-')));
  const old = copyCheckout(before, join(temporary, '1'));
  const now = copyCheckout(after, join(temporary, '2'));
  const seed = Number(values.seed);
  const samples = await samplesOf(old, seed);
  // Two folders down, so that whoever tells of a checkout from here gives its whole path.
  const folder = join(temporary, 'shared/inputs');
  const texts = values.texts === undefined ? undefined : resolve(values.texts);
  const inputs = writeInputs(folder, old.checkout, samples, texts, seeded(seed));
  console.log(`${inputs.files} files of input`);

  const measured = async (section: string, work: () => Promise<void>) => {
    const [found, started] = [differences.length, performance.now()];
    await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const more = differences.length - found;
    console.log(`${section}: ${more === 0 ? 'equal' : `${more} differences`}, ${seconds} s`);
  };
  const compareAll = async (runs: readonly Run[]) => {
    for (const run of runs) await compareRun(run, old, now, (own) => folderFor(run, inputs, own));
  };
  for (const section of sections)
    if (wanted.includes(section)) await measured(section, () => compareAll(runsOf(section, inputs)));
  if (wanted.includes('site')) await measured('site', () => compareSites(old, now));
  // Last, since it changes the content of the copies.
  if (wanted.includes('bundle') || wanted.includes('compat')) {
    const numbers = addLabworks(inputs, [old.checkout, now.checkout]);
    await measured('bundle and compat of more labworks', () => compareAll(runsOfMore(numbers)));
  }

  const unmeant = printDifferences(differences, allowed);
  const { runs, diagnostics, bundles, site } = counts;
  console.log(
    `${unmeant === 0 ? 'Equal' : `${unmeant} differences`}: ${inputs.files} files, ${runs} runs, ` +
      `${diagnostics} diagnostics, ${bundles} bundles, ${site} site files.`,
  );
  return unmeant === 0 ? 0 : 1;
}

/** Runs the command line of both sides at once, and compares all that comes of it. */
async function compareRun(run: Run, old: Side, now: Side, folderOf: (own: string) => string): Promise<void> {
  const name = nameOf(run);
  const cwds = [old, now].map(({ folder }) => folderOf(join(folder, 'work/run'))) as [string, string];
  const [before, after] = await Promise.all([
    runScript(old, ['tools/labworks.mjs', ...run.args], cwds[0], run.stdin),
    runScript(now, ['tools/labworks.mjs', ...run.args], cwds[1], run.stdin),
  ]);
  if (run.reports && sectionsOf(before.out).size < 2)
    throw new Error(`\`${name}\` of BEFORE reports nothing (exit code ${before.code}):\n${before.err}`);
  counts.runs++;
  counts.diagnostics += diagnosticsIn(before.out);
  differences.push(
    ...differencesOfTexts(name, 'exit code', before.code, after.code),
    ...differencesOfTexts(name, 'standard output', before.out, after.out),
    ...differencesOfTexts(name, 'standard error', before.err, after.err),
  );
  if (!run.copies) return;
  counts.bundles += filesBelow(cwds[0]).filter((path) => path.endsWith('.zip')).length;
  differences.push(...differencesOfFolders(name, ...cwds).differences);
}

async function compareSites(old: Side, now: Side): Promise<void> {
  const [before, after] = await Promise.all(
    [old, now].map((side) => runScript(side, ['tools/run.mjs', 'tools/build.ts', '--force'])),
  );
  if (before!.code !== '0') throw new Error(`BEFORE does not build:\n${before!.out}${before!.err}`);
  if (after!.code !== '0')
    differences.push({
      input: 'dist',
      output: `the build ends with exit code ${after!.code}`,
      excerpt: `${after!.out}${after!.err}`.trimEnd().split('\n').slice(-20),
    });
  const isCompared = (path: string) => !differentEveryTime.some((pattern) => pattern.test(path));
  const dist = ({ checkout }: Side) => join(checkout, 'dist');
  const found = differencesOfFolders('dist', dist(old), dist(now), isCompared);
  counts.site += found.files;
  differences.push(...found.differences);
}
