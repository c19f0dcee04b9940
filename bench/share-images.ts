import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeShareImages } from '../src/build/share-images/kept-share-images.ts';
import type { ShareText } from '../src/build/share-images/share-text.ts';

// What the images cost that are shown of posts elsewhere: `node tools/run.mjs bench/share-images.ts [--images 1000]`, drawn, kept, and
// with one new title.

const { values } = parseArgs({ options: { images: { type: 'string', default: '1000' } } });
const count = Number(values.images);
const words = 'Converge the switch, team the cards and find out what the storage network did at night'.split(
  ' ',
);
const textOf = (index: number): ShareText => ({
  path: `/field-notes/bench-${index}/`,
  label: 'Field notes',
  title: `${words.slice(0, 3 + (index % 12)).join(' ')} ${index}`,
  accent: 'cable-teal',
  lights: index % 5 === 0 ? [[true, false, true, true]] : [],
  name: 'Agnostic Computing',
  domain: 'agnosticcomputing.example',
});
const texts = Array.from({ length: count }, (_, index) => textOf(index));
const folder = mkdtempSync(join(tmpdir(), 'share-images-'));

async function measure(what: string, which: readonly ShareText[]): Promise<void> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  await makeShareImages(which, folder);
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`${what.padEnd(18)}${seconds} s, ${((user + system) / 1e6).toFixed(2)} s cpu`);
}

try {
  await measure(`${count} images`, texts);
  await measure('nothing changed', texts);
  await measure('one new title', texts.with(Math.floor(count / 2), textOf(count)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
