// Holds the check of PowerShell against whole guides that somebody else wrote, for whoever judges by eye what it calls wrong.
//
//   node tools/run.mjs tools/measure-powershell-guides.ts FOLDER [--frames]
//
// FOLDER has guides (.md, .ps1) and `guides.tsv`, a line for each: its file, the platform that it is about, where it is from. A guide is
// checked as a post is. --frames shows every error in its line. Nothing of the guides is stored.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { createEngine, isPlatformId, toPretty } from '../src/lib/engine.ts';
import type { UnknownKind } from './measure-guides/measure-guide.ts';
import { measureGuide } from './measure-guides/measure-guide.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { frames: { type: 'boolean', default: false } },
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
for (const row of readFileSync(join(folder, 'guides.tsv'), 'utf8').trim().split('\n')) {
  const [path = '', platform = '', source = ''] = row.split('\t');
  if (!isPlatformId(platform)) throw new Error(`${path}: no platform is called “${platform}”`);
  const found = measureGuide(engine, { path, platform, text: readFileSync(join(folder, path), 'utf8') });
  total.guides += 1;
  total.blocks += found.blocks;
  total.commands += found.commands;
  total.errors += found.errors.length;
  total.blocksWithErrors += new Set(found.errors.map(({ block }) => block)).size;
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
console.log(JSON.stringify({ ...total, unknown }));
const mostMissed = [...names].sort(([, a], [, b]) => b - a);
console.log(`unknown: ${mostMissed.map(([name, count]) => `${name} ${count}`).join(', ')}`);
