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
import type { Places } from '../../src/build/cache-output.ts';
import { leaveUntouched, noteOutput } from '../../src/build/cache-output.ts';

let root: string;
let places: Places;

function put(path: string, text = path): void {
  const whole = join(places.output, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, text);
}

const files = () =>
  readdirSync(places.output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(places.output.length + 1))
    .sort();

/** A build that makes these pages, as Astro would: what lies there already it takes for its own. */
function build(pages: readonly string[], others: readonly string[] = []): readonly string[] {
  const left = leaveUntouched(places);
  for (const page of pages) if (!existsSync(join(places.output, page))) put(page, `new ${page}`);
  for (const other of others) put(other);
  writeFileSync(places.keys, pages.join());
  noteOutput(places, left, pages);
  return left;
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'output-'));
  places = {
    output: join(root, 'dist'),
    record: join(root, 'cache/record.json'),
    keys: join(root, 'keys.json'),
  };
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pages = ['a/index.html', 'b/c/index.html', 'feed.json'];

describe('the output of the last build', () => {
  it('is left where it is, but for what is no page', () => {
    build(pages, ['_astro/x.css', 'b/c/picture.svg']);
    expect(leaveUntouched(places)).toEqual(pages);
    expect(files()).toEqual(pages);
    expect(existsSync(join(places.output, '_astro'))).toBe(false);
  });

  it('is not left where it was written to, replaced or put there by others', () => {
    build(pages);
    put('a/index.html', 'NEW a/index.html');
    rmSync(join(places.output, 'feed.json'));
    mkdirSync(join(places.output, 'feed.json'));
    put('d/index.html');
    expect(leaveUntouched(places)).toEqual(['b/c/index.html']);
    expect(files()).toEqual(['b/c/index.html']);
  });

  it('is not left after a build that did not end', () => {
    build(pages);
    leaveUntouched(places);
    expect(leaveUntouched(places)).toEqual([]);
    expect(files()).toEqual([]);
  });

  it("is not left where Astro's record is of another build", () => {
    build(pages);
    writeFileSync(places.keys, 'other keys');
    expect(leaveUntouched(places)).toEqual([]);
    build(pages);
    rmSync(places.keys);
    expect(leaveUntouched(places)).toEqual([]);
  });

  it('is not left without a record, or with one that was cut short', () => {
    for (const page of pages) put(page);
    expect(leaveUntouched(places)).toEqual([]);
    build(pages);
    writeFileSync(places.record, readFileSync(places.record, 'utf8').slice(0, -5));
    expect(leaveUntouched(places)).toEqual([]);
    expect(files()).toEqual([]);
  });

  it('goes when it is no page any more, and with it folders that are empty', () => {
    build(pages);
    expect(build(['a/index.html'])).toEqual(pages);
    expect(files()).toEqual(['a/index.html']);
    expect(readdirSync(places.output)).toEqual(['a']);
    expect(build(['a/index.html'])).toEqual(['a/index.html']);
  });

  it('may be a repository of its own', () => {
    build(pages, ['.git/config', 'a/.git/config']);
    leaveUntouched(places);
    expect(files()).toEqual(['.git/config', ...pages]);
  });

  it('may be missing', () => {
    build(pages);
    rmSync(places.output, { recursive: true });
    expect(build(pages)).toEqual([]);
    expect(files()).toEqual(pages);
  });
});
