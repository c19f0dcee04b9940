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
  readWholeVolumes,
  recordIndex,
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
    await replaceVolumes(join(root, 'index'), {
      before: ['a', 'b', 'c'],
      from: join(root, 'new'),
      changed: [1],
      digests: ['a', 'd'],
    });
    expect(readdirSync(join(root, 'index')).sort()).toEqual(['0', '1', 'volumes.json']);
    expect([read('index/0/x'), read('index/1/x')]).toEqual(['old 0', 'new 1']);
    expect(await readVolumeList(join(root, 'index'))).toEqual(['a', 'd']);
  });

  it('has nothing of an index that was not whole', async () => {
    put('index/7/x', 'left by a build that did not end');
    put('new/0/x', 'new 0');
    expect(await readVolumeList(join(root, 'index'))).toEqual([]);
    await replaceVolumes(join(root, 'index'), {
      before: [],
      from: join(root, 'new'),
      changed: [0],
      digests: ['a'],
    });
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

describe('the index of the last build', () => {
  const folder = () => join(root, 'index');
  let record: ReturnType<typeof recordIndex>;
  const volumes = () => readWholeVolumes(folder(), record);
  beforeEach(async () => {
    for (const number of [0, 1, 2]) put(`index/${number}/fragment/x`, `of ${number}`);
    await writeVolumeList(folder(), ['a', 'b', 'c']);
    record = recordIndex(folder());
  });

  it('is as it was recorded, wherever it was moved', async () => {
    expect(await volumes()).toEqual(['a', 'b', 'c']);
    await moveFolder(folder(), join(root, 'moved'));
    expect(await readWholeVolumes(join(root, 'moved'), record)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['is written to', () => put('index/1/fragment/x', 'OF 1')],
    ['is gone', () => rmSync(join(root, 'index/1'), { recursive: true })],
    ['is one too many', () => put('index/1/fragment/y', '')],
  ])('lacks the volume of which a file %s', async (_, damage) => {
    damage();
    expect(await volumes()).toEqual(['a', '', 'c']);
  });

  it.each([
    ['its list is damaged', () => put('index/volumes.json', '{"volumes":["a","b","C"]}')],
    ['something else lies in it', () => put('index/3/x', '')],
    ['nothing is recorded of it', () => (record = {})],
    ['it is gone', () => rmSync(folder(), { recursive: true })],
  ])('is none where %s', async (_, damage) => {
    damage();
    expect(await volumes()).toEqual([]);
  });
});
