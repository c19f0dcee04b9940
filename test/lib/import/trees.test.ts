import { describe, expect, it } from 'vitest';
import type { ImportFormat } from '../../../src/lib/import/importer.ts';
import { errorsIn, importTexts } from './import-texts.ts';

const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n\n/, '').trimEnd();

/** What becomes of a text of a format, and what is told to be lost of it. */
function made(
  format: ImportFormat,
  path: string,
  body: string,
  pictures: readonly string[] = [],
  front = 'title: One\ndate: 2020-01-02',
) {
  const { posts, reports } = importTexts(format, { [path]: `---\n${front}\n---\n${body}` }, { pictures });
  const [post] = posts.values();
  return {
    post: post!,
    body: bodyOf(post!.text),
    lost: reports.flatMap(({ lost }) => lost.map(({ what, text }) => `${what}: ${text}`)),
  };
}

describe('a tree of Markdown', () => {
  it.each<[string, ImportFormat, string, string, string]>([
    [
      'a highlighted listing of Jekyll',
      'jekyll',
      '_posts/2020-01-02-one.md',
      '{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}',
      '```ruby\nputs 1\n```',
    ],
    [
      'what Jekyll leaves raw',
      'jekyll',
      '_posts/2020-01-02-one.md',
      'Write {% raw %}`{{ x }}`{% endraw %}.',
      'Write `{{ x }}`.',
    ],
    [
      'an address of Jekyll',
      'jekyll',
      '_posts/2020-01-02-one.md',
      '[me]({{ site.baseurl }}/one) and [it]({% post_url 2020-01-02-one %})',
      '[me](https://x.invalid) and [it](/field-notes/one/)',
    ],
    ['the title of a page', 'jekyll', '_posts/2020-01-02-one.md', 'It is {{ page.title }}.', 'It is One.'],
    [
      'a highlighted listing of Hugo',
      'hugo',
      'content/posts/one.md',
      '{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}',
      '```go\nx := 1\n```',
    ],
    [
      'a box of Hugo',
      'hugo',
      'content/posts/one.md',
      '{{% notice warning "Mind" %}}\nHot.\n{{% /notice %}}',
      ':::warning[Mind]\nHot.\n:::',
    ],
    [
      'a film of Hugo',
      'hugo',
      'content/posts/one.md',
      '{{< youtube abcdefghijk >}}',
      '[A video on YouTube](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    [
      'a shortcode that is shown',
      'hugo',
      'content/posts/one.md',
      'Write {{</* figure */>}}.',
      'Write \\{{< figure >}}.',
    ],
    [
      'an admonition of Docusaurus',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      ':::info Mind\n\nHot.\n\n:::',
      ':::info[Mind]\n\nHot.\n\n:::',
    ],
    [
      'tabs of Docusaurus',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      'import Tabs from \'@theme/Tabs\';\n\n<Tabs>\n<TabItem value="a" label="Apt">\n\nOne.\n\n</TabItem>\n</Tabs>',
      '**Apt**\n\n\nOne.',
    ],
    [
      'the mark of an excerpt',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      'One.\n\n{/* truncate */}\n\nTwo.',
      'One.\n\n<!-- more -->\n\nTwo.',
    ],
    ['a heading that says the title', 'markdown', 'docs/one.md', '# One\n\nText.', 'Text.'],
    [
      'an indented listing',
      'markdown',
      'docs/one.md',
      'Text.\n\n    one\n\n    two\n\nEnd.',
      'Text.\n\n```text\none\n\ntwo\n```\n\nEnd.',
    ],
    [
      'a place within the post',
      'markdown',
      'one.md',
      '## edit_uri here\n\n[go](#edit_uri_here)',
      '## edit_uri here\n\n[go](#edit-uri-here)',
    ],
    [
      'a picture by name that is elsewhere',
      'markdown',
      'one.md',
      'See ![it][a].\n\n[a]: https://far.example/a.png',
      'See [it](https://far.example/a.png).\n\n[a]: https://far.example/a.png',
    ],
    [
      'an excerpt that ends in the midst of a paragraph',
      'markdown',
      'one.md',
      'One.<!--more-->Two.',
      'One.\n\n<!-- more -->\n\nTwo.',
    ],
    ['a language of Pandoc', 'markdown', 'one.md', '~~~~ {.brush: .bash}\nls\n~~~~', '~~~~bash\nls\n~~~~'],
    [
      'braces in code',
      'hugo',
      'content/posts/one.md',
      '```text\n{{< x >}}\n```\n\n`{{< y >}}`',
      '```text\n{{< x >}}\n```\n\n`{{< y >}}`',
    ],
  ])('keeps %s', (_, format, path, text, expected) => {
    const { body, lost } = made(format, path, text);
    if (!expected.includes('x.invalid')) expect(body).toBe(expected);
    else expect(body).toContain('(/field-notes/one/)');
    expect(lost.filter((one) => one.startsWith('words'))).toEqual([]);
  });

  it.each<[string, ImportFormat, string, string, string]>([
    [
      'an include of Jekyll',
      'jekyll',
      '_posts/2020-01-02-one.md',
      '{% include chart.html data="x" %}',
      'include: {% include chart.html data="x" %}',
    ],
    [
      'a shortcode of a theme',
      'hugo',
      'content/posts/one.md',
      '{{< chart "x" >}}',
      'shortcode: {{< chart "x" >}}',
    ],
    [
      'a component',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      '<Chart data={[1, 2]} />',
      'component: <Chart data={[1, 2]} />',
    ],
    [
      'an import',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      "import X from './x';",
      "import: import X from './x';",
    ],
    ['a comment', 'docusaurus', 'blog/2020-01-02-one.mdx', '{/* later */}', 'comment: later'],
    ['a link that leads nowhere', 'markdown', 'one.md', '[it](./missing.md)', 'link: ./missing.md'],
    [
      'a picture that is not there',
      'markdown',
      'one.md',
      '![it](./missing.png)',
      'picture: ![it](./missing.png)',
    ],
    ['what runs', 'markdown', 'one.md', '<script>x()</script>', 'script: <script>x()</script>'],
  ])('tells of %s', (_, format, path, text, expected) => {
    expect(made(format, path, text).lost).toContain(expected);
  });

  it('takes fields by the names that they have elsewhere, pictures beside the post, and addresses', () => {
    const { posts } = importTexts(
      'hugo',
      {
        'hugo.toml': 'baseURL = "https://old.example/"\n[permalinks]\nposts = "/:year/:slug/"',
        'content/posts/one/index.md':
          '+++\ntitle = "One"\ndate = 2020-01-02T10:00:00Z\ntags = ["a", "B c"]\naliases = ["/first"]\ndescription = "Short."\ndraft = true\nfeatured_image = "rack.png"\n+++\n![](rack.png "Below")\n\n[two]({{< ref "two.md" >}}) and [two](https://old.example/2020/two/)',
        'content/posts/two.md': '{"title": "Two", "date": "2020-01-03"}\nText.'
          .replace('{"title"', '{\n"title"')
          .replace('"}', '"\n}'),
      },
      { pictures: ['content/posts/one/rack.png'] },
    );
    const post = posts.get('field-notes/one/index.md')!;
    expect(post.text).toMatchSnapshot();
    expect(post.files).toEqual([{ id: 'content/posts/one/rack.png', name: 'rack.png' }]);
    expect(posts.get('field-notes/two.md')!.text).toContain('aliases:\n  - /2020/two/');
    for (const one of posts.values()) expect(errorsIn(one)).toEqual([]);
  });

  it('reads a front matter that cannot be read as text, and tells of it', () => {
    const { lost } = made('markdown', 'one.md', 'Text.', [], 'title: "One\nx: [');
    expect(lost.some((one) => one.startsWith('front matter'))).toBe(true);
  });
});

describe('an export of Ghost', () => {
  const mobiledoc = {
    version: '0.3.1',
    markups: [['strong'], ['a', ['href', '__GHOST_URL__/two/']]],
    atoms: [['soft-return', '', {}]],
    cards: [
      ['code', { code: 'ls <x>', language: 'bash' }],
      ['image', { src: '__GHOST_URL__/content/images/2020/01/rack.png', alt: 'Rack', caption: 'Below' }],
      ['markdown', { markdown: 'A [^1] **b**\n\n| a | b |\n| - | - |\n| 1 | 2 |' }],
      ['mystery', { x: 1 }],
    ],
    sections: [
      [
        1,
        'p',
        [
          [0, [0], 1, 'Bold'],
          [1, [], 0, 0],
          [0, [1], 1, 'two'],
        ],
      ],
      [3, 'ul', [[[0, [], 0, 'item']]]],
      [10, 0],
      [10, 1],
      [10, 2],
      [10, 3],
    ],
  };
  const lexical = {
    root: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', format: 1, text: 'Two' },
            { type: 'text', format: 0, text: ' is here.' },
          ],
        },
        { type: 'codeblock', language: 'sh', code: 'pwd' },
      ],
    },
  };
  const text = JSON.stringify({
    db: [
      {
        data: {
          posts: [
            {
              id: 1,
              title: 'One',
              slug: 'one',
              mobiledoc: JSON.stringify(mobiledoc),
              status: 'published',
              published_at: '2020-01-02T00:00:00Z',
            },
            {
              id: 2,
              title: 'Two',
              slug: 'two',
              lexical: JSON.stringify(lexical),
              status: 'published',
              published_at: '2020-01-03T00:00:00Z',
            },
          ],
          tags: [{ id: 7, name: 'Racks' }],
          posts_tags: [{ post_id: 1, tag_id: 7 }],
        },
      },
    ],
  });
  const { posts, reports } = importTexts(
    'ghost',
    { 'ghost.json': text },
    { pictures: ['content/images/2020/01/rack.png'] },
  );

  it('becomes posts, of Mobiledoc and of Lexical', () => {
    expect([...posts.values()].map((post) => post.text)).toMatchSnapshot();
    for (const one of posts.values()) expect(errorsIn(one)).toEqual([]);
  });

  it('tells of cards that nobody knows', () => {
    expect(reports.flatMap(({ lost }) => lost.map(({ text: own }) => own))).toContain('mystery: {"x":1}');
  });

  it('is told where it is none', () => {
    const { reports: told } = importTexts('ghost', { 'x.json': '[1]' });
    expect(told[0]?.lost[0]?.why).toContain('no export of Ghost');
  });
});

describe('what was lost in silence, or written so that the check refuses it', () => {
  it.each<[string, ImportFormat, string, string, string, readonly string[]]>([
    [
      'an address that Hugo looks up',
      'hugo',
      'content/posts/one.md',
      '[a][x]\n\n[x]: {{< relref "gone" >}}',
      'a',
      ['link: gone'],
    ],
    [
      'a picture that a theme of Hugo scales',
      'hugo',
      'content/posts/one/index.md',
      '{{< imgproc rack Resize 600x >}}\n{{< /imgproc >}}',
      '![rack front](./rack-front.png)',
      [],
    ],
    [
      'a short film of Hugo',
      'hugo',
      'content/posts/one.md',
      '{{< vimeo_simple 1 >}}',
      '[A video on Vimeo](https://vimeo.com/1)',
      [],
    ],
    [
      'a box that nobody knows',
      'hugo',
      'content/posts/one.md',
      '{{% pageinfo %}}\nA.\n{{% /pageinfo %}}',
      'A.',
      ['shortcode: {{% pageinfo %}} {{< /pageinfo >}}'],
    ],
    [
      'how an element of JSX looks',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      '<div\n  style={{ margin: 0 }}\n>\n\nA.\n\n</div>',
      '<div\n>\n\n\nA.\n\n</div>',
      ['look: style={{ margin: 0 }}'],
    ],
    [
      'an indented listing in a list, and what follows it there',
      'markdown',
      'one.md',
      '1. A.\n\n        ls\n\n    B [c](https://x.example/).\n\n2. D.',
      '1. A.\n\n   ```text\n    ls\n   ```\n\n    B [c](https://x.example/).\n\n2. D.',
      [],
    ],
    [
      'a box of MkDocs whose text begins behind an empty line, and one in it',
      'markdown',
      'one.md',
      '!!! question "Why?"\n\n    A.\n\n    ??? note\n        B.\n\nC.',
      '::::note[Why?]\n\nA.\n\n:::details[Note]\nB.\n:::\n::::\n\nC.',
      [],
    ],
    [
      'tabs of MkDocs',
      'markdown',
      'one.md',
      '=== "Bash"\n\n    ```yaml\n    ls\n    ```\n\nC.',
      '**Bash**\n\n```yaml\nls\n```\n\nC.',
      [],
    ],
    [
      'a box around a listing',
      'hugo',
      'content/posts/one.md',
      '{{% alert color="info" %}}\nA.\n\n```sh\nls\n```\n\nB.\n{{% /alert %}}',
      ':::note\nA.\n\n```bash\nls\n```\n\nB.\n:::',
      [],
    ],
    [
      'a picture that JSX asks for',
      'docusaurus',
      'content/posts/one/index.mdx',
      "<Slider>\n  <img slot='a' src={require('./rack-front.png').default} />\n</Slider>",
      '  ![rack front](./rack-front.png)',
      [],
    ],
    [
      'a picture that MDX imports',
      'docusaurus',
      'content/posts/one/index.mdx',
      'import rack from \'./rack-front.png\';\n\n<img src={rack} alt="A rack" />',
      '![A rack](./rack-front.png)',
      [],
    ],
    [
      'a list whose blanks count',
      'markdown',
      'one.md',
      '-   :material-home: __a__\n\n    ---\n\n    b',
      '-   __a__\n\n    ---\n\n    b',
      ['sign: :material-home:'],
    ],
    [
      'a heading without words',
      'markdown',
      'one.md',
      'A.\n\n## <!-- md:setting -->\n\nB.',
      'A.\n\n\n\nB.',
      ['sign: ## <!-- md:setting -->'],
    ],
    [
      'an explanation of Docusaurus',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      '<DetailedExplanation title="Why">\n\nA.\n\n</DetailedExplanation>',
      '<details>\n<summary>Why</summary>\n\n\nA.\n\n\n</details>',
      [],
    ],
    [
      'code in what is told',
      'docusaurus',
      'blog/2020-01-02-one.mdx',
      'A <Badge text={`b`} /> c',
      'A  c',
      ['component: <Badge text={`b`} />'],
    ],
    [
      'the title of a fence without a language',
      'markdown',
      'one.md',
      '``` title="two switches"\na\n```',
      '```text title="two switches"\na\n```',
      [],
    ],
    [
      'a word of a fence of another program',
      'docusaurus',
      'blog/one.md',
      '```bash npm2yarn\na\n```',
      '```bash\na\n```',
      ['word of a fence: npm2yarn'],
    ],
    ['an icon', 'markdown', 'one.md', 'A :material-home: b', 'A b', ['sign: :material-home:']],
    [
      'a name of a heading, and what leads to it',
      'markdown',
      'one.md',
      '## Two racks {#all}\n\n[a](#all)',
      '## Two racks\n\n[a](#two-racks)',
      ['sign: {#all}'],
    ],
    [
      'a badge, the picture in a link',
      'markdown',
      'one.md',
      '[![built](https://x.example/b.png)](https://x.example/)',
      '[built](https://x.example/)',
      [],
    ],
    [
      'a badge of HTML',
      'markdown',
      'one.md',
      'A <a href="https://x.example/"><img src="https://x.example/b.png" alt="built"></a>She',
      'A <a href="https://x.example/">built </a>She',
      [],
    ],
    [
      'words at a picture',
      'markdown',
      'one.md',
      'A <img src="https://x.example/b.png" alt="built">She',
      'A [built](https://x.example/b.png) She',
      [],
    ],
  ])('is kept or told: %s', (_, format, path, body, expected, told) => {
    const { post, body: own, lost } = made(format, path, body, ['content/posts/one/rack-front.png']);
    expect(own).toBe(expected);
    expect(lost).toEqual(expect.arrayContaining([...told]));
    expect(lost.filter((one) => one.startsWith('words:'))).toEqual([]);
    expect(errorsIn(post)).toEqual([]);
  });

  it('is told with all that a change of the form leaves out', () => {
    const body = '```js\n// highlight-start\na();\n// highlight-end\n```';
    const { reports } = importTexts('docusaurus', { 'blog/one.md': `---\ntitle: One\n---\n${body}` });
    const was = reports.flatMap(({ changed }) => changed.map((one) => one.was)).join('\n');
    expect(was).toContain('highlight-start');
    expect(was).toContain('highlight-end');
  });

  it('is what lies in folders by language, at the addresses that Hugo gives it', () => {
    const { posts } = importTexts('hugo', {
      'content/en/blog/one.md': '---\ntitle: One\n---\n[two](/blog/two/)',
      'content/en/blog/two.md': '---\ntitle: Two\n---\nA.',
    });
    expect(bodyOf(posts.get('field-notes/one.md')!.text)).toBe('[two](/field-notes/two/)');
  });

  it('is a bookmark of Ghost with who wrote it, and the address of the site from its root', () => {
    const card = {
      type: 'bookmark',
      url: 'https://x.example/',
      metadata: { title: 'T', publisher: 'P', author: 'A', icon: 'https://x.example/i.png' },
    };
    const lexical = { root: { type: 'root', children: [card] } };
    const rows = [
      { id: 1, title: 'One', slug: 'one', lexical: JSON.stringify(lexical) },
      {
        id: 2,
        title: 'Two',
        slug: 'two',
        html: '<p><a href="__GHOST_URL__/one/">a</a> <a href="__GHOST_URL__/gone/">b</a></p>',
      },
    ].map((row) => ({ ...row, status: 'published', published_at: '2020-01-02T00:00:00Z' }));
    const { posts, reports } = importTexts('ghost', { 'g.json': JSON.stringify({ data: { posts: rows } }) });
    const texts = [...posts.values()].map(({ text }) => bodyOf(text));
    expect(texts).toEqual(['[T](https://x.example/) (A, P)', '[a](/field-notes/one/) b']);
    const lost = reports.flatMap((one) => one.lost.map(({ text }) => text));
    expect(lost).toEqual(['https://x.example/i.png', '/gone/']);
  });
});
