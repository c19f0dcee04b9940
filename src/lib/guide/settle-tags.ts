import type { Nodes, Paragraph } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { JsxElement } from './component-props.ts';
import { propsProblem, rangeOfName } from './component-props.ts';
import { inlineComponents } from './components.ts';

type FlowElement = Extract<JsxElement, { type: 'mdxJsxFlowElement' }>;

/**
 * Tags alone on a line arrive as a paragraph; what is a block comes out of it. A tag of inline text that stands on lines of its
 * own arrives as a block; it goes into a paragraph. Undefined where the node stays as it is.
 */
export function settleTags(
  file: SourceFile,
  node: Nodes,
  report: (diagnostic: Diagnostic) => void,
): Nodes[] | undefined {
  if (node.type === 'paragraph') return blocksOf(node);
  if (node.type !== 'mdxJsxFlowElement' || node.name === null || !isInline(node.name)) return undefined;
  if (node.name === 'Correction') return undefined;
  const [only, ...more] = node.children;
  if (more.length === 0 && (!only || only.type === 'paragraph')) return [inParagraph(node, only)];
  const message = `<${node.name}> holds whole blocks, but it is for words in a line.`;
  report(propsProblem(file, rangeOfName(file, node), message, 'Put it around words inside a paragraph.'));
  return node.children.slice();
}

/** The tags of a paragraph that has nothing but tags of blocks. */
function blocksOf(paragraph: Paragraph): Nodes[] | undefined {
  const tags = paragraph.children.filter((child) => child.type === 'mdxJsxTextElement');
  const others = paragraph.children.filter((child) => child.type !== 'mdxJsxTextElement');
  const alone =
    tags.length > 0 &&
    tags.every(({ name }) => name !== null && !isInline(name)) &&
    others.every((child) => child.type === 'text' && child.value.trim() === '');
  if (!alone) return undefined;
  return tags.map((tag): Nodes => {
    const { children, ...rest } = tag;
    const position = tag.position ?? paragraph.position;
    return {
      ...rest,
      type: 'mdxJsxFlowElement',
      children: children.length === 0 ? [] : [{ type: 'paragraph', children, ...(position && { position }) }],
    };
  });
}

function inParagraph(node: FlowElement, words: Paragraph | undefined): Paragraph {
  const { position } = node;
  return {
    type: 'paragraph',
    children: [{ ...node, type: 'mdxJsxTextElement', children: words?.children ?? [] }],
    ...(position && { position }),
  };
}

function isInline(name: string): boolean {
  return (inlineComponents as readonly string[]).includes(name);
}
