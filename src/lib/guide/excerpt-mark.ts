import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { commentOf } from './read-expression.ts';

/** Of Hugo, Jekyll, WordPress and others; of Docusaurus. */
const words: ReadonlySet<string> = new Set(['more', 'truncate']);

/** Whether a node is the comment behind which the excerpt of a post ends. */
export function isExcerptMark(node: Nodes): boolean {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return false;
  return words.has(commentOf(node.value)?.toLowerCase() ?? '');
}

/**
 * A paragraph that the mark is the last or the first of, and the mark beside it: the excerpt ends with a paragraph either way. Undefined
 * where there is no mark, or where it is in the midst of words.
 */
export function markApart(paragraph: Paragraph): Nodes[] | undefined {
  const { children } = paragraph;
  const at = children.findIndex(isExcerptMark);
  if (at < 0) return undefined;
  const before = withoutBlanks(children.slice(0, at));
  const after = withoutBlanks(children.slice(at + 1));
  if (before.length > 0 && after.length > 0) return undefined;
  const rest = [...before, ...after];
  const words: Nodes[] = rest.length === 0 ? [] : [{ ...paragraph, children: rest }];
  const mark = children[at]!;
  return before.length > 0 ? [...words, mark] : [mark, ...words];
}

/** Without blanks and breaks at either end. */
function withoutBlanks(children: readonly PhrasingContent[]): PhrasingContent[] {
  const isBlank = (node: PhrasingContent) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const first = children.findIndex((node) => !isBlank(node));
  const last = children.findLastIndex((node) => !isBlank(node));
  return first < 0 ? [] : children.slice(first, last + 1);
}
