import type { Element, Nodes } from 'hast';
import { raw } from 'hast-util-raw';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Diagnostic } from '../../src/lib/diagnostics/diagnostic.ts';
import type { SourceFile } from '../../src/lib/source/source-file.ts';
import { rangeAt } from '../../src/lib/engine.ts';

/** What a reader gets of a text. */
export interface Content {
  /** In small letters, in order, each as often as it stands there. */
  readonly words: readonly string[];
  readonly pictures: number;
  readonly tables: number;
  readonly listings: number;
  /** Their addresses. */
  readonly links: readonly string[];
  readonly notes: number;
}

/** Something of a source that is neither on the page nor told. */
export interface Loss {
  readonly kind: 'word' | 'picture' | 'table' | 'listing' | 'link' | 'note';
  readonly what: string;
}

/**
 * Of a post as CommonMark and GFM read it, HTML as browsers do; its front matter left out. In MDX what stands below a tag is Markdown,
 * without a blank line between them too.
 */
export function contentOfSource(text: string, format: 'md' | 'mdx'): Content {
  const body = (format === 'md' ? text : asMarkdown(text))
    .replace(/^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n---[ \t]*(?:\r?\n|$)/, '')
    // The name of a directive is no word of the post.
    .replace(/^([ \t>]*:{3,})[a-z]+/gm, (_, colons: string) => colons)
    // Nor is that of an emoji.
    .replace(/(?<![\w:\]]):[a-z][a-z0-9_+-]*:(?![\w:])/g, () => '');
  const html = micromark(withoutBlanks(body), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    // Its heading of the notes has no words.
    htmlExtensions: [gfmHtml({ label: '–' })],
  });
  return contentOfHtml(html);
}

function asMarkdown(mdx: string): string {
  return mdx
    .replace(/\{\s*\/\*[^]*?\*\/\s*\}/g, () => '')
    .replace(/^[ \t]*<\/?[A-Za-z][^\n]*>[ \t]*$/gm, (tag) => `\n${tag}\n`)
    .replace(/=\{([^{}"\n]*)\}/g, (_, value: string) => `="${value}"`);
}

/** A shortcode, which is told, may stand in an address, where no blanks can. */
function withoutBlanks(text: string): string {
  return text.replace(/\{\{[<%][^\n]*?[%>]\}\}/g, (code) => code.replace(/[^\p{L}\p{N}]+/gu, () => '-'));
}

/** Of the body of a post on its built page: what stands around it has words of its own, which would stand in for some that are lost. */
export function contentOfPage(html: string): Content {
  const find = (node: Nodes): Element | undefined => {
    if (node.type === 'element' && String(node.properties['className']).split(/[ ,]/).includes('prose'))
      return node;
    for (const child of 'children' in node ? node.children : []) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  const body = find(treeOf(html));
  if (!body) throw new Error('The page has no body of a post.');
  return contentOf(body);
}

function treeOf(html: string): Nodes {
  return raw({ type: 'root', children: [{ type: 'raw', value: html } as never] });
}

/** Of a piece of HTML. What runs or is styled holds no words. */
export function contentOfHtml(html: string): Content {
  return contentOf(treeOf(html));
}

function contentOf(tree: Nodes): Content {
  const found = {
    words: [] as string[],
    links: [] as string[],
    pictures: 0,
    tables: 0,
    listings: 0,
    notes: 0,
  };
  let text = '';
  const read = (node: Nodes): void => {
    if (node.type === 'text') text += node.value;
    if (node.type === 'element') {
      const { tagName, properties } = node;
      if (isSilent(node)) return;
      if (tagName === 'img' || (tagName === 'svg' && properties['role'] === 'img')) found.pictures++;
      if (tagName === 'table') found.tables++;
      if (tagName === 'pre') found.listings++;
      if (isNote(node)) found.notes++;
      if (tagName === 'a' && typeof properties['href'] === 'string') found.links.push(properties['href']);
    }
    // Words do not go on from one block into the next.
    const gap = node.type === 'element' && !inWords.has(node.tagName) ? ' ' : '';
    text += gap;
    if ('children' in node) node.children.forEach(read);
    text += gap;
  };
  read(tree);
  return { ...found, words: wordsOf(text) };
}

const inWords: ReadonlySet<string> = new Set([
  ...[
    'a',
    'abbr',
    'b',
    'code',
    'del',
    'em',
    'i',
    'ins',
    'kbd',
    'mark',
    's',
    'small',
    'span',
    'strong',
    'sub',
  ],
  ...['sup', 'u', 'wbr'],
]);

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSilent({ tagName }: Element): boolean {
  return tagName === 'script' || tagName === 'style' || tagName === 'template';
}

/** Of GFM's renderer, and of our pages. */
function isNote({ tagName, properties }: Element): boolean {
  const id = String(properties['id'] ?? '');
  return tagName === 'li' ? /^user-content-fn-/.test(id) : /^note-\d+$/.test(id);
}

/** After which nothing of a post is shown. */
const broken = ['guide/mdx-syntax', 'guide/markdown-only'];

/**
 * What of a source is neither on its page nor in a line that is told. A post that is told to be unreadable shows nothing, and is told
 * as a whole.
 */
export function lossesOf(
  source: Content,
  page: Content,
  { file, told }: { readonly file: SourceFile; readonly told: readonly Diagnostic[] },
): Loss[] {
  if (page.words.length === 0 && told.some(({ rule }) => broken.includes(rule))) return [];
  const toldText = toldLines(file, told);
  const count = (kind: Loss['kind'], before: number, after: number, signs: RegExp): Loss[] => {
    const missing = before - after - (toldText.match(signs)?.length ?? 0);
    return missing > 0 ? [{ kind, what: `${missing} of ${before}` }] : [];
  };
  const onPage = new Set(page.links.map(addressOf));
  const links = [...new Set(source.links.map(addressOf))].filter(
    (link) => !onPage.has(link) && !isWithin(link) && !withoutBlanks(toldText).includes(link),
  );
  return [
    ...count('picture', source.pictures, page.pictures + picturesTold(told), /(?!)/g),
    ...count('table', source.tables, page.tables, /<table|^[ \t>]*\|?[ \t]*:?-+:?[ \t]*\|/gim),
    ...count('listing', source.listings, page.listings, /```|~~~|<pre|^ {4}/gim),
    ...count('note', source.notes, page.notes, /\[\^/g),
    ...links.map((what): Loss => ({ kind: 'link', what })),
    ...lostWords(source.words, page.words, wordsOf(toldText)).map((what): Loss => ({ kind: 'word', what })),
  ];
}

/** A picture that is not shown is told once for what it is shown from. */
function picturesTold(told: readonly Diagnostic[]): number {
  const places = told.filter(({ rule }) => rule === 'guide/image' || rule === 'guide/unknown-reference');
  return new Set(places.map(({ range }) => range.start.offset)).size;
}

/** All lines that something is told of, each once. An element that is left out is told at its tag, a shortcode at its beginning. */
function toldLines(file: SourceFile, told: readonly Diagnostic[]): string {
  const { text, lineStarts } = file;
  const lines = new Set<number>();
  for (const { rule, range, fix } of told) {
    const start = range.start.offset;
    const tag =
      rule === 'guide/active-html' ? /^<([a-z]+)/i.exec(text.slice(start, range.end.offset))?.[1] : undefined;
    // With an unknown component goes what its props say.
    const closing =
      rule === 'guide/unknown-component'
        ? text.indexOf('>', start)
        : tag === undefined
          ? -1
          : text.indexOf(`</${tag}>`, start);
    // What is told of many places at once is mended in all of them.
    const places = [{ start, end: Math.max(range.end.offset, closing) }, ...(fix?.edits ?? [])];
    for (const place of places) {
      const { start: first, end: last } = rangeAt(file, place.start, place.end);
      for (let { line } = first; line <= last.line; line++) lines.add(line);
    }
  }
  return [...lines]
    .sort((a, b) => a - b)
    .map((line) => text.slice(lineStarts[line - 1], lineStarts[line]))
    .join('');
}

function lostWords(source: readonly string[], page: readonly string[], told: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of [...page, ...told]) left.set(word, (left.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const word of source) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else lost.push(word);
  }
  return lost;
}

/** As both sides write it: percent signs undone, a slash at the end left out. */
function addressOf(link: string): string {
  try {
    return decodeURI(link).replace(/\/$/, '');
  } catch {
    return link.replace(/\/$/, '');
  }
}

/** A link within the page: its anchors have names of their own, and are checked by the engine. */
function isWithin(link: string): boolean {
  return link.startsWith('#');
}
