import type { Link, Nodes, Root, TableRow } from 'mdast';
import type { DefinitionDetailsNode } from './extensions/definition-lists.ts';
import { foldSpaces } from '../source/fold-spaces.ts';
import type { DocumentModel } from './document-model.ts';
import type { HtmlElement } from './html/html-element.ts';
import { literalOf } from './read-expression.ts';
import type { JsxElement } from './component-props.ts';
import type { MarkdownImage } from './read-picture.ts';

/**
 * The body of a post as lines of plain Markdown, by which its revisions are told apart and compared: what a reader is told, and nothing of
 * how it is written. A paragraph, heading, list item or row of a table is one line, its white space folded; code stands as it is, between
 * fences with all that they say. Emphasis, comments, line wrapping, the alignment of columns and the marks of corrections leave no trace.
 *
 * The form is kept in ledgers for good: where it must change, `projectionFormat` of `ledger/revision.ts` is raised.
 */
export function projectTree(root: Root, model: DocumentModel): readonly string[] {
  return blocks(root.children, model);
}

/** A value of the lab in a text. */
export const valueMark = /\{\{ ?([A-Za-z][\w-]*(?:\.[\w-]+)*) ?\}\}/g;

type Lines = readonly string[];

function blocks(nodes: readonly Nodes[], model: DocumentModel): string[] {
  const lines: string[] = [];
  let open: Nodes[] = [];
  const close = () => {
    const text = inline(open, model);
    if (text !== '') lines.push(text);
    open = [];
  };
  for (const node of nodes) {
    const own = block(node, model);
    // What stands in a line may stand among blocks as well.
    if (own === undefined) open.push(node);
    else {
      close();
      for (const line of own) lines.push(line);
    }
  }
  close();
  return lines;
}

/** Undefined for what stands in a line. */
function block(node: Nodes, model: DocumentModel): Lines | undefined {
  switch (node.type) {
    case 'paragraph': {
      const text = inline(node.children, model);
      return text === '' ? [] : [text];
    }
    case 'heading':
      return [`${'#'.repeat(node.depth)} ${inline(node.children, model)}`];
    case 'code':
      return code(node.lang ?? '', node.meta ?? '', node.value);
    case 'blockquote':
      return prefixed('> ', '> ', blocks(node.children, model));
    case 'list':
      return node.children.flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
        const box = typeof item.checked === 'boolean' ? (item.checked ? '[x] ' : '[ ] ') : '';
        return prefixed(mark + box, '  ', blocks(item.children, model));
      });
    case 'table':
      return node.children.map((row) => tableRow(row, model));
    case 'thematicBreak':
      return ['---'];
    case 'footnoteDefinition':
      return prefixed(`[^${node.label ?? node.identifier}]: `, '  ', blocks(node.children, model));
    case 'definitionList':
      return node.children.flatMap((entry) =>
        entry.type === 'definitionTerm' ? [inline(entry.children, model)] : details(entry, model),
      );
    case 'mdxJsxFlowElement':
      return component(node, model);
    case 'htmlElement':
      return htmlBlock(node, model);
    case 'definition':
    case 'html':
    case 'yaml':
    case 'mdxjsEsm':
      return [];
    default:
      return undefined;
  }
}

function details({ children }: DefinitionDetailsNode, model: DocumentModel): string[] {
  return prefixed(': ', '  ', blocks(children, model));
}

/** A list without words in an item is an item all the same. */
function prefixed(first: string, others: string, lines: Lines): string[] {
  return lines.length === 0
    ? [first.trimEnd()]
    : lines.map((line, index) => {
        const mark = index === 0 ? first : others;
        return line === '' ? mark.trimEnd() : mark + line;
      });
}

function code(lang: string, meta: string, text: string): string[] {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${foldSpaces(`${lang} ${meta} ${valuesIn(text)}`)}`, ...text.split(/\r\n?|\n/), fence];
}

/**
 * What a block has of a lab, `values=share,vswitch*2`: a reader's own names come in there, and in the place of a name that is written out
 * they do not, though both look alike.
 */
function valuesIn(text: string): string {
  const counts = new Map<string, number>();
  for (const [, path = ''] of text.matchAll(valueMark)) counts.set(path, (counts.get(path) ?? 0) + 1);
  if (counts.size === 0) return '';
  const names = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return `values=${names.map(([name, count]) => (count === 1 ? name : `${name}*${count}`)).join(',')}`;
}

function tableRow({ children }: TableRow, model: DocumentModel): string {
  const cells = children.map((cell) => inline(cell.children, model).replaceAll('|', () => '\\|'));
  return `| ${cells.join(' | ')} |`;
}

function component(node: JsxElement, model: DocumentModel): Lines {
  const tag = model.tags.get(node);
  const within = blocks(node.children, model);
  if (!tag || tag.kind === 'refused' || tag.name === 'Correction') return within;
  const opening = `<${tag.name}${attributes(tag.props)}`;
  return within.length === 0
    ? [`${opening} />`]
    : [`${opening}>`, ...prefixed('  ', '  ', within), `</${tag.name}>`];
}

/** Elements that hold blocks; all others stand in lines. */
const blockElements = new Set(
  'address article aside blockquote dd details div dl dt fieldset figcaption figure footer header hr li main nav ol p pre section summary table tbody tfoot thead tr ul video'.split(
    ' ',
  ),
);

/** Only words and what leads elsewhere: classes and the like are of the look. */
const saying = ['href', 'src', 'alt', 'title', 'cite', 'dateTime', 'open', 'start', 'value'];

function htmlBlock(node: HtmlElement, model: DocumentModel): Lines | undefined {
  const { tagName, listing } = node;
  if (listing) return code(listing.lang, '', listing.code);
  if (!blockElements.has(tagName)) return undefined;
  if (tagName === 'tr')
    return [
      `| ${node.children.map((cell) => inline([cell], model).replaceAll('|', () => '\\|')).join(' | ')} |`,
    ];
  const within = blocks(node.children, model);
  if (/^(?:p|div|section|article|table|tbody|thead|tfoot|main|header|footer)$/.test(tagName)) return within;
  if (tagName === 'li') return prefixed('- ', '  ', within);
  return [`<${tagName}${attributes(said(node))}>`, ...prefixed('  ', '  ', within)];
}

function said({ properties }: HtmlElement): Record<string, string | number | boolean> {
  return Object.fromEntries(
    saying.flatMap((name) => {
      const value = properties[name];
      return value === undefined || value === null
        ? []
        : [[name, Array.isArray(value) ? value.join(' ') : value]];
    }),
  );
}

function attributes(props: Readonly<Record<string, unknown>>): string {
  return Object.entries(props)
    .map(([name, value]) => ` ${name}="${foldSpaces(String(value)).replaceAll('"', () => '&quot;')}"`)
    .join('');
}

/** One line of text. */
function inline(nodes: readonly Nodes[], model: DocumentModel): string {
  return foldSpaces(nodes.map((node) => phrase(node, model)).join(''));
}

function phrase(node: Nodes, model: DocumentModel): string {
  const within = () =>
    'children' in node ? (node.children as Nodes[]).map((item) => phrase(item, model)).join('') : '';
  switch (node.type) {
    case 'text':
      return node.value;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'break':
      return ' ';
    case 'delete':
      return `~~${within()}~~`;
    case 'link':
      return link(within(), node);
    case 'linkReference': {
      const target = model.definitions.get(node.identifier);
      return target ? link(within(), target) : within();
    }
    case 'image':
    case 'imageReference':
      return picture(node, model);
    case 'footnoteReference':
      return `[^${node.label ?? node.identifier}]`;
    case 'formula':
      return `$${node.tex}$`;
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const literal = literalOf(node.value);
      return literal === undefined || typeof literal === 'boolean' ? '' : String(literal);
    }
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement': {
      const tag = model.tags.get(node);
      if (!tag || tag.kind === 'refused' || tag.name === 'Correction') return within();
      // As the commands write it.
      if (tag.name === 'Value') return `{{${String(tag.props['of'])}}}`;
      return `<${tag.name}${attributes(tag.props)}>${within()}</${tag.name}>`;
    }
    case 'htmlElement': {
      const props = said(node);
      if (node.listing) return `\`${node.listing.code}\``;
      if (node.tagName === 'br') return ' ';
      return Object.keys(props).length === 0
        ? within()
        : `<${node.tagName}${attributes(props)}>${within()}</${node.tagName}>`;
    }
    case 'html':
    case 'yaml':
    case 'mdxjsEsm':
    case 'definition':
      return '';
    default:
      return within();
  }
}

/** Where it leads has no sign that ends it. */
function link(text: string, { url, title }: Pick<Link, 'url' | 'title'>): string {
  const target = url.replace(/[\s()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${text}](${target}${title ? ` "${foldSpaces(title)}"` : ''})`;
}

function picture(node: MarkdownImage, model: DocumentModel): string {
  const shown = model.pictures.get(node);
  const alt = shown?.alt ?? node.alt ?? '';
  const caption = shown?.caption === undefined ? '' : ` "${shown.caption}"`;
  return shown ? `![${alt}](${shown.src}${caption})` : alt;
}
