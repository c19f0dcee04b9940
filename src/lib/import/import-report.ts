// What is said of posts that were brought along, post by post: the report's own form, and nothing that is not in it.

/** What of a post stands here as it stood there: so many of each kind. */
export type KeptCounts = Readonly<Record<string, number>>;

/** Something that stands here otherwise than it stood there, or that is proposed to. */
export interface ImportChange {
  readonly what: string;
  /** Of the source, from 1. */
  readonly line: number;
  readonly was: string;
  readonly now: string;
  readonly why: string;
}

/** Something that did not come along. */
export interface ImportLoss {
  readonly what: string;
  /** Of the source, from 1. */
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** What became of one post. */
export interface PostImport {
  /** The file it comes from, and where that holds many, which of them: `export.xml#4711`. */
  readonly source: string;
  /** Where it lies now, or would; empty where nothing was made of it. */
  readonly path: string;
  readonly kept: KeptCounts;
  readonly changed: readonly ImportChange[];
  readonly lost: readonly ImportLoss[];
}

/** `--format json`. */
export interface ImportReport {
  readonly version: 1;
  readonly posts: readonly PostImport[];
}

/** Collects what is told of one post. */
export interface Told {
  readonly changed: ImportChange[];
  readonly lost: ImportLoss[];
  change(what: string, line: number, was: string, now: string, why: string): void;
  lose(what: string, line: number, text: string, why: string): void;
}

export function createTold(): Told {
  const changed: ImportChange[] = [];
  const lost: ImportLoss[] = [];
  return {
    changed,
    lost,
    change: (what, line, was, now, why) => void changed.push({ what, line, was, now, why }),
    lose: (what, line, text, why) => void lost.push({ what, line, text, why }),
  };
}
