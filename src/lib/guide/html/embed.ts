import type { Fix } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { HtmlElement } from './html-element.ts';

interface Embed {
  /** Of the page that shows the same. */
  readonly url: string;
  /** What the link says where nobody has said it. */
  readonly label: string;
}

/** Where pages of others are embedded from, by the tag that does it, and the page itself. */
const embeds: readonly (readonly [tag: string, pattern: RegExp, embed: (id: string) => Embed])[] = [
  [
    'iframe',
    /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries)([\w-]+)(?:[?#].*)?$/i,
    (id) => ({ url: `https://www.youtube.com/watch?v=${id}`, label: 'A video on YouTube' }),
  ],
  [
    'iframe',
    /^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+)(?:[?#].*)?$/i,
    (id) => ({ url: `https://vimeo.com/${id}`, label: 'A video on Vimeo' }),
  ],
  [
    'script',
    /^(?:https?:)?\/\/gist\.github\.com\/([\w-]+\/[\da-f]+)\.js(?:\?.*)?$/i,
    (id) => ({ url: `https://gist.github.com/${id}`, label: 'The code, a gist on GitHub' }),
  ],
];

/** Scripts that dress up a quotation which stands in the post itself: without them it is shown as a quotation. */
const widgets =
  /^(?:https?:)?\/\/(?:platform\.(?:twitter|x)\.com\/widgets|(?:www|platform)\.instagram\.com\/(?:[\w/]+\/)?embeds?|embed\.(?:redditmedia|reddit)\.com\/widgets(?:\/platform)?|www\.tiktok\.com\/embed)\.js(?:\?.*)?$/i;

/** The link in the place of a video or a gist that would be loaded from elsewhere; undefined for anything else. */
export function linkInstead(file: SourceFile, node: HtmlElement): Fix | undefined {
  const src = String(node.properties['src'] ?? '').trim();
  const { start, end } = node.position ?? {};
  if (
    node.tagName === 'script' &&
    widgets.test(src) &&
    start?.offset !== undefined &&
    end?.offset !== undefined
  ) {
    const isWhole = /^<script\b[^>]*>\s*<\/script\s*>$/i.test(file.text.slice(start.offset, end.offset));
    const edits = [{ start: start.offset, end: end.offset, text: '' }];
    return isWhole ? { title: 'Remove it', safety: 'safe', edits } : undefined;
  }
  for (const [tag, pattern, embed] of embeds) {
    const id = node.tagName === tag ? pattern.exec(src)?.[1] : undefined;
    if (id === undefined || start?.offset === undefined || end?.offset === undefined) continue;
    // One that is not closed may have anything behind it.
    if (!/<\/[a-z]+\s*>$|\/>$/i.test(file.text.slice(start.offset, end.offset))) return undefined;
    const { url, label } = embed(id);
    const title = String(node.properties['title'] ?? '').trim();
    const text = `<a href="${url}">${escape(/^(?:youtube video player)?$/i.test(title) ? label : title)}</a>`;
    return {
      title: `Link to ${url}`,
      safety: 'safe',
      edits: [{ start: start.offset, end: end.offset, text }],
    };
  }
  return undefined;
}

/** As text of both formats: what has a meaning in either is written as an entity. */
function escape(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:;'’“”()!?–-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

const hosts: ReadonlySet<string> = new Set([...['youtube.com', 'youtu.be', 'vimeo.com', 'gist.github.com']]);

/** Whether a link leads to what other sites embed: alone in its paragraph it is shown as a card. */
export function isOfEmbed(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, pathname } = new URL(url);
  return protocol === 'https:' && pathname.length > 1 && hosts.has(hostname.replace(/^www\./, ''));
}
