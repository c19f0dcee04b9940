import { escapeHtml as text } from './posts/escape-html.ts';
import type { RevisionView } from './types/correction.ts';
import type { HistoryView, RevisionComparison } from './types/history.ts';

// The pages of changes are as many as the posts, and alike but for what stands in them. So that is a text, which a build puts into the frame
// of one of them (`build/history-pages.ts`) and a site that is served into its layout.

export function changesTitle({ title }: Pick<HistoryView, 'title'>): string {
  return `Changes: ${title}`;
}

export function changesDescription({ title }: Pick<HistoryView, 'title'>): string {
  return `All revisions of “${title}”, and what changed in each.`;
}

/** All that stands on the page of a subject's changes. */
export function changesHtml(history: HistoryView, comparisons: readonly RevisionComparison[]): string {
  const { title, url, label, revisions, withdrawal } = history;
  const before = new Map(revisions.map(({ number }, index) => [number, revisions[index + 1]?.number]));
  const steps = new Map(
    comparisons.filter(({ from, to }) => from === before.get(to)).map((one) => [one.to, one]),
  );
  const others = comparisons.filter(({ from, to }) => from !== before.get(to));
  const name = url === undefined ? text(title) : `<a href="${text(url)}">${text(title)}</a>`;
  const kicker = `<span class="kind">${text(label)}</span><span>${revisions.length} revision${revisions.length === 1 ? '' : 's'}</span>`;
  return [
    `<header class="title"><p class="kicker">${kicker}</p><h1>Changes of ${name}</h1>`,
    '<p class="standfirst">What this text said, and what it says. Nothing that is published changes without an entry here; ',
    '<a href="/corrections/policy/">the policy</a> says how.</p></header>',
    withdrawal ? withdrawalHtml(withdrawal) : '',
    ...revisions.map((revision) => revisionHtml(revision, steps.get(revision.number))),
    '<p class="filter-links"><a href="atom.xml">Atom feed</a> <a href="feed.json">JSON feed</a></p>',
    others.length > 0 ? comparisonsHtml(others) : '',
  ].join('');
}

function withdrawalHtml({ date, summary, url }: RevisionView): string {
  const debug = url === undefined ? '' : `<a href="${text(url)}">What was wrong</a>`;
  return `<aside class="banner" aria-label="Withdrawn ${longDay(date)}"><p><strong>Withdrawn ${longDay(date)}.</strong> ${text(summary)} ${debug}</p></aside>`;
}

function revisionHtml(
  { number, date, class: kind, severity, summary, reportedBy, release, url }: RevisionView,
  comparison: RevisionComparison | undefined,
): string {
  const words = severity === undefined ? kind : `${severity} ${kind}`;
  const of = release === undefined ? '' : `, release ${text(release)}`;
  const by = reportedBy === undefined ? '' : ` Reported by ${text(reportedBy)}.`;
  const debug = url === undefined ? '' : ` <a href="${text(url)}">Debug File</a>`;
  return [
    `<section class="section change" id="revision-${number}"><h2>Revision ${number}</h2>`,
    `<p class="revision"><time datetime="${date}">${longDay(date)}</time>, ${words}${of}</p>`,
    `<p>${text(summary)}${by}${debug}</p>`,
    comparison && comparison.changes > 0 ? `<div class="diff">${comparison.html}</div>` : '',
    '</section>',
  ].join('');
}

/** Of revisions that do not follow each other. */
function comparisonsHtml(comparisons: readonly RevisionComparison[]): string {
  const idOf = ({ from, to }: RevisionComparison) => `from-${from}-to-${to}`;
  const items = comparisons.map((one) => `<li><a href="#${idOf(one)}">${one.from} with ${one.to}</a></li>`);
  const pairs = comparisons.map(
    (one) =>
      `<section class="section pair" id="${idOf(one)}"><h2>From revision ${one.from} to ${one.to}</h2><div class="diff">${one.html}</div></section>`,
  );
  return `<section class="section"><h2>Compare any two</h2><ul class="pairs">${items.join('')}</ul></section>${pairs.join('')}`;
}

const days = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2014-04-21` as `21 April 2014`. */
function longDay(day: string): string {
  return days.format(new Date(day));
}
