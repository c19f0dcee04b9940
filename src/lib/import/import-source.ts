import type { PostImport } from './import-report.ts';
import type { PostHead } from './plan-import.ts';
import type { SourcePost, SourceSite } from './source-post.ts';

/** What an import reads, as the workspace finds it. Nothing outside of it is ever asked for. */
export interface ImportInput {
  /** Of the one file or the folder that was named, as reports name it. */
  readonly name: string;
  /** The files of the tree, from its root, with `/`: beside an export those that lie with it. */
  readonly paths: readonly string[];
  /** Exports to read: the file that was named, or those of the folder. */
  readonly exports: readonly string[];
  /** The text of a file; undefined where it cannot be read, which the workspace tells. */
  read(path: string): string | undefined;
  /** The text of a file piece by piece, from its beginning each time. */
  chunks(path: string): Iterable<string>;
}

/** A format's way to its posts: once for where they are, then one by one. */
export interface ImportSource {
  readonly site: SourceSite;
  readonly heads: readonly PostHead[];
  /** Each post, and what is told of anything that is none. */
  posts(): Iterable<SourcePost | PostImport>;
  /** Files of the source that are to be shown by a post, and are lost where none does: by their address. */
  readonly attachments: readonly {
    readonly source: string;
    readonly line: number;
    readonly address: string;
  }[];
}

/** What is told of something that nothing was made of. */
export function nothingMade(
  source: string,
  what: string,
  line: number,
  text: string,
  why: string,
): PostImport {
  return { source, path: '', kept: {}, changed: [], lost: [{ what, line, text, why }] };
}
