import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsIn, importTexts } from './import-texts.ts';

const fixture = readFileSync(join(import.meta.dirname, '../../fixtures/import/damaged-classic.xml'), 'utf8');
const picture = 'uploads/2014/04/rack-front.png';
const plain = fixture.replaceAll('&gt;', '>');
const lineOf = (text: string) => plain.slice(0, plain.indexOf(text)).split('\n').length;

/** An export of one post with a content, the rest as it is in every export. */
function exportOf(content: string, more = ''): string {
  return `<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e"><channel><link>https://old.example</link><wp:base_blog_url>https://old.example</wp:base_blog_url><item><title>One</title><link>https://old.example/one/</link><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2014-01-01 00:00:00</wp:post_date><wp:post_name>one</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>${more}</channel></rss>`;
}

function bodyOf(content: string): string {
  const { posts } = importTexts('wordpress', { 'e.xml': exportOf(content) });
  const [post] = posts.values();
  return post!.text.replace(/^---\n[\s\S]*?\n---\n\n/, '').trimEnd();
}

function lostOf(content: string): readonly string[] {
  const { reports } = importTexts('wordpress', { 'e.xml': exportOf(content) });
  return reports
    .flatMap(({ lost }) => lost)
    .filter(({ what }) => what !== 'address')
    .map(({ what, text }) => `${what}: ${text}`);
}

describe('an export of WordPress', () => {
  const { posts, reports } = importTexts('wordpress', { 'e.xml': fixture }, { pictures: [picture] });
  const post = posts.get('field-notes/converged/index.md')!;

  it('becomes posts with their pictures, addresses, notes, tables and listings', () => {
    expect([...posts.keys()]).toEqual(['field-notes/converged/index.md', 'field-notes/vlans/index.md']);
    expect(post.files).toEqual([{ id: picture, name: 'rack-front.png' }]);
    expect(post.text).toMatchSnapshot();
    expect(posts.get('field-notes/vlans/index.md')!.text).toMatchSnapshot();
    for (const one of posts.values()) expect(errorsIn(one)).toEqual([]);
  });

  it('has its commands as they stood, and proposes how they were', () => {
    const proposals = post.report.changed.filter(({ what }) => what === 'proposed repair');
    expect(proposals.map(({ was, now }) => [was, now])).toMatchSnapshot();
    for (const { line, was } of proposals) expect(line, was).toBe(lineOf(was.split('\n')[0]!));
  });

  it('has them repaired where that was asked for', () => {
    const repaired = importTexts(
      'wordpress',
      { 'e.xml': fixture },
      { pictures: [picture], applyRepairs: true },
    );
    expect(repaired.posts.get('field-notes/converged/index.md')!.text).toMatchSnapshot();
    expect(
      repaired.reports.flatMap(({ changed }) => changed).some(({ what }) => what === 'proposed repair'),
    ).toBe(false);
  });

  it('tells what did not come along', () => {
    const lost = reports.flatMap((one) => one.lost.map(({ what, text }) => `${what}: ${text}`));
    expect(lost).toContain('comment of a reader: Sam: Worked for me.');
    expect(lost).toContain('shortcode: [plugin_thing id="3"]');
    expect(lost).toContain('link: /about-me/');
    expect(lost.filter((one) => one.startsWith('words'))).toEqual([]);
  });

  it('tells of pictures that are not there, and links to them', () => {
    const without = importTexts('wordpress', { 'e.xml': fixture });
    const one = without.posts.get('field-notes/converged.md')!;
    expect(one.text).toContain(
      '[Two switches and a server](https://racks.example/wp-content/uploads/2014/04/rack-front.png)',
    );
    expect(one.report.changed.some(({ what }) => what === 'picture')).toBe(true);
    expect(without.reports.flatMap(({ lost }) => lost).map(({ what }) => what)).toContain('attachment');
  });

  it.each([
    ['paragraphs of a classic post', 'One\ntwo\n\nthree', 'One\\\ntwo\n\nthree'],
    ['a listing among words', 'See:\n<code>one\ntwo</code>\nEnd.', 'See:\n\n```text\none\ntwo\n```\n\nEnd.'],
    ['a shortcode that is shown', 'Write [[gallery]] for it.', 'Write \\[gallery] for it.'],
    ['words in brackets', 'It was [sic] so.', 'It was \\[sic] so.'],
    ['marks with blanks within', 'a<b> b </b>c', 'a **b** c'],
    ['marks within a word', 'H<sub>2</sub>O', 'H<sub>2</sub>O'],
    [
      'signs that mean something here',
      'Costs $5 or $6, ==so==, :warning: {{ x }}',
      'Costs \\$5 or \\$6, \\==so\\==, \\:warning: \\{{ x }}',
    ],
    [
      'a film',
      '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
      '[A video](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    [
      'notes of a list below',
      'Word<sup><a id="r1" href="#n1">1</a></sup>.\n<ol><li id="n1">The note. <a href="#r1">↩</a></li></ol>',
      'Word[^1].\n\n[^1]: The note.',
    ],
    [
      'a place within the post',
      '<h2 id="there">Over there</h2>\n<a href="#there">go</a>',
      '## Over there\n\n[go](#over-there)',
    ],
    ['a heading of the first rank', '<h1>Big</h1>\n<h2>Less</h2>', '## Big\n\n### Less'],
    [
      'cells that Markdown has no form for',
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      '<table><tbody><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>',
    ],
    ['an easy footnote', 'Word[efn_note]Small.[/efn_note] on.', 'Word[^1] on.\n\n[^1]: Small.'],
  ])('keeps %s', (_, content, expected) => {
    expect(bodyOf(content)).toBe(expected);
    expect(lostOf(content).filter((one) => one.startsWith('words'))).toEqual([]);
  });

  it.each([
    ['what runs', 'a<script>alert(1)</script>', 'script: alert(1)'],
    ['forms', '<form><input name="q"> Search</form>', 'form: Search'],
    ['links that run', '<a href="javascript:x()">go</a>', 'link: javascript:x()'],
    ['a place that is not there', '<a href="#nowhere">go</a>', 'link: #nowhere'],
    ['a gallery without pictures', '[gallery ids="7,8"]', 'gallery: [gallery ids="7,8"]'],
    ['how things look', '<p style="color:red">a</p>', 'look: <p style="color:red"></p>'],
  ])('tells of %s', (_, content, expected) => {
    expect(lostOf(content)).toContain(expected);
  });

  it('resolves no entity of its own, and tells of it', () => {
    const bomb = exportOf('safe')
      .replace('<rss', '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss')
      .replace('<title>One', '<title>&b;One');
    const { posts, reports } = importTexts('wordpress', { 'e.xml': bomb });
    expect([...posts.values()][0]!.text).not.toContain('aaaa');
    expect(
      reports.flatMap(({ lost }) => lost).filter(({ what }) => what === 'export').length,
    ).toBeGreaterThan(1);
  });

  it('reads no text that is longer than anybody’s, and the posts behind it at their lines', () => {
    const long = exportOf(
      `${'x'.repeat(1_200_000)}\n\n`,
      '\n<item><title>Two</title><content:encoded><![CDATA[after]]></content:encoded><wp:post_id>2</wp:post_id><wp:post_name>two</wp:post_name></item>',
    );
    const { posts, reports } = importTexts('wordpress', { 'e.xml': long }, { chunk: 100_000 });
    expect([...posts.keys()]).toEqual(['field-notes/two.md']);
    expect(reports.find(({ source }) => source === 'e.xml#1')?.lost[0]?.why).toContain('split it');
    expect(
      reports.find(({ source }) => source === 'e.xml#2')?.changed.find(({ what }) => what === 'date')?.line,
    ).toBe(4);
  });

  it('finds no file outside of what came with it', () => {
    const { posts, reports } = importTexts(
      'wordpress',
      { 'e.xml': exportOf('<img src="/wp-content/../../../etc/shadow.png" alt="no">') },
      { pictures: ['shadow.png'] },
    );
    expect([...posts.values()][0]!.files).toEqual([]);
    expect(
      reports
        .flatMap(({ changed, lost }) => [...changed, ...lost])
        .some(({ why }) => why.includes('leads out')),
    ).toBe(true);
  });

  it('keeps what a file has that ends in the midst of a post, and tells of it', () => {
    const { reports } = importTexts('wordpress', {
      'e.xml': fixture.slice(0, fixture.indexOf('<title>VLANs') + 400),
    });
    expect(reports.map(({ path }) => path)).toContain('field-notes/converged.md');
    expect(reports.flatMap(({ lost }) => lost).some(({ why }) => why.includes('cut off'))).toBe(true);
  });
});

describe('an export that breaks off', () => {
  it('is told once, however many elements are open there', () => {
    const { reports } = importTexts('wordpress', {
      'e.xml': `<?xml version="1.0"?><rss>${'<a>'.repeat(300)}`,
    });
    expect(reports.flatMap(({ lost }) => lost).map(({ text }) => text)).toEqual([
      '1:926: unclosed tag: a',
      'rss',
    ]);
  });
});
