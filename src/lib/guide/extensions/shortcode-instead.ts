import { toMarkdown } from 'mdast-util-to-markdown';
import type { Edit, Fix } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { formatOfPost } from '../post-place.ts';
import { asideKindOf } from './aside-kinds.ts';
import type { MaskedSpan, ShortcodeSpan } from './find-spans.ts';
import { boxNames } from './foreign-syntax.ts';

// What the shortcodes make that come with Hugo, or that many themes have alike, and Markdown has a form for. Their parameters are in
// Hugo's documentation on embedded shortcodes.

/** Which shortcodes are around something: by the opening one, the one that closes it. */
export type ShortcodePairs = ReadonlyMap<ShortcodeSpan, ShortcodeSpan>;

/** The pairs among the stretches of a post, which stand in the order of its text. */
export function pairShortcodes(spans: Iterable<MaskedSpan>): ShortcodePairs {
  const pairs = new Map<ShortcodeSpan, ShortcodeSpan>();
  const open: ShortcodeSpan[] = [];
  for (const span of spans) {
    if (span.kind !== 'shortcode' || span.code) continue;
    const closed = /^(?:\/|end)(.+)$/.exec(span.name)?.[1];
    const at = closed === undefined ? -1 : open.findLastIndex(({ name }) => name === closed);
    if (closed === undefined) open.push(span);
    else if (at >= 0) pairs.set(open.splice(at)[0]!, span);
  }
  return pairs;
}

/** What is certain to be the same in Markdown: for a pair both ends of it. Undefined where there is no such thing. */
export function shortcodeInstead(
  file: SourceFile,
  span: ShortcodeSpan,
  closing: ShortcodeSpan | undefined,
): Fix | undefined {
  if (closing) return boxInstead(file, span, closing);
  const text = textInstead(file, span);
  if (text === undefined) return undefined;
  return fix(text, [{ start: span.start, end: span.end, text }]);
}

function fix(title: string, edits: readonly Edit[]): Fix {
  const [line = ''] = title.split('\n');
  return { title: `Write ${line.length > 60 ? `${line.slice(0, 60)}…` : line}`, safety: 'safe', edits };
}

/** A box around text: `:::note[Title]`, the text, `:::`. The tags are the first and the last on their lines. */
function boxInstead(file: SourceFile, span: ShortcodeSpan, closing: ShortcodeSpan): Fix | undefined {
  const { text } = file;
  const kind = span.name === 'details' ? 'details' : boxKind(file, span);
  if (kind === undefined) return undefined;
  const before = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const lineEnd = /\r?\n|$/.exec(text.slice(closing.end))?.index ?? 0;
  const inside = text.slice(span.end, closing.start);
  const isAlone = before.trim() === '' && text.slice(closing.end, closing.end + lineEnd).trim() === '';
  if (!isAlone || inside.includes(':::')) return undefined;
  const { title } = parametersOf(file, span);
  const opening = `:::${kind}${title === undefined ? '' : `[${title}]`}`;
  if (title !== undefined && /[[\]\n]/.test(title)) return undefined;
  const [first = ''] = inside.split(/\r?\n/);
  const last = inside.split(/\r?\n/).at(-1)!;
  return fix(opening, [
    { start: span.start, end: span.end, text: first.trim() === '' ? opening : `${opening}\n${before}` },
    { start: closing.start, end: closing.end, text: last.trim() === '' ? ':::' : `\n${before}:::` },
  ]);
}

/** By the first of its words that is one: `{{< notice warning >}}`, `{{% alert color="warning" %}}`, `{{< tip >}}`. */
function boxKind(file: SourceFile, span: ShortcodeSpan): string | undefined {
  if (!boxNames.includes(span.name)) return undefined;
  const words = wordsOf(file, span).map(({ name, value }) =>
    ['type', 'kind', 'level', 'color', 'severity', 'style', undefined].includes(name) ? value : '',
  );
  const other: Readonly<Record<string, string>> = { warn: 'warning', primary: 'note', alert: 'caution' };
  for (const word of words) {
    const kind = asideKindOf(word) ?? (Object.hasOwn(other, word) ? other[word] : undefined);
    if (kind !== undefined) return kind;
  }
  return asideKindOf(span.name) ?? 'note';
}

function textInstead(file: SourceFile, span: ShortcodeSpan): string | undefined {
  const words = wordsOf(file, span);
  const [only] = words;
  const id = words.length === 1 && (only!.name === undefined || only!.name === 'id') ? only!.value : '';
  switch (span.name) {
    case 'figure':
      return pictureInstead(file, span);
    case 'youtube':
      return /^[\w-]{11}$/.test(id)
        ? `[A video on YouTube](https://www.youtube.com/watch?v=${id})`
        : undefined;
    case 'vimeo':
      return /^\d+$/.test(id) ? `[A video on Vimeo](https://vimeo.com/${id})` : undefined;
    case 'gist': {
      const [user, gist, ...more] = words.map(({ name, value }) => (name === undefined ? value : ''));
      // Of Jekyll, where the user may be left out and a file of it be named: `{% gist 2414073 a.js %}`.
      const [, own, inPost] =
        /^((?:[\w-]+\/)?[\da-f]{5,})$/.test(user ?? '') && isLiquid(file, span) ? [0, user, gist] : [];
      if (own !== undefined && more.length === 0)
        return `[The code, a gist on GitHub](https://gist.github.com/${own}${inPost === undefined ? '' : `#file-${inPost.toLowerCase().replace(/[^\w]+/g, () => '-')}`})`;
      const isGist = /^[\w-]+$/.test(user ?? '') && /^[\da-f]+$/.test(gist ?? '') && more.length === 0;
      return isGist ? `[The code, a gist on GitHub](https://gist.github.com/${user}/${gist})` : undefined;
    }
    case 'tweet':
    case 'x': {
      const { user, id: post } = parametersOf(file, span);
      const isPost = /^\w+$/.test(user ?? '') && /^\d+$/.test(post ?? '');
      return isPost ? `[A post of ${user}](https://twitter.com/${user}/status/${post})` : undefined;
    }
    default:
      return undefined;
  }
}

/** The address that a shortcode stands for, as far as its own words say it: the path of a page. The check of links knows the rest. */
export function addressInstead(file: SourceFile, span: ShortcodeSpan): string | undefined {
  const [only, ...more] = wordsOf(file, span);
  const isPath = only?.name === undefined && more.length === 0 && /^[\w./#-]+$/.test(only?.value ?? '');
  return isPath && ['ref', 'relref'].includes(span.name) ? only?.value : undefined;
}

function isLiquid({ text }: SourceFile, { start }: ShortcodeSpan): boolean {
  return text.startsWith('{%', start);
}

/** Parameters of `figure` that change the look alone. */
const lookOfFigure: ReadonlySet<string> = new Set([
  ...[
    'src',
    'alt',
    'caption',
    'title',
    'link',
    'class',
    'width',
    'height',
    'loading',
    'align',
    'target',
    'rel',
  ],
]);

function pictureInstead(file: SourceFile, span: ShortcodeSpan): string | undefined {
  const words = wordsOf(file, span);
  if (words.some(({ name }) => name === undefined || !lookOfFigure.has(name))) return undefined;
  const { src, alt = '', caption, title, link } = parametersOf(file, span);
  // One of the two is what stands below a picture here; and neither is Markdown or HTML there.
  if (src === undefined || (caption !== undefined && title !== undefined)) return undefined;
  const below = caption ?? title;
  if (/[*_`[\]<{]/.test(`${alt}${below ?? ''}`)) return undefined;
  // A link alone would make one of the picture itself.
  if (link !== undefined && formatOfPost(file.path) === 'mdx' && link.includes('{')) return undefined;
  const image = { type: 'image', url: src, alt, title: below ?? null } as const;
  return toMarkdown(link === undefined ? image : { type: 'link', url: link, children: [image] }).trimEnd();
}

interface ShortcodeWord {
  readonly name: string | undefined;
  readonly value: string;
}

function parametersOf(file: SourceFile, span: ShortcodeSpan): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    wordsOf(file, span).flatMap(({ name, value }) => (name === undefined ? [] : [[name, value]])),
  );
}

/** What stands behind the name: `src="a.png"`, `"a.png"`, `warning`. */
function wordsOf({ text }: SourceFile, { start, end, name }: ShortcodeSpan): ShortcodeWord[] {
  const [, rest = ''] =
    /^\{[{%][<%-]?\s*\S+?(?=[\s>%}-])([^]*?)-?[>%]?[}%]\}$/.exec(text.slice(start, end)) ?? [];
  return [
    ...rest.matchAll(/(?:([\w-]+)\s*[=:]\s*)?(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g),
  ].flatMap(([, key, double, single, back, plain]) => {
    const value = double?.replace(/\\(.)/g, (_, sign: string) => sign) ?? single ?? back ?? plain ?? '';
    return key === undefined && value === name ? [] : [{ name: key, value }];
  });
}
