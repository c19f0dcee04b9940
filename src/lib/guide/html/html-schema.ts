import type { Schema } from 'hast-util-sanitize';
import { find, html } from 'property-information';

// The one list of the HTML that posts may have, in both formats. What it does not name is not shown.

/** What an element may stand in, and what may stand in it. https://html.spec.whatwg.org/multipage/dom.html#kinds-of-content */
interface ElementModel {
  /** `words`: in a line of text. `block`: between paragraphs. `part`: only in the elements that `within` names. */
  readonly as: 'words' | 'block' | 'part';
  /** `words`, `blocks` or either; `parts`: only elements that name this one; nothing. */
  readonly holds: 'words' | 'blocks' | 'parts' | 'nothing';
  readonly within?: readonly string[];
  /** Attributes beside those of all elements, by the names of hast. */
  readonly attributes?: NonNullable<Schema['attributes']>[string];
}

const words: ElementModel = { as: 'words', holds: 'words' };
const sign: ElementModel = { as: 'words', holds: 'nothing' };
const block: ElementModel = { as: 'block', holds: 'blocks' };
const line: ElementModel = { as: 'block', holds: 'words' };

const alignments: [string, ...string[]] = ['align', 'left', 'center', 'right'];

const models = {
  a: { ...words, attributes: ['href', 'name'] },
  abbr: words,
  address: block,
  article: block,
  b: words,
  bdi: words,
  bdo: words,
  blockquote: { ...block, attributes: ['cite'] },
  br: sign,
  caption: { as: 'part', holds: 'blocks', within: ['table'] },
  cite: words,
  code: words,
  col: { as: 'part', holds: 'nothing', within: ['colgroup'], attributes: ['span'] },
  colgroup: { as: 'part', holds: 'parts', within: ['table'], attributes: ['span'] },
  dd: { as: 'part', holds: 'blocks', within: ['dl'] },
  del: { ...words, attributes: ['cite', 'dateTime'] },
  details: { ...block, attributes: ['open'] },
  dfn: words,
  div: block,
  dl: { as: 'block', holds: 'parts' },
  dt: { as: 'part', holds: 'words', within: ['dl'] },
  em: words,
  figcaption: { as: 'part', holds: 'blocks', within: ['figure'] },
  figure: block,
  h1: line,
  h2: line,
  h3: line,
  h4: line,
  h5: line,
  h6: line,
  hr: { as: 'block', holds: 'nothing' },
  i: words,
  img: { ...sign, attributes: ['src', 'alt'] },
  ins: { ...words, attributes: ['cite', 'dateTime'] },
  kbd: words,
  li: { as: 'part', holds: 'blocks', within: ['ol', 'ul'], attributes: ['value'] },
  mark: words,
  ol: { as: 'block', holds: 'parts', attributes: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']] },
  p: line,
  pre: line,
  q: { ...words, attributes: ['cite'] },
  rp: { as: 'part', holds: 'words', within: ['ruby'] },
  rt: { as: 'part', holds: 'words', within: ['ruby'] },
  ruby: words,
  s: words,
  samp: words,
  section: block,
  small: words,
  span: words,
  strong: words,
  sub: words,
  summary: { as: 'part', holds: 'words', within: ['details'] },
  sup: words,
  table: { as: 'block', holds: 'parts' },
  tbody: { as: 'part', holds: 'parts', within: ['table'] },
  td: { as: 'part', holds: 'blocks', within: ['tr'], attributes: ['colSpan', 'rowSpan', alignments] },
  tfoot: { as: 'part', holds: 'parts', within: ['table'] },
  th: {
    as: 'part',
    holds: 'blocks',
    within: ['tr'],
    attributes: ['colSpan', 'rowSpan', 'scope', alignments],
  },
  thead: { as: 'part', holds: 'parts', within: ['table'] },
  time: { ...words, attributes: ['dateTime'] },
  tr: { as: 'part', holds: 'parts', within: ['tbody', 'thead', 'tfoot', 'table'] },
  u: words,
  ul: { as: 'block', holds: 'parts' },
  var: words,
  wbr: sign,
} as const satisfies Record<string, ElementModel>;

export type HtmlTag = keyof typeof models;

export const htmlTags = Object.keys(models) as readonly HtmlTag[];

/** Undefined where posts have no such element. */
export function modelOf(tagName: string): ElementModel | undefined {
  return Object.hasOwn(models, tagName) ? models[tagName as HtmlTag] : undefined;
}

/** Whether an element may have an attribute, by its name in HTML or JSX. */
export function isAttributeOf(tagName: string, name: string): boolean {
  const { property } = find(html, name);
  const own = modelOf(tagName)?.attributes ?? [];
  return [...ofAll, ...own].some((one) => (typeof one === 'string' ? one : one[0]) === property);
}

/** Attributes of every element. */
const ofAll: NonNullable<Schema['attributes']>[string] = [
  'id',
  'lang',
  ['dir', 'ltr', 'rtl', 'auto'],
  'title',
];

/** What the ids of a post begin with, so that none is one of the page's own, or of its scripts. */
export const idPrefix = 'in-post-';

export const htmlSchema: Schema = {
  tagNames: [...htmlTags],
  attributes: {
    '*': ofAll,
    ...Object.fromEntries(
      (Object.entries(models) as [string, ElementModel][]).map(([name, { attributes = [] }]) => [
        name,
        [...attributes],
      ]),
    ),
  },
  clobber: ['id', 'name'],
  clobberPrefix: idPrefix,
  protocols: { cite: ['http', 'https'] },
  // What goes, goes with all that it holds; what of it is kept is said before.
  strip: null,
  ancestors: {},
  required: {},
};
