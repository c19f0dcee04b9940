import { XmlElement, parseXml } from '@rgrove/parse-xml';
import { describe, expect, it, vi } from 'vitest';
import type { SiteCorpus } from '../../src/site/corpus.ts';
import { atomFeed, jsonFeed, makeFeed } from '../../src/site/feed.ts';
import type { PostView } from '../../src/site/types/post.ts';
import { xmlText } from '../../src/site/xml-text.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { allegory, blockOf, corpusOf, failFile, postOf, site, viewOf } from './fixtures.ts';

const content = vi.hoisted(() => ({
  corpus: undefined as SiteCorpus | undefined,
  views: new Map<string, PostView>(),
}));
vi.mock('../../src/site/corpus.ts', async (original) => ({
  ...(await original<object>()),
  getCorpus: () => content.corpus,
}));
vi.mock('../../src/site/views.ts', () => ({
  getPost: (kind: string, slug: string) => content.views.get(`${kind}/${slug}`),
}));

const revision = (number: number, date: string) => ({
  number,
  date,
  class: 'correction' as const,
  severity: 'factual' as const,
  release: undefined,
  changes: undefined,
  summary: '',
  reportedBy: undefined,
  url: undefined,
});

function feedOf(...views: PostView[]) {
  content.corpus = corpusOf(views.map(({ data }) => postOf(data)));
  content.views = new Map(views.map((view) => [`${view.data.kind}/${view.data.slug}`, view]));
  return makeFeed();
}

describe('the feed', () => {
  it('has each post with its address, its text, and when it last changed', () => {
    const corrected = viewOf(failFile('san-down', { date: '2014-01-01', title: 'SAN', tags: ['ZFS'] }), {
      body: ['<p>Text</p>'],
      changelog: [revision(2, '2014-06-01'), revision(1, '2014-01-01')],
      updated: '2014-06-01',
    });
    const [entry] = feedOf(corrected).entries;
    expect(entry).toMatchObject({
      url: `${site.address}/fail-files/san-down/`,
      title: 'SAN',
      summary: 'A summary.',
      published: '2014-01-01',
      updated: '2014-06-01',
      tags: ['Fail File', 'ZFS'],
    });
    expect(entry?.content).toContain('<p>Text</p>');
  });

  it('is as old as the latest change in it, so that the same content gives the same bytes', () => {
    const older = viewOf(allegory('a', { date: '2014-01-01' }), { updated: '2014-09-09' });
    const newer = viewOf(allegory('b', { date: '2014-02-01' }), { updated: '2014-02-01' });
    expect(feedOf(older, newer).updated).toBe('2014-09-09');
    expect(feedOf(newer).updated).toBe('2014-02-01');
    expect(feedOf().updated).toBe('1970-01-01');
    expect(atomFeed(feedOf(older, newer))).toBe(atomFeed(feedOf(older, newer)));
  });

  it('has the thirty newest posts, the newest first', () => {
    const days = Array.from({ length: 31 }, (_, index) => `2014-01-${String(index + 1).padStart(2, '0')}`);
    const { entries } = feedOf(...days.map((date) => viewOf(allegory(`p${date}`, { date }))));
    expect(entries).toHaveLength(30);
    expect(entries[0]?.url).toBe(`${site.address}/allegories/p2014-01-31/`);
    expect(entries[29]?.url).toBe(`${site.address}/allegories/p2014-01-02/`);
  });
});

/** Whatever a post says: in its head, in what it names, in its listings. */
const hostileView = (text: string) =>
  viewOf(allegory('tale', { title: text, summary: text, tags: [text] }), {
    body: [
      { component: 'StaticBlock', props: { lang: 'log', code: text }, children: [] },
      { component: 'Figure', props: { src: 'rack', alt: text, caption: text }, children: [] },
      { component: 'Value', props: { of: text }, children: [] },
      { component: 'CommandBlock', props: { block: 'b1' }, children: [] },
    ],
    blocks: { b1: blockOf({ text, because: text, output: { text, folded: undefined, source: text } }) },
  });

describe('the feeds', () => {
  it('say who the site is, as its file does', () => {
    const feed = feedOf();
    expect(JSON.parse(jsonFeed(feed))).toMatchObject({
      title: 'The Closet',
      description: 'About three servers in a closet.',
      language: 'en-GB',
      home_page_url: 'https://closet.example/',
      authors: [
        { name: 'A. Writer', url: 'https://closet.example/' },
        { name: 'B. Writer', url: 'https://b.example/' },
      ],
    });
    const atom = atomFeed(feed);
    for (const text of [
      '<title>The Closet</title>',
      '<rights>Those of the closet</rights>',
      'xml:lang="en-GB"',
    ])
      expect(atom).toContain(text);
    expect(atom).toContain('<author><name>B. Writer</name><uri>https://b.example/</uri></author>');
  });

  it('have as many posts as the file says, and no rights where it names none', () => {
    const views = ['a', 'b', 'c'].map((slug) => viewOf(allegory(slug)));
    feedOf(...views);
    content.corpus = { ...content.corpus!, site: { ...site, feeds: { posts: 2 } } };
    expect(makeFeed().entries).toHaveLength(2);
    expect(atomFeed(makeFeed())).not.toContain('<rights>');
  });
});

describe('the feed as Atom', () => {
  /** Every text and attribute of an element, by names. */
  const readEntry = (xml: string) => {
    const entry = parseXml(xml).root!.children.find(
      (node) => node instanceof XmlElement && node.name === 'entry',
    );
    const elements = (entry as XmlElement).children.filter((node) => node instanceof XmlElement);
    return elements.map(({ name, attributes, text }) => ({ name, ...attributes, text }));
  };

  it('has what readers need', () => {
    const { root } = parseXml(atomFeed(feedOf(viewOf(allegory('tale', { tags: ['R&D'] })))));
    expect(root?.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' });
    const entry = readEntry(atomFeed(feedOf(viewOf(allegory('tale', { tags: ['R&D'] })))));
    expect(entry).toEqual([
      { name: 'id', text: `${site.address}/allegories/tale/` },
      { name: 'title', text: 'A title' },
      { name: 'link', href: `${site.address}/allegories/tale/`, text: '' },
      { name: 'published', text: '2014-05-01T00:00:00Z' },
      { name: 'updated', text: '2014-05-01T00:00:00Z' },
      { name: 'category', term: 'Allegory', label: 'Allegory', text: '' },
      { name: 'category', term: 'R&D', label: 'R&D', text: '' },
      { name: 'summary', text: 'A summary.' },
      { name: 'content', type: 'html', text: '' },
    ]);
  });

  it('is well-formed and says the same, whatever a post says', () => {
    for (const text of hostileTexts(400)) {
      const feed = feedOf(hostileView(text));
      const entry = readEntry(atomFeed(feed));
      const find = (name: string) => entry.findLast((element) => element.name === name);
      // Line breaks are those of XML.
      const shown = xmlText(text).replace(/\r\n?/g, () => '\n');
      expect(find('title')?.text).toBe(shown);
      expect(find('summary')?.text).toBe(shown);
      expect(find('category')).toMatchObject({ term: shown.replace(/[\t\n]/g, () => ' ') });
      expect(find('content')?.text).toBe(xmlText(feed.entries[0]!.content).replace(/\r\n?/g, () => '\n'));
    }
  });
});

describe('the feed as JSON', () => {
  it('says what the posts say, whatever that is', () => {
    for (const text of hostileTexts(400)) {
      const feed = feedOf(hostileView(text));
      const { version, items } = JSON.parse(jsonFeed(feed)) as {
        version: string;
        items: { title: string; content_html: string }[];
      };
      expect(version).toBe('https://jsonfeed.org/version/1.1');
      expect(items).toMatchObject([
        { title: text, summary: text, tags: ['Allegory', text], content_html: feed.entries[0]!.content },
      ]);
    }
  });
});

describe('a text of XML', () => {
  it.each([
    ['a\u000bb', 'a␋b'],
    ['\u001b[31m', '␛[31m'],
    ['\u0000', '␀'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
    ['\ud800 \udc00', '\ufffd \ufffd'],
    ['\t\n\r ü😀\u007f', '\t\n\r ü😀\u007f'],
  ])('has no %j in it', (text, shown) => {
    expect(xmlText(text)).toBe(shown);
  });
});
