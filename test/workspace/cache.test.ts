import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheCollection } from '../../src/workspace/cache-collections.ts';
import { readBody, readCacheBytes, readCacheFile } from '../../src/workspace/cache-files.ts';
import { cachedValues } from '../../src/workspace/cached-values.ts';
import { bodyFile, collectionFile } from '../../src/workspace/paths.ts';
import { writeCacheFile } from '../../src/workspace/write-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

describe('a stored value', () => {
  const path = join(folder, 'value.json');
  beforeEach(() => {
    rmSync(path, { recursive: true, force: true });
    writeCacheFile(path, '{"a":[1]}');
  });

  it('is read as it was', () => {
    expect(readCacheFile(path)).toEqual({ a: [1] });
    expect(readCacheBytes(path)?.toString()).toBe('{"a":[1]}');
  });

  it.each([
    ['is missing', () => rmSync(path)],
    ['is empty', () => writeFileSync(path, '')],
    ['was cut short', () => writeFileSync(path, readFileSync(path).subarray(0, -1))],
    [
      'is another, as whole as it looks',
      () => writeFileSync(path, readFileSync(path, 'utf8').replace('[1]', '[2]')),
    ],
    ['was written without a checksum', () => writeFileSync(path, '{"a":[1]}')],
    ['is of another name', () => writeFileSync(path, otherFile())],
    ['is a folder', () => (rmSync(path), mkdirSync(path))],
    ['is a link to itself', () => (rmSync(path), symlinkSync(path, path))],
  ])('is none where it %s', (_, damage) => {
    damage();
    expect(readCacheFile(path)).toBeUndefined();
    expect(readCacheBytes(path)).toBeUndefined();
    writeCacheFile(path, '{"a":[3]}');
    expect(readCacheFile(path)).toEqual({ a: [3] });
  });

  const otherFile = () => {
    writeCacheFile(join(folder, 'other.json'), '{"a":[2]}');
    return readFileSync(join(folder, 'other.json'));
  };
});

describe('the body of a post', () => {
  const digest = 'test-of-cache';
  afterAll(() => rmSync(bodyFile(digest), { force: true }));

  it('is read by its digest, and must be there and whole', () => {
    writeCacheFile(bodyFile(digest), '{"body":[]}');
    expect(readBody(digest)).toEqual({ body: [] });
    expect(() => readBody('test-of-nothing')).toThrow(
      /test-of-nothing\.json is missing or damaged: run `npm run build -- --force`/,
    );
    writeFileSync(bodyFile(digest), '');
    expect(() => readBody(digest)).toThrow(/test-of-cache\.json is missing or damaged/);
  });
});

describe('a stored collection', () => {
  const name = 'test-of-collections';
  // Any file of the project will do for one that is still there.
  const there = 'package.json';
  const entry = (id: string, data: unknown, path: string | null = there, good = true) => ({
    id,
    path: path ?? undefined,
    data,
    good,
  });
  const stored = (serving = false) => new Set(cachedValues(name, { serving }));
  const store = (...entries: ReturnType<typeof entry>[]) =>
    cacheCollection(name, entries, { serving: false });
  const serve = (...entries: ReturnType<typeof entry>[]) => cacheCollection(name, entries, { serving: true });
  const clear = () => {
    for (const serving of [false, true]) rmSync(collectionFile(name, { serving }), { force: true });
  };
  beforeEach(clear);
  afterAll(clear);

  it('holds what was stored last', () => {
    store(entry('a', 1), entry('b', 2, null));
    expect(stored()).toEqual(new Set([1, 2]));
    store(entry('a', 3));
    expect(stored()).toEqual(new Set([3]));
  });

  it('must have been stored', () => {
    expect(() => stored()).toThrow(/test-of-collections\.json is missing/);
    expect(existsSync(collectionFile(name, { serving: false }))).toBe(false);
  });

  it('of a build holds what is broken, too', () => {
    store(entry('a', 'whole'));
    store(entry('a', 'broken', there, false));
    expect(stored()).toEqual(new Set(['broken']));
  });

  it('of a site that is served stays as it was where something is broken', () => {
    serve(entry('a', 'whole'), entry('b', 'broken from the start', there, false));
    expect(stored(true)).toEqual(new Set(['whole', 'broken from the start']));
    serve(entry('a', 'broken', there, false));
    expect(stored(true)).toEqual(new Set(['whole', 'broken from the start']));
    serve(entry('a', 'mended'));
    expect(stored(true)).toEqual(new Set(['mended', 'broken from the start']));
  });

  it('of a site that is served loses what is gone from the disk, or was made of several files', () => {
    serve(entry('a', 1, 'gone.mdx'), entry('b', 2, null), entry('c', 3));
    serve();
    expect(stored(true)).toEqual(new Set([3]));
  });

  it('of a site that is served is not that of a build, and neither takes anything of the other', () => {
    store(entry('a', 'built'));
    serve(entry('a', 'broken from the start', there, false));
    expect([stored(), stored(true)]).toEqual([new Set(['built']), new Set(['broken from the start'])]);
    serve(entry('a', 'served'));
    expect(stored()).toEqual(new Set(['built']));
  });

  it('of a site that is served begins anew where it was damaged', () => {
    serve(entry('a', 'whole'));
    writeFileSync(collectionFile(name, { serving: true }), '{"a":{"path":"package.json","data":"other"}}');
    serve(entry('a', 'broken', there, false));
    expect(stored(true)).toEqual(new Set(['broken']));
  });
});
