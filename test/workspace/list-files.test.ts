import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListOptions } from '../../src/workspace/list-files.ts';
import { filesIn, filesUnder, listFiles } from '../../src/workspace/list-files.ts';
import { withSlashes } from '../../src/workspace/paths.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const root = temporaryFolder();
const tree = join(root, 'tree');
const elsewhere = join(root, 'elsewhere');
writeFiles(tree, {
  'b.mdx': '',
  'a.mdx': '',
  '.c.mdx': '',
  'a.yaml': '',
  'a/z.mdx': '',
  'a/b/y.mdx': '',
  '.git/x.mdx': '',
  'node_modules/w.mdx': '',
});
writeFiles(elsewhere, { 'one.mdx': '', 'folder/v.mdx': '' });
symlinkSync(join(elsewhere, 'one.mdx'), join(tree, 'link.mdx'));
symlinkSync(join(elsewhere, 'folder'), join(tree, 'more.mdx'), 'junction');
symlinkSync(join(elsewhere, 'gone'), join(tree, 'void.mdx'));
const circles = join(root, 'circles');
writeFiles(circles, { 'a/one.mdx': '', 'b/two.mdx': '' });
for (const name of ['a', 'b']) symlinkSync(circles, join(circles, name, 'back'), 'junction');
symlinkSync(join(circles, 'loop.mdx'), join(circles, 'loop.mdx'));

const from = (paths: readonly string[]) => paths.map((path) => withSlashes(relative(tree, path)));
const list = (options: ListOptions) => from(listFiles(tree, { extensions: ['.mdx'], ...options }));

describe('the files of a folder', () => {
  it('come by their names, level by level', () => {
    expect(list({ folders: 'all', links: 'ignored' })).toEqual([
      '.c.mdx',
      '.git/x.mdx',
      'a/b/y.mdx',
      'a/z.mdx',
      'a.mdx',
      'b.mdx',
      'node_modules/w.mdx',
    ]);
  });

  it('are of the extensions that are asked for, or all', () => {
    expect(list({ folders: 'none', links: 'ignored', extensions: ['.yaml'] })).toEqual(['a.yaml']);
    const all = from(listFiles(tree, { folders: 'none', links: 'ignored' }));
    expect(all).toEqual(['.c.mdx', 'a.mdx', 'a.yaml', 'b.mdx']);
  });

  it('leave out hidden ones where they do not count', () => {
    expect(list({ folders: 'none', links: 'ignored', hidden: false })).toEqual(['a.mdx', 'b.mdx']);
  });

  it('take links for files, pass them over, or go where they lead', () => {
    const links = (mode: ListOptions['links']) =>
      list({ folders: 'all', links: mode, hidden: false }).filter((path) => /^(?:link|more|void)/.test(path));
    expect(links('files')).toEqual(['link.mdx', 'more.mdx', 'void.mdx']);
    expect(links('ignored')).toEqual([]);
    expect(links('followed')).toEqual(['link.mdx', 'more.mdx/v.mdx']);
  });

  it('are found once where links lead in circles', () => {
    const found = listFiles(circles, { folders: 'all', links: 'followed' });
    expect(found.map((path) => withSlashes(relative(circles, path)))).toEqual(['a/one.mdx', 'b/two.mdx']);
  });

  it('are none where there is no folder; what cannot be read throws unless it may hold nothing', () => {
    const options = { folders: 'none', links: 'files' } as const;
    expect(listFiles(join(tree, 'nowhere'), options)).toEqual([]);
    expect(() => listFiles(join(tree, 'a.mdx'), options)).toThrow('ENOTDIR');
    expect(listFiles(join(tree, 'a.mdx'), { ...options, lenient: true })).toEqual([]);
  });
});

describe('what lies beside a post', () => {
  it('is every file of the folder itself that is not hidden, links too', () => {
    const found = ['a.mdx', 'b.mdx', 'link.mdx', 'more.mdx', 'void.mdx'];
    expect(from(filesIn(tree, ['.mdx']))).toEqual(found);
    expect(filesIn(join(tree, 'a.mdx'), ['.mdx'])).toEqual([]);
  });
});

describe('a folder that somebody names', () => {
  it('is gone through without hidden folders and installed packages', () => {
    expect(from(filesUnder(tree, ['.mdx', '.yaml']))).toEqual([
      '.c.mdx',
      'a/b/y.mdx',
      'a/z.mdx',
      'a.mdx',
      'a.yaml',
      'b.mdx',
      'link.mdx',
      'more.mdx',
      'void.mdx',
    ]);
  });

  it('may be hidden itself', () => {
    mkdirSync(join(tree, '.hidden'));
    writeFileSync(join(tree, '.hidden/a.mdx'), '');
    expect(from(filesUnder(join(tree, '.hidden'), ['.mdx']))).toEqual(['.hidden/a.mdx']);
  });
});
