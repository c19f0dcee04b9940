import type { Nodes, Text } from 'mdast';
import type { Diagnostic, Edit } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { rangeAt } from '../../source/source-file.ts';
import { diagnose } from '../rules.ts';

/** Signs that nobody writes who does not mean Markdown: strong words, links and pictures, code, fences, headings. */
const signs =
  /\*\*[^\s*][^*\n]*\*\*|\[[^\]\n]+\]\([^()\s]+\)|`[^`\n]+`|^[ \t]*(?:`{3,}|~{3,}).*|^#{2,6} \S.*/m;

/** Elements whose text is meant to the letter. */
const verbatim: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp', 'script', 'style', 'textarea']);

/**
 * Markdown in a block of HTML, which is printed as it is written. `texts`: those that were read as a part of HTML, each with what it
 * stands in. Tells the first place of each.
 */
export function findUnreadMarkdown(
  file: SourceFile,
  texts: readonly { readonly node: Text; readonly within: readonly string[] }[],
): Diagnostic[] {
  return texts.flatMap(({ node, within }) => {
    if (within.some((name) => verbatim.has(name))) return [];
    const written = signs.exec(node.value)?.[0].trim();
    if (written === undefined) return [];
    const diagnostic = diagnose({
      rule: 'guide/unread-markdown',
      file,
      range: rangeOfText(file, node, written),
      message: 'Markdown in a block of HTML is shown as it is written.',
      hint: 'Put a blank line after the tag before it and before the tag after it, or write it in HTML.',
    });
    const edits = inHtml(file, node);
    return edits.length === 0
      ? diagnostic
      : { ...diagnostic, fix: { title: 'Write it in HTML', safety: 'safe', edits } };
  });
}

const blocks = /^[ \t]*(?:`{3,}|~{3,}|#{2,6} \S)/m;
const words = /`([^`\n]+)`|\*\*([^\s*][^*\n]*)\*\*|(!?)\[([^\]\n]+)\]\(([^()\s]+)\)/g;

/** Pictures, code, strong words and links as HTML has them; nothing where there is more. */
function inHtml({ text }: SourceFile, { value, position }: Text): Edit[] {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  // With entities, or signs of quotes and lists before its lines, a text is not what is written.
  if (blocks.test(value) || text.slice(start, end) !== value) return [];
  // A tag between two backticks is a tag: what is left of the code does not begin or end as code does.
  const code = value.match(/`+/g) ?? [];
  if (code.length % 2 > 0 || code.some((marks) => marks !== '`')) return [];
  const found = [...value.matchAll(words)];
  if (found.some(([, within]) => within !== undefined && within !== within.trim())) return [];
  return found.map(({ 0: whole, index }) => ({
    start: start + index,
    end: start + index + whole.length,
    text: asHtml(whole),
  }));
}

function asHtml(markdown: string): string {
  return markdown.replace(words, (_, code?: string, strong?: string, picture = '', label = '', url = '') =>
    code !== undefined
      ? `<code>${code}</code>`
      : strong !== undefined
        ? `<strong>${asHtml(strong)}</strong>`
        : picture !== ''
          ? `<img src="${url.replaceAll('"', '%22')}" alt="${label.replaceAll('"', '&quot;')}" />`
          : `<a href="${url.replaceAll('"', '%22')}">${asHtml(label)}</a>`,
  );
}

function rangeOfText(file: SourceFile, { position }: Nodes, written: string) {
  const start = position?.start.offset ?? 0;
  const at = file.text.slice(start, position?.end.offset).indexOf(written);
  return at < 0 ? rangeAt(file, start, start + 1) : rangeAt(file, start + at, start + at + written.length);
}
