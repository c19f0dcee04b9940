import { XmlElement, parseXml } from '@rgrove/parse-xml';
import { describe, expect, it, vi } from 'vitest';
import type { SiteCorpus } from '../../src/site/corpus.ts';
import { makeCorrectionsFeed, makeHistoryFeed } from '../../src/site/correction-feeds.ts';
import type { SiteFeed } from '../../src/site/feed.ts';
import { atomFeed, jsonFeed, makeFeed } from '../../src/site/feed.ts';
import { historiesOf } from '../../src/site/histories.ts';
import type { RecordedRevision } from '../../src/site/posts/records.ts';
import type { PostView } from '../../src/site/types/post.ts';
import { relatedOf } from '../../src/site/views.ts';
import type * as Views from '../../src/site/views.ts';
import {
  corpusOf,
  debugFile,
  labOf,
  labworkSummary,
  labworksPart,
  fieldNotes,
  postOf,
  viewOf,
} from './fixtures.ts';

// What a feed reader sees of one site, build after build: an item is new, changed, or as it was, by its id and by `updated`.

const content = vi.hoisted(() => ({ corpus: undefined as SiteCorpus | undefined }));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => content.corpus,
}));
vi.mock('../../src/site/views.ts', async (original) => {
  const views = await original<typeof Views>();
  const getPost = (kind: string, slug: string) => {
    const corpus = content.corpus!;
    const post = corpus.byRef.get(`${kind}/${slug}`)!;
    const [summary] = corpus.labworks;
    const labwork = { url: '/labworks/7/', bundle: summary?.bundle } as PostView['labwork'];
    const download = { component: 'BundleDownload', props: {}, children: [] } as const;
    return viewOf(post.data, {
      body: kind === 'labworks' ? ['<p>Text</p>', download] : ['<p>Text</p>'],
      ...(kind === 'labworks' && { labwork }),
      ...relatedOf(corpus, post),
    });
  };
  return { ...views, getPost };
});

const recorded = (
  number: number,
  date: string,
  kind: RecordedRevision['class'],
  rest: Partial<RecordedRevision> = {},
): RecordedRevision => ({
  number,
  date,
  class: kind,
  severity: undefined,
  summary: `${kind} of ${date}`,
  reporter: undefined,
  debug: undefined,
  release: undefined,
  ...rest,
});

const guide = labworksPart(1, { title: 'Guide', date: '2014-01-01' });
const review = fieldNotes('review', { title: 'Review', date: '2014-02-01' });
const found = debugFile('found', 'field-notes/review', { title: 'Found', date: '2014-03-01' });
const harm = debugFile('harm', 'labworks/part-1', { title: 'Harm', date: '2014-04-01' });

const guideRevisions = [
  recorded(1, '2014-01-01', 'publication', { release: '1.0.0' }),
  recorded(2, '2014-04-01', 'correction', { severity: 'harmful', debug: 'harm' }),
  recorded(3, '2014-05-01', 'withdrawal'),
];
const reviewRevisions = [
  recorded(1, '2014-02-01', 'publication'),
  recorded(2, '2014-03-01', 'correction', { severity: 'factual', debug: 'found' }),
  recorded(3, '2014-03-20', 'editorial'),
];

/** The content at a build: which posts there are, and how many of their revisions. */
function build(
  posts: readonly (typeof guide | typeof review | typeof found)[],
  guides: number,
  reviews: number,
) {
  // Yanked with the correction of what did harm, before there is a better one.
  const yanked = guides > 1 ? 'It takes the wrong team.' : undefined;
  const { bundle } = labworkSummary();
  content.corpus = corpusOf(
    posts.map((data) => postOf(data)),
    {
      labs: [labOf()],
      labworks: [labworkSummary({ bundle: { ...bundle, yanked } })],
      histories: [
        {
          id: 'labworks/part-1',
          revisions: guideRevisions.slice(0, guides),
          digest: guides > 1 ? `guide ${guides}` : undefined,
          pack: guides > 1 ? 'pack' : undefined,
        },
        {
          id: 'field-notes/review',
          revisions: reviewRevisions.slice(0, reviews),
          digest: reviews > 1 ? `review ${reviews}` : undefined,
          pack: reviews > 1 ? 'pack' : undefined,
        },
      ],
    },
  );
  const { corpus } = content;
  return {
    all: makeFeed(),
    corrections: makeCorrectionsFeed(corpus),
    review: [...historiesOf(corpus)].flatMap(([id, history]) =>
      id === 'field-notes/review' ? [makeHistoryFeed(id, history)] : [],
    )[0],
  };
}

const builds = [
  // Two posts; a correction; another one that did harm, by which a release was yanked, beside an editorial revision; a withdrawal.
  build([guide, review], 1, 1),
  build([guide, review, found], 1, 2),
  build([guide, review, found, harm], 2, 3),
  build([guide, review, found, harm], 3, 3),
] as const;

const origin = 'https://closet.example';
/** As a reader lists it: ids and what they were last changed on, in the order of the feed. */
const items = ({ entries }: SiteFeed) =>
  entries.map(({ id, updated }) => `${updated} ${id.replace(origin, '')}`);

describe('the feed of all posts, over four builds', () => {
  it('keeps each item under one id, in the order of publication', () => {
    expect(builds.map(({ all }) => all.entries.map(({ id }) => id.replace(origin, '')))).toEqual([
      ['/field-notes/review/', '/labworks/part-1/'],
      ['/debug/found/', '/field-notes/review/', '/labworks/part-1/'],
      ['/debug/harm/', '/debug/found/', '/field-notes/review/', '/labworks/part-1/'],
      ['/debug/harm/', '/debug/found/', '/field-notes/review/', '/labworks/part-1/'],
    ]);
  });

  it('updates what was corrected or withdrawn, and not what was edited', () => {
    const updated = builds.map(({ all }) =>
      Object.fromEntries(all.entries.map(({ title, updated: day }) => [title, day])),
    );
    expect(updated.map(({ Review }) => Review)).toEqual([
      '2014-02-01',
      '2014-03-01',
      '2014-03-01',
      '2014-03-01',
    ]);
    expect(updated.map(({ Guide }) => Guide)).toEqual([
      '2014-01-01',
      '2014-01-01',
      '2014-04-01',
      '2014-05-01',
    ]);
    expect(builds.map(({ all }) => all.updated)).toEqual([
      '2014-02-01',
      '2014-03-01',
      '2014-04-01',
      '2014-05-01',
    ]);
  });

  it('leads to a release until it is yanked, and then to the page that says why', () => {
    const links = builds.map(({ all }) => {
      const { content: html } = all.entries.find(({ title }) => title === 'Guide')!;
      return /<a href="https:\/\/closet\.example(\/(?:bundles|labworks)\/[^"]*(?:zip|#bundle))"/.exec(
        html,
      )?.[1];
    });
    const zip = '/bundles/labworks-7-1.0.0.zip';
    expect(links).toEqual([zip, zip, '/labworks/7/#bundle', '/labworks/7/#bundle']);
  });

  it('says at the top of an item that it is withdrawn', () => {
    const texts = builds.map(({ all }) => all.entries.find(({ title }) => title === 'Guide')!.content);
    expect(texts[2]).toMatch(/^<blockquote><p><strong>Corrected on /);
    expect(texts[3]).toMatch(
      /^<blockquote><p><strong>Withdrawn on 2014-05-01:<\/strong> withdrawal of 2014-05-01/,
    );
  });
});

describe('the feed of corrections, over four builds', () => {
  it('gets an item for each that is told, the newest first, and never changes one', () => {
    expect(builds.map(({ corrections }) => items(corrections))).toEqual([
      [],
      ['2014-03-01 /field-notes/review/changes/#revision-2'],
      [
        '2014-04-01 /labworks/part-1/changes/#revision-2',
        '2014-03-01 /field-notes/review/changes/#revision-2',
      ],
      [
        '2014-05-01 /labworks/part-1/changes/#revision-3',
        '2014-04-01 /labworks/part-1/changes/#revision-2',
        '2014-03-01 /field-notes/review/changes/#revision-2',
      ],
    ]);
    const entries = builds.flatMap(({ corrections }) => corrections.entries);
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const entry of entries) expect(byId.get(entry.id)).toEqual(entry);
    expect(entries.at(-3)).toMatchObject({
      title: 'Guide: withdrawal',
      tags: ['withdrawal', 'Labworks 7'],
    });
  });
});

describe('the feed of one post, over four builds', () => {
  it('is there from its second revision on, and has all of them', () => {
    expect(builds.map(({ review: feed }) => feed && items(feed))).toEqual([
      undefined,
      ['2014-03-01 /field-notes/review/changes/#revision-2', '2014-02-01 /field-notes/review/#revision-1'],
      [
        '2014-03-20 /field-notes/review/changes/#revision-3',
        '2014-03-01 /field-notes/review/changes/#revision-2',
        '2014-02-01 /field-notes/review/#revision-1',
      ],
      [
        '2014-03-20 /field-notes/review/changes/#revision-3',
        '2014-03-01 /field-notes/review/changes/#revision-2',
        '2014-02-01 /field-notes/review/#revision-1',
      ],
    ]);
  });
});

describe('every feed of every build', () => {
  const feeds = builds.flatMap(({ all, corrections, review: one }) => [
    all,
    corrections,
    ...(one ? [one] : []),
  ]);

  // RFC 4287, 4.1.1 and 4.1.2
  it('is Atom: one id, title and day each, ids and addresses whole, and no two entries with one id', () => {
    for (const feed of feeds) {
      const root = parseXml(atomFeed(feed)).root!;
      const children = (element: XmlElement, name: string) =>
        element.children.filter(
          (child): child is XmlElement => child instanceof XmlElement && child.name === name,
        );
      const one = (element: XmlElement, name: string) => {
        const named = children(element, name);
        expect(named).toHaveLength(1);
        return named[0]!;
      };
      expect(root.name).toBe('feed');
      const self = children(root, 'link').find(({ attributes }) => attributes['rel'] === 'self');
      expect(self?.attributes['href']).toBe(feed.atom);
      const entries = children(root, 'entry');
      const ids = entries.map((entry) => one(entry, 'id').text);
      expect(new Set([one(root, 'id').text, ...ids]).size).toBe(ids.length + 1);
      for (const element of [root, ...entries]) {
        expect(one(element, 'id').text).toMatch(/^https:\/\/closet\.example\//);
        expect(one(element, 'title').text).not.toBe('');
        expect(one(element, 'updated').text).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      }
      for (const entry of entries) {
        expect(one(entry, 'link').attributes['href']).toMatch(/^https:/);
        expect(one(entry, 'published').text <= one(entry, 'updated').text).toBe(true);
      }
      expect(children(root, 'author').length).toBeGreaterThan(0);
    }
  });

  // https://www.jsonfeed.org/version/1.1/
  it('is JSON Feed 1.1 with the same items', () => {
    for (const feed of feeds) {
      const json = JSON.parse(jsonFeed(feed)) as {
        readonly feed_url: string;
        readonly items: readonly {
          readonly id: string;
          readonly content_html: string;
          readonly date_modified: string;
        }[];
      };
      expect(json).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        title: feed.title,
        feed_url: feed.json,
      });
      expect(json.items.map(({ id, date_modified }) => [id, date_modified.slice(0, 10)])).toEqual(
        feed.entries.map(({ id, updated }) => [id, updated]),
      );
      for (const { content_html: html } of json.items) expect(html).not.toMatch(/(?:href|src)="\//);
    }
  });
});
