import type { ImportChange, ImportLoss } from './import-report.ts';

/** A post as another program has it, before anything is made of it. */
export interface SourcePost {
  /** As reports name it. */
  readonly source: string;
  readonly title: string;
  /** `2014-04-21`; undefined where nothing says when. */
  readonly date: string | undefined;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly draft: boolean;
  /** What the last part of its address is to be made of. */
  readonly name: string;
  /** Its addresses there, from the root of that site, the one that links use first: `/2014/04/disk-full/`, `/?p=12`. */
  readonly addresses: readonly string[];
  /** What its relative links and pictures begin at: an address from the root of that site, or the path of its file in the tree. */
  readonly base: string;
  /** The picture it begins with, as it is named there. */
  readonly cover: string | undefined;
  readonly body: SourceBody;
  /** The line of the source on which the body begins, from 1. */
  readonly line: number;
  /** What was already told while it was read. */
  readonly changed: readonly ImportChange[];
  readonly lost: readonly ImportLoss[];
}

export type SourceBody =
  | {
      readonly kind: 'html';
      /** Line for line as in the source. */
      readonly html: string;
      /** The notes that plug-ins keep apart, by the name that the text calls them by; each is HTML. */
      readonly notes: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'markdown';
      /** Line for line as in the source. */
      readonly text: string;
      /** Before what is no Markdown in it was made Markdown. */
      readonly original: string;
    };

/** What is known of the place that posts come from. */
export interface SourceSite {
  /** Its addresses without a slash at the end, `https://old.example`; the first is the one that links to it are written with. */
  readonly origins: readonly string[];
}

/** Something that is found in what a post comes with: a file that the workspace knows by `id`. */
export interface FoundFile {
  readonly id: string;
  /** The last part of its path. */
  readonly name: string;
}
