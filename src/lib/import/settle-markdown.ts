import type { Definition, Image, Link, Nodes, Parents, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Edit } from '../diagnostics/diagnostic.ts';
import { parseMarkdown } from '../guide/parse-markdown.ts';
import { createSourceFile } from '../source/source-file.ts';
import { accountForWords, textOfMarkdown } from './account-words.ts';
import { oneLine } from './front-matter-text.ts';
import { createTold } from './import-report.ts';
import { languageOf } from './language-of.ts';
import { applied } from './apply-edits.ts';
import { pictureEnding, safeUrl } from './prepare-html.ts';
import type { MarkdownSettling } from './settle-picture.ts';
import { pictureText } from './settle-picture.ts';
import { settleTags } from './settle-tags.ts';
import type { SourceBody, SourcePost } from './source-post.ts';

/** What templates have for themselves: none of it is a word of the post. */
const signs =
  /\{%-?\s*(?:end\w+|highlight|codeblock|code|raw|post_url|link)\b[^%]*%\}|\{\{[<%]\s*(?:\/[^>%]*|highlight\b[^\n]*?)[>%]\}\}|\{\{-?\s*site\.\w+[^}]*\}\}|\{\/\*\s*(?:truncate|more)\s*\*\/\}/g;

/** Addresses that Hugo looks up: as a destination a reader sees none of it. */
const lookedUp = /\{\{[<%]\s*(?:rel)?ref\s+["']?([^"'\s>%]+)["']?\s*[>%]\}\}/g;

/** The text of a post as it stands, but for where its links and pictures lead, and the languages of its listings. */
export function settleMarkdown(
  post: SourcePost,
  { text, original }: Extract<SourceBody, { kind: 'markdown' }>,
  settling: MarkdownSettling,
) {
  const { told } = settling;
  const file = createSourceFile('post.md', text);
  const tree = parseMarkdown(file);
  const edits: Edit[] = [];
  const counts: Record<string, number> = {};
  const line = (node: Nodes) => post.line + (node.position?.start.line ?? 1) - 1;
  const used = namesOfPictures(tree);
  const definitions = definitionsOf(tree);
  const add = (more: readonly Edit[]) => {
    for (const edit of more) edits.push(edit);
  };
  const anchors = { open: 0 };
  const visit = (node: Nodes, parents: readonly Parents[]) => {
    count(node, counts);
    // What was opened in another part of the post, and never closed, is none of this one.
    if (node.type === 'heading') anchors.open = 0;
    const isTop = parents.length === 2 && parents[1]?.type === 'paragraph';
    const isInMarks = parents.some(({ type }) => /^link/.test(type));
    const isInLink = isInMarks || anchors.open > 0;
    const place = { line: line(node), text, settling, isTop, isInLink, anchors };
    if (node.type === 'link') add(linkEdits(node, place));
    else if (node.type === 'image') add(pictureEdits(node, place));
    else if (node.type === 'imageReference')
      add(referenceEdits(node, definitions.get(node.identifier), place));
    else if (node.type === 'linkReference')
      add(namedLinkEdits(node, definitions.get(node.identifier), settling));
    else if (node.type === 'definition') add(definitionEdits(node, used.has(node.identifier), place));
    else if (node.type === 'code') add(codeEdits(node, parents, place));
    else if (node.type === 'html') add(settleTags(node, { ...place, isInLink: isInMarks }));
    else if (node.type === 'heading' && node.depth === 1 && parents.length === 1)
      add(titleEdits(node, post.title, place));
    if ('children' in node) for (const child of node.children) visit(child, [...parents, node]);
  };
  visit(tree, []);
  const made = applied(text, edits);
  const before = textOfMarkdown(
    original.replace(signs, '').replace(lookedUp, (_, address: string) => address),
  );
  accountForWords(before, textOfMarkdown(made), post.line, told);
  counts['words'] = before.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const first = tree.children.find(
    (node) => node.type === 'paragraph' && oneLine(textOfMarkdown(source(text, node))) !== '',
  );
  return {
    text: made.replace(/^\s*\n/, ''),
    format: 'md' as const,
    counts,
    firstWords: first ? oneLine(textOfMarkdown(source(text, first)).replace(/[{}]/g, '')) : '',
    lineOf: (front: number) => (own: number) => Math.max(post.line, post.line + own - front - 1),
  };
}

function source(text: string, { position }: Nodes): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

interface NodePlace {
  readonly line: number;
  readonly text: string;
  readonly settling: MarkdownSettling;
  readonly isInLink: boolean;
}

const kinds: Readonly<Record<string, string>> = {
  heading: 'headings',
  code: 'listings',
  link: 'links',
  linkReference: 'links',
  image: 'pictures',
  imageReference: 'pictures',
  table: 'tables',
  tableCell: 'cells',
  footnoteReference: 'footnotes',
  listItem: 'items',
  blockquote: 'quotes',
};

function count({ type }: Nodes, counts: Record<string, number>): void {
  const kind = kinds[type];
  if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const look = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) node.children.forEach(look);
  };
  look(tree);
  return found;
}

/** A link by a name whose address did not come along: its words without the marks around them. */
function namedLinkEdits(
  { position, children }: Extract<Nodes, { type: 'linkReference' }>,
  definition: Definition | undefined,
  { resolve }: MarkdownSettling,
): Edit[] {
  const [start, end] = [position?.start.offset, position?.end.offset];
  const [first, last] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  if (start === undefined || end === undefined || first === undefined || last === undefined || !definition)
    return [];
  const target = resolve(definition.url);
  const isLed =
    target.kind === 'same' || target.kind === 'post' || (target.kind === 'left' && target.url !== undefined);
  if (isLed) return [];
  return [
    { start, end: first, text: '' },
    { start: last, end, text: '' },
  ];
}

/** A picture by name that is not there is written as one that is not there by its address. */
function referenceEdits(
  node: Extract<Nodes, { type: 'imageReference' }>,
  definition: Definition | undefined,
  { line, text, settling, isInLink }: NodePlace,
): Edit[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined || !definition) return [];
  if (settling.resolve(definition.url).kind === 'file' && (node.alt ?? '') !== '') return [];
  const picture = { url: definition.url, alt: node.alt, title: definition.title };
  return [{ start, end, text: pictureText(picture, source(text, node), { line, isInLink }, settling) }];
}

function namesOfPictures(tree: Root): Set<string> {
  const names = new Set<string>();
  const look = (node: Nodes) => {
    if (node.type === 'imageReference') names.add(node.identifier);
    if ('children' in node) node.children.forEach(look);
  };
  look(tree);
  return names;
}

/** The text without the marks around the words, or with another address. */
function linkEdits(node: Link, { line, text, settling }: NodePlace): Edit[] {
  const { told, resolve, files } = settling;
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  const [first, last] = [
    node.children[0]?.position?.start.offset,
    node.children.at(-1)?.position?.end.offset,
  ];
  const target = resolve(node.url);
  const isInMarks =
    start !== undefined &&
    end !== undefined &&
    text[start] === '[' &&
    first !== undefined &&
    last !== undefined;
  if (!isInMarks) return [];
  const lead = (url: string): Edit[] => [
    { start: last, end, text: `](${addressText(url)}${node.title ? ` ${JSON.stringify(node.title)}` : ''})` },
  ];
  const unlink = (): Edit[] => [
    { start, end: first, text: '' },
    { start: last, end, text: '' },
  ];
  if (target.kind === 'same') {
    if (node.url.startsWith('#') || safeUrl(node.url) !== undefined) return [];
    told.lose('link', line, node.url, 'It is no address that a reader could follow; its words are kept.');
    return unlink();
  }
  if (target.kind === 'post') {
    told.change('link', line, node.url, target.url, 'The post it leads to came along.');
    return lead(target.url);
  }
  if (target.kind === 'file') {
    const taken = node.children.some(({ type }) => type === 'image') ? undefined : files.take(target.file);
    if (taken !== undefined) {
      told.change('link', line, node.url, taken, 'The picture it leads to is shown in its place.');
      return [{ start, end, text: `![${text.slice(first, last)}](${taken})` }];
    }
    if (isPictureAlone(node) && pictureEnding.test(target.file.name))
      told.change(
        'link',
        line,
        node.url,
        '',
        'It leads to the same picture, which is shown in its own size here.',
      );
    else
      told.lose(
        'link',
        line,
        node.url,
        'It leads to a file, and posts have pictures only; its words are kept.',
      );
    return unlink();
  }
  told.lose(
    'link',
    line,
    node.url,
    target.url === undefined
      ? `${target.why} Its words are kept.`
      : `${target.why} It leads to the old site.`,
  );
  return target.url === undefined ? unlink() : lead(target.url);
}

function isPictureAlone({ children }: Link): boolean {
  return children.length === 1 && /^image/.test(children[0]!.type);
}

function addressText(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\n]/g, (sign) => encodeURIComponent(sign))}>` : url;
}

function pictureEdits(node: Image, { line, text, settling, isInLink }: NodePlace): Edit[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const made = pictureText(node, source(text, node), { line, isInLink }, settling);
  return [{ start, end, text: made }];
}

function definitionEdits(node: Definition, isPicture: boolean, { line, settling }: NodePlace): Edit[] {
  const { told, resolve, files } = settling;
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const target = resolve(node.url);
  const write = (url: string): Edit[] => [{ start, end, text: toMarkdown({ ...node, url }).trimEnd() }];
  if (target.kind === 'same') return [];
  if (target.kind === 'post') {
    told.change('link', line, node.url, target.url, 'The post it leads to came along.');
    return write(target.url);
  }
  const taken = target.kind === 'file' && isPicture ? files.take(target.file) : undefined;
  if (taken !== undefined) {
    told.change('picture', line, node.url, taken, 'It lies beside the post now.');
    return write(taken);
  }
  const url = target.kind === 'left' ? target.url : undefined;
  told.lose(
    isPicture ? 'picture' : 'link',
    line,
    node.url,
    target.kind === 'left' ? target.why : 'It leads to a file, and posts have pictures only.',
  );
  return url === undefined ? [{ start, end, text: '' }] : write(url);
}

/** The language of a fence; what is indented becomes a fence, which says its language. */
function codeEdits(
  node: Extract<Nodes, { type: 'code' }>,
  parents: readonly Parents[],
  { line, text, settling }: NodePlace,
): Edit[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const written = text.slice(start, end);
  const fence = /^(`{3,}|~{3,})([^\n]*)/.exec(written);
  const { context, told } = settling;
  if (fence) {
    // `{.python}` and `js:title=a.js` are other programs' ways, which the engine knows.
    const word = node.lang ?? '';
    if (/^\{.*:/.test(word + (node.meta ?? ''))) {
      const named = (fence[2]!.match(/[\w+#-]+/g) ?? []).filter((one) => one !== 'brush');
      const found =
        named.map((one) => languageOf(one, '', line, context, createTold())).find((one) => one !== 'text') ??
        'text';
      told.change('language', line, fence[2]!.trim(), found, 'The language has this name here.');
      const from = start + fence[1]!.length;
      return [{ start: from, end: from + fence[2]!.length, text: found }];
    }
    if (/[{:]/.test(word)) return [];
    if (/^[\w-]+=/.test(word)) {
      // No language, but words of the fence: `title="Two switches"`.
      const language = languageOf('', node.value, line + 1, context, told);
      const from = start + fence[1]!.length;
      return [{ start: from, end: from + /^ */.exec(fence[2]!)![0].length, text: `${language} ` }];
    }
    const language = languageOf(word, node.value, line + 1, context, told);
    if (language === word) return [];
    const info = fence[2]!.trim().slice(word.length);
    const from = start + fence[1]!.length;
    return [{ start: from, end: from + fence[2]!.length, text: language + info }];
  }
  if (parents.some(({ type }) => type === 'blockquote')) return [];
  const language = languageOf('', node.value, line, context, told);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // Within an item of a list it stands where the first words of the item do.
  const item = parents.findLast(({ type }) => type === 'listItem');
  const indent = ' '.repeat(Math.max(0, (item?.children[0]?.position?.start.column ?? 1) - 1));
  if (text.slice(from, start).trim() !== '') return [];
  const marks = '`'.repeat(
    (node.value.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length + 1), 3),
  );
  const lines = [`${marks}${language}`, ...node.value.split('\n'), marks].map((one) =>
    one === '' ? '' : indent + one,
  );
  told.change('listing', line, 'indented', 'in a fence', 'A listing says its language here.');
  return [{ start: from, end, text: lines.join('\n') }];
}

/** The title stands above the post: a heading that says it again goes, any other of the first rank is one of the second. */
function titleEdits(
  node: Extract<Nodes, { type: 'heading' }>,
  title: string,
  { line, text, settling }: NodePlace,
): Edit[] {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  if (start === undefined || end === undefined) return [];
  const words = oneLine(textOfMarkdown(source(text, node)));
  if (words === oneLine(title)) {
    settling.told.change(
      'heading',
      line,
      source(text, node),
      '',
      'It is the title, which stands above the post.',
    );
    return [{ start, end, text: '' }];
  }
  if (text[start] !== '#') return [];
  settling.told.change(
    'heading',
    line,
    '#',
    '##',
    'The title of the post is the only heading of the first rank.',
  );
  return [{ start, end: start, text: '#' }];
}
