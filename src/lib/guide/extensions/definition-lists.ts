import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent, Text } from 'mdast';
import type { Position } from 'unist';
import type { SourceFile } from '../../source/source-file.ts';
import { positionAt } from '../../source/source-file.ts';
import { traceText } from './trace-text.ts';

/** Terms, each with what is said of it behind it. */
export interface DefinitionListNode {
  type: 'definitionList';
  position?: Position;
  children: (DefinitionTermNode | DefinitionDetailsNode)[];
}

export interface DefinitionTermNode {
  type: 'definitionTerm';
  position?: Position;
  children: PhrasingContent[];
}

export interface DefinitionDetailsNode {
  type: 'definitionDetails';
  position?: Position;
  children: RootContent[];
}

declare module 'mdast' {
  interface RootContentMap {
    definitionList: DefinitionListNode;
    definitionTerm: DefinitionTermNode;
    definitionDetails: DefinitionDetailsNode;
  }
}

/** The nodes of a line of a paragraph; `isDetails`: it began with a colon, which is left out. */
interface Line {
  readonly nodes: PhrasingContent[];
  isDetails: boolean;
}

/**
 * Makes lists of definitions of paragraphs in which a line begins with a colon and a blank, as PHP Markdown Extra and Pandoc have them:
 * the line before is the term. The colon may begin a paragraph of its own, and what is indented below belongs to it.
 */
export function groupDefinitions(file: SourceFile, parent: Parents): void {
  if (!parent.children.some(mayDefine)) return;
  const done: Nodes[] = [];
  for (const node of parent.children as Nodes[]) {
    const before = done.at(-1);
    const lines = mayDefine(node) ? linesOf(file, node as Paragraph) : [];
    if (!lines.some(({ isDetails }) => isDetails)) {
      const last =
        before?.type === 'definitionList' && isIndented(node, before) ? before.children.at(-1) : undefined;
      if (last?.type === 'definitionDetails') last.children.push(node as RootContent);
      else done.push(node);
      continue;
    }
    const entries = entriesOf(lines, node.position);
    const isOpen = lines[0]!.isDetails;
    if (before?.type === 'definitionList') before.children = [...before.children, ...entries];
    else if (isOpen && before?.type === 'paragraph' && isOneLine(before)) {
      const { position, children } = before;
      const term: DefinitionTermNode = { type: 'definitionTerm', children, ...(position && { position }) };
      done[done.length - 1] = listOf([term, ...entries], position);
    } else if (isOpen) done.push(node);
    else done.push(listOf(entries, node.position));
  }
  parent.children = done as RootContent[];
}

function mayDefine(node: Nodes): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.some((child) => child.type === 'text' && /(?:^|[\r\n]):[ \t]/.test(child.value))
  );
}

function listOf(
  children: DefinitionListNode['children'],
  position: Position | undefined,
): DefinitionListNode {
  return { type: 'definitionList', children, ...(position && { position }) };
}

/** A line without a colon is a term where one with a colon comes next, and goes on with the line before elsewhere. */
function entriesOf(lines: readonly Line[], position: Position | undefined): DefinitionListNode['children'] {
  const entries: DefinitionListNode['children'] = [];
  for (const [index, { nodes, isDetails }] of lines.entries()) {
    const before = entries.at(-1);
    const place = position && { position };
    const isTerm = !isDetails && (index === 0 || lines[index + 1]?.isDetails === true);
    if (isDetails)
      entries.push({
        type: 'definitionDetails',
        children: [{ type: 'paragraph', children: nodes, ...place }],
        ...place,
      });
    else if (isTerm || !before) entries.push({ type: 'definitionTerm', children: nodes, ...place });
    else {
      const [paragraph] = before.type === 'definitionDetails' ? before.children : [before];
      if (paragraph && 'children' in paragraph)
        paragraph.children = [...paragraph.children, { type: 'text', value: '\n' }, ...nodes] as never[];
    }
  }
  return entries;
}

function linesOf(file: SourceFile, { children }: Paragraph): Line[] {
  const lines: Line[] = [{ nodes: [], isDetails: false }];
  const begin = () => lines.push({ nodes: [], isDetails: false });
  for (const child of children) {
    if (child.type === 'break') begin();
    else if (child.type !== 'text') lines.at(-1)!.nodes.push(child);
    else addText(child);
  }
  return lines;

  function addText(node: Text): void {
    const trace = traceText(file, node);
    let start = 0;
    for (const [index, written] of node.value.split(/\r\n|\n|\r/).entries()) {
      if (index > 0) {
        start = node.value.indexOf(written, start);
        begin();
      }
      const line = lines.at(-1)!;
      const marker =
        line.nodes.length === 0 && !trace.isEscaped(start) ? /^:[ \t]+/.exec(written)?.[0].length : undefined;
      if (marker !== undefined) line.isDetails = true;
      const from = start + (marker ?? 0);
      const end = start + written.length;
      if (end > from)
        line.nodes.push({ type: 'text', value: node.value.slice(from, end), position: placeOf(from, end) });
      start = end + 1;
    }

    function placeOf(from: number, end: number): Position {
      const last = end === node.value.length ? trace.offsetOf(end) : trace.offsetOf(end - 1) + 1;
      return { start: positionAt(file, trace.offsetOf(from)), end: positionAt(file, last) };
    }
  }
}

function isOneLine({ position }: Paragraph): boolean {
  return position?.start.line === position?.end.line;
}

/** Whether a node stands further in than the list, as what belongs to its last entry does. */
function isIndented({ position }: Nodes, list: DefinitionListNode): boolean {
  return (position?.start.column ?? 1) > (list.position?.start.column ?? 1);
}
