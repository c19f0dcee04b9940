import type { Nodes } from 'mdast';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { parseMarkdown } from '../guide/parse-markdown.ts';
import { createSourceFile, lineAt, rangeAt } from '../source/source-file.ts';
import type { SourceFile } from '../source/source-file.ts';
import { applied } from './apply-edits.ts';
import type { Told } from './import-report.ts';

// What an import writes can always be built: nothing of it has an error. Where a part of a post has one, and nothing mends it, the part is
// kept as plain text, and told with what is to be mended.

interface RefusedOptions {
  /** The errors of a text, each in it. */
  errorsIn(text: string): readonly Diagnostic[];
  /** The line of the source, by that of the post. */
  lineOf(line: number): number;
  readonly told: Told;
}

/** More rounds than these mean that what is put is refused as well. */
const mostRounds = 12;

/** A text without errors: what is refused stands in it as text. */
export function withoutRefusedParts(text: string, { errorsIn, lineOf, told }: RefusedOptions): string {
  let made = text;
  for (let round = 0; round < mostRounds; round++) {
    const errors = errorsIn(made);
    if (errors.length === 0) return made;
    const file = createSourceFile('post.md', made);
    const edits = new Map<number, Edit>();
    let end = 0;
    for (const error of [...errors].sort((a, b) => a.range.start.offset - b.range.start.offset)) {
      const part = partAround(error, file, round);
      if (!part || part.edit.start < end) continue;
      end = part.edit.end;
      edits.set(part.edit.start, part.edit);
      told.change(
        part.what,
        lineOf(rangeAt(file, part.edit.start, part.edit.start).start.line),
        part.was,
        part.edit.text,
        `It would be refused here, and stands as text: ${error.message}`,
      );
    }
    if (edits.size === 0) return made;
    made = applied(made, [...edits.values()]);
  }
  return made;
}

interface RefusedPart {
  readonly what: string;
  readonly was: string;
  readonly edit: Edit;
}

/** First what an error names, then the paragraph that it stands in, then all of the post. */
function partAround({ range }: Diagnostic, file: SourceFile, round: number): RefusedPart | undefined {
  const { text } = file;
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0;
  if (range.end.offset <= front) return undefined;
  const tree = parseMarkdown(file);
  const block = tree.children.find(
    ({ position }) =>
      position !== undefined &&
      (position.start.offset ?? 0) <= range.start.offset &&
      (position.end.offset ?? 0) >= range.start.offset,
  );
  const listing = block && codeAround(block, range.start.offset);
  if (listing) return asPlainListing(listing, file);
  if (round < 4) return asSigns(range.start.offset, text);
  if (block && round < mostRounds - 2)
    return asListing(block.position!.start.offset!, block.position!.end.offset!, text);
  return asListing(front, text.trimEnd().length, text);
}

function codeAround(node: Nodes, offset: number): Nodes | undefined {
  const { position } = node;
  if ((position?.start.offset ?? 0) > offset || (position?.end.offset ?? 0) < offset) return undefined;
  if (node.type === 'code') return node;
  if (!('children' in node)) return undefined;
  return (node.children as Nodes[]).map((child) => codeAround(child, offset)).find(Boolean);
}

/** A listing of a language that is checked becomes one that is not. */
function asPlainListing({ position }: Nodes, file: SourceFile): RefusedPart | undefined {
  const [start, line] = [position!.start.offset!, position!.start.line];
  const opening = file.text.slice(start, file.lineStarts[line - 1]! + lineAt(file, line).length);
  const [, marks = '', words = ''] = /^(`{3,}|~{3,})(.*)$/.exec(opening) ?? [];
  if (marks === '' || words.trim() === 'text') return undefined;
  return {
    what: 'listing',
    was: words.trim(),
    edit: { start: start + marks.length, end: start + opening.length, text: 'text' },
  };
}

/** A sign that opens something is a sign of the text. */
function asSigns(offset: number, text: string): RefusedPart | undefined {
  const sign = text[offset] ?? '';
  if (!/[!-/:-@[-`{-~]/.test(sign) || text[offset - 1] === '\\') return undefined;
  const now = sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`;
  const was = text.slice(offset, offset + 200).replace(/\n[\s\S]*$/, '');
  return { what: 'sign', was, edit: { start: offset, end: offset + 1, text: now } };
}

/** A stretch as a listing, with all its signs. */
function asListing(start: number, end: number, text: string): RefusedPart | undefined {
  const was = text.slice(start, end);
  if (was.trim() === '') return undefined;
  const longest = (was.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length + 1), 3);
  const marks = '`'.repeat(longest);
  return { what: 'part', was, edit: { start, end, text: `${marks}text\n${was}\n${marks}` } };
}
