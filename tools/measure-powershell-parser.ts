// Holds our reading of PowerShell against the engine's own, on real scripts and on copies of them with one slip.
//
//   node tools/run.mjs tools/measure-powershell-parser.ts --scripts DIR [--report FILE] [--differences FILE]
//        [--count 2500] [--seed 1] [--date YYYY-MM-DD]
//
// DIR holds *.ps1, *.psm1 and *.psd1 at any depth, fetched from wherever; nothing of them goes into the report but short excerpts.
// The sample and the slips are functions of the seed and of what DIR holds.
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scriptSlice } from '../src/cli/check-targets.ts';
import { loadCatalogue } from '../src/workspace/facts.ts';
import { readText } from '../src/workspace/text-file.ts';
import { createCatalogue, createPowerShell, createSourceFile } from '../src/lib/engine.ts';
import type { ParseError, PowerShellEngine } from '../test/powershell-engine/engine.ts';
import { startEngine } from '../test/powershell-engine/engine.ts';
import type { Place } from '../test/powershell-engine/place.ts';
import { placeInText } from '../test/powershell-engine/place.ts';
import { isOfTheText } from '../test/powershell-engine/snippets.ts';
import { seeded, slipIn, withSlip } from './break-script.ts';

/** Keywords the engine knows on Windows alone. */
const windowsOnly = /(?:^|[\n;{}])\s*(?:configuration|workflow)\b/i;
/** Longer scripts take the time of many others. */
const longest = 150_000;

interface Case {
  readonly path: string;
  readonly text: string;
  /** `insert "{" at 3:7`; empty for the script as it is. */
  readonly slip: string;
}

interface Finding extends Place {
  readonly what: string;
}

interface OurFinding extends Finding {
  readonly cause: Place;
}

interface Difference {
  readonly path: string;
  readonly slip: string;
  readonly engine: Finding | undefined;
  readonly ours: OurFinding | undefined;
  readonly allOfEngine: readonly ParseError[];
  readonly text: string;
}

const { values } = parseArgs({
  options: {
    scripts: { type: 'string' },
    report: { type: 'string' },
    differences: { type: 'string' },
    count: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '1' },
    date: { type: 'string' },
  },
});
if (values.scripts === undefined) throw new Error('--scripts names a folder of PowerShell scripts');
const random = seeded(Number(values.seed));
const scripts = sample(resolve(values.scripts), Number(values.count));
const copies = scripts.map(brokenCopy);
const engine = await startEngine();
const powershell = createPowerShell(createCatalogue(loadCatalogue()));
const real = await compare(scripts, engine);
const broken = await compare(copies, engine);
await engine.stop();
const figures = [
  figure('real scripts with an equal verdict', real.equal, real.all, 'at least 99.5 % of 2,000 or more'),
  figure('broken copies with an equal verdict', broken.equal, broken.all, 'at least 99.5 % of 2,000 or more'),
  figure(
    'broken copies whose first error stands at the same line and column',
    broken.samePlace,
    broken.refused,
    'at least 95 %',
  ),
  figure(
    'broken copies where what we tell stands where the engine found its first error',
    broken.sameCause,
    broken.refused,
    null,
  ),
  figure(
    'real scripts that the engine refuses, whose first error stands at the same line and column',
    real.samePlace,
    real.refused,
    null,
  ),
];
for (const { name, value, of } of figures)
  console.log(`${name}: ${value} of ${of} (${((100 * value) / of).toFixed(2)} %)`);
const differences = [...real.differences, ...broken.differences];
if (values.differences !== undefined)
  writeFileSync(values.differences, differences.map((one) => JSON.stringify(one)).join('\n'));
if (values.report !== undefined)
  writeFileSync(values.report, `${JSON.stringify(report(differences), undefined, 2)}\n`);

/** Scripts of the folder, each text once, in an order the seed gives. */
function sample(folder: string, count: number): Case[] {
  const seen = new Set<string>();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ps[dm]?1$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  const cases = paths.flatMap((path): Case[] => {
    const read = readText(join(folder, path));
    if (!('text' in read)) return [];
    const { text } = read;
    const digest = createHash('sha256').update(text).digest('hex');
    if (seen.has(digest) || text.length > longest || text.trim() === '' || windowsOnly.test(text)) return [];
    seen.add(digest);
    return [{ path, text, slip: '' }];
  });
  for (let left = cases.length - 1; left > 0; left--) {
    const other = Math.floor(random() * (left + 1));
    [cases[left], cases[other]] = [cases[other]!, cases[left]!];
  }
  return cases.slice(0, count);
}

function brokenCopy({ path, text }: Case): Case {
  const slip = slipIn(text, random);
  const { line, column } = placeOf(text, slip.at);
  const where = `${slip.kind} ${JSON.stringify(slip.character || text[slip.at])} at ${line}:${column}`;
  return { path, text: withSlip(text, slip), slip: where };
}

function placeOf(text: string, at: number): Place {
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}

async function compare(cases: readonly Case[], { parse }: PowerShellEngine) {
  const differences: Difference[] = [];
  let equal = 0;
  let refused = 0;
  let samePlace = 0;
  let sameCause = 0;
  let all = 0;
  for (const { path, text, slip } of cases) {
    const errors = await parse(text);
    if (windowsOnly.test(text)) continue;
    all++;
    const [first] = errors.filter(isOfTheText);
    const theirs = first && { ...placeInText(text, first), what: first.id };
    const ours = firstOfOurs(path, text);
    const verdict = (theirs === undefined) === (ours === undefined);
    const place = ours?.line === theirs?.line && ours?.column === theirs?.column;
    const cause = errors
      .filter(isOfTheText)
      .reduce<ParseError | undefined>(
        (one, other) => (one && one.found < other.found ? one : other),
        undefined,
      );
    if (verdict) equal++;
    if (theirs) refused++;
    if (theirs && place) samePlace++;
    const found = cause && placeInText(text, cause);
    if (found && found.line === ours?.cause.line && found.column === ours.cause.column) sameCause++;
    if (!verdict || !place) differences.push({ path, slip, engine: theirs, ours, allOfEngine: errors, text });
  }
  return { all, equal, refused, samePlace, sameCause, differences };
}

function firstOfOurs(path: string, text: string): OurFinding | undefined {
  const session = powershell.start({ name: 'measured', platform: 'powershell-7' });
  const { diagnostics } = powershell.read(scriptSlice(createSourceFile(path, text)), session);
  const first = diagnostics.find(({ rule }) => rule === 'powershell/syntax');
  if (!first) return undefined;
  // What is told is the cause; the place that stands first in the text, where that is another, is told with it.
  const [before] = first.related ?? [];
  const { line, column } = (before ?? first).range.start;
  return { line, column, what: first.message, cause: first.range.start };
}

function figure(name: string, value: number, of: number, required: string | null) {
  return { name, value, of, required };
}

function report(found: readonly Difference[]) {
  const causes = new Map<string, { count: number; example: string | null }>();
  for (const difference of found) {
    const name = causeOf(difference);
    const known = causes.get(name);
    if (known) known.count++;
    else causes.set(name, { count: 1, example: excerpt(difference) });
  }
  return {
    title: 'Reading PowerShell, against PowerShell’s own parser',
    date: values.date ?? new Date().toISOString().slice(0, 10),
    engine: engine.version,
    method:
      `${scripts.length} scripts were drawn from public repositories (${repositories().join(', ')}), and of each a copy was made in ` +
      'which one character was deleted, replaced or inserted, mostly one that means something to PowerShell. PowerShell’s own ' +
      'parser and ours read the scripts and the copies. An equal verdict: both find an error, or neither does. Errors that depend ' +
      'on the machine (modules and types that are not installed) do not count, and scripts with the words configuration and ' +
      'workflow are left out, which the engine knows on Windows alone. The first error is the one that stands first in the text: ' +
      'where a mistake leaves an outer block open, that is the block, which we tell beside the mistake.',
    figures,
    causes: [...causes]
      .map(([cause, { count, example }]) => ({ cause, count, example }))
      .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1)),
  };
}

/** `owner/name` of the folders that the scripts lie in, named `owner+name`. */
function repositories(): string[] {
  return [...new Set(scripts.map(({ path }) => path.split(/[\\/]/)[0]!.replace('+', '/')))].sort();
}

function causeOf({ engine: theirs, ours }: Difference): string {
  const said = ours?.what.replace(/`[^`]*`/g, '…');
  if (!theirs) return `only ours finds an error: ${said}`;
  if (!said) return `only the engine finds an error: ${theirs.what}`;
  return `another place: the engine’s ${theirs.what}, ours: ${said}`;
}

/** The line of the first error, as far as it shows what it is. */
function excerpt({ text, engine: theirs, ours }: Difference): string | null {
  const at = theirs ?? ours;
  const line = at && text.split(/\r\n|\r|\n/)[at.line - 1];
  return line === undefined ? null : line.trim().slice(0, 100);
}
