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
import type { OutputLocations } from '../../src/build/cache-output.ts';
import { readCacheFile } from '../../src/workspace/cache-files.ts';
import { writeCacheFile } from '../../src/workspace/write-file.ts';
import { recordOutput, removeAllButCached } from '../../src/build/cache-output.ts';

let root: string;
let locations: OutputLocations;

function put(path: string, text = path): void {
  const whole = join(locations.output, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

const files = () =>
  readdirSync(locations.output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(locations.output.length + 1))
    .sort();

const removeAll = () => removeAllButCached(locations).paths;
const copyOf = (path: string) => join(locations.copies, path);
/** The pages that Astro did not restore in the last build. */
let rendered: string[] = [];

/** A build that makes these pages, as Astro would: what lies there already it does not write again, and what it has a copy of it restores. */
function build(pages: readonly string[], others: readonly string[] = []): readonly string[] {
  const reused = removeAllButCached(locations);
  rendered = [];
  for (const page of pages) {
    if (existsSync(join(locations.output, page))) continue;
    if (existsSync(locations.keys) && existsSync(copyOf(page))) put(page, readFileSync(copyOf(page), 'utf8'));
    else render(page);
  }
  for (const other of others) put(other);
  writeFileSync(locations.keys, pages.join());
  recordOutput(locations, reused, pages);
  return reused.paths;
}

function render(page: string, text = `new ${page}`): void {
  rendered.push(page);
  put(page, text);
  mkdirSync(dirname(copyOf(page)), { recursive: true });
  writeFileSync(copyOf(page), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'output-'));
  locations = {
    output: join(root, 'dist'),
    record: join(root, 'cache/record.json'),
    keys: join(root, 'keys.json'),
    copies: join(root, 'copies'),
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pages = ['a/index.html', 'b/c/index.html', 'feed.json'];

describe('the output of the last build', () => {
  it('stays where it is, but for what is no page', () => {
    build(pages, ['_astro/x.css', 'b/c/picture.svg']);
    expect(removeAll()).toEqual(pages);
    expect(files()).toEqual(pages);
    expect(existsSync(join(locations.output, '_astro'))).toBe(false);
  });

  it('does not stay where it was written to, replaced or put there by others', () => {
    build(pages);
    put('a/index.html', 'NEW a/index.html');
    rmSync(join(locations.output, 'feed.json'));
    mkdirSync(join(locations.output, 'feed.json'));
    put('d/index.html');
    expect(removeAll()).toEqual(['b/c/index.html']);
    expect(files()).toEqual(['b/c/index.html']);
  });

  it('stays after a build that did not end, but for what that wrote', () => {
    build(pages);
    removeAll();
    put('a/index.html', 'NEW a/index.html');
    expect(removeAll()).toEqual(['b/c/index.html', 'feed.json']);
    // Astro had written new keys, and was killed before the build was recorded.
    writeFileSync(locations.keys, 'other keys');
    expect(removeAll()).toEqual([]);
    expect(files()).toEqual([]);
  });

  it("does not stay where Astro's record is of another build", () => {
    build(pages);
    writeFileSync(locations.keys, 'other keys');
    expect(removeAll()).toEqual([]);
    build(pages);
    rmSync(locations.keys);
    expect(removeAll()).toEqual([]);
  });

  it('does not stay without a record, or with one that was cut short', () => {
    for (const page of pages) put(page);
    expect(removeAll()).toEqual([]);
    build(pages);
    writeFileSync(locations.record, readFileSync(locations.record, 'utf8').slice(0, -5));
    expect(removeAll()).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('goes when it is no page any more, and with it folders that are empty', () => {
    build(pages);
    expect(build(['a/index.html'])).toEqual(pages);
    expect(files()).toEqual(['a/index.html']);
    expect(readdirSync(locations.output)).toEqual(['a']);
    expect(build(['a/index.html'])).toEqual(['a/index.html']);
  });

  it('may be a repository of its own', () => {
    build(pages, ['.git/config', 'a/.git/config']);
    removeAllButCached(locations);
    expect(files()).toEqual(['.git/config', ...pages]);
  });

  it('may be missing', () => {
    build(pages);
    rmSync(locations.output, { recursive: true });
    expect(build(pages)).toEqual([]);
    expect(files()).toEqual(pages);
  });
});

describe("Astro's copies of pages", () => {
  const read = (path: string) => readFileSync(join(locations.output, path), 'utf8');

  it('are restored where they are as they were written', () => {
    build(pages);
    rmSync(locations.output, { recursive: true });
    build(pages);
    expect(rendered).toEqual([]);
    expect(read('b/c/index.html')).toBe('new b/c/index.html');
  });

  it.each([
    ['empty', () => writeFileSync(copyOf('a/index.html'), '')],
    ['another', () => writeFileSync(copyOf('a/index.html'), 'NEW a/index.html')],
    ['gone', () => rmSync(copyOf('a/index.html'))],
    ['a folder', () => (rmSync(copyOf('a/index.html')), mkdirSync(copyOf('a/index.html')))],
    [
      'in a folder that is a file',
      () => (rmSync(copyOf('a'), { recursive: true }), writeFileSync(copyOf('a'), '')),
    ],
  ])('are made again where one is %s', (_, damage) => {
    build(pages);
    damage();
    rmSync(join(locations.output, 'a/index.html'));
    build(pages);
    expect(rendered).toEqual(['a/index.html']);
    expect(read('a/index.html')).toBe('new a/index.html');
    rmSync(locations.output, { recursive: true });
    build(pages);
    expect(rendered).toEqual([]);
  });

  it('are not restored under the key of an older page, after a build that was killed', () => {
    build(pages);
    removeAll();
    render('a/index.html', 'edited');
    // Killed here; the edit is taken back, so that the page has the key of its old text.
    build(pages);
    expect(read('a/index.html')).toBe('new a/index.html');
  });

  it('are read only where they were touched', () => {
    build(pages);
    const stored = JSON.stringify(readCacheFile(locations.record));
    writeCacheFile(locations.record, stored.replace(/"digest":"[^"]*"/g, '"digest":"of other bytes"'));
    const text = readFileSync(copyOf('feed.json'));
    writeFileSync(copyOf('feed.json'), text);
    removeAll();
    expect(pages.map((page) => existsSync(copyOf(page)))).toEqual([true, true, false]);
  });

  it("are forgotten with Astro's record where that is not the one of the last whole build", () => {
    build(pages);
    writeFileSync(locations.keys, '{"version":1}');
    removeAll();
    expect([existsSync(locations.keys), existsSync(locations.copies)]).toEqual([false, false]);
  });
});
