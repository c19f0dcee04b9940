import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '../../../src/lib/import/importer.ts';
import { importTexts } from './import-texts.ts';

const many = 100_000;
const front = '---\ntitle: One\n---\n';
const wxr = (content: string) =>
  `<?xml version="1.0"?><rss><channel><link>https://old.example</link><item><title>One</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_name>one</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;
const ghost = (posts: readonly unknown[]) =>
  JSON.stringify({ db: [{ data: { posts, posts_tags: [5, null] } }] });

describe('an archive that nobody wrote', () => {
  it.each<[string, ImportFormat, string, string]>([
    ['elements in elements', 'wordpress', 'e.xml', wxr('<div>'.repeat(many) + 'x' + '</div>'.repeat(many))],
    ['elements that never end', 'wordpress', 'e.xml', wxr('<div>'.repeat(150_000))],
    ['listings that never end', 'wordpress', 'e.xml', wxr('<pre>'.repeat(many))],
    ['shortcodes in shortcodes', 'wordpress', 'e.xml', wxr('[b]'.repeat(many) + '[/b]'.repeat(many))],
    ['ends without beginnings', 'wordpress', 'e.xml', wxr('[/b]'.repeat(150_000))],
    ['comments that never end', 'wordpress', 'e.xml', wxr('<!-- '.repeat(many))],
    ['signs that Markdown has a use for', 'wordpress', 'e.xml', wxr('&amp;x;'.repeat(140_000))],
    ['quotes in quotes', 'markdown', 'one.md', `${front}${'>'.repeat(many)} x`],
    ['lists in lists', 'markdown', 'one.md', `${front}${'- '.repeat(many)}x`],
    ['tags in Markdown', 'markdown', 'one.md', front + '<div>\n'.repeat(many)],
    ['tags of a template', 'jekyll', '_posts/2020-01-01-one.md', front + '{% if '.repeat(80_000)],
    ['shortcodes of Hugo', 'hugo', 'content/one.md', front + '{{< '.repeat(80_000)],
    ['braces of MDX', 'docusaurus', 'blog/one.mdx', front + '<A b={'.repeat(50_000)],
  ])('is read in bounded time, and told: %s', { timeout: 60_000 }, (_, format, path, text) => {
    const before = process.cpuUsage();
    const { posts, reports } = importTexts(format, { [path]: text }, { chunk: 1 << 16 });
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(20);
    const told = reports.flatMap(({ lost }) => lost);
    expect(posts.size === 1 || told.some(({ what }) => what === 'post')).toBe(true);
    for (const { why } of told) expect(why).not.toContain('fault of the tool');
  });

  it('keeps the words of what is nested deeper than it is read', () => {
    const lexical = `{"root":{"type":"root","children":[${'{"type":"quote","children":['.repeat(150)}{"type":"text","text":"deep"}${']}'.repeat(150)}]}}`;
    const { posts } = importTexts('ghost', {
      'g.json': ghost([{ id: 1, slug: 'one', title: 'One', status: 'published', lexical }]),
    });
    expect([...posts.values()][0]!.text).toContain('deep');
  });

  it('tells of a post of Ghost that is none, and reads all others', () => {
    const mobiledoc = JSON.stringify({
      sections: [[1], null, 'x', [10, 99], [1, 'p', [null, [0, [5], 9, 'word']]]],
    });
    const { posts } = importTexts('ghost', {
      'g.json': ghost([
        { id: 1, slug: 'one', title: null, mobiledoc },
        { id: 2, slug: '../x', title: 'Two', html: '<p>Fine.</p>' },
      ]),
    });
    expect([...posts.keys()].sort()).toEqual(['field-notes/one.md', 'field-notes/two.md']);
  });

  it('tells of signs that are not in the encoding of the file', () => {
    const { reports } = importTexts('wordpress', { 'e.xml': wxr('Gr\uFFFDn') });
    expect(reports.flatMap(({ lost }) => lost).some(({ why }) => why.includes('save it as UTF-8'))).toBe(
      true,
    );
  });
});
