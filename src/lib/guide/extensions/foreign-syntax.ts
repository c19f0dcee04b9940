import type { Paragraph, Parents, Text } from 'mdast';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import { diagnose } from '../rules.ts';
import { boxOfMkdocs, openingOfBox } from './mkdocs-box.ts';
import { traceText } from './trace-text.ts';

// What other programs make something of, and Markdown prints as it stands. It is told where nothing else can be meant: prose about
// commands is full of brackets, braces and signs.

interface ForeignForm {
  readonly pattern: RegExp;
  /** Also in the words of a link, whose brackets are none of another program. */
  readonly inLinks?: true;
  /** Undefined where a match is none of these after all. */
  readonly explain: (
    match: RegExpExecArray,
    file: SourceFile,
  ) => readonly [what: string, hint: string] | undefined;
  /** Whether it is certain that nothing is lost where a match is left out. */
  readonly isIdle?: (match: RegExpExecArray) => boolean;
  /** What to write in the place of what begins at an offset of the file, where that is certain. */
  readonly mend?: (file: SourceFile, start: number) => Fix | undefined;
}

const footnoteHint = 'Write a mark, `[^1]`, and the note on a line of its own: `[^1]: …`.';

const forms: readonly ForeignForm[] = [
  {
    pattern:
      /(?<![\]\w[])!?\[\[(?!toc\]\])(\p{L}[^[\]|=<>$"`\n]{0,100}(?<![\s,]))(?:\|[^[\]\n]{1,100})?\]\](?![[\w(])/giu,
    explain: ([whole, name = '']) =>
      whole.startsWith('!')
        ? [
            `${whole} is an embedded file of a wiki, and is printed as it stands.`,
            'Write `![what is to be seen](./picture.png)`.',
          ]
        : [
            `${whole} is a link of a wiki, and is printed as it stands.`,
            `Write [${name}](/…/) with the address of the page.`,
          ],
  },
  {
    pattern:
      /\[(caption|gallery|embed|audio|video|playlist|sourcecode|code|quote|youtube|gist|alert)((?:[ =][^\]\n]{0,500})?)\]/g,
    explain: ([whole, name = '', rest = ''], file) =>
      /=\S/.test(rest) || isClosedInPost(file, name)
        ? [
            `${whole} is a shortcode of WordPress or a forum, and is printed as it stands.`,
            shortcodeHint(name),
          ]
        : undefined,
  },
  {
    pattern: /(?<!\{)\{:?[ ]*(?:[.#][A-Za-z][\w-]*|toc\b|[a-z-]+="[^"\n]*")[^{}\n]*\}/g,
    explain: ([whole]) => [
      `${whole} gives classes or an id to an element, which posts have no use for.`,
      'Remove it; a heading has its own anchor, made of its words.',
    ],
    // An id may be what links lead to.
    isIdle: ([whole]) => !whole.includes('#') && !/\bid=/.test(whole),
  },
  {
    // A name alone may be a value of the lab.
    pattern:
      /\{\{-?[ ]*(?:(?:page|site|post|layout|include|paginator)\.[\w.]+|\.[A-Z]\w*(?:\.\w+)*|[\w."' -]+\|[^{}\n]*)[ ]*-?\}\}/g,
    explain: ([whole]) => [
      `${whole} is filled in by another program, and is printed as it stands.`,
      'Write what it stands for.',
    ],
  },
  {
    pattern: /(?<=^|\n)(?:!!!|\?\?\?\+?)[ ]+[a-z][a-z-]*\b[^\n]*/g,
    explain: ([whole]) => [
      `“${whole}” opens a box of MkDocs, and is printed as it stands.`,
      `Write \`${openingOfBox(whole)}\` in its place, the text unindented below, and \`:::\` behind it.`,
    ],
    mend: boxOfMkdocs,
  },
  {
    pattern: /(?<![\w:]):(?:octicons|material|fontawesome|simple)-[a-z0-9][a-z0-9-]*:/g,
    inLinks: true,
    explain: ([whole]) => [
      `${whole} is an icon of MkDocs, and is printed as it stands.`,
      'Remove it, or write a word or an emoji in its place.',
    ],
  },
  {
    pattern: /(?<=^|\n)::([a-z][\w-]*)(?:\[[^\]\n]*\]|\{[^}\n]*\})+/g,
    explain: ([whole]) => [
      `${whole} is a directive that is not known here.`,
      'Write a component or Markdown in its place.',
    ],
  },
  {
    pattern: /(?<=[\p{L}.,;:!?)])\^\[[^[\]\n]{0,300}\s[^[\]\n]{0,300}\]/gu,
    explain: ([whole]) => [`${whole} is a note within the line, and is printed as it stands.`, footnoteHint],
  },
];

const closings = new WeakMap<SourceFile, Map<string, boolean>>();

/** Whether a post has `[/name]`, which is looked for once. */
function isClosedInPost(file: SourceFile, name: string): boolean {
  const known = closings.get(file) ?? new Map<string, boolean>();
  closings.set(file, known);
  const isClosed = known.get(name) ?? file.text.includes(`[/${name}]`);
  known.set(name, isClosed);
  return isClosed;
}

/** What is a whole paragraph to other programs, and may be anything within one. */
const lines: readonly (readonly [pattern: RegExp, what: string, hint: string])[] = [
  [
    /^(?:\[_?TOC_?\]|\[\[_?TOC_?\]\]|\$\{toc\})$/i,
    'stands for a table of contents, which is not made here',
    'Remove it: a labwork lists its steps by itself.',
  ],
  [
    /^%\[https?:\S+\]$/,
    'is an embedded page, and is printed as it stands',
    'Write a link: `[title](address)`.',
  ],
];

/** Signs one of which every form has. */
const signs = /\[\[|\{\{|\[[a-z]+[\]= ]|\{[.#:]|\{[a-z-]+="|!!!|\?\?\?|::|:[a-z]+-|\^\[/i;

/** A paragraph that stands for something that other programs make. */
export function findForeignLine(file: SourceFile, { position }: Paragraph): Diagnostic | undefined {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  if (!/[[$%]/.test(file.text[start] ?? '') || end - start > 300) return undefined;
  const written = file.text.slice(start, end).trim();
  const form = lines.find(([pattern]) => pattern.test(written));
  return form && foreignSyntax(file, rangeAt(file, start, end), `${written} ${form[1]}.`, form[2]);
}

/** The forms of other programs in a text. */
export function findForeignSyntax(file: SourceFile, node: Text, parent: Parents): Diagnostic[] {
  if (!signs.test(node.value)) return [];
  const isInLink = parent.type === 'link';
  const trace = traceText(file, node);
  return forms.flatMap(({ pattern, explain, inLinks, isIdle, mend }) =>
    [...(isInLink && !inLinks ? '' : node.value).matchAll(pattern)].flatMap((match) => {
      const at = match.index + match[0].search(/\S/);
      const explained = trace.isEscaped(at) || trace.isEscaped(at + 1) ? undefined : explain(match, file);
      if (!explained) return [];
      const end = match.index + match[0].trimEnd().length;
      const range = rangeAt(file, trace.offsetOf(at), trace.offsetOf(end));
      const diagnostic = foreignSyntax(file, range, ...explained);
      const fix = mend?.(file, range.start.offset);
      if (fix) return { ...diagnostic, fix };
      return isIdle?.(match) ? { ...diagnostic, fix: leavingOut(file, range) } : diagnostic;
    }),
  );
}

/** With its line, where nothing else stands there; with the blanks before it, where it ends one. */
function leavingOut({ text }: SourceFile, range: Range): Fix {
  const before = /(?:(?<=^|\n)[ \t]*|[ \t]*)$/.exec(
    text.slice(Math.max(0, range.start.offset - 200), range.start.offset),
  );
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(range.end.offset, range.end.offset + 200));
  const start = range.start.offset - (after ? (before?.[0].length ?? 0) : 0);
  const isLine = after !== null && (start === 0 || text[start - 1] === '\n');
  const end = range.end.offset + (isLine ? after[0].length : 0);
  return { title: 'Remove it', safety: 'safe', edits: [{ start, end, text: '' }] };
}

export function foreignSyntax(file: SourceFile, range: Range, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/foreign-syntax', file, range, message, hint });
}

const hints: Readonly<Record<string, string>> = {
  caption: 'Write the picture as `![what is to be seen](./picture.jpg "caption")`.',
  figure: 'Write the picture as `![what is to be seen](./picture.jpg "caption")`.',
  gallery: 'Write each picture as `![what is to be seen](./picture.jpg "caption")`.',
  img: 'Write the picture as `![what is to be seen](./picture.jpg "caption")`.',
  asset_img: 'Write the picture as `![what is to be seen](./picture.jpg "caption")`.',
  image: 'Write the picture as `![what is to be seen](./picture.jpg "caption")`.',
  code: 'Put the code between lines of three backticks, the language behind the first ones.',
  sourcecode: 'Put the code between lines of three backticks, the language behind the first ones.',
  highlight: 'Put the code between lines of three backticks, the language behind the first ones.',
  codeblock: 'Put the code between lines of three backticks, the language behind the first ones.',
  quote: 'Begin each line of the quotation with `> `.',
  ref: 'Write the address of the page: `[title](/…/)`.',
  relref: 'Write the address of the page: `[title](/…/)`.',
  post_url: 'Write the address of the page: `[title](/…/)`.',
  link: 'Write the address of the page: `[title](/…/)`.',
  tabs: 'Write `<SyncTabs>` with a `<Tab label="…">` for each.',
  tab: 'Write `<SyncTabs>` with a `<Tab label="…">` for each.',
  details: 'Write `<details>` and `<summary>…</summary>` on lines of their own.',
  expand: 'Write `<details>` and `<summary>…</summary>` on lines of their own.',
  youtube: 'Write a link: `[title](https://www.youtube.com/watch?v=…)`.',
  vimeo: 'Write a link: `[title](https://vimeo.com/…)`.',
  gist: 'Put the code into a block of its own, or link to it.',
  mermaid: 'Draw it as an SVG among the figures.',
};

/** What shortcodes around a box are called. */
export const boxNames: readonly string[] = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'info',
  'danger',
  'notice',
  'alert',
  'admonition',
  'callout',
  'hint',
];

/** What to write in the place of something that has a name which says what it makes. */
export function namedHint(name: string): string | undefined {
  return Object.hasOwn(hints, name) ? hints[name] : undefined;
}

/** What to write in the place of a shortcode of that name. */
export function shortcodeHint(name: string): string {
  const hint = namedHint(name);
  if (hint !== undefined) return hint;
  if (boxNames.includes(name))
    return 'Write `:::note` before the text and `:::` behind it, each on a line of its own.';
  return 'Write in Markdown what it makes, or remove it.';
}
