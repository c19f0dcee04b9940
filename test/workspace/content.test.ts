import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listContent, readSources } from '../../src/workspace/content.ts';
import { digestOf, digestOfValue } from '../../src/workspace/digest.ts';
import { loadCatalogue, loadEngineRecords } from '../../src/workspace/facts.ts';
import { readIdentity, siteUrl, version } from '../../src/workspace/identity.ts';
import { contentFolder, projectRoot, shownPath, withSlashes } from '../../src/workspace/paths.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

const folder = temporaryFolder();
writeFiles(folder, {
  'labworks/b.mdx': '',
  'labworks/a.mdx': '',
  'labworks/c.MDX': '',
  'labworks/sub/d.mdx': '',
  'labworks/.e.mdx': '',
  'labworks/.#a.mdx': '',
  'labworks/.DS_Store': '',
  'labworks/._a.mdx': '',
  '.git/f.mdx': '',
  'allegories/g.mdx': '',
  'labs/h.yml': '',
  'labs/i.yaml': '',
  'rules/guide/heading.md': '',
  'rules/j.md': '',
});
symlinkSync('b.mdx', join(folder, 'labworks/k.mdx'));
symlinkSync('nowhere', join(folder, 'labworks/l.mdx'));
symlinkSync('..', join(folder, 'labworks/m'), 'junction');

describe('the files of the content', () => {
  const { posts, labs, rules, all, unreadable } = listContent(folder);
  const names = (paths: readonly string[]) => paths.map((path) => withSlashes(relative(folder, path)));

  it('are those that lie where they are read, links to files among them', () => {
    const expected = ['allegories/g.mdx', 'labworks/a.mdx', 'labworks/b.mdx', 'labworks/k.mdx'];
    expect(names(posts)).toEqual(expected);
    expect(names(labs)).toEqual(['labs/h.yml', 'labs/i.yaml']);
    expect(names(rules)).toEqual(['rules/guide/heading.md']);
  });

  it('are listed with all that nothing reads, but for what programs leave behind', () => {
    const read = new Set(names([...posts, ...labs, ...rules]));
    expect(all.filter((path) => !read.has(path))).toEqual([
      'labworks/.e.mdx',
      'labworks/c.MDX',
      'labworks/sub/d.mdx',
      'rules/j.md',
    ]);
  });

  it('that the disk refuses are told, and no link is followed in circles', () => {
    expect(unreadable).toEqual([
      { path: 'labworks/l.mdx', problem: 'it is a link that leads nowhere' },
      { path: 'labworks/m', problem: 'it is a link to a folder, which is not followed' },
    ]);
  });
});

describe('the content', () => {
  it('is read with paths from the root, rules at any depth', () => {
    const { posts, labs, comparisons, rules, figures } = readSources();
    const paths = [posts, labs, comparisons, rules, figures].map((sources) =>
      sources.map(({ path }) => path),
    );
    // Of posts and what belongs to them there may be none.
    expect(rules.length).toBeGreaterThan(0);
    for (const list of paths)
      expect(
        list.every((path) => path.startsWith('src/content/') && existsSync(join(projectRoot, path))),
      ).toBe(true);
    expect(paths[3]!.every((path) => /^src\/content\/rules\/\w+\/[\w-]+\.md$/.test(path))).toBe(true);
    for (const list of [paths[1]!, paths[2]!, paths[3]!]) expect(list).toEqual([...list].sort());
    expect([...posts, ...rules].every(({ text }) => text.startsWith('---\n'))).toBe(true);
  });
});

describe('the facts', () => {
  it('are read module by module, and what was recorded of them as well', () => {
    const { index, module } = loadCatalogue();
    expect(Object.keys(index).length).toBeGreaterThan(0);
    expect(Object.keys(module('Hyper-V')).length).toBeGreaterThan(0);
    expect(() => module('no-such-module')).toThrow('ENOENT');
    expect(loadEngineRecords()).toBeInstanceOf(Map);
  });
});

describe('a digest', () => {
  it('tells apart what is cut at another place', () => {
    expect(digestOf('ab', 'c')).toBe(digestOf('ab', 'c'));
    expect(digestOf('ab', 'c')).not.toBe(digestOf('a', 'bc'));
    expect(digestOf('ab', 'c')).not.toBe(digestOf('c', 'ab'));
    expect(digestOf('a')).toMatch(/^[\w-]{22}$/);
    expect(digestOfValue({ a: 1 })).toBe(digestOf('{"a":1}'));
    expect(digestOfValue(undefined)).toBe(digestOf(''));
  });
});

describe('a path', () => {
  it('is shown from where the user is', () => {
    expect(shownPath(join(process.cwd(), 'a', 'b.mdx'))).toBe('a/b.mdx');
    expect(shownPath(join(dirname(process.cwd()), 'b.mdx'))).toBe('../b.mdx');
    const far = join(dirname(dirname(process.cwd())), 'b.mdx');
    expect(shownPath(far)).toBe('../../b.mdx');
  });

  it('of the root holds the project', () => {
    expect(existsSync(join(projectRoot, 'package.json'))).toBe(true);
    expect(relative(projectRoot, contentFolder).replaceAll('\\', '/')).toBe('src/content');
  });
});

describe('the identity of the site', () => {
  writeFiles(folder, {
    'whole.yaml': readFileSync(join(projectRoot, 'src/site.yaml'), 'utf8'),
    'broken.yaml': 'nme: The closet\n',
  });

  it('is what its file says, the address without a slash at its end', () => {
    expect(siteUrl()).toMatch(/^https?:\/\/[^/]+$/);
    expect(readIdentity(join(folder, 'whole.yaml')).value?.address).toBe(siteUrl());
  });

  it('is told to be broken or missing where it is', () => {
    const told = (name: string) =>
      readIdentity(join(folder, name)).diagnostics.map(
        ({ rule, file, message }) => `${rule} ${file} ${message}`,
      );
    expect(told('broken.yaml')[0]).toBe('site/schema src/site.yaml There is no “nme” here.');
    expect(told('missing.yaml')).toEqual([
      expect.stringMatching(
        /^site\/schema src\/site\.yaml The file that says who the site is cannot be read: /,
      ),
    ]);
  });
});

describe('the version', () => {
  it('is that of the project', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
