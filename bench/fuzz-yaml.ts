// Tries to break the readers of labs and comparisons: files with slips, and characters that YAML or a shell takes for something else.
//
//   node tools/run.mjs bench/fuzz-yaml.ts [--files 10000] [--seed 1]
//
// Exit code 1: something threw, a file took longer than the limit, a place lay outside of its file, an output could not be read back, or
// a repair did not help.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Diagnostic } from '../src/lib/diagnostics/diagnostic.ts';
import {
  applyFixes,
  comparisonCsv,
  comparisonJson,
  createSourceFile,
  labValues,
  readComparison,
  readLab,
  readMembership,
} from '../src/lib/engine.ts';
import { createChance, pick } from '../test/chance.ts';

const { values } = parseArgs({
  options: { files: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const chance = createChance(Number(values.seed));
/** Milliseconds that no file may take; on a busy machine the odd one waits for its turn. */
const limit = 2000;

const lab = readFileSync(join(import.meta.dirname, '../test/fixtures/rack/labs/rack.yaml'), 'utf8');
const comparison = `title: Moving a machine
summary: How long it took.
form: measurement
rowTitle: Who
columns:
  - { id: tcp, title: TCP/IP, unit: s, better: lower }
  - { id: words, title: In words, unit: s }
rows:
  - { id: first, title: The first, cells: { tcp: 78, words: { about: 6.80 } } }
  - { id: second, title: 'The second', note: "none", cells: { tcp: { from: 1, to: 2 }, words: { absent: no link } } }
source: Two people.
`;

const bits = [
  ...[
    '\u200B',
    '\u202E',
    '\u00A0',
    '\0',
    '\u0007',
    '\n',
    '\r',
    '\t',
    ' ',
    '- ',
    '? ',
    ': ',
    ' #',
    '&a ',
    '*a',
    '!',
    '!!str ',
  ],
  ...[
    '|',
    '>',
    '"',
    "'",
    "''",
    '[',
    ']',
    '{',
    '}',
    ',',
    '---\n',
    '...\n',
    '%',
    '@',
    '`',
    '\\',
    '<<: ',
    '"\\u200B"',
    '\u2028',
  ],
  ...[
    '__proto__: 1\n',
    'constructor: 1\n',
    'null',
    '~',
    '007',
    '0x10',
    '1e3',
    '\uD800',
    '😀',
    '\uFEFF',
    'Аа',
    'con',
    'é',
  ],
];

/** A text with one to four slips: something put in, left out, said twice, or taken from elsewhere. */
function withSlips(text: string): string {
  let made = text;
  for (let left = 1 + Math.floor(chance() * 4); left > 0; left--) {
    const at = Math.floor(chance() * made.length);
    const other = Math.floor(chance() * made.length);
    const slip = chance();
    if (slip < 0.5) made = made.slice(0, at) + pick(chance, bits) + made.slice(at);
    else if (slip < 0.7) made = made.slice(0, at) + made.slice(at + 1 + Math.floor(chance() * 8));
    else if (slip < 0.85) made = made.slice(0, at) + made.slice(other, other + 20) + made.slice(at);
    else {
      const lines = made.split('\n');
      lines.splice(Math.floor(chance() * lines.length), 0, pick(chance, lines));
      made = lines.join('\n');
    }
  }
  return made;
}

const faults: string[] = [];
let held = 0;
let repaired = 0;
let slowest = 0;
const files = Number(values.files);
for (let index = 0; index < files && faults.length < 10; index++) {
  const read = index % 2 === 0 ? said('lab') : said('comparison');
  const text = withSlips(index % 2 === 0 ? lab : comparison);
  const fault = (what: string) => faults.push(`${what}: ${JSON.stringify(text)}`);
  const start = performance.now();
  try {
    const diagnostics = read(text);
    readMembership('labworks/post.mdx', `---\n${text}\n---\n`);
    const broken = diagnostics.some(({ severity }) => severity === 'error');
    if (!broken) held++;
    for (const { range, fix } of diagnostics) {
      const places = [{ start: range.start.offset, end: range.end.offset }, ...(fix?.edits ?? [])];
      if (places.some((place) => place.start > place.end || place.end > text.length))
        fault('a place outside');
    }
    const { text: mended, applied } = applyFixes(text, diagnostics);
    if (applied.length > 0) {
      repaired++;
      const told = (found: readonly Diagnostic[]) => found.filter(({ fix }) => fix?.safety === 'safe').length;
      if (told(read(mended)) >= told(diagnostics)) fault('a repair that does not help');
    }
  } catch (error) {
    fault(String(error));
  }
  const took = performance.now() - start;
  slowest = Math.max(slowest, took);
  if (took > limit) fault(`${took.toFixed(0)} ms`);
}

console.log(
  `${files} files, ${held} of them without errors, ${repaired} repaired, ${slowest.toFixed(0)} ms at most, ${faults.length} faults`,
);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Reads a file and makes of it what is made of one that holds. */
function said(kind: 'lab' | 'comparison'): (text: string) => readonly Diagnostic[] {
  return (text) => {
    if (kind === 'lab') {
      const { value, diagnostics } = readLab(createSourceFile('labs/lab.yaml', text));
      if (value) labValues(value);
      return diagnostics;
    }
    const { value, diagnostics } = readComparison(createSourceFile('comparisons/comparison.yaml', text));
    if (value) {
      comparisonCsv(value);
      JSON.parse(comparisonJson(value));
    }
    return diagnostics;
  };
}
