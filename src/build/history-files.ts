import { changesDescription, changesHtml, changesTitle } from '../site/changes-html.ts';
import { makeHistoryFeed } from '../site/correction-feeds.ts';
import { atomFeed, jsonFeed } from '../site/feed.ts';
import { getComparisonsOf } from '../site/histories.ts';
import type { HistoryProps } from '../site/paths.ts';
import { historyPaths } from '../site/paths.ts';
import { digestOf, digestOfValue } from '../workspace/digest.ts';

/** A file of the site that Astro is not asked for. */
export interface HistoryFile {
  /** From the folder of the site. */
  readonly path: string;
  /** Changes with all that is in it, as long as it is made by the same program. */
  readonly key: string;
  text(): string;
}

/** The one page of changes that Astro renders; undefined where there is none. */
export function firstHistoryPage(): string | undefined {
  const [first] = historyPaths();
  return first && pageOf(first.props);
}

/** All other pages of changes, and the feeds of all. `html`: the page that Astro has rendered. */
export function historyFiles(html: string): HistoryFile[] {
  const [first, ...others] = historyPaths();
  if (!first) return [];
  const frame = frameOf(html, first.props);
  const frameKey = digestOfValue(frame);
  const pages = others.map(({ props, cacheKey }): HistoryFile => ({
    path: pageOf(props),
    key: digestOf(frameKey, cacheKey),
    text: () => inFrame(frame, props),
  }));
  const feeds = [first, ...others].flatMap(({ props: { id, history }, cacheKey }): HistoryFile[] => [
    { path: `${id}/changes/atom.xml`, key: cacheKey, text: () => atomFeed(makeHistoryFeed(id, history)) },
    { path: `${id}/changes/feed.json`, key: cacheKey, text: () => jsonFeed(makeHistoryFeed(id, history)) },
  ]);
  return [...pages, ...feeds];
}

function pageOf({ id }: Pick<HistoryProps, 'id'>): string {
  return `${id}/changes/index.html`;
}

/** What stands between the places where pages of changes differ. */
export type Frame = readonly string[];

/** The places where pages of changes differ, in their order. */
function placesOf({ id, history }: HistoryProps): readonly string[] {
  const title = changesTitle(history);
  const description = attribute(changesDescription(history));
  const address = attribute(makeHistoryFeed(id, history).home);
  return [
    `<title>${content(title)} — `,
    `<meta name="description" content="${description}">`,
    `<link rel="canonical" href="${address}">`,
    `<meta property="og:title" content="${attribute(title)}">`,
    `<meta property="og:description" content="${description}">`,
    `<meta property="og:url" content="${address}">`,
    changesHtml(history, getComparisonsOf(history)),
  ];
}

/** The frame of a page that Astro has rendered. */
export function frameOf(html: string, props: HistoryProps): Frame {
  const frame: string[] = [];
  let rest = html;
  for (const place of placesOf(props)) {
    const parts = rest.split(place);
    if (parts.length !== 2)
      throw new Error(
        `The page of the changes of ${props.id} has \`${place.slice(0, 80)}\` ${parts.length - 1} times, expected once; see ARCHITECTURE.md, Building.`,
      );
    frame.push(parts[0]!);
    rest = parts[1]!;
  }
  return [...frame, rest];
}

/** The page of the changes of a subject, as Astro would render it. */
export function inFrame(frame: Frame, props: HistoryProps): string {
  const [start = '', ...others] = frame;
  return (
    start +
    placesOf(props)
      .map((place, index) => place + others[index]!)
      .join('')
  );
}

/** Text between tags, as Astro writes it. */
export function content(text: string): string {
  return attribute(text).replace(/[<>']/g, (sign) => ({ '<': '&lt;', '>': '&gt;' })[sign] ?? '&#39;');
}

/** Text in an attribute, as Astro writes it. */
export function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
