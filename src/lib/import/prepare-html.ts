import { slug as slugOf } from 'github-slugger';
import type { Element, ElementContent, Parents, Root, Text } from 'hast';
import { pictureEndings } from '../picture/check-picture.ts';
import { inLineElements, readableText } from './account-words.ts';
import { attributeOf, codeOf, findElement, isElement, wordsOf } from './html-nodes.ts';
import { isSafeUrl } from '../guide/urls.ts';
import type { Told } from './import-report.ts';
import type { ResolvedAddress } from './resolve-address.ts';
import type { FoundFile } from './source-post.ts';

/** What links and pictures of a tree are led by. */
export interface HtmlTargets {
  resolve(address: string): ResolvedAddress;
  /** Takes a picture along; gives what the post names it by, or undefined where no post shows such a file. */
  take(file: FoundFile): string | undefined;
  lineOf(node: Element): number;
  readonly told: Told;
}

/** Leads the links and pictures of a tree of HTML to where they are here. */
export function prepareHtml(tree: Root, targets: HtmlTargets): void {
  settleBareAddresses(tree);
  settleCode(tree);
  settleBreaks(tree);
  settlePictures(tree, targets);
  settleLinks(tree, targets);
  settleAnchors(tree, targets);
  settleHeadings(tree, targets);
}

type Visit = (element: Element, parent: Parents) => void;

function walk(node: Parents, visit: Visit): void {
  for (const child of [...node.children])
    if (isElement(child as ElementContent)) {
      visit(child as Element, node);
      walk(child as Element, visit);
    }
}

function replace(parent: Parents, child: Element, ...by: readonly ElementContent[]): void {
  const at = (parent.children as ElementContent[]).indexOf(child);
  if (at >= 0)
    parent.children = [...parent.children.slice(0, at), ...by, ...parent.children.slice(at + 1)] as never;
}

function become(
  element: Element,
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): void {
  Object.assign(element, { tagName, properties, children });
}

/** An address that is all of a paragraph, or of a block that embeds it, is shown there as what it leads to: here it is a link. */
function settleBareAddresses(tree: Root): void {
  walk(tree, (element) => {
    const isEmbed = /wp-block-embed__wrapper/.test(attributeOf(element, 'className'));
    if (element.tagName !== 'p' && !isEmbed) return;
    const text = wordsOf(element);
    if (/^https?:\/\/\S+$/.test(text) && !findElement(element, 'a', 'img', 'code'))
      element.children = [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: text },
          children: [{ type: 'text', value: text }],
          ...(element.position && { position: element.position }),
        },
      ];
  });
}

/** Code of several lines is a listing, whatever stands beside it in its paragraph. */
function settleCode(tree: Root): void {
  walk(tree, (paragraph, parent) => {
    if (paragraph.tagName !== 'p') return;
    const isListing = (child: ElementContent) =>
      isElement(child, 'code') && codeOf(child).trim().split('\n').length > 1;
    if (!paragraph.children.some(isListing)) return;
    const parts: Element[] = [];
    let words: ElementContent[] = [];
    const close = () => {
      while (words.length > 0 && isBlank(words.at(-1)!)) words.pop();
      if (words.length > 0) parts.push({ ...paragraph, children: words });
      words = [];
    };
    for (const child of paragraph.children) {
      if (isListing(child)) {
        close();
        parts.push({
          ...(child as Element),
          tagName: 'pre',
          children: withoutDoubleBreaks(child as Element),
        });
      } else if (words.length > 0 || !isBlank(child)) words.push(child);
    }
    close();
    replace(parent, paragraph, ...parts);
  });
}

/** Breaks between the items of a list, or before their first words, part nothing. */
function settleBreaks(tree: Root): void {
  walk(tree, (element) => {
    if (['ul', 'ol', 'dl', 'menu', 'table', 'thead', 'tbody', 'tfoot', 'tr'].includes(element.tagName))
      element.children = element.children.filter((child) => !isElement(child, 'br'));
    if (!['li', 'dd', 'dt', 'td', 'th'].includes(element.tagName)) return;
    const first = element.children.findIndex((child) => !isBlank(child));
    element.children = element.children.slice(Math.max(first, 0));
  });
}

/** Outside of `<pre>` a line break behind `<br>` is a blank. */
function withoutDoubleBreaks({ children }: Element): ElementContent[] {
  return children.map((child, index) => {
    const before = children[index - 1];
    const isBehind = before !== undefined && isElement(before, 'br');
    return isBehind && child.type === 'text' ? { ...child, value: child.value.replace(/^\n/, '') } : child;
  });
}

function isBlank(node: ElementContent): boolean {
  return isElement(node, 'br') || (node.type === 'text' && node.value.trim() === '');
}

export const pictureEnding = new RegExp(`\\.(?:${pictureEndings.join('|')})$`, 'i');

function settlePictures(tree: Root, targets: HtmlTargets): void {
  const { resolve, take, told, lineOf } = targets;
  // A link from a picture to its larger self is the picture.
  walk(tree, (link, parent) => {
    const href = attributeOf(link, 'href');
    if (link.tagName !== 'a' || !pictureEnding.test(href.replace(/[?#].*$/, '')) || wordsOf(link) !== '')
      return;
    const picture = findElement(link, 'img');
    const target = picture && resolve(href);
    if (!picture || target?.kind !== 'file') return;
    const own = resolve(sourceOf(picture));
    told.change(
      'link',
      lineOf(link),
      href,
      '',
      'It leads to the same picture, which is shown in its own size here.',
    );
    picture.properties = { ...picture.properties, src: href };
    if (own.kind !== 'file' || own.file.id !== target.file.id) delete picture.properties['dataSrc'];
    replace(parent, link, ...link.children);
  });
  const withLink: (readonly [picture: Element, parent: Parents, isInLink: boolean])[] = [];
  const collect = (node: Parents, isInLink: boolean) => {
    for (const child of node.children)
      if (isElement(child as ElementContent)) {
        const element = child as Element;
        if (element.tagName === 'img') withLink.push([element, node, isInLink]);
        else if (element.tagName === 'picture') {
          // Several sizes of one and the same.
          element.children = element.children.filter((one) => isElement(one, 'img'));
          collect(element, isInLink);
        } else collect(element, isInLink || (element.tagName === 'a' && attributeOf(element, 'href') !== ''));
      }
  };
  collect(tree, false);
  const instead = new Set<ElementContent>();
  for (const [picture, parent, isInLink] of withLink) {
    const words = settlePicture(picture, parent, isInLink, targets, take);
    if (words) instead.add(words);
  }
  partWords(tree, instead);
}

/** Words that stand in the place of a picture do not run into those beside it, as the picture did not. */
function partWords(tree: Root, instead: ReadonlySet<ElementContent>): void {
  let last: Text | undefined;
  const look = (node: Parents) => {
    for (const child of node.children as ElementContent[]) {
      if (child.type === 'text') {
        const isGlued = last && /[\p{L}\p{N}]$/u.test(last.value) && /^[\p{L}\p{N}]/u.test(child.value);
        if (isGlued && instead.has(last!)) child.value = ` ${child.value}`;
        else if (isGlued && instead.has(child)) last!.value += ' ';
        if (child.value !== '') last = child;
      } else if (child.type === 'element') {
        const isInLine = inLineElements.has(child.tagName);
        if (!isInLine) last = undefined;
        look(child);
        if (!isInLine) last = undefined;
      }
    }
  };
  look(tree);
}

function sourceOf(picture: Element): string {
  const source = attributeOf(picture, 'src');
  const lazy = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile']
    .map((name) => attributeOf(picture, name))
    .find(Boolean);
  return lazy !== undefined && (source === '' || source.startsWith('data:')) ? lazy : source;
}

function settlePicture(
  picture: Element,
  parent: Parents,
  isInLink: boolean,
  { resolve, told, lineOf }: HtmlTargets,
  take: HtmlTargets['take'],
): Text | undefined {
  const source = sourceOf(picture);
  const alt = attributeOf(picture, 'alt').replace(/\s+/g, ' ').trim();
  const title = attributeOf(picture, 'title').trim();
  const line = lineOf(picture);
  const written = `![${alt}](${source})`;
  const emoji = /^[\p{Extended_Pictographic}\uFE0F\u200D]+$/u.test(alt) ? alt : undefined;
  if (emoji !== undefined) {
    told.change('emoji', line, written, emoji, 'The picture is a character.');
    replace(parent, picture, { type: 'text', value: emoji });
    return undefined;
  }
  const putWords = (value: string): Text => {
    const text: Text = { type: 'text', value };
    replace(parent, picture, text);
    return text;
  };
  if (source.startsWith('data:') || source === '') {
    told.lose(
      'picture',
      line,
      written.slice(0, 200),
      'The picture is written into the text itself: put it beside the post as a file.',
    );
    return putWords(alt);
  }
  const target = resolve(source);
  const taken = target.kind === 'file' ? take(target.file) : undefined;
  if (taken !== undefined) {
    const words = alt || wordsFromName(source);
    if (alt === '')
      told.change(
        'text of a picture',
        line,
        '',
        words,
        'The picture had no text in its place: say what is to be seen.',
      );
    else told.change('picture', line, source, taken, 'It lies beside the post now.');
    if (title !== '' && title !== alt && title !== wordsFromName(source))
      told.lose(
        'title of a picture',
        line,
        title,
        'What is to be seen is said in its text, and below it in its caption.',
      );
    picture.properties = { src: taken, alt: words };
    return undefined;
  }
  const url = target.kind === 'left' ? target.url : target.kind === 'same' ? absoluteUrl(source) : undefined;
  const words = alt || wordsFromName(source);
  const why =
    target.kind === 'file'
      ? 'No post shows a file of this kind.'
      : target.kind === 'left'
        ? `${target.why} A page loads nothing from other places.`
        : 'It did not come along, and a page loads nothing from other places.';
  if (url === undefined) {
    told.lose('picture', line, written, why);
    return putWords(words);
  }
  told.change(
    'picture',
    line,
    written,
    `[${words}](${url})`,
    `${why} A link leads to it: put the file beside the post, and show it.`,
  );
  if (isInLink) return putWords(words);
  const text: Text = { type: 'text', value: words };
  become(picture, 'a', { href: url, dataSettled: 'true' }, [text]);
  return text;
}

function absoluteUrl(source: string): string {
  return source.replace(/^\/\//, 'https://');
}

/** `2014/04/rack-front_01-300x200.jpg` is “rack front 01”. */
export function wordsFromName(source: string): string {
  const name = source
    .replace(/[?#].*$/, '')
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/-\d+x\d+$/, '');
  let words = name;
  try {
    words = decodeURIComponent(name);
  } catch {
    // As it stands, then.
  }
  return (
    words
      .replace(/[-_+.\s]+/g, ' ')
      .replace(/[[\]<>"\\]/g, '')
      .trim() || 'picture'
  );
}

function settleLinks(tree: Root, { resolve, take, told, lineOf }: HtmlTargets): void {
  walk(tree, (link, parent) => {
    if (link.tagName !== 'a') return;
    const href = attributeOf(link, 'href').trim();
    if (!('href' in link.properties) || 'dataSettled' in link.properties) return;
    const line = lineOf(link);
    const hasWords = wordsOf(link) !== '' || findElement(link, 'img') !== undefined;
    const unlink = () => replace(parent, link, ...link.children);
    if (!hasWords) {
      if (href !== '' && !href.startsWith('#'))
        told.lose('link', line, href, 'It has no words, and nothing is to be seen of it.');
      if (attributeOf(link, 'id') === '' && attributeOf(link, 'name') === '') replace(parent, link);
      return;
    }
    const title = attributeOf(link, 'title').trim();
    if (href.startsWith('#')) return;
    if (/^(?:javascript|data|vbscript|file|about):/i.test(href) || href === '') {
      told.lose('link', line, href, 'A link leads to a page or an address; its words are kept.');
      return unlink();
    }
    const target = resolve(href);
    if (target.kind === 'same') {
      const url = safeUrl(href);
      if (url === undefined) {
        told.lose('link', line, href, 'It is no address; its words are kept.');
        return unlink();
      }
      link.properties = { href: url, ...(title !== '' && { title }) };
    } else if (target.kind === 'post') {
      told.change('link', line, href, target.url, 'The post it leads to came along.');
      link.properties = { href: target.url, ...(title !== '' && { title }) };
    } else {
      if (target.kind === 'file') {
        const taken =
          pictureEnding.test(target.file.name) && findElement(link, 'img') === undefined
            ? take(target.file)
            : undefined;
        if (taken !== undefined) {
          told.change('link', line, href, taken, 'The picture it leads to is shown in its place.');
          return become(link, 'img', { src: taken, alt: wordsOf(link) }, []);
        }
        told.lose(
          'link',
          line,
          href,
          'It leads to a file, and posts have pictures only; its words are kept.',
        );
        return unlink();
      }
      told.lose(
        'link',
        line,
        href,
        target.url === undefined
          ? `${target.why} Its words are kept.`
          : `${target.why} It leads to the old site.`,
      );
      if (target.url === undefined || safeUrl(target.url) === undefined) return unlink();
      link.properties = { href: safeUrl(target.url)!, ...(title !== '' && { title }) };
    }
  });
}

/** An address as Markdown can hold it; undefined for what is none. */
export function safeUrl(url: string): string | undefined {
  const written = /^\/\//.test(url) ? `https:${url}` : url.trim();
  if (/^mailto:/i.test(written)) return isSafeUrl(written) ? written : undefined;
  if (!/^https?:\/\//i.test(written)) return undefined;
  return URL.canParse(written)
    ? written.replace(/[\s<>"`{}|\\^]/g, (sign) => encodeURIComponent(sign))
    : undefined;
}

/** What links within the post lead to: headings have anchors of their own words, other places are marked. */
function settleAnchors(tree: Root, { told, lineOf }: HtmlTargets): void {
  const wanted = new Map<string, Element[]>();
  walk(tree, (link) => {
    const id = link.tagName === 'a' ? /^#(.+)$/.exec(attributeOf(link, 'href'))?.[1] : undefined;
    if (id !== undefined) wanted.set(decoded(id), [...(wanted.get(decoded(id)) ?? []), link]);
  });
  const known = new Map<string, string>();
  const slugs = new Map<string, number>();
  walk(tree, (element, parent) => {
    const isHeading = /^h[1-6]$/.test(element.tagName);
    const own = slugOf(wordsOf(element));
    const count = slugs.get(own) ?? 0;
    if (isHeading) slugs.set(own, count + 1);
    const ids = [
      attributeOf(element, 'id'),
      element.tagName === 'a' ? attributeOf(element, 'name') : '',
    ].filter(Boolean);
    for (const id of ids) {
      if (!wanted.has(id) || known.has(id)) continue;
      if (isHeading) known.set(id, count === 0 ? own : `${own}-${count}`);
      else {
        known.set(id, id);
        const mark: Element = { type: 'element', tagName: 'lw-mark', properties: { id }, children: [] };
        if (element.tagName === 'a' && !('href' in element.properties))
          replace(parent, element, mark, ...element.children);
        else if (['table', 'ul', 'ol', 'pre', 'img', 'hr', 'br'].includes(element.tagName))
          replace(parent, element, mark, element);
        else element.children.unshift(mark);
      }
    }
  });
  for (const [id, links] of wanted) {
    const anchor = known.get(id);
    for (const link of links) {
      if (anchor !== undefined && anchor !== '') link.properties = { href: `#${anchor}` };
      else {
        told.lose('link', lineOf(link), `#${id}`, 'There is no such place in the post; its words are kept.');
        become(link, 'span', {}, link.children);
      }
    }
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The title of a post is its only heading of the first rank. */
function settleHeadings(tree: Root, { told, lineOf }: HtmlTargets): void {
  const hasFirst = findElement(tree, 'h1') !== undefined;
  walk(tree, (element, parent) => {
    const rank = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (rank === undefined) return;
    if (wordsOf(element) === '' && !findElement(element, 'img'))
      return replace(parent, element, ...element.children);
    if (!hasFirst || rank === '6') return;
    told.change(
      'heading',
      lineOf(element),
      `h${rank}`,
      `h${Number(rank) + 1}`,
      'The title of the post is the only heading of the first rank.',
    );
    element.tagName = `h${Number(rank) + 1}`;
  });
}

/** What a tree holds, by kind. */
export function countHtml(tree: Root): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  walk(tree, (element) => {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) add('headings');
    else if (tagName === 'pre') add('listings');
    else if (tagName === 'a' && 'href' in element.properties) add('links');
    else if (tagName === 'img') add('pictures');
    else if (tagName === 'table') add('tables');
    else if (tagName === 'td' || tagName === 'th') add('cells');
    else if (tagName === 'lw-note' || tagName === 'lw-noteref') add('footnotes');
    else if (tagName === 'li') add('items');
    else if (tagName === 'blockquote') add('quotes');
  });
  counts['words'] = readableText(tree).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return counts;
}
