import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
import { readGuide } from '../../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { allegoryHead, bodyHtml, readBody } from '../read-fixture.ts';

const marked = (body: string) => {
  const { diagnostics, file } = readBody(body);
  return diagnostics.map(({ rule, range }) => [rule, file.text.slice(range.start.offset, range.end.offset)]);
};

describe('what only another program understands', () => {
  it.each([
    ['{{< figure src="a.jpg" >}}', 'a {{< figure src="a.jpg" >}} b'],
    ['{{% notice tip %}}', '{{% notice tip %}}'],
    ['{% include a.html %}', '- {% include a.html %}'],
    ['{%- post_url 2014-04-25-a -%}', '[a] {%- post_url 2014-04-25-a -%}'],
    ['[TOC]', '[TOC]'],
    ['[[_TOC_]]', '[[_TOC_]]'],
    ['[[toc]]', '[[toc]]'],
    ['[[A page]]', 'See [[A page]].'],
    ['[[A page#part|there]]', '*[[A page#part|there]]*'],
    ['![[rack.png]]', '![[rack.png]]'],
    ['[caption id="a" width="3"]', '[caption id="a" width="3"]A rack[/caption]'],
    ['[sourcecode]', '[sourcecode]x[/sourcecode]'],
    ['!!! warning "Mind"', '!!! warning "Mind"'],
    ['::video[a]', '::video[a]'],
    [':octicons-tag-24:', '[:octicons-tag-24: Version](/a/)'],
    [':material-check:', 'Yes :material-check:, it is.'],
    ['%[https://example.com/a]', '%[https://example.com/a]'],
    ['^[a note in the line]', 'so it is^[a note in the line]'],
  ])('is told once, at its place: %s', (what, body) => {
    expect(marked(body)).toEqual([['guide/foreign-syntax', what]]);
    expect(readBody(body).diagnostics[0]!.hint).toMatch(/\S/);
  });

  it.each([
    'bash has [[ -f a ]], and [[ $a == b ]]',
    'a list of `[[string]]`, List[[string],[int]], $a[[0]]',
    'a[code] and [quote] and [video] of it',
    '\\[[A page]] and \\{{< a >}}'.replace('{{< a >}}', '[TOC]'),
    '[TOC] is what others write',
    'wait!!! note that',
    'a:simple-b: and ::material-c:',
    '::1 and fe80::1, std::vector and [System.IO.File]::Exists',
    'x^[2] and a ^[b]',
    '`{{< figure >}}` `{% raw %}` `[[A page]]`',
    '```text\n{{< figure >}}\n[TOC]\n!!! note\n{% raw %}\n```',
    '{/* {{< figure >}} {% raw %} */}',
    '[a](/b/ "{{< c >}}")',
  ])('is nothing else: %j', (body) => {
    expect(marked(body)).toEqual([]);
  });

  it('is printed as it stands, and hides nothing that stands after it', () => {
    const body = '{{< a >}} {x}\n\n<Figur />';
    expect(marked(body)).toEqual([
      ['guide/foreign-syntax', '{{< a >}}'],
      ['guide/expression', '{x}'],
      ['guide/unknown-component', '<Figur'],
    ]);
    expect(bodyHtml('`{{< b >}}` {{< a >}}')).toContain('<code>{{&#x3C; b >}}</code>');
    expect(bodyHtml('```text\n{{< a >}}\n```')).toBe('[StaticBlock lang="text" code="{{< a >}}"]');
  });

  it.each([
    ['{{< highlight powershell "linenos=table" >}}\nGet-VM | % { $_ }\n{{< /highlight >}}', 'powershell'],
    ['{% highlight yaml %}\na: *b\n{% endhighlight %}', 'yaml'],
    ['{% raw %}\n<a {b}\n{% endraw %}', 'text'],
  ])('becomes a fence where it is around code: %j', (body, language) => {
    const { diagnostics, file } = readBody(`a\n\n${body}\n\nb`);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['guide/foreign-syntax']);
    const fixed = applyFixes(file.text, diagnostics).text.slice(allegoryHead.length);
    expect(fixed).toBe(`a\n\n\`\`\`${language}\n${body.split('\n')[1]}\n\`\`\`\n\nb\n`);
  });
});

describe('what a shortcode or a mark of another program makes', () => {
  const mended = (body: string) => {
    const { diagnostics, text } = readFile(body);
    return applyFixes(text, diagnostics).text.slice(allegoryHead.length);
  };
  const readFile = (body: string) => {
    const { diagnostics, file } = readGuide(createSourceFile('allegories/post.md', `${allegoryHead}${body}`));
    return {
      diagnostics: diagnostics.filter(({ rule }) => rule === 'guide/foreign-syntax'),
      text: file.text,
    };
  };

  it.each([
    ['{{< figure src="/img/a.png" alt="A rack" caption="Of 2014" >}}', '![A rack](/img/a.png "Of 2014")'],
    ['{{<figure src="a b.png" title=Rack width="300">}}', '![](<a b.png> "Rack")'],
    ['{{< figure link="/big.png" src="a.png" >}}', '[![](a.png)](/big.png)'],
    ['{{< youtube w7Ft2ymGmfc >}}', '[A video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)'],
    ['{{< youtube id="w7Ft2ymGmfc" >}}', '[A video on YouTube](https://www.youtube.com/watch?v=w7Ft2ymGmfc)'],
    ['{% vimeo 146022717 %}', '[A video on Vimeo](https://vimeo.com/146022717)'],
    ['{{< gist a-user 1f2e >}}', '[The code, a gist on GitHub](https://gist.github.com/a-user/1f2e)'],
    [
      '{{% alert color="warning" title="Mind" %}}\nThe *gap*.\n{{% /alert %}}',
      ':::warning[Mind]\nThe *gap*.\n:::',
    ],
    ['{{< notice info >}}\nA.\n\nB.\n{{< /notice >}}', ':::note\nA.\n\nB.\n:::'],
    ['{{<note warn>}}One.\nTwo.{{</note>}}', ':::warning\nOne.\nTwo.\n:::'],
    ['{% details "More" %}\nA.\n{% enddetails %}', ':::details\nA.\n:::'],
    ['- a\n\n  {{< tip >}}\n  b\n  {{< /tip >}}', '- a\n\n  :::tip\n  b\n  :::'],
    ['| a |\n| - |\n| b |\n\n{.wide}\n\nc', '| a |\n| - |\n| b |\n\n\nc'],
    ['One {.lead}\ntwo.', 'One\ntwo.'],
    [
      '!!! danger "Mind"\n\n    The *gap*.\n\n        code\n\nAfter',
      ':::caution[Mind]\n\nThe *gap*.\n\n    code\n:::\n\nAfter',
    ],
    ['??? example\n    One', ':::details[Example]\nOne\n:::'],
    ['!!! pied-piper\n\tOne\n', ':::note\nOne\n:::\n'],
    ['{% gist 2414073 %}', '[The code, a gist on GitHub](https://gist.github.com/2414073)'],
    [
      '{% gist me/1f2e3d a.JS %}',
      '[The code, a gist on GitHub](https://gist.github.com/me/1f2e3d#file-a-js)',
    ],
    ['{{< tweet user=me id=12 >}}', '[A post of me](https://twitter.com/me/status/12)'],
    ['[a]({{< relref "b-c.md#d" >}})', '[a](b-c.md#d)'],
    ['* One\n{:.list}\n\nTwo', '* One\n\nTwo'],
  ])('is written as Markdown has it: %s', (body, expected) => {
    expect(readFile(body).diagnostics).toHaveLength(1);
    expect(mended(body)).toBe(expected);
    expect(readFile(expected).diagnostics).toEqual([]);
  });

  it.each([
    '{{< figure src="a.png" caption="See [it](/b/)" >}}',
    '{{< figure src="a.png" attr="Somebody" >}}',
    '{{< figure src="a.png" title="A" caption="B" >}}',
    '{{< youtube PLx >}}',
    '{{< gist a-user 1f2e "a.ps1" >}}',
    'Words {{< note >}}a{{< /note >}}',
    '{{< note >}}\na\n:::tip\nb\n:::\n{{< /note >}}',
    '{{< note >}}\na',
    '{{< tabs >}}\na\n{{< /tabs >}}',
    '## A {#b}',
    '!!! note "A"\n\n    !!! tip\n\n        b',
    '!!! note',
    '[a]({{< ref path="b" lang="de" >}})',
  ])('is left to the author where it is not certain: %s', (body) => {
    expect(readFile(body).diagnostics.length).toBeGreaterThan(0);
    expect(mended(body)).toBe(body);
  });
});

describe('in Markdown that is no MDX', () => {
  const markdown = (body: string) => {
    const post = readGuide(createSourceFile('allegories/post.md', `${allegoryHead}${body}\n`));
    const { start, end } = { start: allegoryHead.length, end: post.file.text.length };
    expect(
      post.diagnostics.every(({ range }) => range.start.offset >= start && range.end.offset <= end),
    ).toBe(true);
    return post;
  };
  const told = (body: string) =>
    markdown(body).diagnostics.map(({ rule, range }) => [
      rule,
      body.slice(range.start.offset - allegoryHead.length, range.end.offset - allegoryHead.length),
    ]);

  it.each([
    '{{ page.title }}',
    '{{ .Site.Title }}',
    '{{ a | upcase }}',
    '{{< a >}}',
    '{{% b %}}',
    '{% c %}',
    '{: .note}',
    '{.wide}',
  ])('%s is told as well', (form) => expect(told(`a ${form} b`)).toEqual([['guide/foreign-syntax', form]]));

  it('what stands in HTML that shows its text is shown as it was written', () => {
    const text = ':::note\n$x^2$ {{&lt; a >}}\n$$\nb\n$$\n:::';
    const { body, diagnostics } = markdown(`<pre>\n${text}\n</pre>\n\na <code>$x^2$</code>`);
    expect(diagnostics).toEqual([]);
    expect(body).toMatchObject([
      { component: 'StaticBlock', props: { code: text.replace('&lt;', '<') } },
      expect.stringContaining('<code>$x^2$</code>'),
    ]);
  });

  it('a directive that HTML hides is told, and shown as it was written', () => {
    const body = '<div>\n:::note\na\n:::\n</div>';
    expect(told(body)).toEqual([['guide/aside', ':::note']]);
    expect(markdown(body).body.join('')).toContain(':::note\na\n:::');
  });
});
