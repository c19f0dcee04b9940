import { describe, expect, it } from 'vitest';
import { publicationOf } from '../../../src/lib/guide/publication.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { engine, fence, marked, part, post, rack } from '../fixture-posts.ts';

const lab = rack();

/** What is said of posts on a day, as rule, marked text and message. */
function saidOn(today: string | undefined, ...guides: readonly Guide[]): string[] {
  const found = engine.checkCorpus({
    guides,
    labs: new Map([[lab.id, lab]]),
    comparisons: new Set(),
    figures: new Set(),
    ...(today !== undefined && { today }),
  });
  return found.map((one) => {
    const guide = guides.find(({ file }) => file.path === one.file)!;
    return `${one.severity} ${marked(guide, [one])[0]!}: ${one.message}`;
  });
}

const step = (number: number, date: string, extra?: string): Guide => {
  const guide = part(`## 9:${number} Look\n\n${fence('ios on=sw2', 'show clock')}`, {
    part: number,
    ...(extra === undefined ? {} : { extra }),
  });
  const { path, text } = guide.file;
  return engine.readGuide({ ...guide.file, path, text: text.replace('2014-04-10', date) });
};
const failFile = (slug: string, number: number, extra = '') =>
  post(
    `fail-files/${slug}.mdx`,
    `title: F\ndate: 2014-04-10\nsummary: F.\nnumber: ${number}\nsystem: S\nimpact: I\ncause: C\nlesson: L\n${extra}`.trimEnd(),
    'It failed.',
  );

describe('a post', () => {
  it('is published on its day, and a draft on none', () => {
    const data = { draft: false, date: '2014-05-01' };
    const on = (today: string | undefined, draft = false) => publicationOf({ ...data, draft }, today);
    expect([on('2014-04-30'), on('2014-05-01'), on('2015-01-01'), on(undefined)]).toEqual([
      'scheduled',
      'published',
      'published',
      'published',
    ]);
    expect([on('2014-04-30', true), on('2015-01-01', true), on(undefined, true)]).toEqual([
      'draft',
      'draft',
      'draft',
    ]);
  });

  it('that waits for its day is told as something to know', () => {
    const waiting = post('allegories/a.mdx', 'title: A\ndate: 2014-05-01\nsummary: A.', 'A.');
    expect(saidOn('2014-04-30', waiting)).toEqual([
      'info guide/future-date “2014-05-01”: The post is dated 2014-05-01, and is not published before that day.',
    ]);
    expect(saidOn('2014-05-01', waiting)).toEqual([]);
  });
});

describe('the parts of a labwork', () => {
  it('may come one after the other', () => {
    const parts = [step(1, '2014-04-10'), step(2, '2014-05-01')];
    expect(saidOn('2014-04-20', ...parts)).toEqual([expect.stringMatching(/^info guide\/future-date/)]);
    expect(saidOn('2014-05-01', ...parts)).toEqual([]);
  });

  it('are not published before what leads to them', () => {
    expect(saidOn('2014-04-20', step(1, '2014-05-01'), step(2, '2014-04-10'))).toEqual([
      'error guide/step-number “2”: Part 2 of labwork 9 is published, and part 1 waits for 2014-05-01.',
      expect.stringMatching(/^info guide\/future-date/),
    ]);
  });

  it('are dated in their order, drafts aside', () => {
    const parts = [step(2, '2014-04-10'), step(3, '2014-04-09'), step(1, '2014-04-11')];
    const order = [
      'warning guide/date-order “2014-04-10”: Part 2 of labwork 9 is dated 2014-04-10, and part 1 2014-04-11.',
      'warning guide/date-order “2014-04-09”: Part 3 of labwork 9 is dated 2014-04-09, and part 2 2014-04-10.',
    ];
    expect(saidOn('2014-06-01', ...parts)).toEqual(order);
    expect(saidOn(undefined, ...parts)).toEqual(order);
    const drafts = [step(1, '2014-04-10'), step(2, '2014-04-01', 'draft: true')];
    expect(saidOn('2014-06-01', ...drafts)).toEqual([]);
    expect(saidOn('2014-06-01', step(1, '2014-04-10'), step(2, '2014-04-10'))).toEqual([]);
  });
});

describe('the number of a Fail File', () => {
  it('is of one only, be it a draft', () => {
    const files = [failFile('a', 1), failFile('b', 2), failFile('c', 1, 'draft: true')];
    expect(saidOn('2014-06-01', ...files)).toEqual([
      'error guide/same-number “1”: There is a Fail File 1 already: fail-files/a.mdx.',
    ]);
  });
});
