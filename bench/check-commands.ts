import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { loadCatalogue } from '../src/workspace/facts.ts';
import {
  createCatalogue,
  createPowerShell,
  createSourceFile,
  sliceOf,
  windowsServers,
} from '../src/lib/engine.ts';
import { makeLines } from '../test/powershell-engine/lines.ts';

// How many commands a second are read and bound on one core once their modules are loaded, and how long a check of all content takes:
// `node tools/run.mjs bench/check-commands.ts`. At least 20,000 commands, at most 1.5 seconds.

const source = loadCatalogue();
const powershell = createPowerShell(createCatalogue(source));
const scripts = windowsServers.map((platform) => {
  const lines = makeLines(source, platform, 2000, 1).map(({ text }) => text);
  return { platform, slice: sliceOf(createSourceFile('lines.ps1', lines.join('\n'))) };
});
const bindAll = () =>
  scripts.reduce(
    (sum, { platform, slice }) =>
      sum + powershell.read(slice, powershell.start({ name: 'device', platform })).commands.length,
    0,
  );
bindAll();
const rates: number[] = [];
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  const commands = bindAll();
  const { user, system } = process.cpuUsage(start);
  rates.push(commands / ((user + system) / 1e6));
}
console.log(
  `commands read and bound a second of one core: ${Math.round(Math.max(...rates)).toLocaleString('en')}`,
);

const root = resolve(import.meta.dirname, '..');
const seconds: number[] = [];
for (let round = 0; round < 3; round++) {
  const start = performance.now();
  const { status } = spawnSync('node', [join(root, 'tools/labworks.mjs'), 'check'], { cwd: root });
  if (status !== 0) throw new Error(`labworks check ended with ${status}`);
  seconds.push((performance.now() - start) / 1000);
}
console.log(`labworks check on all content: ${Math.min(...seconds).toFixed(2)} s`);
