import type { Told } from './import-report.ts';
import { withCodeAside } from './wordpress-code.ts';
import { withParagraphs } from './paragraphs.ts';
import type { Shortcode } from './shortcode.ts';
import { escapeHtml, padded, replaceShortcodes } from './shortcode.ts';

/** What a post of WordPress refers to by number. */
export interface WordPressThings {
  /** The address and the text of an attachment. */
  attachment(
    id: string,
  ): { readonly url: string; readonly alt: string; readonly caption: string } | undefined;
  /** The pictures attached to a post, which a gallery without numbers shows. */
  attachedTo(post: string): readonly string[];
  /** The content of a reusable block. */
  block(id: string): string | undefined;
}

/** Where a post's own text begins, and which post it is. */
export interface WordPressPlace {
  readonly id: string;
  /** Line of the source. */
  readonly line: number;
}

const noteNames = new Set([
  'ref',
  'footnote',
  'fn',
  'efn_note',
  'footnotes_note',
  'sidenote',
  'mfn',
  'modern_footnote',
  'note',
  'easy_footnote',
  'efn',
]);
/** A box or a column around text: the text is what counts. */
const wrappers =
  /^(?:box|alert|info|tip|warning|notice|highlight_box|column|columns|col|row|one_half|one_third|two_thirds|two_third|one_fourth|three_fourth|tabs?|accordion|toggle|spoiler|expand|su_\w+|vc_\w+|et_pb_\w+|fusion_\w+|dropcap|quote|pullquote|center|button|raw|wpcol\w*|section|clear|divider|hr)$/;
/** Made anew by WordPress each time, of things that are no part of the post. */
const madeThere =
  /^(?:toc|contact-form(?:-7)?|contact-field|table|tablepress|ninja_form\w*|gravityform|wpforms|mc4wp_form|archives|recent[\w-]*|polls?|polldaddy|slideshow\w*|rev_slider\w*|playlist|subscribe2?|jetpack[\w-]*|social\w*|share\w*|rating\w*|widget\w*|ad|ads|adsense|adrotate|wp_?ad\w*|bibtex|amazon\w*|recipe\w*|map|googlemaps?|display-posts|references|footnotes|efn_reference|latex)$/;

/** The content of a post of WordPress as HTML, line for line. */
export function wordpressHtml(
  content: string,
  things: WordPressThings,
  place: WordPressPlace,
  told: Told,
): string {
  const listings: string[] = [];
  // What is code is put aside first: nothing in it is a shortcode or a paragraph.
  const aside = (html: string, written: string) => {
    listings.push(padded(html, written));
    return `\uE000${listings.length - 1}\uE001`;
  };
  const back = (html: string): string =>
    html.replace(/\uE000(\d+)\uE001/g, (_, index: string) => listings[Number(index)] ?? '');
  const plain = content.replace(/[\uE000\uE001]/g, '');
  const blocks = withoutBlockComments(plain, things, lineCounter(plain, place.line), told);
  const kept = withCodeAside(blocks.html, aside);
  const lineAt = lineCounter(kept, place.line, back);
  const replaced = replaceShortcodes(kept, (code, offset) => {
    const made = shortcodeHtml(code, things, place, lineAt(offset), told);
    return made === undefined ? undefined : made;
  });
  const noted = replaced.replace(
    /(?<=[\p{L}\p{N}.,;:!?)"’”>\]])[ ]?\(\((?=[^()\s])((?:[^()]|\([^()]*\))+)\)\)/gu,
    (_, note: string) => `<lw-note>${note}</lw-note>`,
  );
  // Listings on lines of their own are blocks, and so parted from the words around them.
  const withListings = back(noted);
  return blocks.isBlocks ? paragraphsOutsideBlocks(withListings) : withParagraphs(withListings);
}

/** The line of an offset, of offsets that are asked for in their order; `whole` puts back what was put aside. */
function lineCounter(
  text: string,
  first: number,
  whole = (part: string) => part,
): (offset: number) => number {
  let at = 0;
  let line = first;
  return (offset) => {
    if (offset < at) [at, line] = [0, first];
    line += whole(text.slice(at, offset)).match(/\n/g)?.length ?? 0;
    at = offset;
    return line;
  };
}

/** Without the comments that part blocks; `isBlocks` where there are any. */
function withoutBlockComments(
  content: string,
  things: WordPressThings,
  lineAt: (offset: number) => number,
  told: Told,
): { readonly html: string; readonly isBlocks: boolean } {
  if (!content.includes('<!-- wp:')) return { html: content, isBlocks: false };
  let language = '';
  const marks = /<!--\s*(\/?)wp:([a-z][\w/-]*)\s*(\{[\s\S]*?\}\s*)?(\/?)-->/g;
  let html = '';
  let at = 0;
  for (const { 0: whole, 1: closing, 2: name = '', 3: json = '', 4: alone, index } of content.matchAll(
    marks,
  )) {
    html += withLanguage(content.slice(at, index), language);
    if (content.slice(at, index).includes('<pre')) language = '';
    at = index + whole.length;
    const settings = jsonOf(json);
    if (closing === '' && typeof (settings['language'] ?? settings['lang']) === 'string')
      language = String(settings['language'] ?? settings['lang']);
    if (alone === '/') html += padded(lonelyBlock(name, settings, things, lineAt(index), whole, told), whole);
    // Where a block begins and ends, for paragraphs are made outside of them alone.
    else
      html += padded(
        name === 'freeform' || name === 'core/freeform'
          ? ''
          : closing === ''
            ? '<!--\uE002-->'
            : '<!--\uE003-->',
        whole,
      );
  }
  return { html: html + withLanguage(content.slice(at), language), isBlocks: true };
}

function withLanguage(html: string, language: string): string {
  return language === '' ? html : html.replace(/<pre\b/i, () => `<pre data-lang="${escapeHtml(language)}"`);
}

/** A block that has only its settings. */
function lonelyBlock(
  name: string,
  settings: Readonly<Record<string, unknown>>,
  things: WordPressThings,
  line: number,
  written: string,
  told: Told,
): string {
  const ref = settings['ref'];
  if (name === 'block' && (typeof ref === 'number' || typeof ref === 'string')) {
    const content = things.block(String(ref));
    if (content !== undefined)
      // One that holds others of its kind, or itself, ends here.
      return content.replace(/<!--\s*\/?wp:block\b[\s\S]*?-->/g, '').replace(/<!--\s*\/?wp:[\s\S]*?-->/g, '');
  }
  if (/^(?:core\/)?(?:more|nextpage|footnotes|spacer|paragraph|separator|list|heading)$/.test(name))
    return '';
  told.lose(
    'block',
    line,
    written,
    `The block “${name}” is made by WordPress when a page is shown, and has no text of its own.`,
  );
  return '';
}

function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Paragraphs are made of what stands outside of all blocks. */
function paragraphsOutsideBlocks(html: string): string {
  let depth = 0;
  return html
    .split(/(<!--[\uE002\uE003]-->)/)
    .map((part) => {
      if (part === '<!--\uE002-->') depth++;
      else if (part === '<!--\uE003-->') depth = Math.max(0, depth - 1);
      else return depth === 0 ? withParagraphs(part) : part;
      return '';
    })
    .join('');
}

/** What a shortcode stands for; undefined where it is none, but words in brackets. */
function shortcodeHtml(
  code: Shortcode,
  things: WordPressThings,
  { id }: WordPressPlace,
  line: number,
  told: Told,
): string | undefined {
  const { name, attributes, words, inside, written } = code;
  const of = (key: string) => attributes.get(key) ?? '';
  const link = (url: string, text: string) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
  if (noteNames.has(name) && inside !== undefined && (name !== 'note' || !inside.includes('\n')))
    return `<lw-note>${inside}</lw-note>`;
  switch (name) {
    case 'caption':
    case 'wp_caption': {
      if (inside === undefined) return undefined;
      const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0];
      const caption = (picture === undefined ? '' : inside.slice(picture.length).trim()) || of('caption');
      return `<figure>${picture ?? inside}<figcaption>${caption}</figcaption></figure>`;
    }
    case 'gallery': {
      const ids = (of('ids') || of('include'))
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
      const shown = ids.length > 0 ? ids : things.attachedTo(of('id') || id);
      const pictures = shown.flatMap((one) => things.attachment(one) ?? []);
      if (pictures.length < shown.length || shown.length === 0)
        told.lose(
          'gallery',
          line,
          written,
          `${shown.length - pictures.length || 'All'} of its pictures are not in the export.`,
        );
      return pictures
        .map(
          ({ url, alt, caption }) =>
            `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alt)}"><figcaption>${caption}</figcaption></figure>`,
        )
        .join('');
    }
    case 'embed':
      return inside === undefined ? undefined : `<p>${link(inside.trim(), inside.trim())}</p>`;
    case 'gist': {
      const url = of('url') || words[0] || inside?.trim() || '';
      const gist = of('id') || url;
      if (gist === '') return undefined;
      const address = /^https?:/.test(gist) ? gist.replace(/\.js$/, '') : `https://gist.github.com/${gist}`;
      told.change(
        'gist',
        line,
        written,
        address,
        'A page loads nothing from other places: a link leads to it.',
      );
      return `<p>${link(address, 'The code, a gist on GitHub')}</p>`;
    }
    case 'youtube':
    case 'vimeo':
    case 'video':
    case 'audio':
    case 'wpvideo':
    case 'dailymotion':
    case 'soundcloud':
    case 'tweet':
    case 'twitter':
    case 'instagram':
    case 'googlevideo': {
      const named = ['src', 'url', 'mp4', 'webm', 'm4v', 'ogv', 'mp3', 'm4a', 'wav', 'ogg', 'id']
        .map(of)
        .find(Boolean);
      const source = (named ?? inside?.trim() ?? words.join('')).replace(/^=/, '');
      if (source === '') return undefined;
      const url = /^(?:https?:)?\/\//.test(source)
        ? source
        : name === 'youtube'
          ? `https://www.youtube.com/watch?v=${source}`
          : name === 'vimeo'
            ? `https://vimeo.com/${source}`
            : name.startsWith('tw')
              ? `https://twitter.com/i/status/${source}`
              : source;
      told.change(name, line, written, url, 'A page loads nothing from other places: a link leads to it.');
      return `<p>${link(url, `${name === 'audio' || name === 'soundcloud' ? 'Audio' : name.startsWith('tw') || name === 'instagram' ? 'A post' : 'A video'}: ${url}`)}</p>`;
    }
    case 'table':
    case 'easytable':
      if (inside !== undefined) return tableOf(inside, of('delimiter') || of('sep') || ',', of('th') !== '0');
      break;
    case 'blockquote':
    case 'quote':
    case 'pullquote':
      return inside === undefined ? undefined : `<blockquote>${inside}</blockquote>`;
    default:
  }
  if (madeThere.test(name)) {
    if (
      inside === undefined &&
      attributes.size === 0 &&
      words.length === 0 &&
      !/^(?:toc|contact-form|footnotes|archives|references)/.test(name)
    )
      return undefined;
    told.lose(
      'shortcode',
      line,
      written,
      `A plug-in of WordPress makes something of [${name}] that is not in the export.`,
    );
    return inside ?? '';
  }
  if (wrappers.test(name) && (inside !== undefined || attributes.size > 0)) {
    told.change(
      'shortcode',
      line,
      inside === undefined ? written : written.replace(inside, '…'),
      '',
      `[${name}] changes how its text looks there; the text is kept.`,
    );
    return inside ?? '';
  }
  if (inside === undefined && attributes.size === 0) return undefined;
  told.lose(
    'shortcode',
    line,
    inside === undefined ? written : written.replace(inside, '…'),
    `Nobody here knows what a plug-in of WordPress makes of [${name}]; the text within it is kept.`,
  );
  return inside ?? '';
}

/** Rows on lines, cells parted by a delimiter, as Easy Table has them. */
function tableOf(text: string, delimiter: string, hasHead: boolean): string {
  const rows = text
    .replace(/<br\s*\/?>|<\/?p>/gi, '')
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => splitRow(row.trim(), delimiter));
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  const [head = [], ...body] = rows;
  return `<table>${hasHead ? `<thead>${row(head, 'th')}</thead>` : ''}<tbody>${(hasHead ? body : rows).map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

function splitRow(row: string, delimiter: string): string[] {
  const sign = delimiter === 'tab' ? '\t' : delimiter.slice(0, 1);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of row) {
    if (character === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (character === sign && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}
