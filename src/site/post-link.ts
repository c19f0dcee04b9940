import type { PostData } from '../lib/guide/front-matter.ts';
import type { Post } from './corpus.ts';
import { kindTitles } from './site.ts';
import type { PostLink } from './types.ts';

/** Words a minute: slow prose with commands in it. */
const readingPace = 220;

const made = new WeakMap<Post, PostLink>();

/** A post in a list. */
export function postLink(post: Post): PostLink {
  const known = made.get(post);
  if (known) return known;
  const { data, words, excerpt } = post;
  const link: PostLink = {
    url: urlOf(post),
    kind: data.kind,
    title: data.title,
    date: data.date,
    summary: data.summary,
    tags: data.tags,
    minutes: Math.max(1, Math.round(words / readingPace)),
    label: labelOf(data),
    excerpt,
  };
  made.set(post, link);
  return link;
}

/** `labworks/converged-switching-part-2` */
export function refOf({ data }: Post): string {
  return `${data.kind}/${data.slug}`;
}

/** `/labworks/converged-switching-part-2/` */
export function urlOf(post: Post): string {
  return `/${refOf(post)}/`;
}

function labelOf(data: PostData): string {
  if (data.kind === 'labworks') return `Labworks ${data.labwork}, part ${data.part}`;
  if (data.kind === 'fail-files') return `Fail File ${data.number}`;
  return kindTitles[data.kind].one;
}
