import { SaxesParser } from 'saxes';
import { boundedChunks } from './bounded-chunks.ts';

// The format: https://developer.wordpress.org/advanced-administration/wordpress/import/ and the exporter itself, wp-admin/includes/export.php.

/** One item of an export: a post, a page, an attachment, a menu item. */
export interface WxrItem {
  readonly kind: 'item';
  readonly line: number;
  readonly id: string;
  /** `post`, `page`, `attachment`, `wp_block`… */
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly name: string;
  readonly date: string;
  readonly parent: string;
  readonly author: string;
  readonly password: string;
  readonly excerpt: string;
  readonly content: string;
  readonly contentLine: number;
  /** Its text is longer than is read. */
  readonly isTooLong: boolean;
  readonly attachment: string;
  readonly terms: readonly { readonly domain: string; readonly name: string }[];
  readonly meta: ReadonlyMap<string, string>;
  readonly comments: readonly {
    readonly line: number;
    readonly author: string;
    readonly type: string;
    readonly text: string;
  }[];
}

/** What is told of the file itself. */
export interface WxrNotice {
  readonly kind: 'notice';
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** Where the blog was: its addresses. */
export interface WxrSite {
  readonly kind: 'site';
  readonly origin: string;
}

/** Characters of one post; whatever is longer is nobody's text. */
export const longestImport = 1_000_000;
/** More faults of one file say nothing new. */
const mostNotices = 20;

interface OpenElement {
  name: string;
  line: number;
  text: string;
  attributes: Readonly<Record<string, string>>;
}

/** Reads an export as it comes, item by item, in the memory that one item takes. Entities of its own it has none, and none is resolved. */
export function* readWxr(chunks: Iterable<string>): Generator<WxrItem | WxrNotice | WxrSite> {
  const ready: (WxrItem | WxrNotice | WxrSite)[] = [];
  let notices = 0;
  let told = -1;
  const notice = (text: string, why: string) => {
    // An end that is missing is missing for each element that is open there.
    if (parser.position === told) return;
    told = parser.position;
    if ((notices += 1) <= mostNotices) ready.push({ kind: 'notice', line: parser.line, text, why });
  };
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let item: OpenItem | undefined;
  parser.on('error', (error) =>
    notice(error.message, 'The file is not well-formed here; what can be read is read.'),
  );
  parser.on('doctype', (text) =>
    notice(text.slice(0, 200), 'An export declares no document type: what it defines is not resolved.'),
  );
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, line: parser.line, text: '', attributes });
    if (name === 'item') item = openItem(parser.line);
  });
  const addText = (text: string) => {
    const frame = open.at(-1);
    if (frame) frame.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const frame = open.pop();
    if (!frame) return;
    if (frame.name === 'item' && item) {
      ready.push(closeItem(item));
      item = undefined;
    } else if (item) addField(item, frame, open.at(-1)?.name ?? '');
    else if (frame.name === 'wp:base_blog_url' || (frame.name === 'link' && open.at(-1)?.name === 'channel'))
      ready.push({ kind: 'site', origin: frame.text.trim() });
  });
  for (const chunk of boundedChunks(chunks, longestImport + 1)) {
    const unread = chunk.indexOf('\uFFFD');
    if (unread >= 0)
      notice(
        chunk.slice(Math.max(0, unread - 40), unread + 40),
        'Signs of it are not in the encoding that the file says it has: save it as UTF-8.',
      );
    parser.write(chunk);
    yield* ready.splice(0);
  }
  parser.close();
  if (open.length > 0 || item)
    notice(open[0]?.name ?? 'item', 'The file ends before it is whole: it may have been cut off.');
  yield* ready;
}

interface OpenItem {
  line: number;
  fields: Map<string, OpenElement>;
  terms: { domain: string; name: string }[];
  meta: Map<string, string>;
  comments: { line: number; author: string; type: string; text: string }[];
  metaKey: string;
  comment: Map<string, string>;
}

function openItem(line: number): OpenItem {
  return {
    line,
    fields: new Map(),
    terms: [],
    meta: new Map(),
    comments: [],
    metaKey: '',
    comment: new Map(),
  };
}

function addField(item: OpenItem, frame: OpenElement, parent: string): void {
  const { name, text, line, attributes } = frame;
  if (parent === 'wp:postmeta') {
    if (name === 'wp:meta_key') item.metaKey = text.trim();
    if (name === 'wp:meta_value') item.meta.set(item.metaKey, text);
  } else if (parent === 'wp:comment') item.comment.set(name, text);
  else if (name === 'wp:comment') {
    const of = (field: string) => item.comment.get(`wp:comment_${field}`)?.trim() ?? '';
    item.comments.push({ line, author: of('author'), type: of('type'), text: of('content') });
    item.comment = new Map();
  } else if (name === 'category')
    item.terms.push({ domain: attributes['domain'] ?? 'category', name: text.trim() });
  else if (parent === 'item') item.fields.set(name, frame);
}

function closeItem({ line, fields, terms, meta, comments }: OpenItem): WxrItem {
  const of = (name: string) => fields.get(name)?.text.trim() ?? '';
  const content = fields.get('content:encoded');
  const isTooLong = (content?.text.length ?? 0) > longestImport;
  return {
    kind: 'item',
    line,
    id: of('wp:post_id'),
    type: of('wp:post_type') || 'post',
    status: of('wp:status') || 'publish',
    title: of('title'),
    link: of('link'),
    name: of('wp:post_name'),
    date:
      [of('wp:post_date'), of('wp:post_date_gmt'), of('wp:post_modified')].find(isDay)?.slice(0, 10) ?? '',
    parent: of('wp:post_parent'),
    author: of('dc:creator'),
    password: of('wp:post_password'),
    excerpt: of('excerpt:encoded'),
    content: isTooLong ? '' : (content?.text ?? '').replace(/\r\n?/g, '\n'),
    contentLine: content?.line ?? line,
    isTooLong,
    attachment: of('wp:attachment_url'),
    terms,
    meta,
    comments,
  };
}

function isDay(text: string): boolean {
  return /^(?:19|20)\d\d-\d\d-\d\d/.test(text);
}
