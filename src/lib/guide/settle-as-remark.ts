import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import type { SourceFile } from '../source/source-file.ts';
import { positionAt } from '../source/source-file.ts';
import type { MaskedText } from './mask-programs.ts';
import { placeAttributes } from './place-attributes.ts';
import type { Doubt } from './reading-doubts.ts';
import { doubtOf, doubtOfChildren, mayBeLazy } from './reading-doubts.ts';

// Satteri makes the tree that remark makes, but for a few kinds of differences. Those that can be settled are settled here: tags get
// the places of their attributes, a tag alone on its line its paragraph, a task its start, code its braces. In all others remark
// reads the post.

/** Where it is not known what remark would read. */
export interface DoubtfulPlace {
  readonly doubt: Doubt;
  /** An offset of the file. */
  readonly at: number;
  /** Of a text that is refused: what Satteri says of it. */
  readonly reason?: string | undefined;
}

/** Whose text is taken as it stands, whatever it is. */
const verbatim: ReadonlySet<string> = new Set<Nodes['type']>(['yaml', 'code', 'inlineCode']);

/**
 * Makes the tree that Satteri read of the masked text of `file` the one that remark reads of the text itself; undefined where that
 * is done, else the first place found where it cannot be.
 */
export function settleAsRemark(file: SourceFile, masked: MaskedText, tree: Root): DoubtfulPlace | undefined {
  const open: [node: Nodes, isNested: boolean][] = [[tree, false]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, isNested] = next;
    const within =
      isNested ||
      node.type === 'blockquote' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition';
    const doubt =
      settleNode(file, masked, node, isNested) ??
      doubtOf(file, node, isNested) ??
      ('children' in node ? (doubtOfChildren(file, node, within) ?? settleChildren(file, node)) : undefined);
    if (doubt) return { doubt, at: node.position?.start.offset ?? 0 };
    if ('children' in node) for (const child of node.children) open.push([child, within]);
  }
  return undefined;
}

function settleNode(file: SourceFile, masked: MaskedText, node: Nodes, isNested: boolean): Doubt | undefined {
  if (!settleStrings(masked, node)) return 'a program';
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    delete node.data;
    if (node.attributes.some(({ value }) => typeof value === 'string' && masked.holdsMask(value)))
      return 'a program';
    const end = placeAttributes(file, node);
    if (end === undefined) return 'a tag not as written';
    if (mayBeLazy(file, node, end, isNested)) return 'a tag over several lines';
  }
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return startTask(file, node);
  return undefined;
}

/** Masks in code and in comments are undone; anywhere else they are programs. */
function settleStrings(masked: MaskedText, node: Nodes): boolean {
  if (masked.isSame) return true;
  const isVerbatim =
    verbatim.has(node.type) || node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
  for (const key in node) {
    const value: unknown = node[key as keyof Nodes];
    if (typeof value !== 'string' || !masked.holdsMask(value)) continue;
    if (!isVerbatim) return false;
    Object.assign(node, { [key]: masked.restore(value) });
  }
  return true;
}

/** remark lets the paragraph of a task begin with its box, unless the first thing in it is text. */
function startTask(file: SourceFile, item: Extract<Nodes, { type: 'listItem' }>): Doubt | undefined {
  const [paragraph] = item.children;
  const start = paragraph?.position?.start.offset;
  if (paragraph?.type !== 'paragraph' || !paragraph.position || start === undefined)
    return 'a task without a text';
  const box = /\[[ \txX]\][ \t]+$/.exec(file.text.slice(Math.max(0, start - 40), start));
  if (!box) return 'a task without a text';
  if (paragraph.children[0]?.type !== 'text')
    paragraph.position.start = positionAt(file, start - box[0].length);
  return undefined;
}

const flowParents: ReadonlySet<string> = new Set<Nodes['type']>([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'mdxJsxFlowElement',
]);

/**
 * To remark a tag that stands alone on its line with words in it is a paragraph, to Satteri it is a block. Where several tags and
 * expressions stand together and one of them has words, it takes remark to tell which are which.
 */
function settleChildren(file: SourceFile, parent: Parents): Doubt | undefined {
  if (!flowParents.has(parent.type)) return undefined;
  const children = parent.children as Nodes[];
  for (let index = 0; index < children.length; index++) {
    const node = children[index]!;
    const hasWords = node.type === 'mdxJsxFlowElement' && node.children.some(isPhrasing);
    if (!hasWords && node.type !== 'mdxFlowExpression') continue;
    const isTogether = [children[index - 1], children[index + 1]].some(
      (other) => other && isTag(other) && areTogether(node, other),
    );
    if (isTogether) return 'a tag beside others';
    if (hasWords) children[index] = inParagraph(file, node);
  }
  return undefined;
}

function isTag({ type }: Nodes): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxFlowExpression';
}

const phrasing: ReadonlySet<string> = new Set<Nodes['type']>([
  ...(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image'] as const),
  ...(['linkReference', 'imageReference', 'footnoteReference'] as const),
  ...(['mdxJsxTextElement', 'mdxTextExpression'] as const),
]);

function isPhrasing({ type }: Nodes): boolean {
  return phrasing.has(type);
}

/** Whether no blank line stands between two nodes, in whatever order. */
function areTogether(a: Nodes, b: Nodes): boolean {
  const lines = [a.position, b.position].map((at) => [at?.start.line ?? 0, at?.end.line ?? 0] as const);
  const [[, end] = [0, 0], [start] = [0, 0]] = lines.sort(([x], [y]) => x - y);
  return start - end < 2;
}

function inParagraph(file: SourceFile, element: Extract<Nodes, { type: 'mdxJsxFlowElement' }>): Paragraph {
  const start = element.position?.start.offset ?? 0;
  let end = element.position?.end.offset ?? 0;
  // Blanks at the end of a line belong to its paragraph.
  while (file.text[end] === ' ' || file.text[end] === '\t') end++;
  const words = Object.assign(element as Nodes, { type: 'mdxJsxTextElement' });
  return {
    type: 'paragraph',
    children: [words as Paragraph['children'][number]],
    position: { start: positionAt(file, start), end: positionAt(file, end) },
  };
}
