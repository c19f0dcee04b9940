import type { LabworkView } from './types/labwork.ts';
import type { PostLink } from './types/post-link.ts';
import { getLabworks, getPosts } from './views.ts';

/** What the front page shows. */
export interface FrontView {
  /** Those that a part was added to last, the newest first. */
  readonly labworks: readonly LabworkView[];
  /** How many more there are. */
  readonly moreLabworks: number;
  /** Newest first. */
  readonly posts: readonly PostLink[];
}

/** So many labworks stand before the stream of posts: one screen, and a reader sees that there is a stream. */
const mostLabworks = 3;

export function getFront(): FrontView {
  // Nobody is led to build what was taken back.
  const labworks = newestLabworks(getLabworks().filter(({ withdrawal }) => !withdrawal));
  return {
    labworks: labworks.slice(0, mostLabworks),
    moreLabworks: Math.max(0, labworks.length - mostLabworks),
    posts: getPosts(),
  };
}

function newestLabworks(labworks: readonly LabworkView[]): readonly LabworkView[] {
  const dated = labworks.map((labwork) => ({ labwork, date: lastDate(labwork) }));
  dated.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : b.labwork.number - a.labwork.number));
  return dated.map(({ labwork }) => labwork);
}

function lastDate({ parts }: LabworkView): string {
  return parts.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '');
}
