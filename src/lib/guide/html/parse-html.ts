import type { Comment, Element, Root as HastRoot, RootContent as HastContent, Text as HastText } from 'hast';
import { raw } from 'hast-util-raw';
import type { Html, Nodes, Parents, Root, RootContent, Text } from 'mdast';
import type { Position } from 'unist';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { findLostTags } from './find-lost-tags.ts';
import { findUnreadMarkdown } from './find-unread-markdown.ts';
import { finishedHtml } from './finished-html.ts';
import type { HtmlElement } from './html-element.ts';
import type { HtmlTexts } from './html-texts.ts';
import { createHtmlTexts } from './html-texts.ts';

/** Stands for a node of Markdown while the HTML around it is parsed. */
interface KeptNode {
  type: 'kept';
  /** In the list of those that are kept. */
  index: number;
}

declare module 'hast' {
  interface RootContentMap {
    kept: KeptNode;
  }
}

/** What is found on the way. */
interface FoundHtml {
  readonly texts: HtmlTexts;
  /** Where elements begin. */
  readonly starts: Set<number>;
  /** Words that Markdown did not read, each with the elements around it. */
  readonly words: { readonly node: Text; readonly within: readonly string[] }[];
}

/**
 * Puts elements in the place of the tags of a Markdown tree, parsed as browsers parse them. What Markdown made stays whole: a tag
 * that opens in a paragraph ends with it. Returns what is told of tags that a browser would drop, and of Markdown that nobody read.
 */
export function parseHtml(file: SourceFile, root: Root): Diagnostic[] {
  const texts = createHtmlTexts(file, htmlOf(root));
  if (texts.nodes.length === 0) return [];
  const found: FoundHtml = { texts, starts: new Set(), words: [] };
  const open: Parents[] = [root];
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const child of parent.children) if ('children' in child) open.push(child);
    if (parent.children.some(({ type }) => type === 'html'))
      parent.children = parseChildren(parent, found) as never[];
  }
  return [...findLostTags(file, texts.nodes, found.starts), ...findUnreadMarkdown(file, found.words)];
}

/** All pieces of HTML, in the order of the text. */
function htmlOf(root: Root): Html[] {
  const found: Html[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'html') found.push(node);
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

function parseChildren(parent: Parents, found: FoundHtml): RootContent[] {
  const kept: RootContent[] = [];
  const children = (parent.children as RootContent[]).map((node): HastContent => {
    const place = node.position && { position: node.position };
    if (node.type === 'html')
      return { type: 'raw', value: finishedHtml(node.value), ...place } as unknown as HastContent;
    kept.push(node);
    return { type: 'kept', index: kept.length - 1, ...place };
  });
  // Places are told where there is a file; nothing of its text is needed.
  const options = { passThrough: ['kept'], file: { toString: () => '' } as never };
  const tree = raw({ type: 'root', children } as HastRoot, options) as HastRoot | Element;
  const inLine = parent.type !== 'root' && parent.children.some(({ type }) => type === 'text');
  const convert = (node: HastContent, within: readonly string[]): RootContent[] => {
    switch (node.type) {
      case 'kept':
        return [kept[node.index]!];
      case 'text':
        return [textNode(node, within, found)];
      case 'comment':
        return [commentNode(node, inLine, found)];
      case 'element':
        return [elementNode(node, convertAll(node.children, [...within, node.tagName]), found)];
      default:
        return [];
    }
  };
  const convertAll = (nodes: readonly HastContent[], within: readonly string[]) =>
    nodes.flatMap((node) => convert(node, within));
  return convertAll(tree.type === 'root' ? tree.children : [tree], []);
}

function placed(
  { position }: { readonly position?: Position | undefined },
  { texts: { placeOf } }: FoundHtml,
): { position?: Position } {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined) return {};
  const from = placeOf(start, 'start');
  return { position: { start: from, end: end === undefined ? from : placeOf(end, 'end') } };
}

function textNode(text: HastText, within: readonly string[], found: FoundHtml): Text {
  const node: Text = { type: 'text', value: text.value, ...placed(text, found) };
  found.words.push({ node, within });
  return node;
}

function elementNode(element: Element, children: RootContent[], found: FoundHtml): HtmlElement {
  const place = placed(element, found);
  if (place.position?.start.offset !== undefined) found.starts.add(place.position.start.offset);
  return {
    type: 'htmlElement',
    tagName: element.tagName,
    isParsed: true,
    properties: element.properties,
    children,
    ...place,
  };
}

/** As the comments of MDX are. */
function commentNode(node: Comment, inLine: boolean, found: FoundHtml): RootContent {
  const value = `/*${node.value.replaceAll('*/', '* /')}*/`;
  return { type: inLine ? 'mdxTextExpression' : 'mdxFlowExpression', value, ...placed(node, found) };
}
