import { describe, expect, it } from 'vitest';
import { correctionPages } from '../../src/site/correction-list.ts';
import type { CorrectionEntry, CorrectionsPage } from '../../src/site/types/correction.ts';

const classes = ['correction', 'clarification', 'update', 'withdrawal'] as const;
const severities = ['cosmetic', 'factual', 'harmful'] as const;
const kinds = ['labworks', 'fail-files', 'labs'] as const;

/** The oldest is entry 1 and stands last. */
const entriesTo = (count: number): readonly CorrectionEntry[] =>
  Array.from({ length: count }, (_, index): CorrectionEntry => {
    const kind = kinds[index % 3]!;
    return {
      number: index + 1,
      date: new Date(Date.UTC(2014, 0, 1 + index)).toISOString().slice(0, 10),
      class: classes[index % 4]!,
      severity: index % 4 === 0 ? severities[index % 3] : undefined,
      summary: `Entry ${String(index + 1)}.`,
      reportedBy: undefined,
      release: undefined,
      url: undefined,
      changes: undefined,
      subject: { url: `/${kind}/post/`, title: 'Post', label: kind, kind },
      labwork: kind === 'labworks' ? 2 : undefined,
      days: index,
    };
  }).reverse();

const numbersOf = ({ view }: CorrectionsPage) => view.entries.map(({ number }) => number);
const at = (pages: readonly CorrectionsPage[], url: string) => pages.find((page) => page.url === url)!;

describe('the list of corrections', () => {
  it('is one page that filters itself, as long as it is short', () => {
    const pages = correctionPages(entriesTo(99));
    expect(pages.map(({ url }) => url)).toEqual(['/corrections/', '/corrections/labworks-2/']);
    const [{ view }] = pages as [CorrectionsPage];
    expect(view).toMatchObject({ total: 99, newer: undefined, older: undefined, whole: undefined });
    expect(view.filters.map(({ name }) => name)).toEqual(['class', 'severity', 'kind']);
    expect(view.filters.flatMap(({ values }) => values.flatMap(({ url }) => url ?? []))).toEqual([]);
    expect(view.labworks).toEqual([{ number: 2, url: '/corrections/labworks-2/', count: 33 }]);
  });

  it('has no page of more than a hundred entries, and each entry on one page of it', () => {
    const pages = correctionPages(entriesTo(2000));
    expect(Math.max(...pages.map((page) => page.view.entries.length))).toBeLessThan(100);
    expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
    const walked: number[] = [];
    for (let page = at(pages, '/corrections/'); ; page = at(pages, page.view.older)) {
      for (const number of numbersOf(page)) walked.push(number);
      if (page.view.older === undefined) break;
      expect(at(pages, page.view.older).view.newer).toBe(page.url);
    }
    expect(walked).toEqual(Array.from({ length: 2000 }, (_, index) => 2000 - index));
  });

  it('leaves pages of older entries as they are when others come', () => {
    const [before, after] = [correctionPages(entriesTo(1000)), correctionPages(entriesTo(1049))];
    for (const page of before.filter(({ url }) => /^\/corrections\/older-\d+\/$/.test(url)))
      expect(at(after, page.url)).toEqual(page);
  });

  it('has a list of its own for each filter where it is too long to filter itself', () => {
    const pages = correctionPages(entriesTo(2000));
    for (const { name, values } of at(pages, '/corrections/').view.filters)
      for (const { value, count, url } of values) {
        expect(url).toBe(`/corrections/${name}-${value}/`);
        expect(at(pages, url!).view).toMatchObject({ total: count, whole: '/corrections/' });
      }
    const harmful = at(pages, '/corrections/severity-harmful/');
    expect(harmful.view.entries.every(({ severity }) => severity === 'harmful')).toBe(true);
    expect(at(pages, '/corrections/labworks-2/class-update/').view.whole).toBe('/corrections/labworks-2/');
    // What is chosen already is no choice any more.
    expect(harmful.view.filters.map(({ name }) => name)).not.toContain('severity');
  });
});
