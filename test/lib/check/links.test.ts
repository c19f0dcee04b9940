import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/lib/check/corpus.ts';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { createSourceFile, linksOfSite } from '../../../src/lib/engine.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { engine, fence, marked, note, part, post, rack } from '../fixture-posts.ts';

const lab = rack();
const around: Omit<Corpus, 'guides'> = {
  labs: new Map([[lab.id, lab]]),
  comparisons: new Set(['switch-prices']),
  figures: new Set(['rack-front', 'photo']),
  pictures: new Map([
    ['photo', { path: 'photo.jpg', reading: { kind: 'unreadable', problem: 'x', hint: 'x' } }],
  ]),
  today: '2014-06-01',
  site: {
    origin: 'https://blog.example.org',
    anchors: new Map([['/about/', ['why']]]),
    addresses: new Set([
      '/',
      '/about/',
      '/corrections/',
      '/tags/',
      '/feed.json',
      '/rules/guide/heading/',
      '/favicon.svg',
      // What was released lies there as it is.
      ...['/bundles/labworks-9-1.2.0.zip', '/bundles/labworks-8-1.2.0.zip'],
    ]),
  },
};

const tour = [
  '## What is *in* the rack',
  '',
  'A server[^one], <Correction of="cable" id="cable">the grey cable</Correction>.',
  '',
  '[^one]: Or two.',
  '',
  '<Comparison id="switch-prices" />',
  '',
  '## What is in the rack',
].join('\n');
const others: readonly Guide[] = [
  note(tour, 'tags: [Home Lab]', 'a-tour'),
  note('Nothing.', 'draft: true', 'unfinished'),
  post('field-notes/next-year.mdx', 'title: Next\ndate: 2015-01-01\nsummary: Next.', 'Next.'),
  post('field-notes/damaged.mdx', 'title: Damaged\ndate: 2014-01-01\nsummary: Damaged.', '<Aside>'),
  part(`## 9:1 Begin\n\n${fence('ios on=sw2', 'show clock')}`, { release: '1.0.0' }),
  part(`## 9:2 Go on\n\n${fence('ios on=sw2', 'show clock')}`, { part: 2, release: '1.2.0' }),
];

/** What is said of the links of a post among the others, as marked text, message and hint. */
function saidOf(guide: Guide): string[][] {
  return engine
    .checkCorpus({ ...around, guides: [...others, guide] })
    .filter(({ file, rule }) => file === guide.file.path && rule.endsWith('-link'))
    .map((found) => [marked(guide, [found])[0]!, found.message, found.hint ?? '']);
}

const linkTo = (...urls: readonly string[]) => note(urls.map((url) => `[a link](${url})`).join('\n\n'));

describe('a link within the site', () => {
  it('leads to every page, file and anchor that the site has', () => {
    const there = [
      '/',
      '/about/',
      '/feed.json?x=1',
      '/favicon.svg',
      '/field-notes/',
      '/field-notes/a-tour/',
      '../a-tour/',
      '../../about/',
      'https://blog.example.org/field-notes/a-tour/#what-is-in-the-rack-1',
      '../a-tour/#what-is-in-the-rack',
      '../a-tour/#note-1',
      '../a-tour/#note-ref-1',
      '../a-tour/#comparison-switch-prices',
      '../a-tour/#correction-cable',
      '../a-tour/#was-cable',
      '../a-tour/#content',
      '../a-tour/#top',
      '../a-tour/#:~:text=server',
      '/tags/home-lab/',
      '/labs/rack/#devices',
      '/labs/rack/#device-sw2',
      '/labworks/9/#going-back',
      '/about/#why',
      '/corrections/#content',
      '/labworks/9/#verify',
      '/labworks/rack-part-2/#step-9-2',
      '/bundles/labworks-9-1.2.0.zip',
      '/bundles/SHA256SUMS',
      '/bundles/labworks-9-unreleased-0123456789ab.zip',
      '/comparisons/switch-prices.csv',
      '/figures/rack-front.svg',
      '/rules/guide/heading/',
      '/pictures/0123abcd-640.webp',
      '/corrections/older-3/',
      '/corrections/labworks-9/severity-harmful/older-1/',
      '/field-notes/damaged/#anything',
      '',
      '#top',
      'https://elsewhere.example/field-notes/none/',
      'mailto:someone@blog.example.org',
    ];
    expect(saidOf(linkTo(...there.filter(Boolean)))).toEqual([]);
  });

  it('leads to what the ledger makes: changes of what has several revisions, and corrections of labworks', () => {
    const revisions = new Map([
      ['field-notes/a-tour', ['publication', 'editorial']],
      ['field-notes/unfinished', ['publication', 'correction']],
      ['labs/rack', ['publication', 'update']],
      ['comparisons/switch-prices', ['publication']],
      ['labworks/rack-part-2', ['publication', 'correction']],
    ]);
    const guide = linkTo(
      '/field-notes/a-tour/changes/',
      '/field-notes/a-tour/#changelog',
      '/labs/rack/changes/atom.xml',
      '/labworks/rack-part-2/changes/feed.json',
      '/corrections/labworks-9/',
      '/field-notes/unfinished/changes/',
      '/comparisons/switch-prices/changes/',
      '/labworks/rack-part-1/changes/',
    );
    const broken = (corpus: Omit<Corpus, 'guides'>) =>
      engine
        .checkCorpus({ ...corpus, guides: [...others, guide] })
        .filter(({ file, rule }) => file === guide.file.path && rule === 'guide/broken-link')
        .map((found) => marked(guide, [found])[0]!.replace(/^.*“|”$/g, ''));
    expect(broken({ ...around, revisions })).toEqual([
      '/field-notes/unfinished/changes/',
      '/comparisons/switch-prices/changes/',
      '/labworks/rack-part-1/changes/',
    ]);
    expect(broken(around)).toHaveLength(8);
    const editorial = new Map([['labworks/rack-part-2', ['publication', 'editorial']]]);
    expect(broken({ ...around, revisions: editorial })).toContain('/corrections/labworks-9/');
  });

  it.each([
    ['/field-notes/A-Tour/', 'Write /field-notes/a-tour/.'],
    ['../a_tour/index.html', 'Write /field-notes/a-tour/.'],
    ['./a-tour.mdx', 'Write /field-notes/a-tour/.'],
    ['/allegories/a-tour/?x#note-1', 'Write /field-notes/a-tour/?x#note-1.'],
    ['https://blog.example.org/2014/04/a-tour', 'Write /field-notes/a-tour/.'],
    ['/about/a-tour/', 'Did you mean /field-notes/a-tour/?'],
    ['/2014/a-tour.md#nothing', 'Did you mean /field-notes/a-tour/#nothing?'],
    ['/field-notes/a-tuor/', 'Did you mean /field-notes/a-tour/?'],
    ['/field-notes/the-tour-of-a-rack/', 'Did you mean /field-notes/a-tour/?'],
    ['/labworks/rack-part-three/', 'Did you mean /labworks/rack-part-1/?'],
    ['/labworks/99/', 'Did you mean /labworks/9/?'],
    // Of a labwork that is not there nothing is offered.
    ['/bundles/labworks-8-1.2.0.zip', 'Did you mean /bundles/labworks-9-1.2.0.zip?'],
    ['/bundles/labworks-9-1.1.0.zip', 'Did you mean /bundles/labworks-9-1.2.0.zip?'],
    ['/figures/photo.svg', 'Link to a post as /kind/slug/, or to another page of the site.'],
    ['/home-lab/', 'Did you mean /tags/home-lab/?'],
    ['/docs/heading/', 'Link to a post as /kind/slug/, or to another page of the site.'],
    ['/rules/guide/headings/', 'Did you mean /rules/guide/heading/?'],
  ])('names the page that %s was meant to be', (url, hint) => {
    const [[mark, message, said] = []] = saidOf(linkTo(url));
    expect([mark, message?.replace(/ page .* on/, ' page … on'), said]).toEqual([
      `guide/broken-link “${url}”`,
      'There is no page … on this site.',
      hint,
    ]);
  });

  it.each([
    ['../a-tour/#What_is_in-the-rack-1', 'Write /field-notes/a-tour/#what-is-in-the-rack-1.'],
    ['../a-tour/#whatis-in-the-rack-1', 'Write /field-notes/a-tour/#what-is-in-the-rack-1.'],
    ['../a-tour/#what-isin-the-rack1', 'Write /field-notes/a-tour/#what-is-in-the-rack-1.'],
    ['/labworks/rack-part-2/#step-92', 'Did you mean /labworks/rack-part-2/#step-9-2?'],
    ['/labworks/rack-part-2/#9-2', 'Write /labworks/rack-part-2/#step-9-2.'],
    ['/labworks/rack-part-2/#step-9-1', 'Write /labworks/rack-part-1/#step-9-1.'],
    ['../a-tour/#what-is-in-the-rak', 'Did you mean /field-notes/a-tour/#what-is-in-the-rack?'],
    [
      '../a-tour/#changelog',
      'It has #what-is-in-the-rack, #correction-cable, #was-cable, #comparison-switch-prices, #what-is-in-the-rack-1.',
    ],
    ['/labs/rack/#device-sw-2', 'Write /labs/rack/#device-sw2.'],
    ['/labs/rack/#wiring', 'It has #networks, #devices, #values, #device-srv1, #device-sw1 …'],
    ['/labworks/9/#verifi', 'Did you mean /labworks/9/#verify?'],
    ['/about/#wy', 'Did you mean /about/#why?'],
    ['/tags/home-lab/#posts', 'It has none: leave out what stands behind `#`.'],
    ['/tags/?a#2014', 'It has none: leave out what stands behind `#`.'],
    ['../next-year/', 'Date this post 2015-01-01 or later, or leave out the link until then.'],
    ['../unfinished/#x', 'Publish it first, or leave out the link.'],
  ])('tells of %s what to write instead', (url, hint) => {
    expect(saidOf(linkTo(url)).map(([mark, , said]) => [mark, said])).toEqual([
      [`guide/broken-link “${url}”`, hint],
    ]);
  });

  it('that every page has is held to the posts as well, where all of them are at hand', () => {
    const identity = readFileSync(join(import.meta.dirname, '../../fixtures/other-site/site.yaml'), 'utf8')
      .replace('/labworks/', () => '/about/')
      .replace('/fail-files/', () => '/abuot/')
      .replace('/search/', () => '/field-notes/unfinished/')
      .replace('/atom.xml', () => '/about/');
    const file = createSourceFile('src/site.yaml', identity);
    const site = { ...around.site!, identity: { file, links: linksOfSite(file) } };
    const found = engine.checkCorpus({ ...around, guides: others, site });
    const ofSite = found.filter((one) => one.file === 'src/site.yaml');
    expect(
      ofSite.map(({ range, message, hint }) => [
        identity.slice(range.start.offset, range.end.offset),
        message,
        hint,
      ]),
    ).toEqual([
      ['/abuot/', 'There is no page /abuot/ on this site.', 'Did you mean /about/?'],
      [
        '/field-notes/unfinished/',
        '/field-notes/unfinished/ is a draft, which readers are not shown.',
        'Publish it first, or leave out the link.',
      ],
    ]);
  });

  it('leads to released bundles and their checksums where there are some', () => {
    const broken = (...addresses: readonly string[]) => {
      const site = { ...around.site!, addresses: new Set(addresses) };
      const guides = [...others, linkTo('/bundles/SHA256SUMS', '/labworks/9/#release-1.0.0')];
      const found = engine.checkCorpus({ ...around, site, guides });
      return found.filter(({ message }) => /SHA256SUMS|release-/.test(message));
    };
    expect(broken('/bundles/labworks-9-1.0.0.zip')).toEqual([]);
    expect(broken('/about/')).toHaveLength(2);
  });

  it('written from its post is not said to be meant for that', () => {
    const own = note('[a](install-the-rack.md) [b](/field-notes/install-a-rak/)', '', 'install-a-rack');
    expect(saidOf(own).map(([mark, , said]) => [mark, said])).toEqual([
      [
        'guide/broken-link “install-the-rack.md”',
        'Link to a post as /kind/slug/, or to another page of the site.',
      ],
      ['guide/broken-link “/field-notes/install-a-rak/”', 'Did you mean /field-notes/install-a-rack/?'],
    ]);
  });

  it('may wait for a day with its post', () => {
    const later = 'title: L\ndate: 2015-01-01\nsummary: L.';
    expect(saidOf(post('field-notes/l.mdx', later, '[x](../next-year/)'))).toEqual([]);
    expect(saidOf(note('[x](../next-year/) [y](../unfinished/)', 'draft: true'))).toEqual([]);
  });

  it('is led there without a slash at its end, which is a warning', () => {
    const guide = linkTo('/field-notes/a-tour#note-1');
    const found = engine
      .checkCorpus({ ...around, guides: [...others, guide] })
      .find(({ file }) => file === guide.file.path);
    expect(found).toMatchObject({ rule: 'guide/indirect-link', severity: 'warning' });
  });

  it('is found wherever it is written, and repaired where one page is certain', () => {
    const guide = note(
      [
        '[a-Tour](/field-notes/a-Tour/ "a-Tour"), <https://blog.example.org/A-tour>, [name], https://blog.example.org/Field-notes/a-tour/',
        '',
        '## Here',
        '',
        '[back](#HERE) [nowhere](#nowhere)',
        '',
        '[name]: /about "About"',
      ]
        .join('\n')
        .replace('<https://blog.example.org/A-tour>', '[x](<../a tour/>)'),
    );
    const found = engine
      .checkCorpus({ ...around, guides: [...others, guide] })
      .filter(({ file }) => file === guide.file.path);
    expect(marked(guide, found)).toEqual([
      'guide/broken-link “/field-notes/a-Tour/”',
      'guide/broken-link “../a tour/”',
      'guide/broken-link “https://blog.example.org/Field-notes/a-tour/”',
      'guide/broken-link “#HERE”',
      'guide/broken-link “#nowhere”',
      'guide/indirect-link “/about”',
    ]);
    const { text } = applyFixes(guide.file.text, found);
    expect(text).toContain('[a-Tour](/field-notes/a-tour/ "a-Tour"), [x](</field-notes/a-tour/>), [name]');
    expect(text).toContain('[back](#here) [nowhere](#nowhere)\n\n[name]: /about/ "About"');
  });

  it('of the front matter is checked as well', () => {
    const reading =
      'reading:\n  - { resource: R, author: A, summary: S., url: "https://blog.example.org/abuot/" }';
    const guide = part(`## 9:3 End\n\n${fence('ios on=sw2', 'show clock')}`, { part: 3, extra: reading });
    expect(saidOf(guide)).toEqual([
      [
        'guide/broken-link “https://blog.example.org/abuot/”',
        'There is no page /abuot/ on this site.',
        'Did you mean /about/?',
      ],
    ]);
  });

  it('is not judged where nobody says what the site has', () => {
    const { site: _site, ...without } = around;
    expect(engine.checkCorpus({ ...without, guides: [linkTo('/nowhere/')] })).toEqual([]);
  });
});

describe('a link from its post', () => {
  it('is written from the root of the site, since lists show it elsewhere', () => {
    const [html] = note('[a](../a-tour/#x) [b](rack.html?y) [c](#here) [d](/x/) [e](?z)').body as string[];
    expect([...html!.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      '/field-notes/a-tour/#x',
      '/field-notes/a-note/rack.html?y',
      '#here',
      '/x/',
      '?z',
    ]);
  });
});
