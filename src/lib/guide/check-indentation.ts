import type { Nodes, Parents } from 'mdast';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { lineAt, positionAt, rangeAt } from '../source/source-file.ts';
import { formatOfPost } from './post-place.ts';
import { diagnose } from './rules.ts';

/** What Markdown takes for code, and MDX for prose. */
const indentation = 4;

/** Blocks in a row that are indented like the code of Markdown. */
export interface IndentedBlocks {
  readonly blocks: readonly Nodes[];
  readonly diagnostic: Diagnostic;
}

/**
 * MDX has no indented code: it is printed as prose, and as lists and headings where it looks like some. Content of tags is indented
 * as its author likes.
 */
export function findIndentedBlocks(file: SourceFile, parent: Parents): IndentedBlocks[] {
  if (formatOfPost(file.path) !== 'mdx') return [];
  const edge = edgeOf(file, parent);
  if (edge === undefined) return [];
  const found: IndentedBlocks[] = [];
  const children: readonly Nodes[] = parent.children;
  for (let index = 0; index < children.length; index++) {
    if (!isIndented(file, children[index]!, edge)) continue;
    const first = index;
    while (index + 1 < children.length && isIndented(file, children[index + 1]!, edge)) index++;
    const diagnostic = report(file, children[first]!, children[index]!, edge);
    found.push({ blocks: children.slice(first, index + 1), diagnostic });
  }
  return found;
}

/** The column, from 0, that the blocks of a parent begin at; undefined where they have none of their own. */
function edgeOf(file: SourceFile, parent: Parents): number | undefined {
  if (parent.type === 'root') return 0;
  const [first] = parent.children;
  if (parent.type !== 'listItem' || !first) return undefined;
  return first.position?.start.line === parent.position?.start.line ? columnOf(file, first) : undefined;
}

function isIndented(file: SourceFile, node: Nodes, edge: number): boolean {
  // Code by fences is code, a tag no prose, and what the parser has made of a definition stands where it does.
  const isProse = ['paragraph', 'heading', 'list', 'blockquote', 'table', 'thematicBreak'].includes(
    node.type,
  );
  if (!isProse || columnOf(file, node) < edge + indentation) return false;
  const offset = node.position?.start.offset ?? 0;
  // A tag that nothing opens is told as such, and its content is indented as that of any other.
  if (file.text.startsWith('</', offset)) return false;
  const { line, column } = positionAt(file, offset);
  // What stands behind a tag is not indented.
  if (
    lineAt(file, line)
      .slice(0, column - 1)
      .trim() !== ''
  )
    return false;
  return (
    line === 1 || lineAt(file, line - 1).trim() === '' || columnOfLine(file, line - 1) >= edge + indentation
  );
}

function report(file: SourceFile, first: Nodes, last: Nodes, edge: number): Diagnostic {
  const start = first.position?.start.offset ?? 0;
  const end = last.position?.end.offset ?? start;
  const fix = fenceOf(file, start, end, edge);
  return diagnose({
    rule: 'guide/indented-code',
    file,
    range: rangeAt(file, start, end),
    message: 'These lines are indented like code, and MDX shows them as prose.',
    hint: 'Put a line with three backticks and the language before them, and one with three backticks behind them; prose begins at the edge.',
    ...(fix && { fix }),
  });
}

/** The same lines between fences. They are `text`, since nothing says what language they are of. */
function fenceOf(file: SourceFile, start: number, end: number, edge: number): Fix | undefined {
  const from = positionAt(file, start).line;
  const to = positionAt(file, end).line;
  const lines = Array.from({ length: to - from + 1 }, (_, index) => lineAt(file, from + index));
  const code = lines.map((line) => withoutIndentation(line, edge + indentation));
  if (code.some((line) => line === undefined || /^[ \t]*(?:```|~~~)/.test(line))) return undefined;
  const before = ' '.repeat(edge);
  const fenced = ['```text', ...code, '```'].map((line) => (line === '' ? '' : before + line!));
  const lineBreak = file.text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = file.lineStarts[from - 1]!;
  return {
    title: 'Put the lines between fences',
    safety: 'safe',
    edits: [{ start: lineStart, end: lineStart + lengthOf(file, from, to), text: fenced.join(lineBreak) }],
  };
}

function lengthOf(file: SourceFile, from: number, to: number): number {
  return file.lineStarts[to - 1]! - file.lineStarts[from - 1]! + lineAt(file, to).length;
}

/** A line without so many columns of blanks; undefined where it has fewer. A blank line is empty. */
function withoutIndentation(line: string, columns: number): string | undefined {
  if (line.trim() === '') return '';
  let column = 0;
  let at = 0;
  while (column < columns && (line[at] === ' ' || line[at] === '\t')) {
    column = line[at] === '\t' ? column + 4 - (column % 4) : column + 1;
    at++;
  }
  return column < columns ? undefined : ' '.repeat(column - columns) + line.slice(at);
}

function columnOf(file: SourceFile, node: Nodes): number {
  const { line, column } = positionAt(file, node.position?.start.offset ?? 0);
  return widthOf(lineAt(file, line).slice(0, column - 1));
}

function columnOfLine(file: SourceFile, line: number): number {
  return widthOf(/^[ \t]*/.exec(lineAt(file, line))![0]);
}

/** How many columns a text takes, tabs to the next fourth. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width = character === '\t' ? width + 4 - (width % 4) : width + 1;
  return width;
}
