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

/** A build that makes these pages, as Astro would: what lies there already it does not write again. */
function build(pages: readonly string[], others: readonly string[] = []): readonly string[] {
  const reused = removeAllButCached(locations);
  for (const page of pages) if (!existsSync(join(locations.output, page))) put(page, `new ${page}`);
  for (const other of others) put(other);
  writeFileSync(locations.keys, pages.join());
  recordOutput(locations, reused, pages);
  return reused;
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'output-'));
  locations = {
    output: join(root, 'dist'),
    record: join(root, 'cache/record.json'),
    keys: join(root, 'keys.json'),
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pages = ['a/index.html', 'b/c/index.html', 'feed.json'];

describe('the output of the last build', () => {
  it('stays where it is, but for what is no page', () => {
    build(pages, ['_astro/x.css', 'b/c/picture.svg']);
    expect(removeAllButCached(locations)).toEqual(pages);
    expect(files()).toEqual(pages);
    expect(existsSync(join(locations.output, '_astro'))).toBe(false);
  });

  it('does not stay where it was written to, replaced or put there by others', () => {
    build(pages);
    put('a/index.html', 'NEW a/index.html');
    rmSync(join(locations.output, 'feed.json'));
    mkdirSync(join(locations.output, 'feed.json'));
    put('d/index.html');
    expect(removeAllButCached(locations)).toEqual(['b/c/index.html']);
    expect(files()).toEqual(['b/c/index.html']);
  });

  it('does not stay after a build that did not end', () => {
    build(pages);
    removeAllButCached(locations);
    expect(removeAllButCached(locations)).toEqual([]);
    expect(files()).toEqual([]);
  });

  it("does not stay where Astro's record is of another build", () => {
    build(pages);
    writeFileSync(locations.keys, 'other keys');
    expect(removeAllButCached(locations)).toEqual([]);
    build(pages);
    rmSync(locations.keys);
    expect(removeAllButCached(locations)).toEqual([]);
  });

  it('does not stay without a record, or with one that was cut short', () => {
    for (const page of pages) put(page);
    expect(removeAllButCached(locations)).toEqual([]);
    build(pages);
    writeFileSync(locations.record, readFileSync(locations.record, 'utf8').slice(0, -5));
    expect(removeAllButCached(locations)).toEqual([]);
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
