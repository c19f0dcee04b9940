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

/** A sign of equality twice: in which child, at which index of its value. */
interface MarkSign {
  readonly child: number;
  readonly index: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Of `a == b`, `a==b` and `=====` none is a sign: one that opens stands before a word and not behind one, one that closes the other way round. */
const opening = /(?<![=\p{L}\p{N}])==(?![=\s])/uy;
const closing = /(?<![=\s])==(?![=\p{L}\p{N}])/uy;

function markedChildren(file: SourceFile, parent: Parents): Nodes[] {
  const children: readonly Nodes[] = parent.children;
  const traces = new Map<Nodes, TextTrace>();
  const signs = children.flatMap((node, child) => {
    if (node.type !== 'text' || !node.value.includes('==')) return [];
    const trace = traceText(file, node);
    traces.set(node, trace);
    return signsIn(node, child, trace);
  });
  const done: Nodes[] = [];
  let from = { child: 0, index: 0 };
  const takeUntil = (child: number, index: number): Nodes[] => {
    const taken = between(from, { child, index });
    from = { child, index: index + 2 };
    return taken;
  };
  let open: MarkSign | undefined;
  for (const sign of signs) {
    const isInside = open && (sign.child > open.child || sign.index > open.index + 2);
    if (!open && sign.opens) open = sign;
    else if (open && isInside && sign.closes) {
      for (const node of takeUntil(open.child, open.index)) done.push(node);
      const inside = takeUntil(sign.child, sign.index);
      const start = traces.get(children[open.child]!)!.offsetOf(open.index);
      const end = traces.get(children[sign.child]!)!.offsetOf(sign.index + 1) + 1;
      const position = { start: positionAt(file, start), end: positionAt(file, end) };
      done.push({
        type: 'htmlElement',
        tagName: 'mark',
        properties: {},
        children: inside as never[],
        position,
      });
      open = undefined;
    }
  }
  for (const node of between(from, undefined)) done.push(node);
  return done;

  function between(
    first: { readonly child: number; readonly index: number },
    end: { readonly child: number; readonly index: number } | undefined,
  ): Nodes[] {
    return children.slice(first.child, end ? end.child + 1 : undefined).flatMap((node, at): Nodes[] => {
      const child = first.child + at;
      const start = child === first.child ? first.index : 0;
      const trace = traces.get(node);
      if (node.type !== 'text' || !trace) return [node];
      const stop = child === end?.child ? end.index : node.value.length;
      if (start === 0 && stop === node.value.length) return [node];
      return start < stop ? [pieceOf(file, node, trace, start, stop)] : [];
    });
  }
}

function signsIn(node: Text, child: number, trace: TextTrace): MarkSign[] {
  const found: MarkSign[] = [];
  const isAt = (pattern: RegExp, index: number) => {
    pattern.lastIndex = index;
    return pattern.test(node.value);
  };
  for (let index = node.value.indexOf('=='); index >= 0; index = node.value.indexOf('==', index + 1)) {
    if (trace.isEscaped(index) || trace.isEscaped(index + 1)) continue;
    const opens = isAt(opening, index);
    const closes = isAt(closing, index);
    if (opens || closes) found.push({ child, index, opens, closes });
  }
  return found;
}

function pieceOf(file: SourceFile, node: Text, trace: TextTrace, start: number, end: number): Text {
  const position = {
    start: positionAt(file, trace.offsetOf(start)),
    end: positionAt(file, end === node.value.length ? trace.offsetOf(end) : trace.offsetOf(end - 1) + 1),
  };
  return { type: 'text', value: node.value.slice(start, end), position };
}
