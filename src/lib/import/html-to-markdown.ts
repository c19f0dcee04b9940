import type {
  Element,
  ElementContent,
  Nodes as HastNodes,
  Parents as HastParents,
  Root as HastRoot,
  Text as HastText,
} from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Handle, State } from 'hast-util-to-mdast';
import { toMdast } from 'hast-util-to-mdast';
import type { FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isAttributeOf, modelOf } from '../guide/html/html-schema.ts';
import { attributeOf, codeOf, findElement, isElement, parseHtmlText, wordsOf } from './html-nodes.ts';
import type { Told } from './import-report.ts';

/** What must be known to write HTML as Markdown. */
export interface HtmlReading {
  readonly notes: ReadonlyMap<string, string>;
  /** The line of the source at a line of the HTML. */
  lineOf(node: HastNodes): number;
  /** The language of a listing, by the word that names it there and by what it holds; an empty text for none that is known. */
  languageOf(word: string, code: string, line: number): string;
  /** Of a tree before anything is made of it: links and pictures are led to where they are here. */
  prepare(tree: HastRoot): void;
  readonly told: Told;
}

/** What HTML has and Markdown has not, and posts may have all the same: it is written as HTML, its words as Markdown. */
const inLine = [
  'abbr',
  'bdi',
  'bdo',
  'cite',
  'dfn',
  'ins',
  'kbd',
  'mark',
  'q',
  'ruby',
  'rt',
  'rp',
  'small',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'samp',
];
/** Nothing of it is shown, or it is no text. */
const gone: Readonly<Record<string, string>> = {
  script: 'Nothing in a post runs.',
  style: 'All posts look alike here.',
  svg: 'A drawing within the text is not taken along: put it beside the post as a file.',
  canvas: 'It is drawn by a script, and nothing in a post runs.',
  math: 'Write the formula in TeX, between dollar signs.',
  input: 'A post has no forms.',
  select: 'A post has no forms.',
  textarea: 'A post has no forms.',
  progress: 'A post has no forms.',
  meter: 'A post has no forms.',
  template: 'It is filled by a script, and nothing in a post runs.',
  map: 'Places in a picture cannot be linked.',
};
const films = ['iframe', 'embed', 'object', 'video', 'audio'];

/** HTML as a tree of Markdown, in which each node has its place in the HTML. */
export function markdownOfHtml(html: string, reading: HtmlReading): Root {
  const { told, lineOf } = reading;
  const tree = parseHtmlText(html);
  const definitions: FootnoteDefinition[] = [];
  const byName = new Map<string, string>();
  settleNotes(tree, reading);
  reading.prepare(tree);
  tellLook(tree, reading);

  // Among words HTML is a part of the line; what makes paragraphs of loose words knows it by another type.
  const html_ = (value: string) => ({ type: 'mdxTextExpression', value }) as const;
  const wrapped =
    (tag: string): Handle =>
    (state, node) => {
      const children = state.all(node) as PhrasingContent[];
      if (children.length === 0) return undefined;
      return [html_(openingTag(node, tag)), ...children, html_(`</${tag}>`)] as never;
    };
  const lost: Handle = (_, node) => {
    told.lose(
      node.tagName,
      lineOf(node),
      cut(node.tagName === 'input' ? toHtml(node) : wordsOf(node) || toHtml(node)),
      gone[node.tagName]!,
    );
    return undefined;
  };
  const film: Handle = (state, node) => filmLink(state, node, reading);
  const note = (state: State, children: readonly RootContent[], node: HastNodes) => {
    const label = String(definitions.length + 1);
    const definition: FootnoteDefinition = {
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: [],
    };
    definitions.push(definition);
    definition.children = (children.length > 0 ? state.toFlow(children as never) : []) as never;
    const made = { type: 'footnoteReference', identifier: label, label } as const;
    state.patch(node, made);
    return made;
  };
  const handlers: Record<string, Handle> = {
    ...Object.fromEntries(inLine.map((tag) => [tag, wrapped(tag)])),
    ...Object.fromEntries(Object.keys(gone).map((tag) => [tag, lost])),
    ...Object.fromEntries(films.map((tag) => [tag, film])),
    pre: (state, node) => listing(state, node, reading),
    figure: (state, node) => figure(state, node, reading),
    table: (state, node) => table(state, node),
    details: (state, node) => block(state, node, 'details'),
    summary: (state, node) => summary(state, node),
    dl: (_, node) => ({ type: 'html', value: toHtml(cleaned(node)) }) as never,
    'lw-mark': (_, node) => html_(`<span id="${attributeOf(node, 'id')}"></span>`) as never,
    'lw-note': (state, node) => {
      const name = attributeOf(node, 'dataName');
      if (name !== '') byName.set(name, String(definitions.length + 1));
      return note(state, state.all(node) as RootContent[], node) as never;
    },
    'lw-noteref': (_, node) => {
      const known = byName.get(attributeOf(node, 'dataName'));
      return known === undefined ? undefined : { type: 'footnoteReference', identifier: known, label: known };
    },
    strike: (state, node) => state.handlers['del']!(state, { ...node, tagName: 'del' }, undefined as never),
    tt: (_, node) => ({ type: 'inlineCode', value: wordsOf(node) }),
    acronym: wrapped('abbr'),
    wbr: () => html_('<wbr>') as never,
    button: (state, node) => state.all(node) as never,
    form: (state, node) => {
      told.lose('form', lineOf(node), cut(wordsOf(node)), 'A post has no forms; the words of it are kept.');
      return state.toFlow(state.all(node)) as never;
    },
    noscript: (state, node) => state.all(node) as never,
  };
  const root = toMdast(tree, {
    document: true,
    handlers,
    nodeHandlers: {
      comment: (_: State, node: { readonly value: string }) => {
        const words = node.value.trim();
        if (/^(?:more|truncate)\b/i.test(words)) return { type: 'html', value: '<!-- more -->' } as never;
        if (/^nextpage$/i.test(words)) {
          told.change(
            'page break',
            lineOf(node as never),
            `<!--${node.value}-->`,
            '---',
            'A post is one page here.',
          );
          return { type: 'thematicBreak' } as never;
        }
        if (words !== '' && !/^(?:noteaser|\/?wp:|\uE002|\uE003)/.test(words))
          told.lose('comment', lineOf(node as never), cut(words), 'It is not shown.');
        return undefined as never;
      },
    },
  }) as Root;
  root.children = [...root.children, ...definitions];
  asHtml(root);
  return root;
}

/** Gives what is HTML within lines its own type. */
function asHtml(node: Nodes): void {
  if ((node.type as string) === 'mdxTextExpression') (node as { type: string }).type = 'html';
  if ('children' in node) node.children.forEach(asHtml);
}

function summary(state: State, node: Element): never {
  const words = state.all(node) as PhrasingContent[];
  const tag = (value: string) => ({ type: 'mdxTextExpression', value });
  return { type: 'paragraph', children: [tag('<summary>'), ...words, tag('</summary>')] } as never;
}

function cut(text: string): string {
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}

function openingTag(node: Element, tag: string): string {
  return toHtml({ ...cleaned(node), tagName: tag, children: [] } as Element).replace(/<\/[^>]*>$/, '');
}

/** An element with what posts may have of it, and of all that it holds. */
function cleaned(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'comment') return [];
    if (child.type !== 'element') return [child];
    if (child.tagName === 'lw-mark') return [{ ...child, tagName: 'span', children: [] }];
    const own = cleaned(child);
    return modelOf(child.tagName) ? [own] : own.children;
  });
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => name !== 'id' && isAttributeOf(node.tagName, name)),
  );
  return { ...node, properties, children };
}

function block(state: State, node: Element, tag: string): never {
  const blocks = state.toFlow(state.all(node));
  return [
    { type: 'html', value: openingTag(node, tag) },
    ...blocks,
    { type: 'html', value: `</${tag}>` },
  ] as never;
}

function listing(state: State, node: Element, { languageOf, lineOf, told }: HtmlReading): never {
  tellLinks(node, (link, href) =>
    told.change('link', lineOf(link), href, wordsOf(link), 'A listing has no links; the words are kept.'),
  );
  const code = findElement(node, 'code');
  const text = codeOf(node)
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/\s+$/, '');
  const words = [node, ...(code ? [code] : [])].map((one) => attributeOf(one, 'className')).join(' ');
  const word =
    attributeOf(node, 'dataLang') ||
    attributeOf(node, 'dataEnlighterLanguage') ||
    attributeOf(node, 'dataLanguage') ||
    attributeOf(node, 'lang') ||
    /(?:^|\s)(?:lang(?:uage)?[-:]|brush:\s*)([\w+#-]+)/i.exec(words)?.[1] ||
    '';
  const title = attributeOf(node, 'dataTitle').replace(/["\n]/g, '');
  const line = lineOf(firstText(node) ?? node) + leading(codeOf(node));
  const lang = languageOf(word, text, line) || 'text';
  const made = { type: 'code', lang, meta: title === '' ? null : `title="${title}"`, value: text } as const;
  state.patch(node, made);
  return made as never;
}

function tellLinks(node: Element, tell: (link: Element, href: string) => void): void {
  for (const child of node.children)
    if (isElement(child)) {
      const href = attributeOf(child, 'href');
      if (child.tagName === 'a' && href !== '') tell(child, href);
      tellLinks(child, tell);
    }
}

/** How many empty lines a text begins with. */
function leading(text: string): number {
  return /^(?:[ \t]*\n)+/.exec(text)?.[0].match(/\n/g)?.length ?? 0;
}

function firstText(node: HastNodes): HastText | undefined {
  if (node.type === 'text') return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = firstText(child);
    if (found) return found;
  }
  return undefined;
}

/** A picture and its caption; anything else in a figure stands without it. */
function figure(state: State, node: Element, _: HtmlReading): never {
  const caption = findElement(node, 'figcaption');
  const rest = node.children.filter((child) => child !== caption);
  const captionWords = caption === undefined ? '' : wordsOf(caption);
  const pictures = countOf(node, 'img');
  const only = findElement({ type: 'root', children: rest }, 'img');
  const isPlain = caption?.children.every((child) => child.type === 'text') ?? true;
  const isAlone =
    only &&
    pictures === 1 &&
    wordsOf({ type: 'root', children: rest }) === '' &&
    !findElement({ type: 'root', children: rest }, 'a', 'pre', 'table');
  if (isAlone && isPlain) {
    const image = {
      type: 'image',
      url: attributeOf(only, 'src'),
      alt: attributeOf(only, 'alt'),
      title: captionWords || null,
    } as const;
    state.patch(only, image);
    return { type: 'paragraph', children: [image] } as never;
  }
  const blocks = state.toFlow(rest.flatMap((child) => state.one(child, node) ?? []).flat() as never);
  if (caption === undefined || captionWords === '') return blocks as never;
  const words = state.toFlow(state.all(caption));
  if (!isAlone) return [...blocks, ...words] as never;
  const tag = (value: string) => ({ type: 'html', value });
  return [
    tag('<figure>'),
    ...blocks,
    tag('<figcaption>'),
    ...words,
    tag('</figcaption>'),
    tag('</figure>'),
  ] as never;
}

function countOf(node: HastNodes, name: string): number {
  const own = isElement(node as ElementContent, name) ? 1 : 0;
  return (
    own +
    ('children' in node ? node.children.reduce((sum: number, child) => sum + countOf(child, name), 0) : 0)
  );
}

/** As Markdown has tables, where it can say all that the table does; else as HTML. */
function table(state: State, node: Element): never {
  const isPlain =
    !hasSpan(node) && !findElement(node, 'caption') && hasHead(node) && !state.inTable && cellsArePlain(node);
  if (!isPlain) return { type: 'html', value: toHtml(cleaned(node)).replace(/\n\s*\n/g, '\n') } as never;
  const made = defaultTable(state, node);
  return made as never;
}

function defaultTable(state: State, node: Element): Nodes {
  const rows = rowsOf(node);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const align = Array.from({ length: columns }, (_, index) => {
    const word = attributeOf(rows[0]?.[index] ?? ({ properties: {} } as Element), 'align').toLowerCase();
    return word === 'left' || word === 'right' || word === 'center' ? word : null;
  });
  state.inTable = true;
  const made: Nodes = {
    type: 'table',
    align,
    children: rows.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: columns }, (_, index) => ({
        type: 'tableCell',
        children: row[index] ? inOneLine(state.all(row[index]) as RootContent[]) : [],
      })),
    })),
  };
  state.inTable = false;
  state.patch(node, made);
  return made;
}

/** What stands in a cell, its breaks as HTML: a row is one line. */
function inOneLine(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'paragraph') return inOneLine(node.children);
    if (node.type === 'break') return [{ type: 'html', value: '<br>' }];
    if ('children' in node)
      return [{ ...node, children: inOneLine(node.children as RootContent[]) } as PhrasingContent];
    return [node as PhrasingContent];
  });
}

function rowsOf(node: Element): Element[][] {
  return node.children.flatMap((child): Element[][] => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [child.children.filter((cell) => isElement(cell, 'td', 'th'))];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function hasSpan(node: Element): boolean {
  const spans = ['colSpan', 'rowSpan'].some((name) => Number(attributeOf(node, name) || 1) > 1);
  return spans || node.children.some((child) => isElement(child) && hasSpan(child));
}

function hasHead(node: Element): boolean {
  const [first = []] = rowsOf(node);
  const isHead = (cell: Element) => cell.tagName === 'th' || isStrong(cell);
  return findElement(node, 'thead') !== undefined || (first.length > 0 && first.every(isHead));
}

/** Whether all that a cell has is printed bold, as headings are where nobody knew `th`. */
function isStrong(cell: Element): boolean {
  const own = cell.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = own;
  return (
    own.length === 1 &&
    only !== undefined &&
    isElement(only, 'strong', 'b', 'p') &&
    (only.tagName !== 'p' || isStrong(only))
  );
}

const blocksInCells = [
  'ul',
  'ol',
  'dl',
  'pre',
  'table',
  'blockquote',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
];

function cellsArePlain(node: Element): boolean {
  return rowsOf(node).every((row) =>
    row.every(
      (cell) => !findElement(cell, ...blocksInCells) && countOf(cell, 'p') < 2 && countOf(cell, 'div') < 2,
    ),
  );
}

/** What is loaded from elsewhere, as a link. */
function filmLink(state: State, node: Element, { told, lineOf }: HtmlReading): never {
  const source =
    attributeOf(node, 'src') ||
    attributeOf(node, 'data') ||
    attributeOf(findElement(node, 'source', 'embed', 'param', 'iframe') ?? node, 'src');
  const written = cut(toHtml({ ...node, children: [] }));
  const url = pageOf(source);
  if (url === '') {
    told.lose(node.tagName, lineOf(node), written, 'It names nothing that a link could lead to.');
    return undefined as never;
  }
  const title = attributeOf(node, 'title') || wordsOf(node);
  const noun =
    node.tagName === 'audio'
      ? 'Audio'
      : /youtu|vimeo|video|\.(?:mp4|webm|ogv|m4v)\b/i.test(url) || node.tagName === 'video'
        ? 'A video'
        : 'An embedded page';
  told.change(
    node.tagName,
    lineOf(node),
    written,
    url,
    'A page loads nothing from other places: a link leads to it.',
  );
  const link = {
    type: 'link',
    url,
    title: null,
    children: [{ type: 'text', value: title || noun }],
  } as const;
  state.patch(node, link as never);
  return link as never;
}

/** The page that shows what is embedded. */
function pageOf(source: string): string {
  const url = source.trim().replace(/^\/\//, 'https://');
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]{6,})/i.exec(
    url,
  )?.[1];
  if (youtube !== undefined && youtube !== 'videoseries') return `https://www.youtube.com/watch?v=${youtube}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i.exec(url)?.[1];
  if (vimeo !== undefined) return `https://vimeo.com/${vimeo}`;
  return /^https?:\/\//i.test(url) ? url : '';
}

/** Marks in the text that lead to a list of notes below, and back, become footnotes; so do those whose notes are kept apart. */
function settleNotes(tree: HastRoot, { notes }: HtmlReading): void {
  const items = new Map<string, { readonly item: Element; readonly list: Element }>();
  const walk = (node: HastParents, visit: (child: Element, parent: HastParents) => void) => {
    for (const child of [...node.children]) {
      if (!isElement(child as ElementContent)) continue;
      visit(child as Element, node);
      walk(child as Element, visit);
    }
  };
  walk(tree, (child, parent) => {
    const id = attributeOf(child, 'id');
    if (child.tagName === 'li' && id !== '' && isElement(parent as ElementContent, 'ol', 'ul'))
      items.set(id, { item: child, list: parent as Element });
  });
  const taken = new Set<Element>();
  const named = new Set<string>();
  // The first mark of a note has its text, all others call it by its name.
  const mark = (element: Element, name: string, content: ElementContent[]) => {
    element.tagName = named.has(name) ? 'lw-noteref' : 'lw-note';
    element.properties = { dataName: name };
    element.children = named.has(name) ? [] : content;
    named.add(name);
  };
  walk(tree, (child) => {
    const own = attributeOf(child, 'dataFn');
    const kept = own === '' ? undefined : notes.get(own);
    if (kept !== undefined) return mark(child, own, parseHtmlText(kept).children as ElementContent[]);
    const inner =
      child.tagName === 'sup' ? findElement(child, 'a') : child.tagName === 'a' ? child : undefined;
    const target = inner && /^#(.+)$/.exec(attributeOf(inner, 'href'))?.[1];
    const found = target === undefined ? undefined : items.get(target);
    if (!found || !inner) return;
    const back = backLink(found.item, attributeOf(inner, 'id') || attributeOf(child, 'id'));
    if (!back || isWithin(found.item, child)) return;
    mark(
      child,
      target!,
      found.item.children.map((one) => withoutElement(one, back)).filter((one) => one !== undefined),
    );
    taken.add(found.item);
  });
  if (taken.size > 0) removeTaken(tree, taken);
}

/** The link in a note that leads back to its mark. */
function backLink(item: Element, id: string): Element | undefined {
  const links: Element[] = [];
  const look = (node: Element) => {
    for (const child of node.children)
      if (isElement(child)) {
        if (child.tagName === 'a' && attributeOf(child, 'href').startsWith('#')) links.push(child);
        look(child);
      }
  };
  look(item);
  return (
    links.find((link) => id !== '' && attributeOf(link, 'href') === `#${id}`) ??
    links.find(
      (link) => /ref|back|return|^#_ftnref/i.test(attributeOf(link, 'href')) && wordsOf(link).length <= 3,
    )
  );
}

function isWithin(item: Element, element: Element): boolean {
  return item === element || item.children.some((child) => isElement(child) && isWithin(child, element));
}

function withoutElement(node: ElementContent, gone_: Element): ElementContent | undefined {
  if (node === gone_) return undefined;
  if (!isElement(node)) return node;
  return { ...node, children: node.children.flatMap((child) => withoutElement(child, gone_) ?? []) };
}

/** Takes the notes out of their list, and the list with its line where nothing is left of it. */
function removeTaken(node: HastParents, taken: ReadonlySet<Element>): void {
  node.children = (node.children as ElementContent[]).filter((child) => {
    if (!isElement(child)) return true;
    if (taken.has(child)) return false;
    const before = child.children.length;
    removeTaken(child, taken);
    const isEmpty = child.children.every(
      (one) => (one.type === 'text' && one.value.trim() === '') || isElement(one, 'hr'),
    );
    return !(
      before > child.children.length &&
      isEmpty &&
      ['ol', 'ul', 'section', 'div', 'aside', 'footer'].includes(child.tagName)
    );
  }) as never;
}

/** How elements look is decided by the site, for all of them: told once. */
function tellLook(tree: HastRoot, { told, lineOf }: HtmlReading): void {
  const found: Element[] = [];
  const look = (node: HastParents) => {
    for (const child of node.children)
      if (isElement(child as ElementContent)) {
        const one = child as Element;
        const isLook = ['style', 'color', 'bgColor', 'face', 'vAlign'].some((name) => name in one.properties);
        if (isLook || ['font', 'center', 'big', 'marquee', 'blink'].includes(one.tagName)) found.push(one);
        look(one);
      }
  };
  look(tree);
  const [first] = found;
  if (!first) return;
  const shown = toHtml({ ...first, children: [] }).slice(0, 200);
  const more = found.length > 1 ? ` and ${found.length - 1} more elements` : '';
  told.lose(
    'look',
    lineOf(first),
    `${shown}${more}`,
    'Colours, sizes and places of single elements: all posts look alike here.',
  );
}
