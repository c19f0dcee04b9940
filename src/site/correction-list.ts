import type { SiteCorpus } from './corpus.ts';
import { subjectOf } from './subject.ts';
import { kindIds, kinds } from './kinds.ts';
import { refOf } from './post-link.ts';
import { changelogOf, revisionViews } from './revisions.ts';
import type { CorrectionEntry, CorrectionFilter, CorrectionsView, RevisionView } from './types/correction.ts';

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

/** As a page shows them; of one labwork, where `labwork` is given. */
export function correctionsView(all: readonly CorrectionEntry[], labwork?: number): CorrectionsView {
  const entries = labwork === undefined ? all : all.filter((entry) => entry.labwork === labwork);
  const numbers = [...new Set(all.flatMap((entry) => entry.labwork ?? []))].sort((a, b) => a - b);
  return {
    entries,
    filters: [
      filterOf(entries, 'class', 'Class', (entry) => entry.class),
      filterOf(entries, 'severity', 'Severity', (entry) => entry.severity),
      filterOf(entries, 'kind', 'Of', (entry) => entry.subject.kind),
    ].filter(({ values }) => values.length > 1),
    days: medianOf(entries.filter((entry) => entry.class === 'correction').map(({ days }) => days)),
    labworks: numbers.map((number) => ({
      number,
      url: `/corrections/labworks-${number}/`,
      count: all.filter((entry) => entry.labwork === number).length,
    })),
  };
}

const kindTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(kindIds.map((kind) => [kind, kinds[kind].section])),
  labs: 'Labs',
  comparisons: 'Comparisons',
};

/** In the order that styles and pages know them by. */
const order = [...told, 'cosmetic', 'factual', 'harmful', ...Object.keys(kindTitles)];

function filterOf(
  entries: readonly CorrectionEntry[],
  name: string,
  title: string,
  of: (entry: CorrectionEntry) => string | undefined,
): CorrectionFilter {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = of(entry);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, title: kindTitles[value] ?? value, count }));
  return { name, title, values: values.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) };
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
