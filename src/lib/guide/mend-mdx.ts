import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { createSourceFile, rangeAt } from '../source/source-file.ts';
import { tooMuchForRemark } from './limits.ts';
import { parseMarkdownWithRemark } from './parse-with-remark.ts';
import { parseWithSatteri } from './parse-with-satteri.ts';
import { diagnose } from './rules.ts';

/** A post without what Markdown writes in one way and MDX in another, which the parser refuses as a whole. */
export interface MendedPost {
  /** As long as the post itself, so that every offset is the same in both. */
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

interface Mending {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly hint: string;
  /** What to write instead; undefined where that is not certain. */
  readonly instead: string | undefined;
  /** What the parser is given, of the same length. */
  readonly mended: string;
}

const ownComment = /\{[ \t]*\/\*[^]*?\*\/[ \t]*\}/g;
/** In the order in which they are looked for: what is code is none of the others. */
const pieces =
  /(`+)[^`][^]*?\1(?!`)|<!--([^]*?)-->|<([a-z][a-z+.-]*:[^\s<>]*|[^\s<>@/]{1,64}@[^\s<>]+)>|<(br|hr|img|wbr|col)\b((?:"[^"]*"|'[^']*'|[^"'<>])*?)>/gi;

/**
 * Comments of HTML, links in angle brackets, and tags that are never closed: each is told with what MDX has for it, and the rest of
 * the post can be read. Undefined where there is none of them. Markdown tells what of the text is code. `written` is the post as its
 * author wrote it, where something in `file` stands for what no parser reads.
 */
export function mendMdx(file: SourceFile, written = file): MendedPost | undefined {
  if (!/<(?:!--|[a-z][^\s<>]*[:@]|(?:br|hr|img|wbr|col)\b)/i.test(file.text)) return undefined;
  const { tree } = parseWithSatteri(file, 'md');
  if (!tree && tooMuchForRemark(file) !== undefined) return undefined;
  const comments = [...file.text.matchAll(ownComment)].map(({ 0: text, index }) => [
    index,
    index + text.length,
  ]);
  const isInComment = (at: number) => comments.some(([start = 0, end = 0]) => start <= at && at < end);
  const found = placesIn(tree ?? parseMarkdownWithRemark(file)).flatMap(([start, end]) =>
    [...file.text.slice(start, end).matchAll(pieces)].flatMap((match) => {
      const at = start + match.index;
      const mending = isInComment(at) ? undefined : mend(match, at, written.text);
      return mending ? [mending] : [];
    }),
  );
  if (found.length === 0) return undefined;
  let text = '';
  let done = 0;
  for (const { start, end, mended } of found) {
    text += file.text.slice(done, start) + mended;
    done = end;
  }
  return {
    file: createSourceFile(file.path, text + file.text.slice(done)),
    diagnostics: found.map((one) => report(file, one)),
  };
}

/** Where HTML and links in angle brackets stand, in the order of the text. */
function placesIn(tree: Root): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'html' || node.type === 'link') places.push([start, node.position?.end.offset ?? 0]);
    if ('children' in node && node.type !== 'link') for (const child of node.children) open.push(child);
  }
  return places.sort(([a], [b]) => a - b);
}

function mend(match: RegExpExecArray, start: number, original: string): Mending | undefined {
  const [masked, , comment, address, tag, attributes = ''] = match;
  const end = start + masked.length;
  const written = original.slice(start, end);
  if (comment !== undefined) {
    return {
      start,
      end,
      message: 'MDX has no `<!-- … -->` comments.',
      hint: 'Write a comment as `{/* … */}`.',
      instead: `{/*${written.slice(4, -3).replaceAll('*/', () => '* /')}*/}`,
      mended: `{/* ${comment.replaceAll('*/', () => '* ')}*/}`,
    };
  }
  if (address !== undefined) {
    return {
      start,
      end,
      message: 'MDX has no `<…>` links.',
      hint: 'Write the address alone, or as `[text](address)`.',
      instead: linkTo(written.slice(1, -1)),
      mended: ` ${address} `,
    };
  }
  if (tag === undefined || attributes.endsWith('/')) return undefined;
  const isWhole = /^(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*$/.test(attributes);
  return {
    start,
    end,
    message: `In MDX \`<${tag}>\` has to be closed.`,
    hint: isWhole
      ? `Write \`<${tag} … />\`.`
      : `Write \`<${tag} … />\`, and each attribute as name="text", in quotes.`,
    instead: isWhole ? `<${tag.toLowerCase()}${written.slice(tag.length + 1, -1).trimEnd()} />` : undefined,
    mended: masked.replace(/[^\r\n]/g, ' '),
  };
}

/** An address as a link that says it; what would end the link is not written. */
function linkTo(address: string): string | undefined {
  if (/[()\\{}]/.test(address)) return undefined;
  const text = address.replace(/[[\]*_`]/g, (sign) => `\\${sign}`);
  return /^[a-z][a-z+.-]*:/i.test(address) ? `[${text}](${address})` : `[${text}](mailto:${address})`;
}

function report(file: SourceFile, { start, end, message, hint, instead }: Mending): Diagnostic {
  const diagnostic = diagnose({
    rule: 'guide/markdown-only',
    file,
    range: rangeAt(file, start, end),
    message,
    hint,
  });
  if (instead === undefined) return diagnostic;
  return {
    ...diagnostic,
    fix: {
      title: `Write ${instead.length > 60 ? `${instead.slice(0, 60)}…` : instead}`,
      safety: 'safe',
      edits: [{ start, end, text: instead }],
    },
  };
}
