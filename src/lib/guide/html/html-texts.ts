import type { Html, Nodes } from 'mdast';
import type { Point } from 'unist';
import type { SourceFile } from '../../source/source-file.ts';
import { positionAt } from '../../source/source-file.ts';

/** The pieces of HTML in a post, and where what stands in them stands in the file. */
export interface HtmlTexts {
  readonly nodes: readonly Html[];
  /**
   * The place in the file of a place that a parser of HTML tells, which counts from the beginning of a piece as if nothing had been
   * stripped off its lines. `side`: whether what is meant begins or ends there.
   */
  readonly placeOf: (offset: number, side: 'start' | 'end') => Point;
}

/** `nodes` in the order of the text. */
export function createHtmlTexts(file: SourceFile, nodes: readonly Html[]): HtmlTexts {
  const starts = nodes.map(startOf);
  const placeOf = (offset: number, side: 'start' | 'end'): Point => {
    let low = 0;
    let high = nodes.length;
    const limit = side === 'start' ? offset : offset - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= limit) low = middle + 1;
      else high = middle;
    }
    const node = nodes[low - 1];
    return positionAt(file, node ? offsetInFile(file, node, offset - startOf(node)) : offset);
  };
  return { nodes, placeOf };
}

/** Where a character of a piece's value stands in the file: quotes and lists put their signs before its lines. */
export function offsetInFile(file: SourceFile, node: Html, at: number): number {
  const start = startOf(node);
  const before = node.value.slice(0, at).split(/\r\n|\n|\r/);
  const line = before.length - 1;
  if (line === 0) return Math.min(start + at, file.text.length);
  const number = (node.position?.start.line ?? 1) + line;
  const next = file.lineStarts[number];
  const whole = file.text.slice(file.lineStarts[number - 1], next).replace(/\r?\n$|\r$/, () => '');
  const rest = /[^\r\n]*/.exec(node.value.slice(at))![0];
  return (file.lineStarts[number - 1] ?? start) + Math.max(0, whole.length - rest.length);
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}
