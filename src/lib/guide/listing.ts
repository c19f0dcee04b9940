import type { LineMark } from './line-ranges.ts';

/** How a code block is shown, whatever it holds. */
export interface ListingMeta {
  /** `title=`: above the code, for the most part the name of a file. */
  readonly title: string | undefined;
  /** `numbers`: of the first line; undefined where lines have no numbers. */
  readonly numbers: number | undefined;
  /** By mark: lines as `2,4-5`, in the order they are written and all of them in the block. */
  readonly marks: Readonly<Partial<Record<LineMark, string>>>;
  /** `lang=` of a diff: what its lines are written in. */
  readonly lang: string | undefined;
}

export const plainListing: ListingMeta = { title: undefined, numbers: undefined, marks: {}, lang: undefined };
