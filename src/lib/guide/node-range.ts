import type { Position } from 'unist';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';

/** Where a node stands in the file. */
export function rangeOf(file: SourceFile, node: { readonly position?: Position | undefined }): Range {
  return rangeAt(file, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
