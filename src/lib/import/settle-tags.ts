import type { Html } from 'mdast';
import type { Edit } from '../diagnostics/diagnostic.ts';
import { modelOf } from '../guide/html/html-schema.ts';
import { attributeOf, findElement, parseHtmlText } from './html-nodes.ts';
import { safeUrl } from './prepare-html.ts';
import type { MarkdownSettling } from './settle-picture.ts';
import { pictureText } from './settle-picture.ts';
import { escapeHtml } from './shortcode.ts';

interface ImportedTagPlace {
  readonly line: number;
  readonly text: string;
  readonly settling: MarkdownSettling;
  /** It stands in a paragraph of the post, in no list or quote. */
  readonly isTop: boolean;
  /** It stands in a link of Markdown. */
  readonly isInLink: boolean;
  /** How many links of HTML are open where the next tag stands. */
  readonly anchors: { open: number };
}

const whole =
  /<!--[\s\S]*?-->|<(script|style|iframe|video|audio|object|svg|select|textarea)\b[^>]*>[\s\S]*?<\/\1\s*>|<(?:iframe|embed|video|audio|script)\b[^>]*\/>|<\/?([a-zA-Z][\w.-]*)\b[^<>]*>/g;

/** The tags of a stretch of HTML in Markdown: what they lead to and show, and those that posts do not have. */
export function settleTags(node: Html, place: ImportedTagPlace): Edit[] {
  const { line, text, settling, isTop, isInLink: isInMarkdownLink, anchors } = place;
  const start = node.position?.start.offset;
  if (start === undefined) return [];
  const edits: Edit[] = [];
  const stripped: string[] = [];
  // A picture alone in its line or among words is one of Markdown; within other tags it stays as it is.
  const isLoose = node.value.replace(/<img\b[^>]*>|<\/?(?:p|div|center|a|br)\b[^>]*>/gi, '').trim() === '';
  let own = line;
  let counted = 0;
  for (const match of node.value.matchAll(whole)) {
    const [written, around, name] = match;
    const at = start + match.index;
    for (; counted < match.index; counted++) if (node.value[counted] === '\n') own++;
    const put = (text: string) => edits.push({ start: at, end: at + written.length, text });
    const tag = (around ?? name ?? /^<(\w+)/.exec(written)?.[1] ?? '').toLowerCase();
    if (/^<!--\s*(?:more|truncate)\b/i.test(written)) {
      // The excerpt ends with a paragraph.
      const isAlone =
        /(?:^|\n)[ \t]*$/.test(text.slice(0, at)) && /^[ \t]*(?:\n|$)/.test(text.slice(at + written.length));
      if (isTop && !isAlone) put('\n\n<!-- more -->\n\n');
    }
    if (written.startsWith('<!--')) continue;
    if (tag === 'a') anchors.open = written.startsWith('</') ? 0 : 1;
    if (tag === 'img' && !written.startsWith('</')) {
      const isInLink = anchors.open > 0 || isInMarkdownLink;
      const made = pictureTag(written, { line: own, isInLink }, isLoose, settling);
      // Words that stand at a picture go on behind it.
      const isGlued = !/^[!<]/.test(made) && /^(?:<\/\w+>)*\p{L}/u.test(text.slice(at + written.length));
      put(isGlued ? `${made} ` : made);
    } else if (tag === 'a' && !written.startsWith('</')) {
      const led = linkTag(written, own, settling);
      if (led !== undefined) put(led);
    } else if (around !== undefined || /^(?:iframe|embed|video|audio|script)$/.test(tag)) {
      const made = instead(written, tag, own, settling);
      if (made !== undefined) put(made);
    } else if (!modelOf(tag)) {
      stripped.push(written);
      put('');
    }
  }
  if (stripped.length > 0)
    settling.told.lose(
      'element',
      line,
      stripped.slice(0, 20).join(' '),
      'Posts have no such elements; what stands in them is kept.',
    );
  return edits;
}

function pictureTag(
  written: string,
  place: { readonly line: number; readonly isInLink: boolean },
  isLoose: boolean,
  settling: MarkdownSettling,
): string {
  const picture = findElement(
    parseHtmlText(
      written.replace(
        /=\{(?:require\(\s*)?["'`]([^"'`]+)["'`]\s*\)?(?:\.default)?\}/g,
        (_, path: string) => `="${path}"`,
      ),
    ),
    'img',
  );
  if (!picture) return written;
  const url = attributeOf(picture, 'src');
  const made = pictureText({ url, alt: attributeOf(picture, 'alt') }, written, place, settling);
  if (isLoose) return made;
  const [, alt = '', src] = /^!\[([\s\S]*)\]\((\S+)\)$/.exec(made) ?? [];
  if (src !== undefined)
    return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt.replace(/\\(?=.)/g, ''))}">`;
  const [, words = made, address] = /^\[([\s\S]*)\]\((\S+)\)$/.exec(made) ?? [];
  const plain = escapeHtml(words.replace(/\\(?=.)/g, ''));
  return address === undefined ? plain : `<a href="${escapeHtml(address)}">${plain}</a>`;
}

function linkTag(written: string, line: number, { told, resolve }: MarkdownSettling): string | undefined {
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|\{["'`]([^"'`]*)["'`]\}|([^\s>]+))/i.exec(written);
  if (!href) return undefined;
  const url = href[1] ?? href[2] ?? href[3] ?? href[4] ?? '';
  const target = resolve(url);
  const lead = (to: string) => written.replace(href[0], () => `href="${escapeHtml(to)}"`);
  if (target.kind === 'same') {
    if (url.startsWith('#') || safeUrl(url) !== undefined) return undefined;
    told.lose('link', line, url, 'It is no address that a reader could follow; its words are kept.');
    return '<span>';
  }
  if (target.kind === 'post') {
    told.change('link', line, url, target.url, 'The post it leads to came along.');
    return lead(target.url);
  }
  const left = target.kind === 'left' ? target.url : undefined;
  told.lose(
    'link',
    line,
    url,
    target.kind === 'left'
      ? target.why
      : 'It leads to a file, and posts have pictures only; its words are kept.',
  );
  return left === undefined ? written.replace(href[0], '') : lead(left);
}

/** What stands in the place of something that is loaded or run; undefined where it may stay. */
function instead(written: string, tag: string, line: number, { told }: MarkdownSettling): string | undefined {
  const source = /\b(?:src|data)\s*=\s*["']([^"']+)["']/i.exec(written)?.[1] ?? '';
  const gist = /gist\.github\.com\/[\w/-]+/.exec(source)?.[0];
  const youtube = /youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/.exec(source)?.[1];
  const url =
    gist !== undefined
      ? `https://${gist}`
      : youtube !== undefined
        ? `https://www.youtube.com/watch?v=${youtube}`
        : safeUrl(source);
  if (url !== undefined && (gist !== undefined || !/^(?:script|style|svg)$/.test(tag))) {
    const words =
      gist !== undefined
        ? 'The code, a gist on GitHub'
        : /youtu|vimeo|video/.test(url) || tag === 'video'
          ? 'A video'
          : tag === 'audio'
            ? 'Audio'
            : 'An embedded page';
    told.change(
      tag,
      line,
      written.slice(0, 500),
      url,
      'A page loads nothing from other places: a link leads to it.',
    );
    return `<a href="${escapeHtml(url)}">${words}</a>`;
  }
  told.lose(
    tag,
    line,
    written.slice(0, 2000),
    'Nothing in a post runs, and it has no forms, films and drawings of its own text.',
  );
  return '';
}
