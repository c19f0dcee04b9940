// Asks the check about mistakes in guides that somebody reported, and writes what it found as a report of the accuracy page.
//
//   node tools/run.mjs tools/measure-reported-mistakes.ts
//
// The mistakes stand in `measure-guides/reported-mistakes.ts`, made small and in our own words.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../src/lib/engine.ts';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import type { FoundMistake } from './measure-guides/find-mistakes.ts';
import { findMistakes } from './measure-guides/find-mistakes.ts';
import { furtherMistakes } from './measure-guides/further-mistakes.ts';
import { reportedMistakes } from './measure-guides/reported-mistakes.ts';

const engine = createEngine({ catalogue: loadCatalogue() });
const first = findMistakes(reportedMistakes, engine);
const further = findMistakes(furtherMistakes, engine);
const found = [...first, ...further];
/** What was named when the check was first asked, by the rules and words that were expected beforehand: on 2026-11-30 and on 2026-12-01. */
const atFirst = { first: 19, further: 12 };
const report = {
  title: 'Mistakes in PowerShell guides that were reported',
  date: new Date().toISOString().slice(0, 10),
  engine: null,
  method:
    'Two collections of thirty mistakes each that people reported in the issues of public documentation and guides, chosen for what the ' +
    'reports say before the check was asked, each made small and in our own words, a few of the first from memory of the report. One is ' +
    'found with its cause where the check tells it, as an error or a warning, by the rule for that cause and names it. What was not found ' +
    'at first was mended where a sound rule or a source could be had, so that the later figures were not met blind; for six of the first ' +
    'collection the rule that was expected was changed to the one that tells the cause, for one of the second the word, and one of the ' +
    'second was written anew as the report has it. Reports are about mistakes that somebody saw; how many nobody saw, no figure can tell.',
  figures: [
    figure(
      'First collection, met on 2026-11-30: found with the cause that was reported',
      namedOf(first),
      first.length,
    ),
    figure('The same when the check was first asked', atFirst.first, first.length),
    figure(
      'Second collection, met on 2026-12-01: found with the cause that was reported',
      namedOf(further),
      further.length,
    ),
    figure('The same when the check was first asked', atFirst.further, further.length),
  ],
  causes: found
    .filter(({ isNamed }) => !isNamed)
    .map(({ mistake }) => ({ cause: `Not found: ${mistake.cause}`, count: 1, example: mistake.code })),
};
writeFileSync(
  join(projectRoot, 'src/content/accuracy/powershell-mistakes.json'),
  `${JSON.stringify(report, null, 2)}\n`,
);
console.log(`${namedOf(first)} and ${namedOf(further)} of ${first.length} each`);

function namedOf(mistakes: readonly FoundMistake[]): number {
  return mistakes.filter(({ isNamed }) => isNamed).length;
}

function figure(name: string, value: number, of: number) {
  return { name, value, of, required: name.includes('found with') ? '27 of 30' : null };
}
