import type { Definition, FootnoteDefinition, FootnoteReference, Link, Nodes } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { rangeOf } from './node-range.ts';
import { diagnose } from './rules.ts';
import { isSafeUrl } from './urls.ts';

// What Markdown and MDX can hold, and a post cannot.

export function importExport(file: SourceFile, node: Nodes): Diagnostic {
  return diagnose({
    rule: 'guide/import-export',
    file,
    range: rangeOf(file, node),
    message: 'A post neither imports nor exports.',
    hint: 'Remove the line: components are known by their names, and data belongs into the front matter.',
  });
}

export function checkLink(file: SourceFile, node: Link | Definition): Diagnostic | undefined {
  if (isSafeUrl(node.url)) return undefined;
  return diagnose({
    rule: 'guide/unsafe-link',
    file,
    range: rangeOf(file, node),
    message: `“${node.url.slice(0, 60)}” is no address that a post may link to.`,
    hint: 'Link to http, https or mailto addresses, to a path of this site, or to an #anchor.',
  });
}

/** A note without a mark in the text would not be on the page. Marks without a note are plain text to the parser. */
export function checkFootnotes(
  file: SourceFile,
  marks: readonly FootnoteReference[],
  notes: ReadonlyMap<string, FootnoteDefinition>,
): Diagnostic[] {
  const used = new Set(marks.map(({ identifier }) => identifier));
  return [...notes].flatMap(([identifier, node]) => {
    if (used.has(identifier)) return [];
    const start = node.position?.start.offset ?? 0;
    const label = node.label ?? identifier;
    return diagnose({
      rule: 'guide/footnote',
      file,
      range: rangeAt(file, start, start + label.length + 3),
      message: `Nothing in the text refers to the note [^${label}].`,
      hint: `Put [^${label}] where the note belongs, or remove it.`,
    });
  });
}
