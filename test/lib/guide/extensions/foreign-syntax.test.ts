import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../../src/lib/diagnostics/apply-fixes.ts';
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
