import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';

/** What a post holds, counted. */
export interface CountedContent {
  readonly words: readonly string[];
  readonly listings: number;
  readonly links: number;
  readonly pictures: number;
  readonly cells: number;
  readonly notes: number;
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly content?: Node;
}

/** The text of a source that a report names, as the program that it comes from would show it, as far as Markdown and HTML say it. */
export function contentOfSource(root: string, name: string): CountedContent | undefined {
  const [path = '', id] = name.split('#');
  const text = readFileSync(join(root, path), 'utf8').replace(/\r\n?/g, '\n');
  if (path.endsWith('.xml')) return contentOfItem(text, id ?? '');
  if (!/\.(?:mdx?|markdown|html?)$/i.test(path)) return undefined;
  const body = text.replace(/^\uFEFF?(?:---|\+\+\+)[ \t]*\n[\s\S]*?^(?:---|\+\+\+)[ \t]*$/m, '');
  return path.endsWith('html') ? contentOfHtml(body) : contentOfMarkdown(body);
}

export function contentOfResult(text: string): CountedContent {
  return contentOfMarkdown(text.replace(/^---\n[\s\S]*?\n---\n/, ''));
}

/** WordPress’s own text, with its shortcodes and comments of blocks as they stand. */
function contentOfItem(xml: string, id: string): CountedContent | undefined {
  const item = xml
    .split('<item>')
    .find((one) => new RegExp(`<wp:post_id>(?:<!\\[CDATA\\[)?${id}\\b`).test(one));
  const content = item && /<content:encoded><!\[CDATA\[([\s\S]*?)\]\]><\/content:encoded>/.exec(item)?.[1];
  if (content === undefined) return undefined;
  const counted = contentOfHtml(content.replace(/\[\/?[a-z][^\]\n]*\]/g, ' '));
  const inCode = content.match(/\[(?:code|sourcecode)\b/g)?.length ?? 0;
  const inNotes = content.match(/\[(?:ref|efn_note|footnote)\]|\(\(|data-fn=/g)?.length ?? 0;
  return { ...counted, listings: counted.listings + inCode, notes: counted.notes + inNotes };
}

function contentOfMarkdown(text: string): CountedContent {
  const html = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return contentOfHtml(html);
}

function contentOfHtml(html: string): CountedContent {
  const counts = { listings: 0, links: 0, pictures: 0, cells: 0, notes: 0 };
  const texts: string[] = [];
  const open: Node[] = [parseFragment(html) as unknown as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    const of = (name: string) => node!.attrs?.find((one) => one.name === name)?.value;
    if (node.nodeName === '#text') texts.push(node.value ?? '');
    if (/^(?:script|style)$/.test(node.nodeName)) continue;
    if (of('class') === 'sr-only' || /footnote-backref/.test(of('class') ?? '')) continue;
    if (of('data-footnote-ref') !== undefined) {
      counts.notes++;
      continue;
    }
    if (node.nodeName === 'pre') counts.listings++;
    else if (node.nodeName === 'a' && of('href') !== undefined) counts.links++;
    else if (node.nodeName === 'img') {
      counts.pictures++;
      texts.push(` ${of('alt') ?? ''} `);
    } else if (node.nodeName === 'td' || node.nodeName === 'th') counts.cells++;
    const isInLine =
      /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)$/.test(
        node.nodeName,
      );
    if (!isInLine && node.nodeName !== '#text') open.push({ nodeName: '#text', value: '\n' });
    for (const child of [...(node.content?.childNodes ?? node.childNodes ?? [])].reverse()) open.push(child);
    if (!isInLine && node.nodeName !== '#text') texts.push('\n');
  }
  return {
    ...counts,
    words:
      texts
        .join('')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  };
}
