import { cardHtml, lexicalHtml, mobiledocHtml } from './ghost-cards.ts';
import type { PostImport } from './import-report.ts';
import { createTold } from './import-report.ts';
import type { ImportInput, ImportSource } from './import-source.ts';
import { nothingMade } from './import-source.ts';
import type { PostHead } from './plan-import.ts';
import { dayOf, isRecord, textOf } from './read-front.ts';
import { longestImport } from './read-wxr.ts';
import type { SourcePost } from './source-post.ts';

type GhostRow = Readonly<Record<string, unknown>>;

/** What Ghost says where the address of its site stands. */
const siteMark = '__GHOST_URL__';

/** An export of Ghost: JSON of the tables of its database. */
export function openGhost(input: ImportInput): ImportSource {
  const found: (SourcePost | PostImport)[] = [];
  const origins = new Set<string>();
  for (const path of input.exports) {
    const text = input.read(path);
    const tables = text === undefined ? undefined : tablesOf(text);
    if (!tables) {
      if (input.exports.length === 1)
        found.push(
          nothingMade(path, 'export', 1, path, 'It is no export of Ghost: there is no list of posts in it.'),
        );
      continue;
    }
    for (const setting of tables('settings'))
      if (setting['key'] === 'url' && typeof setting['value'] === 'string') origins.add(setting['value']);
    const tags = new Map(tables('tags').map((tag) => [String(tag['id']), textOf(tag['name'])]));
    const ofPosts = Map.groupBy(tables('posts_tags'), (row) => String(row['post_id']));
    const meta = new Map(tables('posts_meta').map((row) => [String(row['post_id']), row]));
    for (const row of tables('posts')) {
      const own = (ofPosts.get(String(row['id'])) ?? []).sort(
        (a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0),
      );
      const names = own.map((one) => tags.get(String(one['tag_id'])) ?? '');
      found.push(readPost(row, path, names, meta.get(String(row['id'])) ?? {}));
    }
  }
  const heads = found.flatMap((one): PostHead[] => ('body' in one ? [one] : []));
  return {
    site: { origins: [...origins] },
    heads,
    attachments: [],
    posts: () => found,
  };
}

/** Addresses of the site itself from its root. */
function fromRoot(text: string): string {
  return text.replaceAll(`${siteMark}/`, '/').replaceAll(siteMark, '/');
}

function tablesOf(text: string): ((name: string) => readonly GhostRow[]) | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const db = Array.isArray(value['db']) ? (value['db'] as unknown[])[0] : value;
  const data = isRecord(db) ? (isRecord(db['data']) ? db['data'] : db) : undefined;
  if (!data || !Array.isArray(data['posts'])) return undefined;
  return (name) => (Array.isArray(data[name]) ? (data[name] as unknown[]).filter(isRecord) : []);
}

/** A post that cannot be read keeps no other from coming along. */
function readPost(...[row, path, tags, meta]: Parameters<typeof postOf>): SourcePost | PostImport {
  try {
    return postOf(row, path, tags, meta);
  } catch (error) {
    const source = `${path}#${textOf(row['slug']) || textOf(row['id'])}`;
    return nothingMade(
      source,
      'post',
      1,
      textOf(row['title']),
      `It is not as Ghost writes posts: ${String(error)}.`,
    );
  }
}

function postOf(
  row: GhostRow,
  path: string,
  tags: readonly string[],
  meta: GhostRow,
): SourcePost | PostImport {
  const told = createTold();
  const of = (key: string) => fromRoot(textOf(row[key]));
  const slug = of('slug') || of('id');
  const source = `${path}#${slug}`;
  const html = bodyOf(row, told);
  if (html.length > longestImport)
    return nothingMade(
      source,
      'post',
      1,
      of('title'),
      `It has more than ${longestImport} characters, which is not read: split it.`,
    );
  const status = of('status');
  const isPage = of('type') === 'page' || row['page'] === true || row['page'] === 1;
  if (isPage) told.change('page', 1, 'page', 'post', 'There are posts only here.');
  const visibility = of('visibility');
  if (visibility !== '' && visibility !== 'public')
    told.change('visibility', 1, visibility, 'draft', 'A post is read by everybody here, or is a draft.');
  for (const key of ['codeinjection_head', 'codeinjection_foot', 'custom_template'])
    if (of(key) !== '')
      told.lose('field', 1, `${key}: ${of(key)}`, 'Nothing in a post runs, and all posts look alike here.');
  const internal = tags.filter((tag) => tag.startsWith('#'));
  for (const tag of internal) told.lose('tag', 1, tag, 'It was an internal one.');
  const cover = of('feature_image') || of('image');
  const alt = textOf(meta['feature_image_alt']) || textOf(meta['feature_image_caption']);
  if (alt !== '') told.lose('text of the cover', 1, alt, 'A cover has no text of its own here.');
  return {
    source,
    title: of('title'),
    date:
      dayOf(row['published_at'] || row['created_at']) ??
      dayOf(typeof row['published_at'] === 'number' ? new Date(row['published_at']) : undefined),
    summary: of('custom_excerpt') || of('meta_description') || textOf(meta['meta_description']) || undefined,
    tags: tags.filter((tag) => tag !== '' && !tag.startsWith('#')),
    draft:
      !(status === 'published' || status === 'scheduled' || status === 'sent') ||
      (visibility !== '' && visibility !== 'public'),
    name: slug,
    addresses: [`/${slug}/`],
    base: `/${slug}/`,
    cover: cover === '' ? undefined : cover,
    body: { kind: 'html', html, notes: new Map() },
    line: 1,
    changed: told.changed,
    lost: told.lost,
  };
}

/** The text as it is edited, since that has what the page does not show as it was written; else as it is shown. */
function bodyOf(row: GhostRow, told: ReturnType<typeof createTold>): string {
  const json = (key: string): unknown => {
    try {
      return JSON.parse(fromRoot(textOf(row[key])) || 'null');
    } catch {
      return null;
    }
  };
  const lexical = json('lexical');
  if (isRecord(lexical)) return lexicalHtml(lexical, told);
  const mobiledoc = json('mobiledoc');
  if (isRecord(mobiledoc)) return mobiledocHtml(mobiledoc, told);
  const html = fromRoot(textOf(row['html']));
  return html !== ''
    ? html
    : cardHtml('markdown', { markdown: fromRoot(textOf(row['markdown']) || textOf(row['plaintext'])) }, told);
}
