import type { PostData } from '../lib/guide/front-matter.ts';
import type { Post } from './corpus.ts';
import { kinds } from './kinds.ts';
import { withFigureIds } from './figure-ids.ts';
import { listExcerpt } from './list-excerpt.ts';
import type { PostLink } from './types/post-link.ts';

/** Words a minute: slow prose with commands in it. */
const readingPace = 220;

const made = new WeakMap<Post, PostLink>();

/** A post in a list. */
export function postLink(post: Post): PostLink {
  const known = made.get(post);
  if (known) return known;
  const { data, publication, tags, words, excerpt } = post;
  const link: PostLink = {
    url: urlOf(post),
    kind: data.kind,
    title: data.title,
    date: data.date,
    summary: data.summary,
    tags,
    minutes: Math.max(1, Math.round(words / readingPace)),
    label: [
      data.kind === 'labworks' ? `${labelOf(data)}, part ${data.part}` : labelOf(data),
      ...(publication === 'draft' ? ['draft'] : publication === 'scheduled' ? [`from ${data.date}`] : []),
    ].join(', '),
    excerpt: excerpt && withFigureIds(listExcerpt(excerpt), refOf(post)),
    figures: {},
  };
  made.set(post, link);
  return link;
}

/** `labworks/wiring-a-rack-part-2` */
export function refOf({ data }: Pick<Post, 'data'>): string {
  return `${data.kind}/${data.slug}`;
}

/** `/labworks/wiring-a-rack-part-2/` */
export function urlOf(post: Pick<Post, 'data'>): string {
  return `/${refOf(post)}/`;
}

/** What a single post is called: `Labworks 2`, `Fail File 1`, `Allegory`. */
export function labelOf(data: PostData): string {
  const { one } = kinds[data.kind];
  if (data.kind === 'labworks') return `${one} ${data.labwork}`;
  if (data.kind === 'fail-files') return `${one} ${data.number}`;
  return one;
}
