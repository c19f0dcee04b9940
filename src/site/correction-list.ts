import type { SiteCorpus } from './corpus.ts';
import { subjectOf } from './subject.ts';
import { kindIds, kinds } from './kinds.ts';
import { refOf } from './post-link.ts';
import { changelogOf, revisionViews } from './revisions.ts';
import type { CorrectionEntry, CorrectionFilter, CorrectionsPage, RevisionView } from './types/correction.ts';

/** What is told to more than those who look for it. */
const told: ReadonlySet<string> = new Set(['correction', 'clarification', 'update', 'withdrawal']);

/** All that was corrected, clarified, updated or taken back, the newest first. */
export function correctionEntries(corpus: SiteCorpus): readonly CorrectionEntry[] {
  const ofPosts = corpus.posts.flatMap((post) => {
    const { data } = post;
    const labwork = data.kind === 'labworks' ? data.labwork : undefined;
    return entriesOf(corpus, refOf(post), changelogOf(corpus, post), labwork);
  });
  const ofData = [...corpus.histories.values()]
    .filter(({ id }) => id.startsWith('labs/') || id.startsWith('comparisons/'))
    .flatMap(({ id, revisions }) =>
      entriesOf(corpus, id, revisionViews(corpus, `/${id}/`, revisions), undefined),
    );
  return [...ofPosts, ...ofData].sort(newestFirst);
}

function entriesOf(
  corpus: SiteCorpus,
  id: string,
  changelog: readonly RevisionView[],
  labwork: number | undefined,
): CorrectionEntry[] {
  const subject = subjectOf(corpus, id);
  const published = changelog.at(-1)?.date;
  if (!subject || published === undefined) return [];
  const [kind = ''] = id.split('/');
  return changelog
    .filter((revision) => told.has(revision.class))
    .map((revision) => ({
      ...revision,
      subject: { ...subject, kind },
      labwork,
      days: daysBetween(published, revision.date),
    }));
}

function newestFirst(a: CorrectionEntry, b: CorrectionEntry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.subject.title < b.subject.title ? -1 : a.subject.title > b.subject.title ? 1 : b.number - a.number;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** So many stand on a page of older ones. The first page has fewer than twice as many. */
const perPage = 50;

/** A list that may be too long for one page. */
interface CorrectionList {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** The newest first. */
  readonly entries: readonly CorrectionEntry[];
  /** The number of the only labwork that they are of. */
  readonly labwork?: number;
  /** What they are chosen by already: `severity`. */
  readonly filter?: string;
}

/** The pages of all corrections, the list of all first, then those of each labwork. */
export function correctionPages(all: readonly CorrectionEntry[]): readonly CorrectionsPage[] {
  const labworks = [...new Set(all.flatMap((entry) => entry.labwork ?? []))]
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      url: `/corrections/labworks-${number}/`,
      count: all.filter((entry) => entry.labwork === number).length,
    }));
  const pages = pagesOf({
    url: '/corrections/',
    title: 'Corrections',
    description:
      'Everything this site got wrong and put right: what it was, who found it, and where it stood.',
    entries: all,
  });
  return [
    ...pages.map((page, index) => (index === 0 ? { ...page, view: { ...page.view, labworks } } : page)),
    ...labworks.flatMap(({ number, url }) =>
      pagesOf({
        url,
        title: `Corrections of Labworks ${number}`,
        description: `What was wrong or changed in the parts of Labworks ${number}, for whoever has run an older bundle.`,
        entries: all.filter((entry) => entry.labwork === number),
        labwork: number,
      }),
    ),
  ];
}

/**
 * A list and what belongs to it. Where it fits on one page, that page filters it itself; else each filter has a list of its own. Older
 * entries are counted from the oldest one, and their pages say nothing of the others, so that they stay as they are whatever comes.
 */
function pagesOf(list: CorrectionList): CorrectionsPage[] {
  const { url, title, description, entries, labwork, filter } = list;
  const last = Math.max(1, Math.floor(entries.length / perPage));
  const choices = choicesOf(entries).filter(({ name }) => name !== filter);
  const own = last > 1 && filter === undefined ? choices.map((choice) => withLists(list, choice)) : [];
  const urlOf = (number: number) => (number === last ? url : `${url}older-${number}/`);
  const pages = Array.from({ length: last }, (_, index): CorrectionsPage => {
    const number = last - index;
    const from = entries.length - number * perPage;
    const isFirst = index === 0;
    return {
      url: urlOf(number),
      title: isFirst
        ? title
        : `${title}, ${(number - 1) * perPage + 1} to ${number * perPage} since the first`,
      description,
      labwork,
      view: {
        entries: isFirst ? entries.slice(0, from + perPage) : entries.slice(from, from + perPage),
        labworks: [],
        ...(isFirst
          ? {
              total: entries.length,
              filters: last === 1 ? choices : own.map(({ choice }) => choice),
              days: medianOf(entries.filter((entry) => entry.class === 'correction').map(({ days }) => days)),
            }
          : { total: perPage, filters: [], days: undefined }),
        whole: filter !== undefined ? parentOf(url) : isFirst ? undefined : url,
        newer: isFirst ? undefined : urlOf(number + 1),
        older: number === 1 ? undefined : urlOf(number - 1),
      },
    };
  });
  return [...pages, ...own.flatMap(({ lists }) => lists.flatMap(pagesOf))];
}

function parentOf(url: string): string {
  return url.replace(/[^/]+\/$/, () => '');
}

/** A filter with a list of its own for each of its values. */
function withLists(
  { url, title, description, entries, labwork }: CorrectionList,
  { name, values, ...choice }: CorrectionFilter,
): { readonly choice: CorrectionFilter; readonly lists: readonly CorrectionList[] } {
  const lists = values.map(({ value, title: words }): CorrectionList => ({
    url: `${url}${name}-${value}/`,
    title: `${title}: ${words}`,
    description,
    entries: entries.filter((entry) => valueOf[name](entry) === value),
    ...(labwork !== undefined && { labwork }),
    filter: name,
  }));
  return {
    choice: { ...choice, name, values: values.map((value, at) => ({ ...value, url: lists[at]!.url })) },
    lists,
  };
}

const kindTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kindIds.map((kind) => [kind, kinds[kind].section])),
  labs: 'Labs',
  comparisons: 'Comparisons',
};

/** In the order that styles and pages know them by. */
const order = [...told, 'cosmetic', 'factual', 'harmful', ...Object.keys(kindTitles)];

/** What entries can be told apart by, where they differ in it. */
function choicesOf(entries: readonly CorrectionEntry[]): CorrectionFilter[] {
  return [
    filterOf(entries, 'class', 'Class'),
    filterOf(entries, 'severity', 'Severity'),
    filterOf(entries, 'kind', 'Of'),
  ].filter(({ values }) => values.length > 1);
}

const valueOf: Readonly<Record<CorrectionFilter['name'], (entry: CorrectionEntry) => string | undefined>> = {
  class: (entry) => entry.class,
  severity: (entry) => entry.severity,
  kind: (entry) => entry.subject.kind,
};

function filterOf(
  entries: readonly CorrectionEntry[],
  name: CorrectionFilter['name'],
  title: string,
): CorrectionFilter {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = valueOf[name](entry);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, title: kindTitles[value] ?? value, count }));
  return { name, title, values: values.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) };
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
