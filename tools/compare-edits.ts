// Makes edits one after another, and holds what `npm run build` makes of each on top of the build before to what it makes from nothing:
//
//   node tools/run.mjs tools/compare-edits.ts [--short] [--alone] [--from N] [--keep]
//
// It works on two copies of the project in a temporary folder, with a small site of its own in them beside the project's posts. After
// each edit the files of `dist/` are compared byte for byte, the search index by what it knows of each page, and of a build that is
// refused the errors. Prints every edit with what came of it and how long each build took.
//
//   --short    some of the edits
//   --alone    without the project's own posts
//   --from     the number of the edit to begin with; those before it are made at once
//   --keep     leave the copies where they are, and say where
//
// Exit codes: 0 all is equal, 1 something differs, 2 the comparison could not be made.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Edit } from './compare-edits/edits.ts';
import { edits } from './compare-edits/edits.ts';
import type { BuildOutcome, Project } from './compare-edits/project.ts';
import { build, createProject } from './compare-edits/project.ts';
import { searchPages } from './compare-edits/search-pages.ts';
import type { Difference } from './compare-heads/differences.ts';
import { differencesOfFolders, differencesOfTexts } from './compare-heads/differences.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    from: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'compare-edits-')));
process.on('exit', () => {
  if (values.keep) console.log(temporary);
  else rmSync(temporary, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(2));
try {
  process.exitCode = await compareAll();
} catch (error) {
  console.error(`compare-edits: ${(error as Error).message}`);
  process.exitCode = 2;
}

async function compareAll(): Promise<number> {
  const [edited, clean] = ['edited', 'clean'].map((name) => createProject(join(temporary, name), values)) as [
    Project,
    Project,
  ];
  const chosen = edits.filter(({ short }) => !values.short || short);
  const from = Number(values.from) - 1;
  for (const edit of chosen.slice(0, from)) for (const project of [edited, clean]) edit.apply(project);
  const first = await build(edited, { fromNothing: true });
  if (!first.isBuilt) throw new Error(`the site is not built before any edit:\n${first.errors}`);
  let different = 0;
  for (const [index, edit] of chosen.slice(from).entries()) {
    for (const project of [edited, clean]) edit.apply(project);
    const now = await build(edited, { fromNothing: false });
    const fromNothing = await build(clean, { fromNothing: true });
    const differences = differencesBetween(edit, fromNothing, now, [clean, edited]);
    different += differences.length > 0 ? 1 : 0;
    const result = differences.length > 0 ? 'DIFFERS' : now.isBuilt ? 'equal' : 'equal, refused';
    const took = `${now.by ? `by ${now.by}, ` : ''}${now.seconds.toFixed(1)} s, from nothing ${fromNothing.seconds.toFixed(1)} s`;
    console.log(`${String(from + index + 1).padStart(2)}  ${edit.name}: ${result} (${took})`);
    for (const { input, output, excerpt } of differences.slice(0, 8))
      console.log([`      ${input}: ${output}`, ...excerpt.map((line) => `        ${line}`)].join('\n'));
    if (differences.length > 8) console.log(`      … and ${differences.length - 8} more`);
  }
  console.log(`${chosen.length - from} edits, ${different === 0 ? 'all equal' : `${different} differ`}.`);
  return different === 0 ? 0 : 1;
}

/** What the build from nothing has and the build after an edit has not, or the other way round. */
function differencesBetween(
  { refused, astro }: Edit,
  fromNothing: BuildOutcome,
  now: BuildOutcome,
  [clean, edited]: readonly [Project, Project],
): readonly Difference[] {
  if (fromNothing.isBuilt !== !refused)
    return [
      { input: 'build', output: refused ? 'was not refused' : 'was refused', excerpt: [fromNothing.errors] },
    ];
  const errors = differencesOfTexts('build', 'errors', fromNothing.errors, now.errors);
  if (refused || errors.length > 0) return errors;
  const expected = astro === true || (astro === 'alone' && values.alone) ? 'astro' : 'server';
  if (now.by !== undefined && now.by !== expected)
    return [{ input: 'build', output: `by ${now.by}, expected by ${expected}`, excerpt: [] }];
  const [before, after] = [clean, edited].map(({ folder }) => join(folder, 'dist')) as [string, string];
  const isFile = (path: string) => !path.startsWith('pagefind/');
  const { differences } = differencesOfFolders('dist', before, after, isFile);
  const [pagesBefore, pagesAfter] = [searchPages(before), searchPages(after)];
  const searched = [...new Set([...pagesBefore.keys(), ...pagesAfter.keys()])].flatMap((url) =>
    differencesOfTexts(`search ${url}`, 'page', pagesBefore.get(url) ?? '', pagesAfter.get(url) ?? ''),
  );
  return [...differences, ...searched];
}
