import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keptValues } from '../../src/build/kept-values.ts';
import { readCacheFile } from '../../src/workspace/cache-files.ts';
import { writeCacheFile } from '../../src/workspace/write-file.ts';
import { shownValues } from '../../src/site/posts/shown-values.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-values-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'values.json');

const content = { labs: [], comparisons: [], accuracy: new Map(), origin: 'https://x.example' } as const;
/** As JSON has them, which is how pages read them. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

it('keeps what pages show beside posts, as long as it is made of the same by the same tools', async () => {
  const made = plain(await shownValues(content));
  expect(plain(await keptValues(content, 'tools', file))).toEqual(made);
  const stored = readCacheFile<{ readonly key: string }>(file)!;
  writeCacheFile(file, JSON.stringify({ key: stored.key, values: 'kept' }));
  expect(await keptValues(content, 'tools', file)).toBe('kept');
  const anew = [
    [content, 'other tools'],
    [{ ...content, origin: 'https://y.example' }, 'tools'],
  ] as const;
  for (const [given, tools] of anew)
    expect(plain(await keptValues(given, tools, file))).toEqual(plain(await shownValues(given)));
  writeFileSync(file, 'damaged');
  expect(plain(await keptValues(content, 'tools', file))).toEqual(made);
});
