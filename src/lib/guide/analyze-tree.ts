import type {
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  Nodes,
  Parents,
  Root,
} from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { MdxExpression } from './check-expression.ts';
import { checkExpression, findValuesInText, misplacedExcerptMark } from './check-expression.ts';
import { isExcerptMark, markApart } from './excerpt-mark.ts';
import { findIndentedBlocks } from './check-indentation.ts';
import { checkFootnotes, checkLink, importExport } from './check-prose.ts';
import { checkTable } from './check-table.ts';
import { checkText } from './check-text.ts';
import { checkPlacement } from './component-placement.ts';
import type { JsxElement } from './component-props.ts';
import type { DocumentModel } from './document-model.ts';
import type { Block, Output, Passage, Reference, Step } from './guide.ts';
import { readAlert } from './extensions/alert.ts';
import type { TabGroup } from './extensions/tabs.ts';
import { checkAlternatives, checkTabPlace, checkTabs } from './extensions/tabs.ts';
import { groupDefinitions } from './extensions/definition-lists.ts';
import { settlePhrasing } from './extensions/phrasing.ts';
import { isVerbatim } from './extensions/restore-masked.ts';
import { readMathBlock } from './extensions/math-node.ts';
import { findForeignLine } from './extensions/foreign-syntax.ts';
import type { FoundHeading } from './headings.ts';
import { anchorHeadings, checkFirstLevel, readHeading } from './headings.ts';
import { withPrefix } from './html/own-ids.ts';
import { readHtml } from './html/read-html.ts';
import { cellsOf, limitTable } from './limits.ts';
import type { DefinedLink } from './links.ts';
import { readLink, withoutPictures } from './links.ts';
import { rangeOf } from './node-range.ts';
import { formatOfPost } from './post-place.ts';
import type { CodeBlock } from './read-code.ts';
import { readCode } from './read-code.ts';
import type { Tag } from './read-component.ts';
import { readTag } from './read-component.ts';
import type { MarkdownImage, ShownPicture } from './read-picture.ts';
import { readPassage } from './read-passage.ts';
import { readFigureTag, readImage } from './read-picture.ts';
import { readVideoTag } from './read-video.ts';
import { commentOf } from './read-expression.ts';
import { referencesOf } from './references.ts';
import { settleTags } from './settle-tags.ts';

/** Walks the tree once. Tags that stand alone on their lines become blocks of it on the way. `title`: of the post, where it is known. */
export function analyzeTree(
  file: SourceFile,
  root: Root,
  isLabwork: boolean,
  title: string | undefined,
): DocumentModel {
  const walk = beginWalk(file, root, isLabwork);
  const ids = readHtml(file, root, walk.report);
  walkChildren(walk, root);
  const { headings, noteMarks, notes, blocks, diagnostics, ...found } = walk;
  const pictures = readImages(walk);
  const alternatives = isLabwork ? checkAlternatives(file, walk.tabGroups, blocks) : [];
  const anchors = anchorHeadings(headings, { ...found, ids, blocks: blocks.length, notes: notes.size });
  return {
    ...found,
    links: withoutPictures(walk).map((link) => ({ ...link, url: withPrefix(link.url, ids) })),
    ids,
    blocks,
    notes,
    headings: headings.map(({ node }) => anchors.get(node)!),
    anchors,
    pictures,
    diagnostics: [
      ...diagnostics,
      ...alternatives,
      ...checkFirstLevel(file, headings, title),
      ...checkFootnotes(file, noteMarks, notes),
    ],
  };
}

/** A walk through a tree, and what it has found so far. */
interface Walk {
  readonly file: SourceFile;
  readonly root: Root;
  readonly isLabwork: boolean;
  readonly steps: Step[];
  readonly blocks: Block[];
  readonly outputs: Output[];
  readonly passages: Passage[];
  readonly corrected: Map<JsxElement, Passage>;
  readonly references: Reference[];
  readonly links: DefinedLink[];
  /** The names of definitions that the text links to. */
  readonly linked: Set<string>;
  readonly codes: Map<Code, CodeBlock>;
  readonly tags: Map<JsxElement, Tag>;
  readonly tabGroups: TabGroup[];
  readonly tabs: Map<JsxElement, TabGroup>;
  readonly headings: FoundHeading[];
  readonly notes: Map<string, FootnoteDefinition>;
  readonly definitions: Map<string, Definition>;
  readonly noteMarks: FootnoteReference[];
  /** Read at last: what they refer to may stand below them. `at`: how many references are before each. */
  readonly images: { readonly node: MarkdownImage; readonly at: number }[];
  excerptMark: Nodes | undefined;
  /** In how many elements the walk is whose text is meant to the letter. */
  verbatim: number;
  /** Of all tables so far. */
  cells: number;
  readonly diagnostics: Diagnostic[];
  readonly report: (diagnostic: Diagnostic | undefined) => void;
}

function beginWalk(file: SourceFile, root: Root, isLabwork: boolean): Walk {
  const diagnostics: Diagnostic[] = [];
  return {
    file,
    root,
    isLabwork,
    steps: [],
    blocks: [],
    outputs: [],
    passages: [],
    corrected: new Map(),
    references: [],
    links: [],
    linked: new Set(),
    codes: new Map(),
    tags: new Map(),
    tabGroups: [],
    tabs: new Map(),
    headings: [],
    notes: new Map(),
    definitions: new Map(),
    noteMarks: [],
    images: [],
    excerptMark: undefined,
    verbatim: 0,
    cells: 0,
    diagnostics,
    report: (diagnostic) => {
      if (diagnostic) diagnostics.push(diagnostic);
    },
  };
}

/** `around`: what stands before the parent, where a mark around code is no border. */
function walkChildren(walk: Walk, parent: Parents, around?: Nodes): void {
  groupDefinitions(walk.file, parent);
  settlePhrasing(walk.file, parent);
  const indented = formatOfPost(walk.file.path) === 'mdx' ? findIndentedBlocks(walk.file, parent) : [];
  for (const { diagnostic } of indented) walk.report(diagnostic);
  // Of what was meant to be code nothing else is said.
  const skipped = new Set<Nodes>(indented.flatMap(({ blocks }) => blocks));
  for (let index = 0; index < parent.children.length; index++) {
    if (skipped.has(parent.children[index]!)) continue;
    const settled = settleNode(walk, parent.children[index]!, parent);
    if (settled) replaceChild(parent, index, settled);
    const node = parent.children[index];
    if (!node) continue;
    const before = index === 0 ? around : lastWithin(parent.children[index - 1]!);
    const goesOn = readNode(walk, node, parent, before);
    if (!goesOn || !('children' in node)) continue;
    const within = isVerbatim(node) ? 1 : 0;
    walk.verbatim += within;
    walkChildren(walk, node, isMark(node) ? before : undefined);
    walk.verbatim -= within;
  }
}

/** What ends with the node: the mark of a correction is no border between commands and what they print. */
function lastWithin(node: Nodes): Nodes {
  const last = isMark(node) ? node.children.at(-1) : undefined;
  return last ? lastWithin(last) : node;
}

function isMark(node: Nodes): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' && node.name === 'Correction';
}

/** What a node stands for, where that is something else. */
function settleNode({ file, root, report }: Walk, node: Nodes, parent: Parents): Nodes[] | undefined {
  if (node.type === 'paragraph' && parent === root) {
    const apart = markApart(node);
    if (apart) return apart;
  }
  if (node.type === 'blockquote') return readAlert(file, node, report);
  if (node.type === 'code' && node.lang === 'math') return [readMathBlock(file, node, report)];
  return settleTags(file, node, report);
}

function replaceChild(parent: { children: Nodes[] }, index: number, nodes: readonly Nodes[]): void {
  const { children } = parent;
  if (nodes.length === 1) children[index] = nodes[0]!;
  else parent.children = [...children.slice(0, index), ...nodes, ...children.slice(index + 1)];
}

/** Reads one node. Says whether its children are to be read as well. */
function readNode(walk: Walk, node: Nodes, parent: Parents, before: Nodes | undefined): boolean {
  const { file, report } = walk;
  switch (node.type) {
    case 'code':
      addCode(walk, node, before);
      return false;
    case 'heading':
      // Its words are read before its children are.
      settlePhrasing(file, node);
      addHeading(walk, node, parent);
      return true;
    case 'paragraph':
      report(findForeignLine(file, node));
      return true;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      addElement(walk, node, parent);
      return true;
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      readExpression(walk, node, parent);
      return false;
    case 'mdxjsEsm':
      report(importExport(file, node));
      return false;
    case 'image':
    case 'imageReference':
      walk.images.push({ node, at: walk.references.length });
      return false;
    case 'definition':
      addFirst(walk.definitions, node);
      if (!hasShortcode(node.url)) walk.links.push({ ...readLink(file, node), definition: node.identifier });
      report(checkLink(file, node));
      return false;
    case 'linkReference':
      walk.linked.add(node.identifier);
      return true;
    case 'link':
      if (!hasShortcode(node.url)) walk.links.push(readLink(file, node));
      report(checkLink(file, node));
      return true;
    case 'table':
      walk.cells += cellsOf(node);
      checkTable(file, node).forEach(report);
      report(limitTable(file, node, walk.cells));
      return true;
    case 'footnoteDefinition':
      addFirst(walk.notes, node);
      return true;
    case 'text':
      if (walk.verbatim === 0) checkText(file, node, parent, walk.definitions).forEach(report);
      if (walk.isLabwork && formatOfPost(file.path) === 'md') findValuesInText(file, node).forEach(report);
      return false;
    case 'footnoteReference':
      walk.noteMarks.push(node);
      return false;
    default:
      return true;
  }
}

/** Whether another program was to fill in an address, which is told where it stands. */
function hasShortcode(url: string): boolean {
  return /\{\{[<%]|\{%/.test(url);
}

function addFirst<T extends { readonly identifier: string }>(named: Map<string, T>, node: T): void {
  if (!named.has(node.identifier)) named.set(node.identifier, node);
}

function addCode(walk: Walk, node: Code, before: Nodes | undefined): void {
  const { file, report, steps, blocks, outputs, codes, isLabwork } = walk;
  const last = before?.type === 'code' ? codes.get(before) : undefined;
  const code = readCode(node, {
    file,
    nextId: `block-${blocks.length + 1}`,
    step: steps.at(-1)?.id,
    needsStep: isLabwork,
    before: last?.kind === 'command' ? last.block : undefined,
    report,
  });
  codes.set(node, code);
  if (code.kind === 'command') blocks.push(code.block);
  if (code.kind === 'output') outputs.push(code.output);
}

function addHeading(walk: Walk, node: Heading, parent: Parents): void {
  const { file, root, isLabwork, steps, headings, report } = walk;
  const heading = readHeading(file, node, { hasSteps: isLabwork, atEdge: parent === root }, report);
  headings.push(heading);
  if (heading.step) steps.push(heading.step);
}

function addElement(walk: Walk, node: JsxElement, parent: Parents): void {
  const { file, tags, references, passages, corrected, report } = walk;
  const tag = readTag(file, node, report);
  tags.set(node, tag);
  if (tag.kind !== 'component') return;
  report(checkPlacement(file, node, tag.name, parent));
  if (tag.name === 'SyncTabs') addTabs(walk, node);
  if (tag.name === 'Tab') report(checkTabPlace(file, node, parent));
  if (tag.name === 'Figure' || tag.name === 'Video') {
    const read = tag.name === 'Figure' ? readFigureTag : readVideoTag;
    const figure = read(file, node, tag, report);
    tags.set(node, figure.tag);
    for (const item of figure.references) references.push(item);
    return;
  }
  for (const item of referencesOf(file, tag.name, node)) references.push(item);
  if (tag.name !== 'Correction') return;
  const { of, id } = tag.props;
  const passage = readPassage(node, { of: String(of), id: String(id), range: rangeOf(file, node) });
  passages.push(passage);
  corrected.set(node, passage);
}

/** A group of tabs. Tags that stand alone on their lines become blocks of it first. */
function addTabs({ file, tabs, tabGroups, report }: Walk, node: JsxElement): void {
  for (let index = 0; index < node.children.length; index++) {
    const settled = settleTags(file, node.children[index]!, report);
    if (settled) replaceChild(node, index, settled);
  }
  const group = { node, number: tabGroups.length + 1 };
  tabGroups.push(group);
  for (const item of [node, ...node.children]) tabs.set(item as JsxElement, group);
  checkTabs(file, node).forEach(report);
}

/** The images of Markdown; what they name goes among the references, in the order of the text. */
function readImages({
  file,
  images,
  definitions,
  references,
  report,
}: Walk): Map<MarkdownImage, ShownPicture> {
  const pictures = new Map<MarkdownImage, ShownPicture>();
  let added = 0;
  for (const { node, at } of images) {
    const definition = node.type === 'imageReference' ? definitions.get(node.identifier) : undefined;
    const image = readImage(file, node, definition, report);
    if (image.picture) pictures.set(node, image.picture);
    if (image.reference) references.splice(at + added++, 0, image.reference);
  }
  return pictures;
}

function readExpression(walk: Walk, node: MdxExpression, parent: Parents): void {
  const { file, root, excerptMark, report } = walk;
  if (commentOf(node.value) === undefined) report(checkExpression(file, node));
  else if (!isExcerptMark(node)) return;
  else if (parent === root && !excerptMark) walk.excerptMark = node;
  else report(misplacedExcerptMark(file, node, excerptMark !== undefined));
}
