import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '../../../src/lib/import/importer.ts';
import { errorsIn, importTexts } from './import-texts.ts';

/** The body that a text becomes, and what is told of it. */
function made(format: ImportFormat, texts: Readonly<Record<string, string>>, path?: string) {
  const { posts, reports } = importTexts(format, texts);
  const [first] = posts.values();
  const post = path === undefined ? first! : posts.get(path)!;
  expect(errorsIn(post)).toEqual([]);
  return {
    body: post.text.replace(/^---\n[\s\S]*?\n---\n\n/, '').trimEnd(),
    lost: reports
      .flatMap(({ lost }) => lost)
      .filter(({ what }) => what !== 'address')
      .map(({ what, text }) => `${what}: ${text}`),
  };
}

const wordpress = (content: string) =>
  made('wordpress', {
    'e.xml': `<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="w"><channel><link>https://old.example</link><item><title>One</title><link>https://old.example/one/</link><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2014-01-01 00:00:00</wp:post_date><wp:post_name>one</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
  });

const mdx = (body: string) =>
  made('docusaurus', { 'blog/2020-01-02-one.mdx': `---\ntitle: One\n---\n${body}` });

describe('MDX', () => {
  it('has no listings that are made by indenting', () => {
    expect(
      mdx(
        '<Cards>\n\t<Card title="A">\n\t\tSome [words](https://x.example/).\n\n\t\t```bash\n\t\tls\n\t\t  -l\n\t\t```\n\t</Card>\n\n    - one\n        - two\n</Cards>',
      ).body,
    ).toBe('**A**\n\nSome [words](https://x.example/).\n\n```bash\nls\n  -l\n```\n\n\n- one\n    - two');
  });

  it('has them where nothing else of it is MDX', () => {
    expect(made('markdown', { 'one.md': '---\ntitle: One\n---\nA.\n\n    ls\n' }).body).toBe(
      'A.\n\n```text\nls\n```',
    );
  });

  it('has links, badges, boxes and listings that are components', () => {
    expect(
      mdx(
        'See <Link to="https://x.example/">the <b>docs</b></Link>, <Badge text="New" />.\n\n<AlertBox variant="caution" title="Hot">\nMind.\n</AlertBox>\n\n<Code\n\tcode={`a\nb`}\n\tlang="bash"\n/>',
      ).body,
    ).toBe(
      'See <a href="https://x.example/">the <b>docs</b></a>, New.\n\n:::caution[Hot]\nMind.\n:::\n\n```bash\na\nb\n```',
    );
  });
});

describe('Hugo', () => {
  it('finds posts at addresses that its configuration makes of their names', () => {
    expect(
      made(
        'hugo',
        {
          'config/_default/config.toml': '[permalinks]\n  posts = ":filename"\n',
          'content/posts/one.md': '---\ntitle: One\n---\n[two](/two/)',
          'content/posts/two.md': '---\ntitle: Two\n---\nA.',
        },
        'field-notes/one.md',
      ).body,
    ).toBe('[two](/field-notes/two/)');
  });

  it('names tabs by the labels that stand at all of them', () => {
    const { body, lost } = made('hugo', {
      'content/posts/one.md':
        '---\ntitle: One\n---\n{{< tabs Debian "Red Hat" >}}\n{{< tab >}}\n\napt\n\n{{< /tab >}}\n{{< tab >}}\n\ndnf\n\n{{< /tab >}}\n{{< /tabs >}}',
    });
    expect(body.replace(/\n{2,}/g, '\n\n')).toBe('**Debian**\n\napt\n\n**Red Hat**\n\ndnf');
    expect(lost).toEqual([]);
  });
});

describe('WordPress', () => {
  it.each([
    ['CodeColorer', '[ccnLe_php]\n$a &lt; 1;\n[/ccnLe_php]', '```php\n$a < 1;\n```'],
    ['a listing around a listing', '<code>\n<pre lang="php">$a = 1;</pre>\n</code>', '```php\n$a = 1;\n```'],
    [
      'a shortcode in a listing',
      '<pre>[sourcecode language="php"]\n$a;\n[/sourcecode]</pre>',
      '```php\n$a;\n```',
    ],
    [
      'tags that are code, as WP-Syntax has them',
      '<pre lang="php">echo "<table><b>x</b>";</pre>',
      '```php\necho "<table><b>x</b>";\n```',
    ],
    [
      'the same in code, as CodeColorer has it',
      '<code lang="php">\n<?\n<table><tr><td>x</td></tr></table>\n</code>',
      '```php\n<?\n<table><tr><td>x</td></tr></table>\n```',
    ],
  ])('knows %s', (_, content, body) => {
    expect(wordpress(content)).toEqual({ body, lost: [] });
  });

  it('has paragraphs where two breaks part words, and none of those that stand in a list', () => {
    expect(wordpress('A.<br/><br/>B.<br/>C.<ul><br/><li>d</li><br/></ul>').body).toBe(
      'A.\n\nB.\\\nC.\n\n- d',
    );
  });

  it('tells of links in listings', () => {
    const texts = {
      'e.xml': `<rss><channel><link>https://old.example</link><item><title>One</title><content:encoded><![CDATA[<pre>wget <a href="https://x.example/a">here</a></pre>]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_name>one</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
    };
    const changed = importTexts('wordpress', texts).reports.flatMap((one) => one.changed);
    expect(changed.map(({ what, was, now }) => [what, was, now])).toContainEqual([
      'link',
      'https://x.example/a',
      'here',
    ]);
  });

  it('parts the words that a picture parted', () => {
    expect(
      wordpress(
        '<a href="https://x.example/"><img src="https://y.example/a.png" alt="A rack"></a>Most of it.',
      ).body,
    ).toBe('[A rack](https://x.example/) Most of it.');
  });

  it('keeps the words of a link that no post may have', () => {
    expect(wordpress('<a href="tel:+34 609 88">call</a>')).toEqual({
      body: 'call',
      lost: ['link: tel:+34 609 88'],
    });
  });
});

describe('Ghost', () => {
  it('keeps the words of a post that is embedded', () => {
    const card = {
      url: 'https://twitter.com/x/status/1',
      html: '<blockquote><p>Fun.</p>&mdash; <a href="https://twitter.com/x/status/1">x</a></blockquote><script src="https://p.example/w.js"></script>',
    };
    const { body } = made('ghost', {
      'g.json': JSON.stringify({
        db: [
          {
            data: {
              posts: [
                {
                  id: '1',
                  slug: 'one',
                  title: 'One',
                  status: 'published',
                  published_at: '2020-01-01',
                  mobiledoc: JSON.stringify({ cards: [['embed', card]], sections: [[10, 0]] }),
                },
              ],
            },
          },
        ],
      }),
    });
    expect(body).toBe('> Fun.\n>\n> — [x](https://twitter.com/x/status/1)');
  });
});

describe('what is refused here', () => {
  const errorsOf = (body: string) => {
    const { posts, reports } = importTexts('markdown', { 'one.md': `---\ntitle: One\n---\n${body}` });
    const post = [...posts.values()][0]!;
    return {
      body: post.text.replace(/^---\n[\s\S]*?\n---\n\n/, '').trimEnd(),
      errors: errorsIn(post),
      told: reports.flatMap(({ changed }) =>
        changed.filter(({ why }) => why.startsWith('It would be refused')),
      ),
    };
  };

  it.each([
    ['a mark that holds blocks', '<mark>\n\n- one\n\n</mark>', 'one'],
    ['words beside a component', 'A <PostsList items={posts} /> b.', 'A  b.'],
    ['a link by a name that nothing has', 'See [the docs][docs].', 'the docs'],
    [
      'a script in PowerShell that cannot be',
      '```powershell\nforeach ($one in $all) {\n```',
      'foreach ($one in $all) {',
    ],
    ['a footnote that nothing has', 'A.[^x]', '[^x]'],
    ['a formula', 'A $$\\notacommand{$$ b.', 'notacommand'],
    ['damage', '```powershell\nGet-Item –Path .\n```', 'Get-Item –Path .'],
  ])('stands as text: %s', (_, body, words) => {
    const { errors, body: text } = errorsOf(body);
    expect(errors).toEqual([]);
    expect(text).toContain(words);
  });

  it('is told with what is to be mended', () => {
    const { told, body } = errorsOf('```powershell\nforeach ($one in $all) {\n```');
    expect(body).toBe('```text\nforeach ($one in $all) {\n```');
    expect(told.map(({ what, line, was, now }) => [what, line, was, now])).toEqual([
      ['listing', 4, 'powershell', 'text'],
    ]);
    expect(told[0]!.why).toContain('never closed');
  });
});
