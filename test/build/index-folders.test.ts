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
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  moveFolder,
  readVolumeList,
  replaceVolumes,
  writeVolumeList,
} from '../../src/build/index-folders.ts';

let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string) => readFileSync(join(root, path), 'utf8');
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'index-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the folder of the search index', () => {
  it('has changed volumes replaced, and none more than there are', async () => {
    for (const number of [0, 1, 2]) put(`index/${number}/x`, `old ${number}`);
    await writeVolumeList(join(root, 'index'), ['a', 'b', 'c']);
    put('new/1/x', 'new 1');
    await replaceVolumes(join(root, 'index'), { from: join(root, 'new'), changed: [1], digests: ['a', 'd'] });
    expect(readdirSync(join(root, 'index')).sort()).toEqual(['0', '1', 'volumes.json']);
    expect([read('index/0/x'), read('index/1/x')]).toEqual(['old 0', 'new 1']);
    expect(await readVolumeList(join(root, 'index'))).toEqual(['a', 'd']);
  });

  it('has nothing of an index that was not whole', async () => {
    put('index/7/x', 'left by a build that did not end');
    put('new/0/x', 'new 0');
    expect(await readVolumeList(join(root, 'index'))).toEqual([]);
    await replaceVolumes(join(root, 'index'), { from: join(root, 'new'), changed: [0], digests: ['a'] });
    expect(readdirSync(join(root, 'index')).sort()).toEqual(['0', 'volumes.json']);
  });

  it('is moved to where another one lies, and stays where there is nothing to move', async () => {
    put('from/x', 'moved');
    put('to/deep/y', 'old');
    await moveFolder(join(root, 'from'), join(root, 'to/deep'));
    expect(readdirSync(join(root, 'to/deep'))).toEqual(['x']);
    expect(existsSync(join(root, 'from'))).toBe(false);
    await moveFolder(join(root, 'from'), join(root, 'to/deep'));
    expect(read('to/deep/x')).toBe('moved');
  });
});
