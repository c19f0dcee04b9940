import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { SourceFile } from '../../source/source-file.ts';
import type { Report } from '../component-props.ts';
import type { PostFormat } from '../post-place.ts';
import { codeOfTags, isCodeOfTags, tagsAsCode, unclosed } from './blank-lines.ts';
import { holdsWords, isBlank, isPhrasing } from './content-model.ts';
import { structureProblem } from './explain-element.ts';
import type { HtmlElement } from './html-element.ts';
import { modelOf } from './html-schema.ts';
import { correctionOf, correctionTag } from './correction-element.ts';
import { markdownOf } from './markdown-of-element.ts';
import { readElement } from './read-element.ts';
import { readListing } from './read-listing.ts';

interface Context {
  readonly file: SourceFile;
  readonly format: PostFormat;
  readonly report: Report;
  /** As they are written, of the elements so far. */
  readonly ids: Set<string>;
}

/**
 * Makes the elements of a tree part of it: each is held to the list of what posts may have; what Markdown has a node for becomes that;
 * words and blocks stand where they can. Whatever is not shown is reported. Returns the ids that links of the post may lead to.
 */
export function settleHtml(
  file: SourceFile,
  root: Root,
  format: PostFormat,
  report: Report,
): ReadonlySet<string> {
  const context: Context = { file, format, report, ids: new Set() };
  settleChildren(context, root);
  return context.ids;
}

/** `holder`: what the children stand in, once a paragraph that is none is gone. */
function settleChildren(context: Context, parent: Parents, holder = parent): void {
  const settled = (parent.children as RootContent[]).flatMap((node) => settleNode(context, node, holder));
  parent.children = arrange(context, parent, settled) as never[];
}

function settleNode(context: Context, node: RootContent, parent: Parents): RootContent[] {
  const { file, format, report } = context;
  if (node.type !== 'htmlElement') {
    if ('children' in node) settleChildren(context, node, node.type === 'paragraph' ? parent : node);
    return node.type === 'paragraph' ? splitParagraph(node) : [node];
  }
  if (node.isParsed && node.tagName === correctionTag) {
    const mark = correctionOf(file, node);
    settleChildren(context, mark);
    if (!isClosed(file, node)) report(unclosed(file, node, 'Correction'));
    return [mark];
  }
  const shown = readElement(file, node, format, report);
  if (shown === 'none') return [];
  if (shown === 'content') {
    settleChildren(context, node);
    return node.children;
  }
  if (shown.tagName === 'pre') readListing(file, node, report);
  node.tagName = shown.tagName;
  node.properties = shown.properties;
  settleChildren(context, node);
  checkPlace(context, node, parent);
  readId(context, node);
  return markdownOf(node);
}

/** An element whose place is in another one, and one that was never closed. */
function checkPlace({ file, report }: Context, node: HtmlElement, parent: Parents): void {
  const { within } = modelOf(node.tagName)!;
  const isWithin = within === undefined || (parent.type === 'htmlElement' && within.includes(parent.tagName));
  // The items of a list of definitions may be grouped.
  const isGrouped = within?.includes('dl') && parent.type === 'htmlElement' && parent.tagName === 'div';
  if (!isWithin && !isGrouped) {
    const names = within.map((name) => `<${name}>`).join(' or ');
    const message = `<${node.tagName}> stands outside of ${names}.`;
    report(structureProblem(file, node, message, `Put it into ${names}, with no blank line between.`));
  }
  if (!node.isParsed) return;
  const problem = isClosed(file, node) ? tagsAsCode(file, node) : unclosed(file, node, node.tagName);
  if (problem) report(problem);
}

/** Elements that end where the next one begins. */
const endsByItself: ReadonlySet<string> = new Set([
  ...['caption', 'col', 'colgroup', 'dd', 'dt', 'li', 'p', 'rp', 'rt', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr'],
]);

function isClosed({ text }: SourceFile, { tagName, position }: HtmlElement): boolean {
  if (endsByItself.has(tagName) || modelOf(tagName)?.holds === 'nothing' || !position) return true;
  const end = position.end.offset ?? 0;
  const closing = text.slice(text.lastIndexOf('<', end - 1), end);
  return /^<\/[a-z][^>]*>$/i.test(closing);
}

/** Ids are the post's own: the sanitiser has put a prefix before them. `name` was one for links. */
function readId({ file, report, ids }: Context, node: HtmlElement): void {
  const { name, ...properties } = node.properties;
  const id = properties['id'] ?? name;
  if (id === undefined) return;
  node.properties = { ...properties, id };
  const written = String(id);
  if (ids.has(written)) {
    const message = `The id of <${node.tagName}> is there twice.`;
    report(structureProblem(file, node, message, 'Give each its own.'));
    delete node.properties['id'];
  }
  ids.add(written);
}

/** A paragraph with blocks in it, cut where they stand. */
function splitParagraph(paragraph: Paragraph): RootContent[] {
  const children = paragraph.children as RootContent[];
  if (children.length === 0) return [];
  if (children.every(isPhrasing)) return [paragraph];
  return runsOf(children).flatMap((run) =>
    'nodes' in run ? paragraphsOf(run.nodes, paragraph) : [run.block],
  );
}

type RunOfChildren = { readonly nodes: RootContent[] } | { readonly block: RootContent };

function runsOf(children: readonly RootContent[]): RunOfChildren[] {
  const runs: RunOfChildren[] = [];
  for (const node of children) {
    const last = runs.at(-1);
    if (!isPhrasing(node)) runs.push({ block: node });
    else if (last && 'nodes' in last) last.nodes.push(node);
    else runs.push({ nodes: [node] });
  }
  return runs;
}

/** Words as a paragraph; none of blanks. */
function paragraphsOf(nodes: RootContent[], around?: Nodes): Paragraph[] {
  if (nodes.every(isBlank)) return [];
  const position = nodes[0]?.position ?? around?.position;
  return [{ type: 'paragraph', children: nodes as PhrasingContent[], ...(position && { position }) }];
}

/** Puts children where they can stand in their parent. */
function arrange(context: Context, parent: Parents, children: RootContent[]): RootContent[] {
  if (parent.type === 'root' || isMarkdownBlock(parent)) return inParagraphs(children);
  if (parent.type === 'htmlElement') return arrangeInElement(context, parent, children);
  if (holdsWords(parent)) return parent.type === 'paragraph' ? children : inLine(context, parent, children);
  return children;
}

const markdownBlocks: ReadonlySet<string> = new Set<Nodes['type']>([
  ...(['blockquote', 'listItem', 'footnoteDefinition', 'mdxJsxFlowElement'] as const),
]);

function isMarkdownBlock({ type }: Nodes): boolean {
  return markdownBlocks.has(type);
}

function inParagraphs(children: RootContent[]): RootContent[] {
  if (!children.some(isPhrasing)) return children;
  return runsOf(children).flatMap((run) => ('nodes' in run ? paragraphsOf(run.nodes) : [run.block]));
}

function arrangeInElement(context: Context, parent: HtmlElement, children: RootContent[]): RootContent[] {
  const model = modelOf(parent.tagName);
  if (model === undefined) return children;
  if (model.holds === 'parts' || model.holds === 'nothing') {
    const parts = children.flatMap((node) =>
      // To Markdown an element alone on its line is a paragraph.
      node.type === 'paragraph' ? (node.children as RootContent[]) : [node],
    );
    const [stray] = parts.filter((node) => !isBlank(node) && !isPart(node));
    if (stray) reportStray(context, parent, stray);
    return parts.filter((node) => !isBlank(node));
  }
  const [only, ...more] = children.filter((node) => !isBlank(node));
  // Of one paragraph only the words are meant.
  if (only?.type === 'paragraph' && more.length === 0 && !isSection(parent)) return only.children;
  if (model.holds === 'words') return inLine(context, parent, children);
  if (children.every(isPhrasing)) return children;
  return inParagraphs(children);
}

/** Whether a paragraph in an element stays one, as it would between the same signs in Markdown. */
function isSection({ tagName }: HtmlElement): boolean {
  return modelOf(tagName)?.holds === 'blocks' && !/^(?:caption|d[dt]|figcaption|li|t[dh])$/.test(tagName);
}

function isPart(node: RootContent): boolean {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return true;
  return (
    node.type === 'htmlElement' && (modelOf(node.tagName)?.within !== undefined || node.tagName === 'div')
  );
}

function reportStray({ file, report }: Context, parent: HtmlElement, stray: RootContent): void {
  if (isCodeOfTags(file, stray)) {
    report(codeOfTags(file, parent, stray));
    return;
  }
  const message = `<${parent.tagName}> holds something that has no place in it.`;
  const hint = 'Put it into one of the elements within; Markdown has no place between them.';
  const start = stray.position?.start.offset ?? parent.position?.start.offset ?? 0;
  report(structureProblem(file, { start, end: start + 1 }, message, hint));
}

/** Words alone; paragraphs give theirs, and blocks are told. */
function inLine({ file, report }: Context, parent: Parents, children: RootContent[]): RootContent[] {
  // A comment is nothing, wherever it stands.
  const blocks = children.filter((node) => !isPhrasing(node) && node.type !== 'mdxFlowExpression');
  if (blocks.length === 0) return children;
  // `<p>` around blocks, as it is written to lay them out.
  if (parent.type === 'htmlElement' && parent.tagName === 'p') return inParagraphs(children);
  const name = parent.type === 'htmlElement' ? `<${parent.tagName}>` : `This ${nounOf(parent)}`;
  const message = `${name} holds whole blocks, but it is for words in a line.`;
  report(structureProblem(file, parent, message, 'Put it around words inside a paragraph.'));
  return children;
}

function nounOf({ type }: Nodes): string {
  if (type === 'heading') return 'heading';
  return type === 'link' || type === 'linkReference' ? 'link' : 'emphasis';
}
