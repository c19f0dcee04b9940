import type { Post, SiteCorpus } from './corpus.ts';
import { labelOf, urlOf } from './post-link.ts';
import type { RelatedLink } from './types/post-link.ts';

/** So many are shown. */
const most = 3;

/**
 * Of each topic only so many posts before and after a post are looked at: what is near in time, and all of a rare topic. So a list costs
 * the same among any number of posts, and a post that comes or goes changes no lists but those of its neighbours.
 */
const reach = 12;

/** What a post has in common with others: tags, and the lab, which says less. */
type Topics = ReadonlyMap<string, number>;

/** Posts of a topic, newest first, and where each stands among them. */
interface TopicPosts {
  readonly posts: Post[];
  readonly places: Map<Post, number>;
}

interface Topical {
  readonly byTopic: ReadonlyMap<string, TopicPosts>;
  /** Milliseconds of the day that each post has. */
  readonly times: ReadonlyMap<Post, number>;
}

const made = new WeakMap<SiteCorpus, Topical>();

/**
 * The posts that have most in common with a post: by the number of their common tags, the lab breaking a tie, then the nearest in time.
 * Other parts of its labwork, which its page leads to anyway, are not among them.
 */
export function relatedPosts(corpus: SiteCorpus, post: Post): readonly RelatedLink[] {
  const { byTopic, times } = topicalOf(corpus);
  const scores = new Map<Post, number>();
  for (const [topic, weight] of topicsOf(post)) {
    const { posts, places } = byTopic.get(topic)!;
    const at = places.get(post)!;
    for (let index = Math.max(0, at - reach); index <= Math.min(posts.length - 1, at + reach); index++) {
      const other = posts[index]!;
      if (other !== post && !isSameLabwork(other, post)) scores.set(other, (scores.get(other) ?? 0) + weight);
    }
  }
  const time = times.get(post)!;
  return [...scores]
    .map(([other, score]) => ({ other, score, distance: Math.abs(times.get(other)! - time) }))
    .sort((a, b) => b.score - a.score || a.distance - b.distance || (a.other.path < b.other.path ? -1 : 1))
    .slice(0, most)
    .map(({ other }) => ({ url: urlOf(other), title: other.data.title, label: labelOf(other.data) }));
}

function topicsOf({ tags, data }: Post): Topics {
  const topics = new Map(tags.map(({ slug }) => [`tag ${slug}`, 2]));
  if (data.lab !== undefined) topics.set(`lab ${data.lab}`, 1);
  return topics;
}

function topicalOf(corpus: SiteCorpus): Topical {
  const known = made.get(corpus);
  if (known) return known;
  const byTopic = new Map<string, TopicPosts>();
  for (const post of corpus.posts)
    for (const topic of topicsOf(post).keys()) {
      const { posts, places } = byTopic.get(topic) ?? { posts: [], places: new Map<Post, number>() };
      places.set(post, posts.length);
      posts.push(post);
      byTopic.set(topic, { posts, places });
    }
  const times = new Map(corpus.posts.map((post) => [post, Date.parse(post.data.date)]));
  const topical = { byTopic, times };
  made.set(corpus, topical);
  return topical;
}

function isSameLabwork({ data: a }: Post, { data: b }: Post): boolean {
  return a.kind === 'labworks' && b.kind === 'labworks' && a.labwork === b.labwork;
}
