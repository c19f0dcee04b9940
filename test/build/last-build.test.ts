import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOfInputs, isBuilt, recordBuild } from '../../src/build/last-build.ts';

let root: string;
const put = (path: string, text = path) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const inputs = (...args: string[]) => digestOfInputs(args, root);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  for (const path of [
    'src/content/notes/a.mdx',
    'public/robots.txt',
    'astro.config.mjs',
    'package-lock.json',
  ])
    put(path);
  put('dist/index.html');
  put('dist/pagefind/0/x.pf_meta');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what a build is made from', () => {
  it('is the same while nothing of it changes', () => {
    expect(inputs()).toEqual(inputs());
    const before = inputs();
    put('test/x.test.ts');
    put('dist/other.html');
    expect(inputs()).toEqual(before);
  });

  it.each([
    ['a post is edited', () => put('src/content/notes/a.mdx', 'edited')],
    ['a post is added', () => put('src/content/notes/b.mdx', '')],
    ['a post goes', () => rmSync(join(root, 'src/content/notes/a.mdx'))],
    [
      'a post is renamed',
      () => renameSync(join(root, 'src/content/notes/a.mdx'), join(root, 'src/content/notes/c.mdx')),
    ],
    ['a public file is edited', () => put('public/robots.txt', 'edited')],
    ['the configuration is edited', () => put('astro.config.mjs', 'edited')],
    ['packages are installed', () => put('node_modules/.package-lock.json')],
    ['an environment file comes', () => put('.env.production')],
  ])('changes when %s', (_, change) => {
    const before = inputs();
    change();
    expect(inputs()).not.toEqual(before);
  });

  it('changes with the arguments and with the environment that a site can see', () => {
    expect(inputs('--site', 'https://x.example')).not.toEqual(inputs());
    const before = inputs();
    process.env['PUBLIC_NOTE'] = 'x';
    expect(inputs()).not.toEqual(before);
    delete process.env['PUBLIC_NOTE'];
    expect(inputs()).toEqual(before);
  });

  it.each([
    ['a post is edited', () => put('src/content/notes/a.mdx', 'edited'), true],
    ['a day begins', () => undefined, true],
    ['a page is edited', () => put('src/pages/index.astro', 'edited'), false],
    ['the site is named', () => put('src/site.yaml', 'edited'), false],
    ['a public file is edited', () => put('public/robots.txt', 'edited'), false],
    ['packages are installed', () => put('node_modules/.package-lock.json'), false],
  ])('is the same but for the content when %s: %#', (_, change, isContent) => {
    const before = digestOfInputs([], root, '2026-01-01');
    change();
    const now = digestOfInputs([], root, '2026-01-02');
    expect(now.all).not.toBe(before.all);
    expect(now.program === before.program).toBe(isContent);
  });

  it('is found behind links', () => {
    put('elsewhere/icon.svg', 'one');
    symlinkSync(join(root, 'elsewhere'), join(root, 'public/icons'), 'junction');
    const before = inputs();
    put('elsewhere/icon.svg', 'two');
    expect(inputs()).not.toEqual(before);
  });
});

describe('a site', () => {
  it('is built when its inputs are those of the last build and its files are as that wrote them', () => {
    expect(isBuilt(inputs(), root)).toBe(false);
    recordBuild(inputs(), root);
    expect(isBuilt(inputs(), root)).toBe(true);
    put('src/content/notes/a.mdx', 'edited');
    expect(isBuilt(inputs(), root)).toBe(false);
  });

  it.each([
    ['a file of it is edited', () => put('dist/index.html', 'edited')],
    ['a file of it is gone', () => rmSync(join(root, 'dist/pagefind/0/x.pf_meta'))],
    ['something else lies in its folder', () => put('dist/other.html')],
    ['its folder is gone', () => rmSync(join(root, 'dist'), { recursive: true })],
  ])('is not built when %s', (_, change) => {
    recordBuild(inputs(), root);
    change();
    expect(isBuilt(inputs(), root)).toBe(false);
  });
});
