import type { Data, Processor } from 'unified';
import type { SourceFile } from '../source/source-file.ts';
import { positionAt } from '../source/source-file.ts';

// GFM's parser takes the first line of every paragraph for the head of a table until it has read the line after it, which is a
// fifth of the time that a parse takes. Where a table can be is seen sooner. What is parsed is the same.

/**
 * The row under the head of a table is of hyphens, bars, colons and blanks; one of hyphens alone underlines a heading. It is
 * looked for from where such signs begin, so that no long row of them is gone through again and again.
 */
const delimiterRow = /(?<![-|: \t])(?=[-|: \t]*-)(?=[-|: \t]*[|:])[-|: \t]+$/gm;
const blankLine = /[ \t]*(?:[\r\n]|$)/y;

/** The lines, from 1, of which one may be in a table: the head, and all from there to a blank line. */
export function tableLinesOf(file: SourceFile): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { index } of file.text.matchAll(delimiterRow)) {
    let { line } = positionAt(file, index);
    lines.add(line - 1);
    for (; line <= file.lineStarts.length && !lines.has(line); line++) {
      blankLine.lastIndex = file.lineStarts[line - 1]!;
      if (blankLine.test(file.text)) break;
      lines.add(line);
    }
  }
  return lines;
}

type FlowConstruct = NonNullable<NonNullable<Data['micromarkExtensions']>[number]['flow']>;

/** For after remark-gfm: looks for tables only on these lines of the text that is being parsed. */
export function tryTablesOn(this: Processor, lines: () => ReadonlySet<number>): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    extension.flow ? { ...extension, flow: tryingTablesOn(extension.flow, lines) } : extension,
  );
}

function tryingTablesOn(flow: FlowConstruct, lines: () => ReadonlySet<number>): FlowConstruct {
  return Object.fromEntries(
    Object.entries(flow).map(([code, list]) => [
      code,
      [list ?? []].flat().map((construct): typeof construct =>
        construct.name === 'table'
          ? {
              ...construct,
              tokenize(effects, ok, nok) {
                return lines().has(this.now().line) ? construct.tokenize.call(this, effects, ok, nok) : nok;
              },
            }
          : construct,
      ),
    ]),
  );
}
