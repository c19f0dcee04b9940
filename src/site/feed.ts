import { Feed } from 'feed';
import { getCorpus } from './corpus.ts';
import { feedContent } from './feed-content.ts';
import { kinds } from './kinds.ts';
import { absolute, site } from './site.ts';
import { getPost } from './views.ts';

/** So many of the newest posts are in the feed; older ones a reader has had. */
const newest = 30;

/** The feed of all posts, with their whole text. It is as old as its newest post, so that the same content gives the same bytes. */
export function makeFeed(): Feed {
  const { posts } = getCorpus();
  const views = posts.slice(0, newest).map(({ data }) => getPost(data.kind, data.slug));
  const dates = views.map(({ changelog }) => changelog[0]?.date ?? '').sort();
  const feed = new Feed({
    id: absolute('/'),
    title: site.title,
    description: site.description,
    link: absolute('/'),
    language: site.language,
    favicon: absolute('/favicon.svg'),
    copyright: `The authors of ${site.title}`,
    updated: dayStart(dates.at(-1) ?? '1970-01-01'),
    feedLinks: { atom: absolute('/atom.xml'), json: absolute('/feed.json') },
    author: { name: site.title, link: absolute('/') },
  });
  for (const post of views) {
    const { data, changelog } = post;
    feed.addItem({
      id: absolute(post.url),
      link: absolute(post.url),
      title: data.title,
      description: data.summary,
      content: feedContent(post),
      published: dayStart(data.date),
      date: dayStart(changelog[0]?.date ?? data.date),
      category: [kinds[data.kind].one, ...data.tags].map((name) => ({ name })),
    });
  }
  return feed;
}

function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
