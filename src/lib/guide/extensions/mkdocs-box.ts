import type { Edit, Fix } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { asideKindOf } from './aside-kinds.ts';

/** What the line is to be here: `:::note[Title]`; a box that opens on demand has no kind. */
export function openingOfBox(line: string): string {
  const [, marks = '', kind = '', , title] =
    /^(!!!|\?\?\?\+?)[ ]+([\w-]+)([^"]*)(?:"([^"]*)")?/.exec(line) ?? [];
  const word = marks.startsWith('?') ? 'details' : (asideKindOf(kind) ?? 'note');
  const words = title ?? (word === 'details' ? `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}` : '');
  return words === '' ? `:::${word}` : `:::${word}[${words}]`;
}

/**
 * A box of MkDocs, `!!! note "Title"` with all lines below it that are indented by four, as a directive. Undefined where it is not at the
 * edge of the page, is closed in its own line, or has another in it.
 * https://python-markdown.github.io/extensions/admonition/
 */
export function boxOfMkdocs({ text }: SourceFile, start: number): Fix | undefined {
  if (start > 0 && text[start - 1] !== '\n') return undefined;
  const lines = text.slice(start).split(/(?<=\n)/);
  const [head = '', ...rest] = lines;
  const opening = openingOfBox(head);
  const after = rest.findIndex((line) => line.trim() !== '' && !/^(?: {4}|\t)/.test(line));
  let body = rest.slice(0, after < 0 ? undefined : after);
  while (body.length > 0 && body.at(-1)!.trim() === '') body = body.slice(0, -1);
  const inside = body.join('');
  if (body.length === 0 || /[[\]]/.test(opening.replace(/^:::\w+\[(.*)\]$/, (_, title: string) => title)))
    return undefined;
  if (/^\s*(?:!!!|\?\?\?|===|:::)/m.test(inside)) return undefined;
  const edits: Edit[] = [{ start, end: start + head.trimEnd().length, text: opening }];
  let at = start + head.length;
  for (const line of body) {
    const indent = /^(?: {4}|\t)/.exec(line)?.[0].length ?? 0;
    if (indent > 0) edits.push({ start: at, end: at + indent, text: '' });
    at += line.length;
  }
  const isLast = !inside.endsWith('\n');
  edits.push({ start: at, end: at, text: isLast ? '\n:::' : ':::\n' });
  return { title: `Write ${opening}`, safety: 'safe', edits };
}
