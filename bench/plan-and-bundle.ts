import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readLabwork } from '../src/cli/labwork.ts';
import { compileLabwork, loadBundler, makePlan, runCompiled } from '../src/lib/engine.ts';
import { openEngine } from '../src/workspace/facts.ts';

// How long plan and bundle take of a labwork that is compiled: `node tools/run.mjs bench/plan-and-bundle.ts [2] [--rounds 20]`, the first
// round and the median of all. At most 100 ms, on two cores that have nothing else to do; `cpu` is the processor's time, which others
// lengthen less.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '20' } },
});

const { makeBundle } = await loadBundler();
const engine = openEngine();
const { guides, labs } = readLabwork([positionals[0] ?? '2'], engine, 'bench 2');
const compiled = compileLabwork(engine.checkLabwork(guides, labs));
if (!compiled) throw new Error('This labwork is not compiled.');
const json = JSON.stringify(compiled);
console.log(`compiled: ${String(json.length)} characters`);

const rounds = Array.from({ length: Number(values.rounds) }, () => {
  const started = performance.now();
  const before = process.cpuUsage();
  const { labwork } = runCompiled(JSON.parse(json) as typeof compiled);
  const ran = performance.now();
  makePlan(labwork!);
  const planned = performance.now();
  makeBundle(labwork!, { site: 'https://blog.example' });
  const { user, system } = process.cpuUsage(before);
  const done = performance.now();
  return {
    run: ran - started,
    plan: planned - ran,
    bundle: done - planned,
    all: done - started,
    cpu: (user + system) / 1000,
  };
});

for (const part of ['run', 'plan', 'bundle', 'all', 'cpu'] as const) {
  const times = rounds.map((round) => round[part]);
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  console.log(`${part}: first ${times[0]!.toFixed(0)} ms, median ${median.toFixed(0)} ms`);
}
