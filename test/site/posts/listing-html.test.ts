import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/lib/guide/guide.ts';
import { diffLines } from '../../../src/site/posts/diff-lines.ts';
import { createHighlight } from '../../../src/site/posts/highlight.ts';
import { foldedLines, listingHtml } from '../../../src/site/posts/listing-html.ts';
import { languagesOf, withListings } from '../../../src/site/posts/listings.ts';

/** What the copy button leaves out. */
const left = /<del class="line"[^>]*>[\s\S]*?<\/del>|<span class="line head"[^>]*>[\s\S]*?<\/span>/g;
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

async function shown(props: Readonly<Record<string, string | number>>) {
  const segments: Segment[] = [{ component: 'StaticBlock', props, children: [] }];
  const [made] = withListings(segments, await createHighlight(languagesOf(segments)));
  return (made as Exclude<Segment, string>).props;
}

describe('the lines of a listing', () => {
  const lines = ['a', 'b <', '', 'd'].map((html) => ({ html: html.replace('<', '&#60;') }));

  it('spell its text, whatever is drawn beside them', () => {
    const html = listingHtml(lines, { numbers: 98, marks: { mark: '1-2', ins: '2', del: '4' } });
    expect(textOf(html)).toBe('a\nb &#60;\n\nd');
    expect(html).toBe(
      '<mark class="line" data-prompt=" 98  ">a\n</mark><ins class="line" data-prompt=" 99 +">b &#60;\n</ins><span class="line" data-prompt="100  ">\n</span><del class="line" data-prompt="101 -">d</del>',
    );
  });

  it('have prompts and signs as attributes', () => {
    const html = listingHtml([{ html: 'x', prompt: 'a>"', sign: '+', mark: 'ins' }], {});
    expect(html).toBe('<ins class="line" data-prompt="+ a&#62;&#34;">x</ins>');
  });

  it('are folded where there are many', () => {
    expect(foldedLines('a\n'.repeat(39))).toBeUndefined();
    expect(foldedLines('a\n'.repeat(40))).toBe(41);
  });
});

describe('a diff', () => {
  const signs = (code: string) => diffLines(code).map(({ sign, text }) => `${sign}|${text}`);

  it('has its two sides without their signs', () => {
    expect(signs(' a:\n-  b: 1\n+  b: 2\n\n   c')).toEqual([' |a:', '-|  b: 1', '+|  b: 2', ' |', ' |  c']);
  });

  it('may be written without a column for what stays', () => {
    expect(signs('a:\n- b\n+ c\n  d')).toEqual([' |a:', '-|b', '+|c', ' |  d']);
    expect(signs('a:\n-b\n+c\n  d')).toEqual([' |a:', '-|b', '+|c', ' |  d']);
  });

  it('has names of files and places in neither side', () => {
    const code = 'diff --git a/x b/x\nindex 1a2b..3c4d\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n---\n+b';
    expect(diffLines(code).map(({ mark }) => mark)).toEqual([
      ...['head', 'head', 'head', 'head', 'head'],
      ...[undefined, 'del', 'ins'],
    ]);
  });

  it('is copied as its new side, and coloured as what it is a change of', async () => {
    const { html, wraps } = await shown({
      lang: 'diff',
      syntax: 'yaml',
      code: '@@ -1 +1 @@\n a: 1\n-b: "x"\n+b: "y"\n c: 3',
    });
    expect(wraps).toBe(false);
    expect(textOf(String(html).replace(left, ''))).toBe('a: 1\nb: &#34;y&#34;\nc: 3');
    expect(html).toContain('<del class="line" data-prompt="-"><span class="tk-');
  });

  it('wraps where it is one of commands', async () => {
    const { wraps } = await shown({ lang: 'diff', syntax: 'powershell', code: '-Get-VM\n+Get-VMSwitch' });
    expect(wraps).toBe(true);
  });
});

describe('a listing', () => {
  it.each([
    ['python', 'def a(b): # c'],
    ['nginx', 'server { listen 80; } # c'],
    ['terraform', 'resource "a" "b" {} # c'],
    ['docker', 'FROM a # c'],
    ['shellsession', '$ ls # c'],
    ['bat', 'echo %PATH%'],
  ])('of %s has the colours of its grammar', async (lang, code) => {
    const { html } = await shown({ lang, code });
    expect(html).toContain('class="tk-');
    expect(textOf(String(html)).replace('&#34;', '"')).toContain(code.slice(0, 8).trim().slice(0, 4));
  });

  it('has no boxes around its lines where there is nothing to be drawn beside them', async () => {
    expect((await shown({ lang: 'text', code: 'a\nb' }))['html']).toBe('a\nb');
    expect((await shown({ lang: 'text', code: 'a\nb', mark: '2' }))['html']).toContain(
      '<mark class="line">b</mark>',
    );
    expect((await shown({ lang: 'text', code: 'a\nb', numbers: 1 }))['html']).toContain('data-prompt="1"');
  });
});
