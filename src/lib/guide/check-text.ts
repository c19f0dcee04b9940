import type { Definition, Parents, Text } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { findMarksWithoutNote } from './check-prose.ts';
import { findUndefinedReferences } from './check-reference-text.ts';
import { findUnknownEmoji } from './extensions/emoji.ts';
import { findForeignSyntax } from './extensions/foreign-syntax.ts';

/** Whether a text may hold something that was meant for more than to be read. */
const sign = /[[{:!?%^$]/;

/** What Markdown prints as it stands, though its author meant something else. */
export function checkText(
  file: SourceFile,
  node: Text,
  parent: Parents,
  definitions: ReadonlyMap<string, Definition>,
): Diagnostic[] {
  if (!sign.test(node.value)) return [];
  return [
    ...findMarksWithoutNote(file, node),
    ...findUndefinedReferences(file, node, parent, definitions),
    ...findForeignSyntax(file, node, parent),
    ...findUnknownEmoji(file, node),
  ];
}
