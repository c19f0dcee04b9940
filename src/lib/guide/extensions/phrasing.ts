import type { Nodes, Parents, RootContent, Text } from 'mdast';
import type { SourceFile } from '../../source/source-file.ts';
import { positionAt } from '../../source/source-file.ts';
import { emojiCode, emojiOf } from './emoji.ts';
import type { TextTrace } from './trace-text.ts';
import { traceText } from './trace-text.ts';

/** Puts what `:warning:` and `==marked==` stand for into the texts of a parent. */
export function settlePhrasing(file: SourceFile, parent: Parents): void {
  if (parent.children.some((child) => child.type === 'text' && /:[a-z0-9+-]/.test(child.value))) {
    const children = parent.children as readonly Nodes[];
    parent.children = children.flatMap((node) =>
      node.type === 'text' ? withEmoji(file, node) : [node],
    ) as RootContent[];
  }
  if (parent.children.some((child) => child.type === 'text' && child.value.includes('==')))
    parent.children = markedChildren(file, parent) as RootContent[];
}

function withEmoji(file: SourceFile, node: Text): Nodes[] {
  let trace: TextTrace | undefined;
  const found: Nodes[] = [];
  let done = 0;
  for (const { 0: code, 1: name = '', index } of node.value.matchAll(emojiCode)) {
    const emoji = emojiOf(name);
    if (emoji === undefined) continue;
    trace ??= traceText(file, node);
    if (trace.isEscaped(index) || trace.isEscaped(index + code.length - 1)) continue;
    if (index > done) found.push(pieceOf(file, node, trace, done, index));
    found.push({ ...pieceOf(file, node, trace, index, index + code.length), value: emoji });
    done = index + code.length;
  }
  if (!trace || done === 0) return [node];
  if (done < node.value.length) found.push(pieceOf(file, node, trace, done, node.value.length));
  return found;
}

interface MarkSign {
  readonly child: number;
  readonly index: number;
  readonly trace: TextTrace;
}

/** Of `a == b`, `a==b` and `=====` none is a sign: one that opens stands before a word and not behind one, one that closes the other way round. */
const opening = /(?<![=\p{L}\p{N}])==(?![=\s])/gu;
const closing = /(?<![=\s])==(?![=\p{L}\p{N}])/gu;

function markedChildren(file: SourceFile, parent: Parents): Nodes[] {
  const children: readonly Nodes[] = parent.children;
  const done: Nodes[] = [];
  let from: { child: number; index: number } = { child: 0, index: 0 };
  for (
    let open = nextSign(file, children, opening, from);
    open;
    open = nextSign(file, children, opening, from)
  ) {
    const close = nextSign(file, children, closing, { child: open.child, index: open.index + 3 });
    if (!close) break;
    for (const node of between(file, children, from, open)) done.push(node);
    const inside = between(file, children, { child: open.child, index: open.index + 2 }, close);
    const position = {
      start: positionAt(file, open.trace.offsetOf(open.index)),
      end: positionAt(file, close.trace.offsetOf(close.index + 2)),
    };
    done.push({
      type: 'htmlElement',
      tagName: 'mark',
      properties: {},
      children: inside as never[],
      position,
    });
    from = { child: close.child, index: close.index + 2 };
  }
  for (const node of between(file, children, from, undefined)) done.push(node);
  return done;
}

function nextSign(
  file: SourceFile,
  children: readonly Nodes[],
  pattern: RegExp,
  from: { readonly child: number; readonly index: number },
): MarkSign | undefined {
  for (let child = from.child; child < children.length; child++) {
    const node = children[child]!;
    if (node.type !== 'text' || !node.value.includes('==')) continue;
    const trace = traceText(file, node);
    for (const { index } of node.value.matchAll(pattern)) {
      const isBefore = child === from.child && index < from.index;
      if (!isBefore && !trace.isEscaped(index) && !trace.isEscaped(index + 1)) return { child, index, trace };
    }
  }
  return undefined;
}

/** The children from one place to another, texts cut where the places are in them. */
function between(
  file: SourceFile,
  children: readonly Nodes[],
  from: { readonly child: number; readonly index: number },
  to: MarkSign | undefined,
): Nodes[] {
  const last = to?.child ?? children.length - 1;
  return children.slice(from.child, last + 1).flatMap((node, at): Nodes[] => {
    const child = from.child + at;
    if (node.type !== 'text') return [node];
    const start = child === from.child ? from.index : 0;
    const end = child === to?.child ? to.index : node.value.length;
    if (start === 0 && end === node.value.length) return [node];
    return start < end ? [pieceOf(file, node, traceText(file, node), start, end)] : [];
  });
}

function pieceOf(file: SourceFile, node: Text, trace: TextTrace, start: number, end: number): Text {
  const position = {
    start: positionAt(file, trace.offsetOf(start)),
    end: positionAt(file, end === node.value.length ? trace.offsetOf(end) : trace.offsetOf(end - 1) + 1),
  };
  return { type: 'text', value: node.value.slice(start, end), position };
}
