import type { Nodes } from 'mdast';
import type { Range, SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';

const attribute = /[\s/]+([^\s/>=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s"'>]+))?/y;

/** Of `<name` at the beginning of an element. */
export function rangeOfTag(file: SourceFile, { position }: Nodes): Range {
  const start = position?.start.offset ?? 0;
  const name = /^<\/?[^\s/>]*/.exec(file.text.slice(start, start + 100))?.[0] ?? '<';
  return rangeAt(file, start, start + name.length);
}

/** An attribute in the tag of an element, and the same with the blanks before it; undefined where it is not to be found. */
export function placeOfAttribute(
  file: SourceFile,
  node: Nodes,
  name: string,
): { readonly range: Range; readonly from: number } | undefined {
  let at = rangeOfTag(file, node).end.offset;
  attribute.lastIndex = at;
  for (let match = attribute.exec(file.text); match; match = attribute.exec(file.text)) {
    const end = attribute.lastIndex;
    const [whole, found = ''] = match;
    if (found.toLowerCase() === name.toLowerCase())
      return { range: rangeAt(file, at + whole.search(/[^\s/]/), end), from: at };
    at = end;
  }
  return undefined;
}
