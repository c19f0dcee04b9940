import { correctionEntries } from './correction-list.ts';
import type { SiteCorpus } from './corpus.ts';
import { getCorpus } from './corpus.ts';
import type { FeedEntry, SiteFeed } from './feed.ts';
import { feedOf } from './feed.ts';
import { escapeHtml as text } from './posts/escape-html.ts';
import { changesUrl } from './revisions.ts';
import { absolute, getSite } from './site.ts';
import type { CorrectionEntry, RevisionView } from './types/correction.ts';
import type { HistoryView } from './types/history.ts';

/** So many of the newest are in the feed of all. */
const most = 50;

/** The feed of all that was corrected, clarified, updated or taken back. */
export function makeCorrectionsFeed(corpus: SiteCorpus = getCorpus()): SiteFeed {
  const { name } = getSite();
  return feedOf(correctionEntries(corpus).slice(0, most).map(entryOf), {
    title: `${name}: corrections`,
    description: `Everything ${name} got wrong and put right.`,
    home: absolute('/corrections/'),
    atom: absolute('/corrections/atom.xml'),
    json: absolute('/corrections/feed.json'),
  });
}

/** The feed of the revisions of one post, lab or comparison. `id`: `field-notes/a-review`. */
export function makeHistoryFeed(id: string, { title, label, revisions }: HistoryView): SiteFeed {
  const home = absolute(changesUrl(`/${id}/`));
  const entries = revisions.map((revision) =>
    revisionEntry(revision, { title, label, url: `/${id}/` }, `Revision ${revision.number}`),
  );
  return feedOf(entries, {
    title: `Changes of “${title}”`,
    description: `All revisions of “${title}”.`,
    home,
    atom: `${home}atom.xml`,
    json: `${home}feed.json`,
  });
}

function entryOf({ subject, ...revision }: CorrectionEntry): FeedEntry {
  const words = [revision.severity, revision.class].filter((word) => word !== undefined).join(' ');
  return revisionEntry(revision, subject, `${subject.title}: ${words}`);
}

/** An entry of the ledger never changes: it is updated when it is published. */
function revisionEntry(
  { number, date, class: kind, severity, summary, reportedBy, url: debug, changes }: RevisionView,
  subject: { readonly title: string; readonly label: string; readonly url: string | undefined },
  title: string,
): FeedEntry {
  const page = subject.url ?? '/corrections/';
  const url = absolute(changes ?? debug ?? page);
  const links = [
    ...(subject.url === undefined ? [] : [[absolute(subject.url), subject.title] as const]),
    ...(changes === undefined ? [] : [[absolute(changes), 'What changed'] as const]),
    ...(debug === undefined ? [] : [[absolute(debug), 'Debug File'] as const]),
  ].map(([address, words]) => `<a href="${address}">${text(words)}</a>`);
  const by = reportedBy === undefined ? '' : ` Reported by ${text(reportedBy)}.`;
  return {
    // Of a first revision the post is the page, which feeds of posts have under that id.
    id: changes === undefined ? `${absolute(page)}#revision-${number}` : absolute(changes),
    url,
    title,
    summary,
    content: `<p>${text(summary)}${by}</p><p>${links.join(', ')}</p>`,
    published: date,
    updated: date,
    tags: [kind, ...(severity === undefined ? [] : [severity]), subject.label],
  };
}
