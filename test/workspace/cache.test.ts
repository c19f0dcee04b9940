import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheCollection } from '../../src/workspace/cache-collections.ts';
import { readBody, readCacheFile } from '../../src/workspace/cache-files.ts';
import { cachedValues } from '../../src/workspace/cached-values.ts';
import { bodyFile, collectionFile } from '../../src/workspace/paths.ts';
import { writeCacheFile } from '../../src/workspace/write-file.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const folder = temporaryFolder();

describe('a stored value', () => {
  it('is read as it was, and is none where it is missing or was cut short', () => {
    writeFiles(folder, { 'whole.json': '{"a":[1]}', 'cut.json': '{"a":[' });
    expect(readCacheFile(join(folder, 'whole.json'))).toEqual({ a: [1] });
    expect(readCacheFile(join(folder, 'cut.json'))).toBeUndefined();
    expect(readCacheFile(join(folder, 'gone.json'))).toBeUndefined();
  });
});

describe('the body of a post', () => {
  const digest = 'test-of-cache';
  afterAll(() => rmSync(bodyFile(digest), { force: true }));

  it('is read by its digest, and must be there', () => {
    writeCacheFile(bodyFile(digest), '{"body":[]}');
    expect(readBody(digest)).toEqual({ body: [] });
    expect(() => readBody('test-of-nothing')).toThrow('ENOENT');
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
  const stored = () => new Set(cachedValues(name));
  const store = (...entries: ReturnType<typeof entry>[]) =>
    cacheCollection(name, entries, { serving: false });
  const serve = (...entries: ReturnType<typeof entry>[]) => cacheCollection(name, entries, { serving: true });
  const clear = () => rmSync(collectionFile(name), { force: true });
  beforeEach(clear);
  afterAll(clear);

  it('holds what was stored last', () => {
    store(entry('a', 1), entry('b', 2, null));
    expect(stored()).toEqual(new Set([1, 2]));
    store(entry('a', 3));
    expect(stored()).toEqual(new Set([3]));
  });

  it('must have been stored', () => {
    expect(() => cachedValues(name)).toThrow(/missing. Build again/);
    expect(existsSync(collectionFile(name))).toBe(false);
  });

  it('of a build holds what is broken, too', () => {
    store(entry('a', 'whole'));
    store(entry('a', 'broken', there, false));
    expect(stored()).toEqual(new Set(['broken']));
  });

  it('of a site that is served stays as it was where something is broken', () => {
    serve(entry('a', 'whole'), entry('b', 'broken from the start', there, false));
    expect(stored()).toEqual(new Set(['whole', 'broken from the start']));
    serve(entry('a', 'broken', there, false));
    expect(stored()).toEqual(new Set(['whole', 'broken from the start']));
    serve(entry('a', 'mended'));
    expect(stored()).toEqual(new Set(['mended', 'broken from the start']));
  });

  it('of a site that is served loses what is gone from the disk, or was made of several files', () => {
    serve(entry('a', 1, 'gone.mdx'), entry('b', 2, null), entry('c', 3));
    serve();
    expect(stored()).toEqual(new Set([3]));
  });
});
