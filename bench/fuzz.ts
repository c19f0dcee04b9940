// Made-up posts, commands, labs and comparisons, most of them broken: nothing may crash or hang, every output must parse, every fix must
// do what it says.
//
//   node tools/run.mjs bench/fuzz.ts posts|commands|labs|all [--count 10000] [--seed 1] [--only WORD]
//
// `count` inputs for each dialect's platform and kind of file. Exit code 1: something was found; each finding is told with its seed and the
// smallest input that still shows it.
import { parseArgs } from 'node:util';
import { fuzz } from '../test/fuzz/findings.ts';
import { suites } from '../test/fuzz/suites.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const what = positionals[0] ?? 'all';
const chosen = suites.filter(
  ({ group, name }) => (what === 'all' || group === what) && name.includes(values.only),
);
if (chosen.length === 0) {
  console.error('usage: node tools/run.mjs bench/fuzz.ts posts|commands|labs|all [--count N] [--seed S]');
  process.exit(2);
}
/** Milliseconds of processor time that no input may take. */
const limit = 2000;
const count = Number(values.count);
let found = 0;
for (const { name, make, trial } of chosen) {
  const began = process.cpuUsage();
  const findings = fuzz(count, Number(values.seed), make, trial, limit);
  const { user, system } = process.cpuUsage(began);
  console.log(
    `${name}: ${String(count)} inputs, ${String(findings.length)} kinds of findings, ${((user + system) / 1e6).toFixed(0)} s of processor time`,
  );
  for (const { kind, detail, seed, input } of findings)
    console.log(`! ${kind} (seed ${String(seed)})\n  ${JSON.stringify(input)}\n  ${detail}`);
  found += findings.length;
}
process.exitCode = found > 0 ? 1 : 0;
