import { spawnSync } from 'node:child_process';
import type { HostileInput } from './hostile/hostile-input.ts';
import { markdown } from './hostile/markdown.ts';

// How long the worst inputs take that are read at all: `node tools/run.mjs bench/hostile.ts [WORD]`, those whose name holds the word.
// Each has a process of its own, which may not end but by itself; over two seconds of processor time is too long.

const inputs: readonly HostileInput[] = [...markdown];
const limit = 2;

const [, , word = '', isChild] = process.argv;
if (isChild) readOne(word);
else readAll(inputs.filter(({ name }) => name.includes(word)));

function readOne(wanted: string): void {
  const input = inputs.find(({ name }) => name === wanted);
  if (!input) throw new Error(`There is no input “${wanted}”.`);
  const text = input.make();
  // What every run has to load is not the input's.
  input.read('');
  const start = process.cpuUsage();
  input.read(text);
  const { user, system } = process.cpuUsage(start);
  console.log(JSON.stringify({ seconds: (user + system) / 1e6, length: text.length }));
}

function readAll(chosen: readonly HostileInput[]): void {
  let failed = 0;
  for (const { name } of chosen) {
    const child = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name, 'alone'], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    const result =
      child.status === 0 ? (JSON.parse(child.stdout) as { seconds: number; length: number }) : undefined;
    const isGood = result !== undefined && result.seconds <= limit;
    if (!isGood) failed++;
    const outcome = result
      ? `${result.seconds.toFixed(2).padStart(7)} s  ${String(result.length).padStart(7)} characters`
      : `ended by ${child.signal ?? `code ${child.status}`}: ${child.stderr.trim().split('\n').at(-1) ?? ''}`;
    console.log(`${isGood ? ' ' : '!'} ${name.padEnd(45)} ${outcome}`);
  }
  console.log(`${chosen.length} inputs, ${failed} over ${limit} s or not read`);
  process.exitCode = failed > 0 ? 1 : 0;
}
