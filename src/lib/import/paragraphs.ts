import { closingsIn } from './closings.ts';

// The paragraphs that WordPress makes of a classic post when it shows it: wpautop of wp-includes/formatting.php, as far as it is seen in
// what comes out. Only tags are put in, and no line break is taken away, so that all that follows keeps its line.

const blocks =
  'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|script|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|iframe|noscript|center|textarea';

const pieces = new RegExp(String.raw`<!--|<(\/?)(${blocks})\b[^<>]*>`, 'gi');
/** What is taken as it is, up to its end. */
const verbatim: ReadonlyMap<string, RegExp> = new Map([
  ['', /-->/g],
  ...['pre', 'script', 'style', 'textarea'].map(
    (name) => [name, new RegExp(String.raw`<\/${name}\s*>`, 'gi')] as const,
  ),
]);

/** What holds only other elements: blanks in it are none of its words. */
const parts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'ul', 'ol', 'dl', 'menu']);
/** What is one paragraph, however many blank lines it has. */
const lines = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'legend', 'caption', 'dt']);
/** What has paragraphs only where a blank line parts them. */
const cells = new Set(['li', 'td', 'th', 'dd', 'figcaption']);

/** The HTML of a classic post with its paragraphs. */
export function withParagraphs(html: string): string {
  const open: string[] = [];
  let out = '';
  let at = 0;
  const endOf = closingsIn(html);
  for (const match of html.matchAll(pieces)) {
    if (match.index < at) continue;
    const [opening, closing = '', tag = ''] = match;
    const name = tag.toLowerCase();
    const end = verbatim.get(name);
    const whole = end === undefined || closing !== '' ? -1 : endOf(end, match.index);
    out += wordsIn(html.slice(at, match.index), open.at(-1));
    at = whole < 0 ? match.index + opening.length : whole;
    out += html.slice(match.index, at);
    if (
      tag === '' ||
      /^<(?:pre|script|style|textarea|hr|col|area)\b/i.test(opening) ||
      opening.endsWith('/>')
    )
      continue;
    if (closing === '') open.push(name);
    else {
      const from = open.lastIndexOf(name);
      if (from >= 0) open.splice(from);
    }
  }
  return out + wordsIn(html.slice(at), open.at(-1));
}

/** Between two paragraphs: blank lines, or two breaks. */
const between = /(\s*<br\s*\/?>\s*(?:<br\s*\/?>\s*)+|\n[ \t]*(?:\n[ \t]*)+)/i;

function wordsIn(text: string, within: string | undefined): string {
  if (text.trim() === '' || (within !== undefined && parts.has(within))) return text;
  if (within !== undefined && lines.has(within)) return withBreaks(text);
  const chunks = text.split(between);
  const isOne = chunks.filter((chunk, index) => index % 2 === 0 && chunk.trim() !== '').length < 2;
  if (within !== undefined && cells.has(within) && isOne) return withBreaks(text);
  return chunks
    .map((chunk, index) => {
      if (index % 2 === 1) return chunk.replace(/[^\n]/g, '');
      const words = chunk.trim();
      if (words === '') return chunk;
      const start = chunk.indexOf(words);
      return `${chunk.slice(0, start)}<p>${withBreaks(words)}</p>${chunk.slice(start + words.length)}`;
    })
    .join('');
}

/** A line break within a paragraph is shown as one. */
function withBreaks(text: string): string {
  const words = text.trim();
  const start = text.indexOf(words);
  const broken = words.replace(
    /(<br\s*\/?>)?([ \t]*)\n(?!\s*<br)/gi,
    (_, mark: string | undefined, blank: string) => `${mark ?? '<br>'}${blank}\n`,
  );
  return text.slice(0, start) + broken + text.slice(start + words.length);
}
