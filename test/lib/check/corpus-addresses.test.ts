import { describe, expect, it } from 'vitest';
import { tagSlug } from '../../../src/lib/guide/tag-slug.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { engine, fence, marked, note, part, post, rack } from '../fixture-posts.ts';

/** What is said of posts together: marked text and message. */
function saidOf(guides: readonly Guide[], today?: string): string[][] {
  const lab = rack();
  const corpus = {
    guides,
    labs: new Map([[lab.id, lab]]),
    comparisons: new Set<string>(),
    figures: new Set<string>(),
    ...(today === undefined ? {} : { today }),
  };
  for (const guide of guides) expect(guide.diagnostics).toEqual([]);
  return engine.checkCorpus(corpus).map((diagnostic) => {
    const guide = guides.find(({ file }) => file.path === diagnostic.file)!;
    return [marked(guide, [diagnostic])[0]!, diagnostic.message];
  });
}

const tagged = (slug: string, ...tags: readonly string[]) =>
  note('Text.', `tags: ${JSON.stringify(tags)}`, slug);

describe('the address of a tag', () => {
  it.each([
    ['Hyper-V', 'hyper-v'],
    ['Live migration', 'live-migration'],
    ['Größe', 'größe'],
    // Letters that look the same are the same: a ligature, and an umlaut of two code points.
    ['ﬁrmware', 'firmware'],
    ['Gro\u0308ße', 'größe'],
    ['日本語', '日本語'],
    ['#ITFail', 'itfail'],
    ['C', 'c'],
    ['C#', 'c-sharp'],
    ['C++', 'c-plus-plus'],
    ['.NET', 'dot-net'],
    ['net', 'net'],
    ['node.js', 'nodejs'],
    ['a\u200bb', 'ab'],
    [' vlan ', 'vlan'],
    ['..', undefined],
    ['👍', undefined],
    ['❤️', undefined],
    ['👨‍👩‍👧', undefined],
    ['- -', undefined],
    ['_', undefined],
    ['\u200b', undefined],
  ])('of %j is %j', (tag, slug) => {
    expect(tagSlug(tag)).toBe(slug);
  });

  it.each([
    ['..', '“tags.0” does not fit: “..” has no letter or digit to make an address of.'],
    ['👍', '“tags.0” does not fit: “👍” has no letter or digit to make an address of.'],
    ['NUL', '“tags.0” does not fit: “NUL” is kept by Windows for a device.'],
    ['本'.repeat(70), `“tags.0” does not fit: “${'本'.repeat(70)}” is longer than 200 bytes.`],
  ])('is told at the tag where there can be none: %s', (tag, message) => {
    const guide = tagged('a', tag);
    expect(
      guide.diagnostics.map((diagnostic) => [marked(guide, [diagnostic])[0], diagnostic.message]),
    ).toEqual([[`guide/front-matter “${JSON.stringify(tag)}”`, message]]);
  });

  it('is that of one tag, in whatever capitals', () => {
    expect(
      saidOf([tagged('a', 'C#', 'C++', 'C', '.NET', 'net', 'Hyper-V'), tagged('b', 'c#', 'hyper-v')]),
    ).toEqual([]);
  });

  it('is told at a tag of another spelling', () => {
    expect(saidOf([tagged('a', 'node.js'), tagged('b', 'vlan', 'NodeJS')])).toEqual([
      ['content/same-address “"NodeJS"”', 'The tag “NodeJS” has the address of “node.js”, /tags/nodejs/.'],
    ]);
  });

  it('is there once in a post', () => {
    expect(saidOf([tagged('a', 'vlan', 'VLAN')])).toEqual([
      ['guide/front-matter “"VLAN"”', 'The tag “VLAN” is there twice.'],
    ]);
  });
});

const step = (number: number) => `## 9:${number} Look\n\n${fence('ios on=sw1 verify', 'show vlan')}`;
const draft = 'draft: true';

describe('the parts of a labwork', () => {
  it('are published in their order', () => {
    expect(saidOf([part(step(1)), part(step(2), { part: 2 })])).toEqual([]);
    expect(saidOf([part(step(1)), part(step(2), { part: 2, extra: draft })])).toEqual([]);
    expect(saidOf([part(step(1), { extra: draft }), part(step(2), { part: 2, extra: draft })])).toEqual([]);
  });

  it.each([
    ['is missing', [part(step(2), { part: 2 })], 'Labwork 9 has a part 2, and no part 1.'],
    [
      'between is missing',
      [part(step(1)), part(step(3), { part: 3 })],
      'Labwork 9 has a part 3, and no part 2.',
    ],
    [
      'before is a draft',
      [part(step(1), { extra: draft }), part(step(2), { part: 2 })],
      'Part 2 of labwork 9 is published, and part 1 is a draft.',
    ],
  ])('are told where one %s', (_what, guides, message) => {
    expect(saidOf(guides).map(([, said]) => said)).toEqual([message]);
  });

  it('do not lie where the page of a labwork is', () => {
    expect(saidOf([part(step(1), { path: 'labworks/9.mdx' })])).toEqual([
      ['content/same-address “9”', 'The post has the address of labwork 9, /labworks/9/.'],
    ]);
    expect(saidOf([part(step(1), { path: 'labworks/10.mdx' })])).toEqual([]);
  });
});

describe('the date of a post', () => {
  const dated = (date: string, extra = '') => post('debug/x.mdx', `date: ${date}\n${extra}`, 'Text.');
  it.each(['9999-12-31', '2100-01-01', '1989-12-31', '0001-01-01', '2020-02-30', '2021-02-29', '2020-1-1'])(
    'is a day of the web: not %s',
    (date) => {
      const found = dated(date).diagnostics.filter(({ message }) => message.startsWith('“date” '));
      expect(found.map((diagnostic) => marked(dated(date), [diagnostic])[0])).toEqual([
        `guide/front-matter “${date}”`,
      ]);
    },
  );

  const on = (date: string, extra = '') =>
    post('field-notes/a.mdx', `title: A\ndate: ${date}\nsummary: A.\n${extra}`.trimEnd(), 'Text.');

  it('is told where it has not come, since the post waits for it', () => {
    for (const date of ['1990-01-01', '2020-02-29', '2024-05-01'])
      expect(saidOf([on(date)], '2024-05-01')).toEqual([]);
    expect(saidOf([on('2024-05-02')], '2024-05-01')).toEqual([
      [
        'guide/future-date “2024-05-02”',
        'The post is dated 2024-05-02, and is not published before that day.',
      ],
    ]);
  });

  it('may be to come for a draft, and where the day is not known', () => {
    expect(saidOf([on('2099-12-31', draft)], '2024-05-01')).toEqual([]);
    expect(saidOf([on('2099-12-31')])).toEqual([]);
  });
});

const correction = (slug: string, date: string, revision: number, id = 'it') =>
  post(
    `debug/${slug}.mdx`,
    [
      'title: A correction',
      `date: ${date}`,
      'summary: It was wrong.',
      `corrects: { post: field-notes/a-note, revision: ${revision} }`,
      'class: correction',
      'severity: factual',
      'reportedBy: { name: A reader }',
      'entry: It is right.',
      `changes: [{ id: ${id}, was: wrong, now: right }]`,
    ].join('\n'),
    'Text.',
  );
const corrected = note(
  '<Correction of="one" id="it">right</Correction>, <Correction of="two" id="that">right</Correction>',
);

describe('the revisions of a post', () => {
  it('follow each other by number and by date', () => {
    expect(
      saidOf([corrected, correction('two', '2014-05-01', 3, 'that'), correction('one', '2014-04-10', 2)]),
    ).toEqual([]);
  });

  it.each([
    ['2014-04-09', 2, '2014-05-01', 3, 'Revision 2 is dated 2014-04-09, and field-notes/a-note 2014-04-10.'],
    ['2014-05-02', 2, '2014-05-01', 3, 'Revision 3 is dated 2014-05-01, and revision 2 2014-05-02.'],
    ['2014-05-01', 2, '2014-05-01', 2, 'field-notes/a-note has a revision 2 already: debug/one.mdx.'],
  ])('are told where they do not: %s %d, %s %d', (first, one, second, two, message) => {
    const said = saidOf([corrected, correction('one', first, one), correction('two', second, two, 'that')]);
    expect(said.map(([, text]) => text)).toEqual([message]);
  });
});

describe('what can be pointed at on a page', () => {
  const anchorsOf = (body: string) => note(body).headings.map(({ anchor }) => anchor);

  it('has an id that no heading has', () => {
    const headings = ['Content', 'Changelog', 'Comparison speeds', 'Correction it', 'Was it', '👍'];
    const shown = '<Comparison id="speeds" />\n\n<Correction of="one" id="it">right</Correction>';
    expect(anchorsOf([...headings.map((text) => `## ${text}`), shown].join('\n\n'))).toEqual([
      'content-1',
      'changelog-1',
      'comparison-speeds-1',
      'correction-it-1',
      'was-it-1',
      'section',
    ]);
    expect(anchorsOf('## Was it\n\n## Was it')).toEqual(['was-it', 'was-it-1']);
  });

  it('is there once', () => {
    const twice = note('<Comparison id="speeds" />\n\n<Comparison id="speeds" />');
    const said = saidOf([twice]).map(([, message]) => message);
    expect(said).toContain('A comparison “speeds” is on this page already, at #comparison-speeds.');
    const passages = note(
      '<Correction of="one" id="it">right</Correction>, <Correction of="two" id="it">right</Correction>',
    );
    expect(
      saidOf([passages, correction('one', '2014-05-01', 2), correction('two', '2014-05-02', 3)]),
    ).toEqual([
      [
        'content/same-address “<Correction of="two" id="it">right</Correction>”',
        'A corrected passage “it” is on this page already, at #correction-it.',
      ],
    ]);
  });
});
