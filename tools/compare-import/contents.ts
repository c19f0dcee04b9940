import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';

/** What a post holds, counted. */
export interface CountedContent {
  readonly words: readonly string[];
  readonly listings: number;
  readonly links: number;
  readonly pictures: number;
  /** Of the pictures, those whose file is not in what was imported: most lie on other sites. */
  readonly elsewhere: number;
  readonly cells: number;
  readonly notes: number;
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly content?: Node;
}

/** The text of a source that a report names, as the program that it comes from would show it, as far as Markdown and HTML say it. */
export function contentOfSource(root: string, name: string): CountedContent | undefined {
  const [path = '', id] = name.split('#');
  const text = readFileSync(join(root, path), 'utf8').replace(/\r\n?/g, '\n');
  if (path.endsWith('.xml')) return contentOfItem(text, id ?? '', filesIn(root));
  if (path.endsWith('.json')) return contentOfRow(text, id ?? '', filesIn(root));
  if (!/\.(?:mdx?|markdown|html?)$/i.test(path)) return undefined;
  const body = shownByTemplates(
    text.replace(/^\uFEFF?(---|\+\+\+)[ \t]*\n(?:[\s\S]*?\n)?\1[ \t]*(?:\n|$)/, ''),
  );
  if (path.endsWith('html')) return contentOfHtml(body, filesIn(root));
  return contentOfHtml(
    htmlOfMarkdown(withoutBoxes(body), path.endsWith('.mdx') || hasComponents(body)),
    filesIn(root),
  );
}

/** What has components is read as MDX, in which nothing is a listing because it is indented. */
function hasComponents(text: string): boolean {
  const prose = outsideOfFences(
    text,
    (part) => part.replace(/`[^`\n]+`/g, ''),
    () => '',
  );
  return /^import\s.+from|<[A-Z][\w.]*(?=[\s/>])/m.test(prose);
}

/** A text in Markdown, changed outside of its fences, and within. */
function outsideOfFences(
  text: string,
  change: (part: string) => string,
  inside = (part: string) => part,
  opening = /^[ \t>]*(`{3,}|~{3,})(.*)/,
): string {
  let made = '';
  let prose = '';
  let fence = '';
  for (const line of text.split(/(?<=\n)/)) {
    const [, mark = '', rest = ''] = opening.exec(line) ?? [];
    if (fence === '' && mark !== '' && !rest.includes('`')) {
      made += change(prose);
      [prose, fence] = ['', mark];
      made += inside(line);
    } else if (fence !== '') {
      made += inside(line);
      if (mark.startsWith(fence) && rest.trim() === '') fence = '';
    } else prose += line;
  }
  return made + change(prose);
}

/** Without the tags of templates of which a reader of the old site sees nothing, and with the addresses that they look up. */
function shownByTemplates(text: string): string {
  return text
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')
    .replace(
      /\{%-?\s*highlight\b[^%\n]*%\}([^]*?)\{%-?\s*endhighlight\s*-?%\}/g,
      (_, code: string) => `\n\`\`\`\`\n${code}\n\`\`\`\`\n`,
    )
    .replace(/\{%-?\s*(?:post_url|link)\s+([^\s%]+)\s*-?%\}/g, (_, path: string) => path)
    .replace(/\]\(\s*\{\{[^{}\n]*\}\}/g, '](')
    .replace(/<i?frame>/g, '')
    .replace(/\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, '')
    .replace(
      /\{\/\*\s*(?:truncate|more)\s*\*\/\}|\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g,
      '',
    )
    .replace(/\{\{[<%]\s*\/?\s*highlight\b[^\n]*?[>%]\}\}/g, '')
    .replace(/\{\{[<%]\s*(?:rel)?ref\s+["']?([^"'\s>%]+)["']?\s*[>%]\}\}/g, (_, address: string) => address)
    .replace(
      /(<(iframe|video|audio)\b[^<>]*)\/>/gi,
      (_, opening: string, name: string) => `${opening}></${name}>`,
    );
}

/** Boxes and tabs of MkDocs as it reads them: their text stands indented, and is no listing. */
function withoutBoxes(text: string): string {
  // A fence in a box is indented as the box is.
  return outsideOfFences(text, withoutBoxesOfProse, (part) => part, /^ {0,3}(`{3,}|~{3,})(.*)/);
}

function withoutBoxesOfProse(text: string): string {
  const box = /^( *)(?:(?:!!!|\?\?\?\+?) +[\w-]+|===[!+]? )(.*)\n((?:[ \t]*\n|\1(?: {4}|\t).*\n)+)/gm;
  let made = text;
  for (let round = 0; round < 8; round++)
    made = made.replace(
      box,
      (_, indent: string, title: string, body: string) =>
        `${indent}${title}\n\n${body.replace(/^( {4}|\t)/gm, '')}`,
    );
  return made;
}

export function contentOfResult(text: string): CountedContent {
  const html = htmlOfMarkdown(text.replace(/^---\n[\s\S]*?\n---\n/, ''));
  // The title of a picture is its caption here, which everybody sees.
  return contentOfHtml(
    html.replace(/<img\b[^>]*\btitle="([^"]*)"[^>]*>/g, (picture, title: string) => `${picture} ${title} `),
  );
}

/** WordPress’s own text, with its shortcodes and comments of blocks as they stand. */
function contentOfItem(xml: string, id: string, files: ReadonlySet<string>): CountedContent | undefined {
  const item = xml
    .split('<item>')
    .find((one) => new RegExp(`<wp:post_id>\\s*(?:<!\\[CDATA\\[)?${id}\\b`).test(one));
  const content =
    item && /<content:encoded>\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*<\/content:encoded>/.exec(item)?.[1];
  if (content === undefined) return undefined;
  const html = withCodeAsHtml(content);
  const parts = html.split(/(<pre\b[\s\S]*?<\/pre\s*>|<code\b[\s\S]*?<\/code\s*>)/i);
  // In code a bracket is a bracket.
  const prose = parts.filter((_, index) => index % 2 === 0).join(' ');
  const shown = parts.map((part, index) =>
    index % 2 === 0 ? part.replace(/\[\/?[a-z][^\]\n]*\]/g, ' ') : part,
  );
  const counted = contentOfHtml(shown.join(''), files);
  const inNotes = prose.match(/\[(?:ref|efn_note|footnote)\]|\(\(|data-fn=/g)?.length ?? 0;
  return { ...counted, notes: counted.notes + inNotes };
}

/** Shortcodes of plug-ins that show code, and `<pre lang>` of WP-Syntax, as HTML has listings; one in another is one. */
function withCodeAsHtml(content: string): string {
  const escaped = (code: string) => code.replaceAll('<', '&lt;');
  return content
    .replace(
      /<pre\b[^>]*>\s*(\[((?:source)?code)\b[^\]]*\][\s\S]*?\[\/\2\])\s*<\/pre>/gi,
      (_, code: string) => code,
    )
    .replace(/<code>\s*(<pre\b[\s\S]*?<\/pre>)\s*<\/code>/gi, (_, code: string) => code)
    .replace(
      /\[(code|sourcecode|cc[a-z]{0,6}(?:_\w+)?|csharp|c#|bash|css|diff|html|java|javascript|js|php|plain|powershell|ps|python|ruby|sql|vb|xml)(?:[ =][^\]\n]*)?\]([\s\S]*?)\[\/\1\]/gi,
      (_, _name, code: string) => `<pre>${escaped(code)}</pre>`,
    )
    .replace(
      /(<(pre|code)\b[^>]*\blang=[^>]*>)([\s\S]*?)(<\/\2>)/gi,
      (all, open: string, _name, code: string, end: string) =>
        /<(?:table|td|div|html|script|input|form|select|ul|li|h\d)\b/i.test(code)
          ? open + escaped(code) + end
          : all,
    );
}

/** A post of Ghost, as Ghost itself has made HTML of what its editor keeps. */
function contentOfRow(json: string, slug: string, files: ReadonlySet<string>): CountedContent | undefined {
  interface Rows {
    readonly posts?: readonly { readonly slug?: string; readonly html?: string | null }[];
  }
  const parsed = JSON.parse(json) as { db?: readonly { data?: Rows }[]; data?: Rows };
  const row = (parsed.db?.[0]?.data ?? parsed.data)?.posts?.find((one) => one.slug === slug);
  return row?.html ? contentOfHtml(row.html, files) : undefined;
}

const filesByRoot = new Map<string, ReadonlySet<string>>();

/** The names of all files of a tree. */
function filesIn(root: string): ReadonlySet<string> {
  const known = filesByRoot.get(root);
  if (known) return known;
  const names = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replace(/^.*[\\/]/, '')),
  );
  filesByRoot.set(root, names);
  return names;
}

function htmlOfMarkdown(text: string, isMdx = false): string {
  const { enter, exit } = gfmHtml();
  // Without the filter of tags that shows some of them as text.
  const { htmlFlowData: _flow, htmlTextData: _text, ...exits } = exit ?? {};
  return micromark(text, {
    extensions: [gfm(), ...(isMdx ? [{ disable: { null: ['codeIndented'] } }] : [])],
    htmlExtensions: [{ ...(enter && { enter }), exit: exits }],
    allowDangerousHtml: true,
  });
}

function contentOfHtml(html: string, files?: ReadonlySet<string>): CountedContent {
  const counts = { listings: 0, links: 0, pictures: 0, elsewhere: 0, cells: 0, notes: 0 };
  const texts: string[] = [];
  const open: Node[] = [parseFragment(html) as unknown as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    const of = (name: string) => node!.attrs?.find((one) => one.name === name)?.value;
    if (node.nodeName === '#text') texts.push(node.value ?? '');
    if (/^(?:script|style)$/.test(node.nodeName)) continue;
    if (of('class') === 'sr-only' || /footnote-backref/.test(of('class') ?? '')) continue;
    if (of('data-footnote-ref') !== undefined) {
      counts.notes++;
      continue;
    }
    if (node.nodeName === 'pre') counts.listings++;
    else if (node.nodeName === 'a' && of('href') !== undefined) counts.links++;
    else if (node.nodeName === 'img') {
      counts.pictures++;
      const name = (of('src') ?? '').replace(/[?#].*$/, '').replace(/^.*[\\/]/, '');
      if (
        files &&
        !files.has(name) &&
        !files.has(decodeURIComponent(name.replace(/%(?![\da-f]{2})/gi, '%25')))
      )
        counts.elsewhere++;
      texts.push(` ${of('alt') ?? ''} `);
    } else if (node.nodeName === 'td' || node.nodeName === 'th') counts.cells++;
    // The parts of a bookmark of Ghost stand apart, whatever they are.
    const isInLine =
      !/\bkg-bookmark-/.test(of('class') ?? '') &&
      /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|tt|u|var)$/.test(
        node.nodeName,
      );
    if (!isInLine && node.nodeName !== '#text') open.push({ nodeName: '#text', value: '\n' });
    for (const child of [...(node.content?.childNodes ?? node.childNodes ?? [])].reverse()) open.push(child);
    if (!isInLine && node.nodeName !== '#text') texts.push('\n');
  }
  return {
    ...counts,
    words:
      texts
        .join('')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  };
}
