// Tries to break the reading and colouring of PowerShell: mutated snippets, random texts, and scripts of megabytes.
//
//   node tools/run.mjs bench/fuzz-powershell.ts [--cases 100000] [--seed 1] [--json FILE]
//
// Exit code 1: something threw, a case took longer than the limit, or a shape of long script did not take linear time.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../src/workspace/facts.ts';
import {
  createCatalogue,
  createPowerShell,
  createSourceFile,
  parsePowerShell as parse,
  languages,
  sliceOf,
} from '../src/lib/engine.ts';
import { readSnippets } from '../test/powershell-engine/snippets.ts';
import { seeded, slipIn, withSlip } from '../tools/break-script.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const random = seeded(Number(values.seed));
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const snippets = readSnippets().map(({ text }) => text);
const powershell = createPowerShell(createCatalogue(loadCatalogue()));
const sessions = (['powershell-7', 'windows-server-2012-r2'] as const).map((platform) =>
  powershell.start({ name: 'fuzzed', platform }),
);

/** Milliseconds that no case may take; on a busy machine the odd one waits for its turn. */
const limit = 2000;
/** Twice the text may take this many times as long: twice, and what a busy machine adds. */
const mostGrowth = 3.2;

const words = (
  'if else elseif switch foreach for while do until function filter param begin process end class enum using namespace try ' +
  'catch finally trap data return break continue throw exit in $a $b.c @args [int] [Parameter()] Get-VM New-VMSwitch -Name ' +
  '-eq -not -split \'x\' "y" "$z" "$(1)" @\' \'@ @" "@ <# #> # ` ( ) { } [ ] @( @{ $( ; , | || & && . :: : ? ?? ?. ?[ ++ -- ! = += ??= .. + - * / % ' +
  '> >> 2>&1 < 1 0x1F 1kb 1.5 -- --% :label \u2013 \u201c \u2019 \u00a0 \u200b \ud83d\ude00'
).split(' ');

function fuzzed(): string {
  const kind = random();
  if (kind < 0.55) {
    let text = pick(snippets);
    for (let slips = 1 + Math.floor(random() * 4); slips > 0 && text !== ''; slips--)
      text = withSlip(text, slipIn(text, random));
    return text;
  }
  if (kind < 0.7) {
    const [one, other] = [pick(snippets), pick(snippets)];
    return one.slice(0, Math.floor(random() * one.length)) + other.slice(Math.floor(random() * other.length));
  }
  if (kind < 0.95) {
    let text = '';
    for (let count = Math.floor(random() * 60); count > 0; count--)
      text += pick(words) + pick(['', ' ', ' ', '\n']);
    return text;
  }
  let text = '';
  for (let count = Math.floor(random() * 200); count > 0; count--)
    text += String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 127 : 0xffff)));
  return text;
}

const thrown: string[] = [];
const slow: string[] = [];
let slowest = { milliseconds: 0, text: '' };
const began = performance.now();
const cases = Number(values.cases);
for (let done = 0; done < cases; done++) {
  const text = fuzzed();
  const start = performance.now();
  try {
    powershell.read(sliceOf(createSourceFile('fuzzed.ps1', text)), sessions[done % sessions.length]!);
    languages.powershell.tokensOf(text);
  } catch (error) {
    thrown.push(`${String(error)}\n${JSON.stringify(text)}`);
  }
  const milliseconds = performance.now() - start;
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text };
  if (milliseconds > limit) slow.push(JSON.stringify(text));
}
const seconds = (performance.now() - began) / 1000;

/** What is right in a function of its own, as a script of many functions. */
const ordinary = snippets
  .map((text, index) => `function f${index} {\n${text}\n}\n`)
  .filter((text) => parse(text, 7).problems.length === 0)
  .join('');
if (parse(ordinary.repeat(3), 7).problems.length > 0) throw new Error('the ordinary script has a mistake');

/** Texts that could take more than linear time, as pieces to be repeated; `whole` stands around them. */
const shapes: readonly { readonly name: string; readonly piece: string; readonly whole?: string }[] = [
  { name: 'an ordinary script', piece: ordinary },
  { name: 'one line', piece: 'Get-VM -Name a; ' },
  { name: 'a long pipeline', piece: 'Get-VM | ', whole: '|Get-VM' },
  { name: 'a long sum', piece: '1 + ', whole: '|1' },
  { name: 'a long list', piece: '1, ', whole: '|1' },
  { name: 'a long string', piece: 'text $a ', whole: '"|"' },
  { name: 'strings with doubled quotes', piece: '"a $(f ""b"") c"\n' },
  { name: 'brackets that open', piece: '(' },
  { name: 'braces that open', piece: '{ ' },
  { name: 'attributes that open', piece: '{ [a(' },
  { name: 'types that open', piece: '[a[' },
  { name: 'subexpressions in strings that open', piece: '"$(' },
  { name: 'quotes on every line', piece: "it's\n" },
  { name: 'here-strings that open', piece: '@"\n' },
  { name: 'comments that open', piece: '<#\n' },
  { name: 'a comment after every line', piece: 'a # b\n' },
  { name: 'blank lines', piece: '\n' },
  { name: 'ends of blocks', piece: '}\n' },
  { name: 'a chain of members', piece: '.b', whole: '$a|' },
  { name: 'a chain of conditions', piece: '$a ? 1 : ', whole: '|2' },
  { name: 'a chain of casts', piece: '[int]', whole: '|1' },
  { name: 'a hashtable', piece: 'a = 1\n', whole: '@{\n|}' },
  { name: 'switch cases', piece: '1 { }\n', whole: 'switch (1) {\n|}' },
  { name: 'a class', piece: '[int] Get() { return 1 }\n', whole: 'class A {\n|}' },
  { name: 'backticks', piece: 'a `\n' },
];

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
function timeOf(length: number, { piece, whole = '|' }: (typeof shapes)[number]): number {
  const [before = '', after = ''] = whole.split('|');
  const text = before + piece.repeat(Math.ceil(length / piece.length)) + after;
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    languages.powershell.tokensOf(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.round(best);
}

const growth = shapes.map((shape, index) => {
  // The ordinary script at its full size; what is made to be slow shows it sooner.
  const size = index === 0 ? 2 ** 20 : 2 ** 18;
  timeOf(size / 4, shape);
  const [once, twice] = [timeOf(size, shape), timeOf(2 * size, shape)];
  return {
    shape: shape.name,
    kilobytes: size / 1024,
    once,
    twice,
    linear: twice < 100 || twice <= mostGrowth * once,
  };
});

const report = {
  cases,
  seconds: Math.round(seconds),
  thrown: thrown.length,
  overTheLimit: slow.length,
  slowest: { milliseconds: Math.round(slowest.milliseconds), text: slowest.text.slice(0, 200) },
  growth,
};
console.log(
  `${cases} cases in ${report.seconds} s: ${thrown.length} threw, ${slow.length} took over ${limit} ms`,
);
console.log(`slowest case: ${report.slowest.milliseconds} ms`);
for (const { shape, kilobytes, once, twice, linear } of growth)
  console.log(`${linear ? ' ' : '!'} ${shape}: ${kilobytes} kB ${once} ms, ${2 * kilobytes} kB ${twice} ms`);
for (const text of [...thrown, ...slow].slice(0, 5)) console.error(text);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
process.exitCode = thrown.length + slow.length > 0 || growth.some(({ linear }) => !linear) ? 1 : 0;
