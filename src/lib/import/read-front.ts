import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import type { Told } from './import-report.ts';

/** A file of Markdown as other programs have it: fields before its text. */
export interface FrontedText {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The line on which the body begins, from 1. */
  readonly line: number;
  /** Why the fields could not be read; they are in the body then. */
  readonly problem?: string;
}

/** Fields in YAML between `---`, in TOML between `+++`, or as an object of JSON. */
export function readFront(written: string): FrontedText {
  const text = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fenced = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:\n)?^\1[ \t]*(?:\n|$)/m.exec(text);
  const object = text.startsWith('{') ? /^\{[\s\S]*?^\}[ \t]*(?:\n|$)/m.exec(text) : null;
  const found = fenced?.index === 0 ? fenced : object;
  if (!found) return { fields: {}, body: text, line: 1 };
  const whole = found[0];
  const line = (whole.match(/\n/g)?.length ?? 0) + 1;
  try {
    const value: unknown =
      found === object
        ? JSON.parse(whole)
        : found[1] === '+++'
          ? parseToml(found[2] ?? '')
          : parseYaml(found[2] ?? '', { maxAliasCount: 20 });
    return { fields: isRecord(value) ? value : {}, body: text.slice(whole.length), line };
  } catch (error) {
    const [problem = ''] = String((error as Error).message).split('\n');
    return { fields: {}, body: text, line: 1, problem };
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the fields of a post say here. */
export interface PostFields {
  readonly title: string;
  readonly date: string | undefined;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly draft: boolean;
  readonly slug: string;
  /** As it is written: the address of the page. */
  readonly url: string;
  readonly aliases: readonly string[];
  readonly cover: string | undefined;
}

const names = {
  title: ['title', 'name'],
  date: [
    'date',
    'publishdate',
    'published',
    'pubdate',
    'publish_date',
    'published_at',
    'created',
    'datepublished',
    'lastmod',
    'updated',
  ],
  summary: ['summary', 'description', 'excerpt', 'subtitle', 'tagline', 'meta_description'],
  tags: ['tags', 'tag', 'categories', 'category', 'keywords', 'topics'],
  draft: ['draft', 'unlisted', 'hidden'],
  slug: ['slug'],
  url: ['url', 'permalink'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirects', 'old_url'],
  cover: [
    'cover',
    'image',
    'featured_image',
    'featuredimage',
    'thumbnail',
    'hero',
    'heroimage',
    'banner',
    'feature_image',
    'images',
    'cover_image',
    'header',
    'teaser',
  ],
} as const;

/** What the fields of a post are here; those that are nothing here are told. */
export function postFields(fields: Readonly<Record<string, unknown>>, line: number, told: Told): PostFields {
  const lower = new Map(Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]));
  const taken = new Set<string>();
  const of = (field: keyof typeof names): unknown => {
    for (const name of names[field]) {
      const value = lower.get(name);
      if (
        value === undefined ||
        value === null ||
        value === '' ||
        (field === 'date' && typeof value === 'boolean')
      )
        continue;
      taken.add(name);
      return value;
    }
    return undefined;
  };
  const all = (field: keyof typeof names): string[] =>
    names[field].flatMap((name) => {
      const value = lower.get(name);
      if (value === undefined) return [];
      taken.add(name);
      return listOf(value, field === 'tags');
    });
  const published = lower.get('published');
  if (published === false) taken.add('published');
  const made = {
    title: textOf(of('title')),
    date: dayOf(of('date')),
    summary: textOf(of('summary')) || undefined,
    tags: all('tags'),
    draft: of('draft') === true || published === false,
    slug: textOf(of('slug')),
    url: textOf(of('url')),
    aliases: all('aliases'),
    cover: coverOf(of('cover')),
  };
  for (const [key, value] of Object.entries(fields))
    if (
      !taken.has(key.toLowerCase()) &&
      value !== null &&
      value !== '' &&
      !(key === 'published' && value === true)
    )
      told.lose(
        'field',
        line,
        `${key}: ${JSON.stringify(value)}`.slice(0, 500),
        'There is no such field here.',
      );
  return made;
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function listOf(value: unknown, parts: boolean): string[] {
  if (Array.isArray(value))
    return value
      .flatMap((one) => (isRecord(one) ? textOf(one['label'] ?? one['name']) : textOf(one)))
      .filter(Boolean);
  const text = textOf(value);
  return parts
    ? text
        .split(text.includes(',') ? ',' : /(?!)/)
        .map((one) => one.trim())
        .filter(Boolean)
    : text === ''
      ? []
      : [text];
}

function coverOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return coverOf(value[0]);
  if (isRecord(value))
    return coverOf(
      value['image'] ??
        value['src'] ??
        value['url'] ??
        value['path'] ??
        value['file'] ??
        value['overlay_image'] ??
        value['teaser'],
    );
  return textOf(value) || undefined;
}

/** The day of a date, however it is written; undefined for what is none. */
export function dayOf(value: unknown): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  const text = textOf(value);
  const [, year, month = '', date = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = /[a-z]{3}/i.test(text) ? new Date(`${text} UTC`) : undefined;
  return parsed && !Number.isNaN(parsed.getTime()) ? parsed.toISOString().slice(0, 10) : undefined;
}
