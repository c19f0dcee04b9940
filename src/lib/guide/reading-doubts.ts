import type { Nodes, Parents } from 'mdast';
import type { SourceFile } from '../source/source-file.ts';
import { lineAt, positionAt } from '../source/source-file.ts';
import type { MdxExpression } from './check-expression.ts';
import { isClosed, isFenced } from './code-lines.ts';
import type { JsxElement } from './component-props.ts';
import { commentOf, literalOf } from './read-expression.ts';

/**
 * Why it is left to remark to read a post: what the two parsers read differently, or may. Each has its test. What is rare in posts is
 * told from what is common by little: where in doubt, remark reads.
 */
export type Doubt =
  | 'a character that Satteri changes'
  | 'front matter that is not closed'
  | 'what Satteri refuses'
  | 'an unknown node'
  | 'a program'
  | 'a tag not as written'
  | 'a tag over several lines'
  | 'a tag closed in another block'
  | 'a tag beside others'
  | 'a text before a tag'
  | 'a tag before blanks'
  | 'a task without a text'
  | 'code that is not closed'
  | 'a definition that goes on'
  | 'a note in a note'
  | 'a list in a quote'
  | 'a bracket at the end of a text'
  | 'a bare address'
  | 'a table with tabs'
  | 'an empty item';

/** The nodes that both read alike. All others are extensions that only one of them has, or programs. */
const known: ReadonlySet<string> = new Set<Nodes['type']>([
  ...(['root', 'yaml', 'paragraph', 'heading', 'thematicBreak', 'blockquote', 'list', 'listItem'] as const),
  ...(['code', 'definition', 'footnoteDefinition', 'table', 'tableRow', 'tableCell', 'text'] as const),
  ...(['emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image', 'linkReference'] as const),
  ...(['imageReference', 'footnoteReference', 'html', 'mdxJsxFlowElement', 'mdxJsxTextElement'] as const),
  ...(['mdxFlowExpression', 'mdxTextExpression'] as const),
]);

/** Why it is not certain that remark reads a node as Satteri did. `isNested`: in a quote, a list or a note. */
export function doubtOf(file: SourceFile, node: Nodes, isNested: boolean): Doubt | undefined {
  if (!known.has(node.type)) return 'an unknown node';
  switch (node.type) {
    case 'mdxJsxFlowElement':
      if (isNested && isBeforeBlank(file, node)) return 'a tag before blanks';
      return doubtOfTag(file, node);
    case 'mdxJsxTextElement':
      return doubtOfTag(file, node);
    case 'mdxFlowExpression':
      if (isNested && isBeforeBlank(file, node)) return 'a tag before blanks';
      return doubtOfExpression(file, node, isNested);
    case 'mdxTextExpression':
      return doubtOfExpression(file, node, isNested);
    case 'code':
      // Where a list or a quote ends it, the two see its end in different places.
      return !isFenced(file, node) || isClosed(file, node) ? undefined : 'code that is not closed';
    case 'definition':
      // A note that is indented further is one to remark only; and what follows at once, Satteri takes to go on with it.
      if (node.identifier.startsWith('^')) return 'a note in a note';
      return isOnOneLine(node) && isAtEnd(file, node) ? undefined : 'a definition that goes on';
    case 'footnoteDefinition':
      if (isNested || beginsWithNote(file, node)) return 'a note in a note';
      return node.children.length > 0 ? undefined : 'an empty item';
    case 'text':
      // Where the text ends, remark misses the name of a tag.
      return /<\s*$/.test(node.value) ? 'a bracket at the end of a text' : undefined;
    case 'blockquote':
      return node.children.some(({ type }) => type === 'list') ? 'a list in a quote' : undefined;
    case 'listItem':
      if (node.children.length === 0) return 'an empty item';
      // A box behind a definition makes the item a task to remark.
      if (node.children[0]?.type === 'definition') return 'a task without a text';
      return typeof node.checked === 'boolean' && node.children[0]?.type !== 'paragraph'
        ? 'a task without a text'
        : undefined;
    default:
      return undefined;
  }
}

/** What is in doubt of nodes by what stands beside them. */
export function doubtOfChildren(file: SourceFile, parent: Parents, isNested: boolean): Doubt | undefined {
  if (parent.type !== 'link' && parent.type !== 'linkReference') {
    if (parent.children.some((node) => mayBeAddress(file, node))) return 'a bare address';
  }
  return isNested && endsBeforeTag(file, parent) ? 'a text before a tag' : undefined;
}

/** Where addresses stand bare in the text, the two agree on those between ASCII characters that are no tags and braces. */
function mayBeAddress({ text }: SourceFile, node: Nodes): boolean {
  if (node.type === 'text') return /https?:|www\.|[-+.\w]@/i.test(node.value);
  const start = node.position?.start.offset ?? 0;
  if (node.type !== 'link' || text[start] === '[') return false;
  const around = text.slice(Math.max(0, start - 1), (node.position?.end.offset ?? 0) + 1);
  return /[^\t\n\r -~]|[{}<>]/.test(around);
}

/** In quotes and lists the two count what begins the next line to different sides of a text's end. */
function endsBeforeTag({ text }: SourceFile, { children }: Parents): boolean {
  return children.some((node, index) => {
    const next = children[index + 1];
    if (node.type !== 'text' || !next || !/[\r\n][ \t]*$/.test(node.value)) return false;
    if (next.type === 'mdxJsxTextElement' || next.type === 'mdxTextExpression') return true;
    // As they do after a backtick that opens no code, and before a tab.
    const gap = text.slice(node.position?.end.offset, next.position?.start.offset);
    return node.value.includes('`') || gap.includes('\t');
  });
}

function doubtOfTag(file: SourceFile, node: JsxElement): Doubt | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') return 'a program';
    const { value } = attribute;
    if (value && typeof value === 'object' && literalOf(value.value) === undefined) return 'a program';
  }
  return isClosedInPlace(file, node) ? undefined : 'a tag closed in another block';
}

function doubtOfExpression(file: SourceFile, node: MdxExpression, isNested: boolean): Doubt | undefined {
  if (literalOf(node.value) === undefined && commentOf(node.value) === undefined) return 'a program';
  return mayBeLazy(file, node, node.position?.end.offset ?? 0, isNested)
    ? 'a tag over several lines'
    : undefined;
}

/** remark wants a tag to end in the block that it begins in. Satteri lets it go on, and what is around it as well. */
function isClosedInPlace({ text }: SourceFile, { name, children, position }: JsxElement): boolean {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  const last = children.at(-1)?.position?.end.offset ?? start;
  const closing = text.slice(Math.max(last, text.lastIndexOf('<', end - 1)), end);
  return (closing.endsWith('/>') && children.length === 0) || closing === `</${name ?? ''}>`;
}

/** Whether a line in which a tag or an expression goes on up to `end` may lack the beginning of a quote or a list it belongs to. */
export function mayBeLazy(
  file: SourceFile,
  { type, position }: JsxElement | MdxExpression,
  end: number,
  isNested: boolean,
): boolean {
  const line = position?.start.line ?? 1;
  if (positionAt(file, end).line === line) return false;
  if (type === 'mdxJsxTextElement' || type === 'mdxTextExpression') return true;
  return isNested || (line > 1 && lineAt(file, line - 1).trim() !== '');
}

function isBeforeBlank({ text }: SourceFile, { position }: Nodes): boolean {
  return /[ \t]/.test(text[position?.end.offset ?? 0] ?? '');
}

function isOnOneLine({ position }: Nodes): boolean {
  return position?.start.line === position?.end.line;
}

/** Whether a blank line, a further definition, or nothing comes after a node. */
function isAtEnd(file: SourceFile, { position }: Nodes): boolean {
  return /^(?:$|[ \t>]*(?:$|\[))/.test(lineAt(file, (position?.end.line ?? 0) + 1));
}

/** Whether the text of a note begins with a further note, which Satteri drops. */
function beginsWithNote(file: SourceFile, { position }: Nodes): boolean {
  return /\]:[ \t]*\[\^/.test(lineAt(file, position?.start.line ?? 1));
}
