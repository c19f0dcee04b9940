import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { engine, marked, note } from '../fixture-posts.ts';

function found(...guides: readonly Guide[]) {
  return engine.checkCorpus({
    guides,
    labs: new Map(),
    comparisons: new Set(),
    figures: new Set(),
    site: { origin: 'https://blog.example.org', addresses: new Set(['/about/', '/feed.json']) },
  });
}
const said = (...guides: readonly Guide[]) =>
  found(...guides).map((one) => {
    const guide = guides.find(({ file }) => file.path === one.file)!;
    return `${marked(guide, [one])[0]!}: ${one.message}`;
  });
const moved = (slug: string, ...aliases: readonly string[]) =>
  note('Moved.', `tags: [Old Things]\naliases: ${JSON.stringify(aliases)}`, slug);

describe('the old address of a post', () => {
  it('may be any path of the site that is free', () => {
    const guide = moved(
      'new',
      '/2014/04/san-down/',
      '/old.html',
      '/field-notes/old',
      '/?p=7'.slice(0, 1) + 'p/7',
    );
    expect(guide.diagnostics).toEqual([]);
    expect(said(guide)).toEqual([]);
  });

  it.each([
    'old/',
    '//elsewhere.example/x',
    'https://blog.example.org/old/',
    '/a b',
    '/../up/',
    '/x?y',
    '/x#y',
    '/',
    '/con/x/',
  ])('is not %s', (alias) => {
    expect(moved('new', alias).diagnostics.map(({ rule }) => rule)).toEqual(['guide/front-matter']);
  });

  it.each([
    ['/about', 'There is a page at /about/, which readers would not see any more.'],
    ['/feed.json', 'There is a page at /feed.json, which readers would not see any more.'],
    ['/field-notes/other/', 'There is a page at /field-notes/other/, which readers would not see any more.'],
    ['/Field-Notes/new/', 'There is a page at /field-notes/new/, which readers would not see any more.'],
    ['/tags/old-things/', 'There is a page at /tags/old-things/, which readers would not see any more.'],
    ['/field-notes/', 'There is a page at /field-notes/, which readers would not see any more.'],
  ])('is not %s, where something is', (alias, message) => {
    expect(said(moved('new', alias), note('Other.', '', 'other'))).toEqual([
      `content/same-address “${alias}”: ${message}`,
    ]);
  });

  it('is of one post, once', () => {
    expect(said(moved('new', '/a/', '/A'), moved('newer', '/a'))).toEqual([
      'content/same-address “/A”: /A is an old address of this post already.',
      'content/same-address “/a”: /a is an old address of field-notes/new.mdx already.',
    ]);
  });

  it('is told in a link, which is mended', () => {
    const linking = note('[x](/2014/old#y) [z](../older/)', '', 'linking');
    const target = moved('new', '/2014/old/', '/field-notes/older/');
    const links = found(target, linking);
    expect(links.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'guide/indirect-link: /2014/old is an old address, and leads to /field-notes/new/.',
      'guide/indirect-link: /field-notes/older/ is an old address, and leads to /field-notes/new/.',
    ]);
    const { text } = applyFixes(linking.file.text, links);
    expect(text).toContain('[x](/field-notes/new/#y) [z](/field-notes/new/)');
  });
});
