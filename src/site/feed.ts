import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { getCorpus } from './corpus.ts';
import { feedContent } from './feed-content.ts';
import { kinds } from './kinds.ts';
import { absolute, getSite } from './site.ts';
import { getPost } from './views.ts';
import { xmlText } from './xml-text.ts';

/** A feed, whatever it is written as. Days are `2014-04-21`, addresses whole. */
export interface SiteFeed {
  readonly title: string;
  readonly description: string;
  /** Of the page that shows the same. */
  readonly home: string;
  /** Where it is written as Atom and as JSON. */
  readonly atom: string;
  readonly json: string;
  /** The day of the latest change in it, so that the same content gives the same bytes. */
  readonly updated: string;
  /** The newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** As long as the entry is the same one; its address, where that is its own. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** The whole post, as HTML. */
  readonly content: string;
  readonly published: string;
  readonly updated: string;
  readonly tags: readonly string[];
}

/** The feed of all posts. */
export function makeFeed(): SiteFeed {
  const { name, description } = getSite();
  const entries = getCorpus()
    .posts.slice(0, getSite().feeds.posts)
    .map(({ data: { kind, slug } }): FeedEntry => {
      const post = getPost(kind, slug);
      const { data, url } = post;
      return {
        id: absolute(url),
        url: absolute(url),
        title: data.title,
        summary: data.summary,
        content: feedContent(post),
        published: data.date,
        updated: post.updated,
        tags: [kinds[kind].one, ...data.tags],
      };
    });
  return feedOf(entries, {
    title: name,
    description,
    home: absolute('/'),
    atom: absolute('/atom.xml'),
    json: absolute('/feed.json'),
  });
}

/** With the day of the latest change in it. */
export function feedOf(
  entries: readonly FeedEntry[],
  about: Omit<SiteFeed, 'entries' | 'updated'>,
): SiteFeed {
  const updated = entries.map((entry) => entry.updated).sort();
  return { ...about, updated: updated.at(-1) ?? '1970-01-01', entries };
}

/** As Atom (RFC 4287). */
export function atomFeed({ title, description, home, atom, updated, entries }: SiteFeed): string {
  const site = getSite();
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language }, [
    x('id', home),
    x('title', xmlText(title)),
    x('subtitle', xmlText(description)),
    x('updated', dayStart(updated)),
    ...site.authors.map(({ name, url = '/' }) =>
      x('author', [x('name', xmlText(name)), x('uri', absolute(url))]),
    ),
    x('link', { rel: 'alternate', href: home }),
    x('link', { rel: 'self', href: atom }),
    x('icon', absolute('/favicon.svg')),
    ...(site.feeds.rights === undefined ? [] : [x('rights', xmlText(site.feeds.rights))]),
    ...entries.map(atomEntry),
  ]);
  const declaration = { type: 'instruction' as const, name: 'xml', value: 'version="1.0" encoding="utf-8"' };
  // What ends a CDATA section cannot stand in text, and there is none in a feed.
  return `${toXml([declaration, feed]).replaceAll(']]>', () => ']]&gt;')}\n`;
}

function atomEntry({ id, url, title, summary, content, published, updated, tags }: FeedEntry): Element {
  return x('entry', [
    x('id', id),
    x('title', xmlText(title)),
    x('link', { href: url }),
    x('published', dayStart(published)),
    x('updated', dayStart(updated)),
    ...tags.map(xmlText).map((term) => x('category', { term, label: term })),
    x('summary', xmlText(summary)),
    x('content', { type: 'html' }, xmlText(content)),
  ]);
}

/** As JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed({ title, description, home, json, entries }: SiteFeed): string {
  const site = getSite();
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: json,
    description,
    favicon: absolute('/favicon.svg'),
    authors: site.authors.map(({ name, url = '/' }) => ({ name, url: absolute(url) })),
    language: site.language,
    items: entries.map(({ id, url, title, summary, content, published, updated, tags }) => ({
      id,
      url,
      title,
      summary,
      content_html: content,
      date_published: dayStart(published),
      date_modified: dayStart(updated),
      tags,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function dayStart(day: string): string {
  return `${day}T00:00:00Z`;
}
