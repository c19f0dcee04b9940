// Holds the check of PowerShell against whole guides that somebody else wrote, for whoever judges by eye what it calls wrong.
//
//   node tools/run.mjs tools/measure-powershell-guides.ts FOLDER [--frames] [--report NAME --title TITLE --met WORDS]
//
// FOLDER has guides (.md, .ps1) and `guides.tsv`, a line for each: its file, the platform that it is about, where it is from. A guide is
// checked as a post is. --frames shows every error in its line. Whoever looked at one writes a line into `judged.tsv`: file, line, `true` or
// `false`; an error that nobody looked at counts as false. Nothing of the guides is stored but counts and addresses.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import { createEngine, isPlatformId, toPretty } from '../src/lib/engine.ts';
import type { UnknownKind } from './measure-guides/measure-guide.ts';
import { measureGuide } from './measure-guides/measure-guide.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    frames: { type: 'boolean', default: false },
    report: { type: 'string' },
    title: { type: 'string', default: '' },
    met: { type: 'string', default: '' },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: measure-powershell-guides.ts FOLDER [--frames]');
  process.exit(2);
}
const engine = createEngine({ catalogue: loadCatalogue() });
const total = { guides: 0, blocks: 0, commands: 0, errors: 0, blocksWithErrors: 0, warnings: 0 };
const unknown: Record<UnknownKind, number> = { command: 0, file: 0, product: 0 };
const names = new Map<string, number>();
const sources: string[] = [];
const judgedFile = join(folder, 'judged.tsv');
const judgedTrue = new Set(
  (existsSync(judgedFile) ? readFileSync(judgedFile, 'utf8') : '')
    .split('\n')
    .map((row) => row.split('\t'))
    .filter(([, , verdict]) => verdict === 'true')
    .map(([path = '', line = '']) => `${path}:${line}`),
);
/** As many as a report names one by one. */
const mostTexts = 40;
let falseBlocks = 0;
for (const row of readFileSync(join(folder, 'guides.tsv'), 'utf8').trim().split('\n')) {
  const [path = '', platform = '', source = ''] = row.split('\t');
  if (!isPlatformId(platform)) throw new Error(`${path}: no platform is called “${platform}”`);
  const found = measureGuide(engine, {
    path,
    platform,
    text: readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, ''),
  });
  total.guides += 1;
  total.blocks += found.blocks;
  total.commands += found.commands;
  total.errors += found.errors.length;
  total.blocksWithErrors += new Set(found.errors.map(({ block }) => block)).size;
  const open = found.errors.filter(({ line }) => !judgedTrue.has(`${path}:${line}`));
  falseBlocks += new Set(open.map(({ block }) => block)).size;
  sources.push(`${source} (${platform})`);
  total.warnings += found.warnings;
  for (const { name, kind } of found.unknown) {
    unknown[kind] += 1;
    if (kind === 'command') names.set(name, (names.get(name) ?? 0) + 1);
  }
  console.log(
    `${path} (${platform}, ${source}): ${found.blocks} blocks, ${found.commands} commands, ` +
      `${found.errors.length} errors, ${found.unknown.length} unknown`,
  );
  if (!values.frames) continue;
  for (const { line, diagnostic } of found.errors)
    console.log(`${path}:${line}\n${toPretty([diagnostic], new Map([[found.post.path, found.post]]))}`);
}
console.log(JSON.stringify({ ...total, falseBlocks, unknown }));
if (values.report) writeReport(values.report);
const mostMissed = [...names].sort(([, a], [, b]) => b - a);
console.log(`unknown: ${mostMissed.map(([name, count]) => `${name} ${count}`).join(', ')}`);

function writeReport(name: string): void {
  const own = total.commands - unknown.product - unknown.file;
  const report = {
    title: values.title,
    date: new Date().toISOString().slice(0, 10),
    engine: null,
    method:
      `${values.met} Each guide was checked as a post for the server that it is about, and every error was looked at: one that PowerShell ` +
      'would not have is false. What cannot be known from a block (files that a guide brings along, commands of products that are no part ' +
      `of Windows) is counted apart. A mistake that nobody sees is in no figure.`,
    texts: sources.length > mostTexts ? byRepository(sources) : sources,
    figures: [
      { name: 'Blocks', value: total.blocks, of: null, required: null },
      { name: 'Blocks with an error told', value: total.blocksWithErrors, of: total.blocks, required: null },
      { name: 'Blocks with a false error', value: falseBlocks, of: total.blocks, required: 'at most 0.3 %' },
      {
        name: 'Unknown commands, those of other products and files that a guide brings along aside',
        value: unknown.command,
        of: own,
        required: 'at most 8 %',
      },
      { name: 'Files that a guide brings along', value: unknown.file, of: total.commands, required: null },
      { name: 'Commands of other products', value: unknown.product, of: total.commands, required: null },
    ],
    causes: [],
  };
  writeFileSync(
    join(projectRoot, 'src/content/accuracy', `${name}.json`),
    `${JSON.stringify(report, null, 2)}\n`,
  );
}

/** `owner/name@commit (12 files)`: of so many texts nobody reads each name. */
function byRepository(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const repository = text.split(':')[0]!;
    counts.set(repository, (counts.get(repository) ?? 0) + 1);
  }
  return [...counts].map(([repository, count]) => `${repository} (${count} files)`);
}
