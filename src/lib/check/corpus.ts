import type { Guide } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';

/** What of a post the whole is checked by. */
export type CorpusGuide = Pick<Guide, 'file' | 'data' | 'fields' | 'references' | 'passages'>;

/** All content, as far as posts can name it. */
export interface Corpus {
  readonly guides: readonly CorpusGuide[];
  readonly labs: ReadonlyMap<string, Lab>;
  /** Ids of the comparisons. */
  readonly comparisons: ReadonlySet<string>;
  /** Names of the figures. */
  readonly figures: ReadonlySet<string>;
  /** The day of the check, `2014-04-21`, where posts of days that have not come are to be told. */
  readonly today?: string;
}
