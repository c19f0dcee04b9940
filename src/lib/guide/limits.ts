import type { Table } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { syntaxProblem } from './syntax-error.ts';

// Satteri is linear in the length of a text, but not in all that one paragraph or one line may hold, and remark takes quadratic time
// and more. These limits are far above any post, and what is over them is told and not read, so that no text holds up a build.

/** Characters of a post; a long one has 40,000. */
const maxLength = 200_000;
/** Characters that may open or close something, between two blank lines; what begins a tag counts twice. */
const maxMarks = 6000;
/** Quotes and lists opened on one line. */
const maxContainers = 30;
/** Tags that are open at once, as far as a line shows it; blocks may be nested in each other far less. */
const maxOpenTags = 2000;
/** Columns of a table, and cells of all tables: short rows are filled up to all columns. */
const maxColumns = 40;
const maxCells = 20_000;
/** Stars or underlines in a row. */
const maxRun = 300;

/** Lines and signs between two blank lines that remark reads in no time, whatever they are. */
const maxLinesOfBlock = 500;
const maxSignsOfBlock = 3000;
/** As many of a whole post, where they may belong to lists, quotes, tags and programs, which go on behind blank lines. */
const maxLinesForRemark = 2000;
const maxSignsForRemark = 6000;
/** Lines with something on them, but for code. */
const maxLinesOfText = 10_000;

const containers = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${maxContainers}}`);
const run = new RegExp(`[*_]{${maxRun}}`);
const tagOpening = /<(?=[A-Za-z>])/g;
const tagClosing = /<\/|\/>/g;
const marks = /[*_[\]{}<~&]/g;

/** The first thing that is too much for the parser; undefined for every ordinary post. */
export function findTooMuch(file: SourceFile): Diagnostic | undefined {
  const { text, lineStarts } = file;
  const report = (start: number, end: number, message: string, hint: string) =>
    syntaxProblem(file, rangeAt(file, start, end), message, hint);
  if (text.length > maxLength) {
    return report(
      0,
      1,
      `The post has ${text.length} characters; at most ${maxLength} are read.`,
      'Split it into parts.',
    );
  }
  let count = 0;
  let paragraph = 0;
  let openTags = 0;
  for (let index = 0; index < lineStarts.length; index++) {
    const start = lineStarts[index]!;
    const line = text.slice(start, lineStarts[index + 1] ?? text.length);
    if (line.trim() === '') {
      count = 0;
      paragraph = lineStarts[index + 1] ?? text.length;
      continue;
    }
    const nested = containers.exec(line);
    if (nested) {
      return report(
        start,
        start + nested[0].length,
        `More than ${maxContainers} quotes or lists open on this line.`,
        'Write a rule as `---`, and nest less.',
      );
    }
    const long = run.exec(line);
    if (long) {
      return report(
        start + long.index,
        start + long.index + maxRun,
        `More than ${maxRun} stars or underlines stand in a row here.`,
        'Make the row shorter.',
      );
    }
    if (line.includes('<') || line.includes('/>')) {
      openTags += (line.match(tagOpening)?.length ?? 0) - (line.match(tagClosing)?.length ?? 0);
      openTags = Math.max(openTags, 0);
    }
    if (openTags > maxOpenTags) {
      return report(
        start,
        start + 1,
        `Up to here more than ${maxOpenTags} tags were opened and not closed.`,
        'Close the tags, or put code marks around what is none.',
      );
    }
    for (const [mark] of line.matchAll(marks)) count += mark === '<' ? 2 : 1;
    if (count > maxMarks) {
      return report(
        paragraph,
        paragraph + 1,
        `From here to the next blank line stand more than ${maxMarks} signs that Markdown has to look at.`,
        'Put a blank line in between, or show less.',
      );
    }
  }
  return undefined;
}

/** The signs that remark may have to look at; of an indentation every fourth blank may be a list more. */
const signs = /[*_`[\]<>{}!&~|\\:.@#(-]|^[ \t]{4,}/g;
/** Those of them that it looks at in the light of the whole post. */
const farSigns = /[[\]<{}]/g;
/** A line that begins or goes on with a list, a quote or what is indented. */
const nestedLine = /^(?:[ \t]|>|[-*+][ \t\r\n]|\d{1,9}[.)])/;
const fenceOpening = /^(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Why remark would take too long for a text, in words that end a sentence; undefined where it would not. Its work is nearly linear in the
 * number of blocks, and not in what one of them has, be it by lists, quotes and tags that hold others. What is in fences costs nothing, but
 * for braces, which may belong to a program around them.
 */
export function tooMuchForRemark({ text, lineStarts }: SourceFile): string | undefined {
  let ofPost = { lines: 0, signs: 0 };
  let ofBlock = { lines: 0, signs: 0 };
  let ofText = 0;
  let fence: string | undefined;
  for (let index = 0; index < lineStarts.length; index++) {
    const line = text.slice(lineStarts[index]!, lineStarts[index + 1] ?? text.length);
    if (fence !== undefined) {
      if (isFenceEnd(line, fence)) fence = undefined;
      ofPost.signs += line.match(/[{}]/g)?.length ?? 0;
    } else if (line.trim() === '') ofBlock = { lines: 0, signs: 0 };
    else {
      ofText++;
      fence = fenceOpening.exec(line)?.[1];
      const count = countSigns(line);
      ofBlock = { lines: ofBlock.lines + 1, signs: ofBlock.signs + count };
      const isNested = nestedLine.test(line);
      ofPost = {
        lines: ofPost.lines + (isNested ? 1 : 0),
        signs: ofPost.signs + (isNested ? count : (line.match(farSigns)?.length ?? 0)),
      };
    }
    const at = `line ${String(index + 1)}`;
    if (ofBlock.lines > maxLinesOfBlock)
      return `${at} is one of more than ${maxLinesOfBlock} without a blank one`;
    if (ofBlock.signs > maxSignsOfBlock)
      return `the block at ${at} has more than ${maxSignsOfBlock} signs that Markdown has to look at`;
    if (ofText > maxLinesOfText) return `more than ${maxLinesOfText} of its lines have a text`;
    if (ofPost.lines > maxLinesForRemark)
      return `more than ${maxLinesForRemark} of its lines are indented, or in lists and quotes`;
    if (ofPost.signs > maxSignsForRemark)
      return `it has more than ${maxSignsForRemark} brackets, braces, tags and signs in lists`;
  }
  // What looks like code may be the rest of the post, of which nothing was counted.
  return fence !== undefined && lineStarts.length > maxLinesForRemark
    ? `it has more than ${maxLinesForRemark} lines, and code that is not closed`
    : undefined;
}

function isFenceEnd(line: string, fence: string): boolean {
  return line.startsWith(fence) && line.trim() === fence[0]!.repeat(line.trim().length);
}

function countSigns(line: string): number {
  let count = 0;
  for (const [sign] of line.matchAll(signs)) count += sign.length > 1 ? Math.floor(sign.length / 4) : 1;
  return count;
}

/** The cells of a table, those counted that only other rows have. */
export function cellsOf(table: Table): number {
  return (table.align?.length ?? 0) * table.children.length;
}

/** Empties a table of too many columns, or of too many cells with those of the tables before it. */
export function limitTable(file: SourceFile, table: Table, cells: number): Diagnostic | undefined {
  const columns = table.align?.length ?? 0;
  if (columns <= maxColumns && cells <= maxCells) return undefined;
  const { position } = table.children[0] ?? table;
  table.children = [];
  return syntaxProblem(
    file,
    rangeAt(file, position?.start.offset ?? 0, position?.end.offset ?? 0),
    columns > maxColumns
      ? `The table has ${columns} columns; at most ${maxColumns} are read.`
      : `Up to here the tables of the post have ${cells} cells; at most ${maxCells} are read.`,
    'Turn rows into columns, or split the table.',
  );
}
