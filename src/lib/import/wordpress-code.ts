import { meaningOf } from '../guide/fence-language.ts';
import { closingsIn } from './closings.ts';
import { attributesOf, escapeHtml } from './shortcode.ts';

/** Shortcodes around code: SyntaxHighlighter Evolved, Crayon, CodeColorer, WP-Syntax and others. Names of languages are such as well. */
const aroundCode = /^(?:code|sourcecode|source|codeblock|crayon|prism|pre|highlight|snippet|terminal)$/;
/** CodeColorer has letters for how it looks, and the language behind them: `[ccnLe_php]`. */
const codeColorer = /^cc([a-z]{0,6})(?:_([\w+#-]+))?$/;

/** Takes a listing out of the text; gives the sign that stands in its place. `written`: all that it stood as. */
type Aside = (html: string, written: string) => string;

const opening = /<(pre|code|script|style|textarea)\b[^<>]*>|(?<!\[)\[([a-z][\w+-]*)((?:[ =][^\]\n]*)?)\]/gi;

/** A text of WordPress without its listings, which nothing looks into any more. */
export function withCodeAside(html: string, aside: Aside): string {
  const closingOf = closingsIn(html);
  const closings = new Map<string, RegExp>();
  let out = '';
  let at = 0;
  for (const { 0: opened, 1: tag, 2: code = '', 3: rest = '', index } of html.matchAll(opening)) {
    if (index < at) continue;
    const name = (tag ?? code).toLowerCase();
    if (tag === undefined && !isCodeName(name)) continue;
    const key = tag === undefined ? `[${name}` : name;
    const closing =
      closings.get(key) ??
      new RegExp(
        tag === undefined ? String.raw`\[\/${name.replaceAll('+', '\\+')}\]` : String.raw`<\/${name}\s*>`,
        'gi',
      );
    closings.set(key, closing);
    const end = closingOf(closing, index + opened.length);
    if (end < 0) continue;
    const written = html.slice(index, end);
    const inner = tag === undefined ? undefined : withoutOuterTags(written);
    out += html.slice(at, index);
    out +=
      tag === undefined
        ? shortcodeListing(name, rest, written.slice(opened.length, -name.length - 3), written, aside)
        : inner === undefined
          ? aside(withRawCode(written), written)
          : withCodeAside(inner, aside);
    at = end;
  }
  return out + html.slice(at);
}

/** Names of plug-ins that show code, and names of languages. */
function isCodeName(name: string): boolean {
  return (
    aroundCode.test(name) ||
    codeColorer.test(name) ||
    (name.length > 1 && !/^(?:text|raw|quote|tab|box)$/.test(name) && meaningOf(name) !== undefined)
  );
}

function shortcodeListing(own: string, rest: string, inside: string, written: string, aside: Aside): string {
  const [, flags, colored] = codeColorer.exec(own) ?? [];
  const isCode = aroundCode.test(own) || flags !== undefined;
  const { attributes, words } = attributesOf(rest);
  const language =
    attributes.get('language') ??
    attributes.get('lang') ??
    attributes.get('brush') ??
    colored ??
    (isCode ? words[0]?.replace(/^=?["']?|["']$/g, '') : own) ??
    '';
  const title = attributes.get('title') ?? attributes.get('filename') ?? '';
  const isInLine = flags?.includes('i') === true || (!inside.includes('\n') && !isCode && inside.length < 60);
  // An editor may have put paragraphs and breaks into it; everything else in it is code.
  const code = inside
    .replace(/<\/?p>|<br\s*\/?>(?=\n)/gi, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/</g, '&lt;');
  if (isInLine) return aside(`<code>${code}</code>`, written);
  return aside(
    `<pre data-lang="${escapeHtml(language)}" data-title="${escapeHtml(title)}">\n${code}</pre>`.replace(
      '>\n\n',
      '>\n',
    ),
    written,
  );
}

/** Code around `<pre>`, or `<pre>` around a shortcode of code, is one listing, which the inner of the two says better. */
function withoutOuterTags(written: string): string | undefined {
  const [, around, inside = ''] = /^<(code|pre)\b[^>]*>([\s\S]*)<\/\1\s*>$/i.exec(written) ?? [];
  if (around === undefined) return undefined;
  const isWhole =
    around.toLowerCase() === 'code'
      ? /^\s*<pre\b[\s\S]*<\/pre\s*>\s*$/i.test(inside)
      : /^\s*\[(?:code|sourcecode)\b[^\]\n]*\][\s\S]*\[\/(?:code|sourcecode)\]\s*$/i.test(inside);
  return isWhole ? inside : undefined;
}

/** Tags that an editor puts into code to show it. */
const ofLook = /^(?:a|b|br|code|em|font|i|mark|s|span|strong|u)$/i;

/** WP-Syntax and CodeColorer take what stands in `<pre lang="…">` and `<code lang="…">` as it is written, unless it is said to be escaped: tags in it are code. */
function withRawCode(written: string): string {
  const [, opening = '', inside = '', closing = ''] =
    /^(<(?:pre|code)\b[^>]*\blang=[^>]*>)([\s\S]*)(<\/(?:pre|code)\s*>)$/i.exec(written) ?? [];
  if (opening === '' || /\bescaped\s*=\s*["']?true/i.test(opening)) return written;
  const tags = [...inside.matchAll(/<\/?([a-z][\w:-]*)/gi)];
  return tags.every(([, name = '']) => ofLook.test(name))
    ? written
    : opening + inside.replaceAll('<', '&lt;') + closing;
}
