import type { ImportInput, ImportSource } from './import-source.ts';
import { nothingMade } from './import-source.ts';
import type { PostImport } from './import-report.ts';
import { createTold } from './import-report.ts';
import { oneLine } from './front-matter-text.ts';
import type { PostHead } from './plan-import.ts';
import { addressKey } from './plan-import.ts';
import type { WxrItem } from './read-wxr.ts';
import { longestImport, readWxr } from './read-wxr.ts';
import type { SourcePost } from './source-post.ts';
import type { WordPressThings } from './wordpress-content.ts';
import { wordpressHtml } from './wordpress-content.ts';

interface WordPressIndex extends WordPressThings {
  readonly origins: string[];
  readonly heads: PostHead[];
  readonly attachments: { readonly source: string; readonly line: number; readonly address: string }[];
}

/** What WordPress notes for itself; none of it is shown. */
const ownMeta =
  /^_|^(?:footnotes|enclosure|geo_\w+|views|post_views_count|syntaxhighlighter_encoded|jabber_published|email_notification|reddit|original_post_id|twitter_cards_\w+|switch_like_status|tagazine\w*|publicize_\w+|dsq_thread_id|amp_\w+|ratings_\w+|slide_template)$/;

/** Exports of WordPress. Each is read twice: for where its posts are and what they refer to, and post by post. */
export function openWordPress(input: ImportInput): ImportSource {
  const index = indexOf(input);
  return {
    site: { origins: [...new Set(index.origins)] },
    heads: index.heads,
    attachments: index.attachments,
    *posts() {
      for (const path of input.exports)
        for (const event of readWxr(input.chunks(path))) {
          if (event.kind === 'notice') yield nothingMade(path, 'export', event.line, event.text, event.why);
          else if (event.kind === 'item' && event.type !== 'attachment') yield* madeOf(event, path, index);
        }
    },
  };
}

function indexOf(input: ImportInput): WordPressIndex {
  const files = new Map<string, { url: string; alt: string; caption: string }>();
  const attached = new Map<string, string[]>();
  const blocks = new Map<string, string>();
  const origins: string[] = [];
  const hosts = new Set<string>();
  const heads: PostHead[] = [];
  const attachments: { source: string; line: number; address: string }[] = [];
  for (const path of input.exports)
    for (const event of readWxr(input.chunks(path))) {
      if (event.kind === 'site' && URL.canParse(event.origin)) origins.push(event.origin.replace(/\/+$/, ''));
      if (event.kind !== 'item') continue;
      if (event.type === 'attachment') {
        const url = event.attachment || event.link;
        files.set(event.id, {
          url,
          alt: event.meta.get('_wp_attachment_image_alt') ?? '',
          caption: event.excerpt,
        });
        attached.set(event.parent, [...(attached.get(event.parent) ?? []), event.id]);
        // Files may lie on another host, which is the old site all the same.
        if (URL.canParse(url)) hosts.add(new URL(url).origin);
        attachments.push({ source: `${path}#${event.id}`, line: event.line, address: url });
      } else if (event.type === 'wp_block') blocks.set(event.id, event.content);
      else if (isPost(event)) heads.push(headOf(event, path));
    }
  return {
    origins: [...origins, ...hosts],
    heads,
    attachments,
    attachment: (id) => files.get(id),
    attachedTo: (post) => attached.get(post) ?? [],
    block: (id) => blocks.get(id),
  };
}

/** Kinds of items that are no post and have no text a reader saw, each with what it was. */
const others: Readonly<Record<string, string>> = {
  nav_menu_item: 'menu item',
  wp_navigation: 'menu',
  wp_block: 'reusable block',
  custom_css: 'style sheet',
  wp_global_styles: 'style sheet',
  wp_template: 'template',
  wp_template_part: 'template',
  revision: 'revision',
  customize_changeset: 'setting',
  oembed_cache: 'cache',
  user_request: 'request',
};

function isPost({ type, status }: WxrItem): boolean {
  return others[type] === undefined && type !== 'attachment' && status !== 'auto-draft';
}

function headOf({ id, title, name, link, status }: WxrItem, path: string): PostHead {
  const addresses = addressesOf(link, id);
  return {
    source: `${path}#${id}`,
    title: oneLine(title),
    name,
    addresses,
    base: addresses[0] ?? `/?p=${id}`,
    draft: isDraft(status),
  };
}

function isDraft(status: string): boolean {
  return status !== 'publish' && status !== 'future' && status !== 'inherit';
}

/** The address that the post was read at, from the root of its site, and the one by its number. */
function addressesOf(link: string, id: string): string[] {
  const path = URL.canParse(link) ? new URL(link).pathname + new URL(link).search : '';
  const short = `/?p=${id}`;
  return path === '' || path === '/' || addressKey(path) === addressKey(short) ? [short] : [path, short];
}

function* madeOf(item: WxrItem, path: string, index: WordPressIndex): Generator<SourcePost | PostImport> {
  const source = `${path}#${item.id}`;
  const title = oneLine(item.title);
  if (!isPost(item)) {
    const what = others[item.type] ?? 'draft that nobody wrote';
    yield nothingMade(
      source,
      what,
      item.line,
      title || item.content.trim().slice(0, 500) || item.link,
      what === 'reusable block'
        ? 'It is no post; where posts show it, its text stands in them.'
        : 'It is no post.',
    );
    return;
  }
  if (item.isTooLong) {
    yield nothingMade(
      source,
      'post',
      item.line,
      title,
      `Its text has more than ${longestImport} characters, which is not read: split it.`,
    );
    return;
  }
  yield postOf(item, path, index);
}

function postOf(item: WxrItem, path: string, index: WordPressIndex): SourcePost {
  const told = createTold();
  const { line, meta } = item;
  const head = headOf(item, path);
  if (item.type !== 'post') told.change(item.type, line, item.type, 'post', 'There are posts only here.');
  if (!['publish', 'draft', 'future', 'inherit', 'pending'].includes(item.status))
    told.change('status', line, item.status, 'draft', 'It was not for everybody.');
  if (item.password !== '')
    told.change(
      'password',
      line,
      'protected by a password',
      'draft',
      'A post is read by everybody here, or is a draft.',
    );
  if (item.author !== '') told.lose('author', line, item.author, 'The site says who writes it.');
  const tags = item.terms.filter(
    ({ domain }) => domain === 'category' || domain === 'post_tag' || domain === 'tag',
  );
  for (const { domain, name } of item.terms) {
    if (domain === 'post_format') told.lose('post format', line, name, 'All posts look alike here.');
    else if (!tags.some((tag) => tag.name === name && tag.domain === domain))
      told.lose(domain, line, name, 'Posts have tags only here.');
  }
  for (const { line: at, author, type, text } of item.comments)
    told.lose(
      type === 'pingback' || type === 'trackback' ? type : 'comment of a reader',
      at,
      `${author}: ${text}`,
      'Posts have no comments here.',
    );
  for (const [key, value] of meta)
    if (!ownMeta.test(key) && value.trim() !== '')
      told.lose(
        'custom field',
        line,
        `${key}: ${value}`.slice(0, 500),
        'A theme or a plug-in knows what it is for.',
      );
  const content = wordpressHtml(item.content, index, { id: item.id, line: item.contentLine }, told);
  const notes = footnotesOf(meta.get('footnotes') ?? '');
  const description =
    meta.get('_yoast_wpseo_metadesc') ??
    meta.get('_aioseop_description') ??
    meta.get('rank_math_description');
  return {
    ...head,
    date: item.date === '' ? undefined : item.date,
    summary: item.excerpt || (description?.includes('%%') ? undefined : description),
    tags: tags.map(({ name }) => name).filter((name) => name !== 'Uncategorized'),
    draft: head.draft || item.password !== '',
    cover: index.attachment(meta.get('_thumbnail_id') ?? '')?.url,
    body: { kind: 'html', html: content, notes },
    line: item.contentLine,
    changed: told.changed,
    lost: told.lost,
  };
}

/** The notes of the block editor, by the ids that the text has. */
function footnotesOf(json: string): ReadonlyMap<string, string> {
  try {
    const list = JSON.parse(json || '[]') as unknown;
    const isNote = (one: unknown): one is { id: string; content: string } =>
      typeof one === 'object' &&
      one !== null &&
      typeof (one as { id?: unknown }).id === 'string' &&
      typeof (one as { content?: unknown }).content === 'string';
    return new Map(Array.isArray(list) ? list.filter(isNote).map(({ id, content }) => [id, content]) : []);
  } catch {
    return new Map();
  }
}
