import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { parseMarkdown } from '../guide/parse-markdown.ts';
import { createSourceFile } from '../source/source-file.ts';
import type { Told } from './import-report.ts';
import { isRecord, textOf } from './read-front.ts';
import { escapeHtml } from './shortcode.ts';

// The formats that Ghost keeps its posts in: Mobiledoc (https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md) and Lexical, with
// the cards of Ghost's own editor.

type Payload = Readonly<Record<string, unknown>>;

/** A card of Ghost as HTML. */
export function cardHtml(name: string, payload: Payload, told: Told): string {
  const of = (key: string) => textOf(payload[key]);
  const caption = (html: string) =>
    of('caption') === '' ? html : `<figure>${html}<figcaption>${of('caption')}</figcaption></figure>`;
  const image = (one: Payload) =>
    `<img src="${escapeHtml(textOf(one['src']) || textOf(one['fileName']))}" alt="${escapeHtml(textOf(one['alt']))}">`;
  switch (name) {
    case 'markdown':
    case 'card-markdown':
      return markdownHtml(of('markdown'));
    case 'html':
      return of('html');
    case 'embed':
      // A post of somebody else has its words; a film has none.
      return of('url') !== '' && !hasWords(of('html'))
        ? caption(
            `<p><a href="${escapeHtml(of('url'))}">${escapeHtml(embedTitle(payload) || of('url'))}</a></p>`,
          )
        : caption(of('html'));
    case 'image':
    case 'card-image': {
      const shown =
        of('href') === '' ? image(payload) : `<a href="${escapeHtml(of('href'))}">${image(payload)}</a>`;
      return `<figure>${shown}${of('caption') === '' ? '' : `<figcaption>${of('caption')}</figcaption>`}</figure>`;
    }
    case 'gallery': {
      const images = Array.isArray(payload['images'])
        ? (payload['images'] as unknown[]).filter(isRecord)
        : [];
      return caption(images.map((one) => `<p>${image(one)}</p>`).join('\n'));
    }
    case 'code':
    case 'codeblock':
      return caption(`<pre data-lang="${escapeHtml(of('language'))}">\n${escapeHtml(of('code'))}</pre>`);
    case 'hr':
    case 'horizontalrule':
      return '<hr>';
    case 'bookmark': {
      const meta = isRecord(payload['metadata']) ? payload['metadata'] : {};
      const url = of('url') || textOf(meta['url']);
      const title = textOf(meta['title']) || url;
      const words = textOf(meta['description']);
      const from = [textOf(meta['author']), textOf(meta['publisher'])].filter(Boolean).join(', ');
      for (const key of ['icon', 'thumbnail'])
        if (textOf(meta[key]) !== '')
          told.lose(
            'picture',
            1,
            textOf(meta[key]),
            `The ${key} of the page that a bookmark leads to; the bookmark is a link.`,
          );
      return caption(
        `<p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a>${words === '' ? '' : `: ${escapeHtml(words)}`}${from === '' ? '' : ` (${escapeHtml(from)})`}</p>`,
      );
    }
    case 'callout':
      return `<blockquote><p>${[of('calloutEmoji'), of('calloutText')].filter(Boolean).join(' ')}</p></blockquote>`;
    case 'toggle':
      return `<details><summary>${of('heading')}</summary>${of('content')}</details>`;
    case 'button':
      return `<p><a href="${escapeHtml(of('buttonUrl'))}">${escapeHtml(of('buttonText'))}</a></p>`;
    case 'header':
      return `<h2>${of('header')}</h2>${of('subheader') === '' ? '' : `<p>${of('subheader')}</p>`}`;
    case 'product':
      return `<h3>${of('productTitle')}</h3>${of('productDescription')}${of('productUrl') === '' ? '' : `<p><a href="${escapeHtml(of('productUrl'))}">${escapeHtml(of('productButton') || of('productUrl'))}</a></p>`}`;
    case 'video':
    case 'audio':
    case 'file': {
      const label = of('title') || of('fileTitle') || of('fileName') || of('src');
      return caption(`<p><a href="${escapeHtml(of('src'))}">${escapeHtml(label)}</a></p>`);
    }
    case 'paywall':
      return '';
    default:
      told.lose(
        'card',
        1,
        `${name}: ${JSON.stringify(payload)}`.slice(0, 2000),
        'Nobody here knows what Ghost makes of it.',
      );
      return '';
  }
}

function hasWords(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(
    html.replace(/<(script|style|iframe|video|audio|object)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, ''),
  );
}

function embedTitle(payload: Payload): string {
  return isRecord(payload['metadata']) ? textOf(payload['metadata']['title']) : '';
}

function markdownHtml(text: string): string {
  const tree = toHast(parseMarkdown(createSourceFile('card.md', text)) as never, {
    allowDangerousHtml: true,
  });
  // HTML in it stays as it is written: all of the post is parsed once, as a whole.
  return toHtml(tree as never, { allowDangerousHtml: true });
}

/** Sections of words with marks, lists, pictures and cards. */
export function mobiledocHtml(document: Payload, told: Told): string {
  const list = (key: string) => (Array.isArray(document[key]) ? (document[key] as unknown[]) : []);
  const markups = list('markups') as unknown[][];
  const atoms = list('atoms') as unknown[][];
  const cards = list('cards') as unknown[][];
  const inline = (markers: unknown): string => {
    const open: string[] = [];
    return (Array.isArray(markers) ? (markers as unknown[][]) : [])
      .filter((marker) => Array.isArray(marker))
      .map(([type, opened, closed, value]) => {
        const starts = (Array.isArray(opened) ? (opened as number[]) : []).map((index) => {
          const [tag = 'span', attributes] = (markups[index] ?? []) as [string?, string[]?];
          open.push(tag);
          const pairs = Array.isArray(attributes) ? attributes : [];
          const href = pairs[pairs.indexOf('href') + 1];
          return tag === 'a' && href !== undefined ? `<a href="${escapeHtml(href)}">` : `<${tag}>`;
        });
        const own = type === 1 ? atomHtml(atoms[Number(value)]) : escapeHtml(textValue(value));
        const ends = Array.from({ length: Number(closed) || 0 }, () => `</${open.pop() ?? 'span'}>`);
        return starts.join('') + own + ends.join('');
      })
      .join('');
  };
  return list('sections')
    .filter((section): section is unknown[] => Array.isArray(section))
    .map(([type, ...rest]) => {
      if (type === 1) return `<${String(rest[0])}>${inline(rest[1])}</${String(rest[0])}>`;
      if (type === 2) return `<p><img src="${escapeHtml(textValue(rest[0]))}" alt=""></p>`;
      if (type === 3)
        return `<${String(rest[0])}>${(Array.isArray(rest[1]) ? (rest[1] as unknown[]) : []).map((item) => `<li>${inline(item)}</li>`).join('')}</${String(rest[0])}>`;
      const [name = '', payload] = (cards[Number(rest[0])] ?? []) as [string?, Payload?];
      return cardHtml(name, payload ?? {}, told);
    })
    .join('\n');
}

function textValue(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function atomHtml(atom: unknown[] | undefined): string {
  return atom?.[0] === 'soft-return' ? '<br>' : escapeHtml(textValue(atom?.[1]));
}

const formats = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
  [128, 'mark'],
] as const;

/** Nodes within nodes; of what is deeper only the words are kept. */
const deepestLexical = 100;

function textsWithin(node: Payload): string {
  const texts: string[] = [];
  const open: unknown[] = [node];
  while (open.length > 0) {
    const one = open.pop();
    if (!isRecord(one)) continue;
    if (typeof one['text'] === 'string') texts.push(one['text']);
    if (Array.isArray(one['children']))
      for (const child of [...(one['children'] as unknown[])].reverse()) open.push(child);
  }
  return texts.join(' ');
}

/** Nodes within nodes, each with what is set of it. */
export function lexicalHtml(document: Payload, told: Told, depth = 0): string {
  const node = isRecord(document['root']) ? document['root'] : document;
  if (depth > deepestLexical) return escapeHtml(textsWithin(node));
  const children = () =>
    (Array.isArray(node['children']) ? (node['children'] as unknown[]) : [])
      .filter(isRecord)
      .map((child) => lexicalHtml(child, told, depth + 1))
      .join('');
  const type = textOf(node['type']);
  switch (type) {
    case 'root':
      return children();
    case 'text':
    case 'extended-text': {
      const format = Number(node['format']) || 0;
      const text = escapeHtml(typeof node['text'] === 'string' ? node['text'] : '');
      return formats.reduce((made, [bit, tag]) => (format & bit ? `<${tag}>${made}</${tag}>` : made), text);
    }
    case 'linebreak':
      return '<br>';
    case 'tab':
      return ' ';
    case 'paragraph':
      return `<p>${children()}</p>\n`;
    case 'heading':
    case 'extended-heading':
      return `<${textOf(node['tag']) || 'h2'}>${children()}</${textOf(node['tag']) || 'h2'}>\n`;
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return `<blockquote><p>${children()}</p></blockquote>\n`;
    case 'list':
      return `<${textOf(node['tag']) || 'ul'}>${children()}</${textOf(node['tag']) || 'ul'}>\n`;
    case 'listitem':
      return `<li>${children()}</li>`;
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(textOf(node['url']))}">${children()}</a>`;
    case 'table':
      return `<table>${children()}</table>\n`;
    case 'tablerow':
      return `<tr>${children()}</tr>`;
    case 'tablecell':
      return `<${Number(node['headerState']) > 0 ? 'th' : 'td'}>${children()}</${Number(node['headerState']) > 0 ? 'th' : 'td'}>`;
    default:
      return `${cardHtml(type, node, told)}\n`;
  }
}
