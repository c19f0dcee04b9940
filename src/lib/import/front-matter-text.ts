import { stringify } from 'yaml';
import { day } from '../guide/front-matter.ts';
import { tagSlug } from '../guide/tag-slug.ts';
import { parseHtmlText, wordsOf } from './html-nodes.ts';
import type { Told } from './import-report.ts';
import type { SourcePost } from './source-post.ts';

export interface FrontMatterParts {
  readonly post: SourcePost;
  readonly aliases: readonly string[];
  /** What the post names its cover by. */
  readonly cover: string | undefined;
  /** The words of the post, for a summary where it has none. */
  readonly firstWords: string;
  /** The day that stands where there is none. */
  readonly today: string;
  /** The tags of all posts by their addresses: one that is written in two ways is written in the first. */
  readonly tags: Map<string, string>;
}

const longestSummary = 240;

/** The front matter of a post, with the marks around it; told is what had to be made up or left out. */
export function frontMatterText(
  { post, aliases, cover, firstWords, today, tags }: FrontMatterParts,
  told: Told,
): string {
  const { line, draft } = post;
  const title = oneLine(post.title) || oneLine(post.name.replaceAll('-', ' ')) || 'Untitled';
  if (oneLine(post.title) === '') told.change('title', line, '', title, 'The post had none.');
  const date = day.safeParse(post.date).success ? post.date! : today;
  if (date !== post.date)
    told.change('date', line, post.date ?? '', date, 'The post had no day that can be shown.');
  const fields = {
    title,
    date,
    summary: summaryOf(post, firstWords || title, told),
    ...tagsOf(post, tags, told),
    ...(draft && { draft }),
    ...(aliases.length > 0 && { aliases: [...aliases] }),
    ...(cover !== undefined && { cover }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}

function summaryOf({ summary, line }: SourcePost, firstWords: string, told: Told): string {
  const written = oneLine(summary ?? '');
  if (written !== '' && written.length <= longestSummary) return written;
  const made = shortened(written || firstWords);
  told.change(
    'summary',
    line,
    written,
    made,
    written === ''
      ? 'The post had none: these are its first words.'
      : `A summary has at most ${longestSummary} characters.`,
  );
  return made;
}

function shortened(text: string): string {
  const plain = oneLine(text);
  if (plain.length <= longestSummary) return plain || 'A post.';
  const part = plain.slice(0, longestSummary - 1);
  const end = Math.max(part.lastIndexOf('. '), part.lastIndexOf('! '), part.lastIndexOf('? '));
  return end > 80 ? part.slice(0, end + 1) : `${part.replace(/\s+\S*$/, '')}…`;
}

function tagsOf(
  { tags, line }: SourcePost,
  known: Map<string, string>,
  told: Told,
): { readonly tags?: string[] } {
  const found = new Map<string, string>();
  for (const written of tags) {
    const tag = oneLine(written);
    const key = tagSlug(tag);
    if (key === undefined || tag.length > 100)
      told.lose('tag', line, written, 'It has no letter or digit to make an address of.');
    else if (!found.has(key)) {
      const spelled = known.get(key) ?? tag;
      known.set(key, spelled);
      if (spelled !== tag)
        told.change('tag', line, tag, spelled, 'Other posts write it so, and both have one address.');
      found.set(key, spelled);
    }
  }
  return found.size > 0 ? { tags: [...found.values()] } : {};
}

/** A text of a field, which may be HTML, in one line of plain words. */
export function oneLine(text: string): string {
  const plain = /[<&]/.test(text) ? wordsOf(parseHtmlText(text)) : text;
  return plain
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
