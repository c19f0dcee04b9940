import type { Post, SiteCorpus } from './corpus.ts';
import { correctionsOf } from './corrections.ts';
import { refOf, urlOf } from './post-link.ts';
import type { RecordedRevision } from './posts/records.ts';
import type { RevisionView, Standing } from './types/correction.ts';

/** The revisions of a post, newest first; the first publication is the last one. */
export function changelogOf(corpus: SiteCorpus, post: Post): readonly RevisionView[] {
  const history = corpus.histories.get(refOf(post));
  if (history) return revisionViews(corpus, urlOf(post), history.revisions);
  // A post that is not recorded yet: what its Debug Files say.
  const corrections = (correctionsOf(corpus).of.get(refOf(post)) ?? []).filter(
    (correction) => correction.subject.url === urlOf(post),
  );
  const revisions = corrections.map((correction): RevisionView => ({
    number: correction.revision,
    date: correction.date,
    class: correction.class,
    severity: correction.class === 'correction' ? correction.severity : undefined,
    summary: correction.entry,
    reportedBy: personOf(correction.reportedBy),
    release: undefined,
    url: correction.url,
    changes: undefined,
  }));
  const first: RevisionView = {
    number: 1,
    date: post.data.date,
    class: 'publication',
    severity: undefined,
    summary: 'First published.',
    reportedBy: undefined,
    release: undefined,
    url: undefined,
    changes: undefined,
  };
  return [...revisions.sort((a, b) => b.number - a.number), first];
}

/** Revisions of what is shown at `url`, given oldest first, newest first. */
export function revisionViews(
  { byRef }: Pick<SiteCorpus, 'byRef'>,
  url: string,
  revisions: readonly RecordedRevision[],
): readonly RevisionView[] {
  return revisions
    .map(({ number, date, class: kind, severity, summary, reporter, debug, release }): RevisionView => ({
      number,
      date,
      class: kind,
      severity,
      summary,
      reportedBy: reporter && personOf(reporter),
      release,
      url: debug !== undefined && byRef.has(`debug/${debug}`) ? `/debug/${debug}/` : undefined,
      changes: number === 1 ? undefined : `${changesUrl(url)}#revision-${number}`,
    }))
    .reverse();
}

function personOf({ name, role }: { readonly name: string; readonly role?: string | undefined }): string {
  return role === undefined ? name : `${name}, ${role}`;
}

/** Where the revisions of what is shown at `url` are compared. */
export function changesUrl(url: string): string {
  return `${url}changes/`;
}

/** The day of the last revision that is more than editorial. */
export function updatedOf(changelog: readonly RevisionView[], published: string): string {
  return changelog.find(({ class: kind }) => kind !== 'editorial')?.date ?? published;
}

/** The revision that took a post back, as long as no other has followed. */
export function withdrawalIn<R extends RevisionView>([newest]: readonly R[]): R | undefined {
  return newest?.class === 'withdrawal' ? newest : undefined;
}

/** What lists say of a post beside its title; nothing of most. */
export function standingOf(changelog: readonly RevisionView[]): Standing | undefined {
  if (withdrawalIn(changelog)) return 'withdrawn';
  return changelog.some(isCorrected) ? 'corrected' : undefined;
}

function isCorrected({ class: kind, severity }: RevisionView): boolean {
  return kind === 'correction' && severity !== 'cosmetic';
}
