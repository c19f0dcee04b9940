import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { createChance } from '../chance.ts';
import { root } from './run-cli.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'labworks-killed-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const posts = 90;
const mostKills = 6;
const source = join(folder, 'source');
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
mkdirSync(source);
writeFileSync(join(source, 'rack.png'), picture);
for (let post = 0; post < posts; post++) {
  const shown = post % 3 === 0 ? '\n\n![A rack](rack.png)' : '';
  writeFileSync(
    join(source, `post-${post}.md`),
    `---\ntitle: Post ${post}\n---\nText of post ${post}.${shown}\n`,
  );
}

/** Imports the posts into a folder, and is killed as soon as so many of them are there; whether it came to its end before. */
function imported(out: string, upTo: number): Promise<{ readonly isDone: boolean; readonly text: string }> {
  const child = spawn(
    process.execPath,
    ['src/cli/main.ts', 'import', source, '--from', 'markdown', '--out', out],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => (text += String(chunk)));
  const timer = setInterval(() => {
    if (seenIn(out).length >= upTo) child.kill('SIGKILL');
  }, 1);
  return new Promise((done) =>
    child.on('close', (code) => {
      clearInterval(timer);
      done({ isDone: code === 0, text });
    }),
  );
}

/** What an author sees of it: names that begin with a dot are set aside. */
function seenIn(out: string): string[] {
  const place = join(out, 'field-notes');
  return existsSync(place) ? readdirSync(place).filter((name) => !name.startsWith('.')) : [];
}

it('is killed again and again, has each post as a whole or not at all, and goes on to its end', async () => {
  const out = join(folder, 'out');
  const chance = createChance(7);
  let kills = 0;
  for (let run = 0; ; run++) {
    expect(run).toBeLessThanOrEqual(mostKills);
    const step = 1 + Math.floor(chance() * ((2 * posts) / (mostKills + 2)));
    const { isDone, text } = await imported(out, kills < mostKills ? seenIn(out).length + step : Infinity);
    for (const name of seenIn(out)) {
      const isFolder = !name.endsWith('.md');
      const file = join(out, 'field-notes', name, isFolder ? 'index.md' : '');
      expect(readFileSync(isFolder ? file : join(out, 'field-notes', name), 'utf8')).toMatch(
        /\nText of post \d+\.\n/,
      );
      if (isFolder) expect(readFileSync(join(out, 'field-notes', name, 'rack.png'))).toEqual(picture);
    }
    if (isDone) {
      expect(text).toContain(`${posts} posts came along`);
      break;
    }
    kills++;
  }
  expect(kills).toBeGreaterThan(2);
  expect(seenIn(out)).toHaveLength(posts);
  // Nothing that was set aside is left behind.
  expect(readdirSync(join(out, 'field-notes'))).toHaveLength(posts);
});
