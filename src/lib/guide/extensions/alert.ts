import type { Blockquote, Nodes, Paragraph, Text } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { positionAt } from '../../source/source-file.ts';
import { asideElement, asideProblem } from './aside-element.ts';
import { asideKindOf, asideKinds, asideWords } from './aside-kinds.ts';
import { traceText } from './trace-text.ts';

/** `[!WARNING]`, with the words of Obsidian behind it. */
const marker = /^\[!([A-Za-z]+)\][-+]?[ \t]*([^\n\r]*)(?:\r\n|\n|\r|$)/;

/** The aside that a quote is which begins `[!WARNING]`; undefined where it is a quote. */
export function readAlert(
  file: SourceFile,
  quote: Blockquote,
  report: (diagnostic: Diagnostic) => void,
): Nodes[] | undefined {
  const [paragraph, ...blocks] = quote.children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text' || !text.value.startsWith('[!'))
    return undefined;
  const match = marker.exec(text.value);
  const trace = traceText(file, text);
  if (!match || trace.isEscaped(0) || trace.isEscaped(1)) return undefined;
  const [whole, word = '', title = ''] = match;
  const problem = (message: string, hint: string) =>
    report(asideProblem(file, trace.offsetOf(0), trace.offsetOf(word.length + 3), message, hint));
  const kind = asideKindOf(word);
  if (!kind) {
    const near = suggest(word, asideWords);
    problem(
      `There is no alert [!${word}].`,
      near
        ? `Did you mean [!${near.toUpperCase()}]?`
        : `Write one of ${asideKinds.map((known) => `[!${known.toUpperCase()}]`).join(', ')}.`,
    );
    return undefined;
  }
  // Words that go on in the same line with a link or the like are no title.
  const isText = /[\n\r]$/.test(whole) || paragraph.children.length === 1;
  const end = isText ? whole.length : whole.length - title.length;
  const rest = restOf(file, paragraph, text.value.slice(end), trace.offsetOf(end));
  const children = [...rest, ...blocks];
  if (children.length === 0) {
    problem(`The alert [!${word}] has no text.`, 'Put its text on the next lines of the quote.');
    return undefined;
  }
  const position = quote.position ?? { start: positionAt(file, 0), end: positionAt(file, 0) };
  return [asideElement(kind, (isText && title.trim()) || undefined, children, position)];
}

/** The paragraph behind the marker; none where nothing is left. */
function restOf(file: SourceFile, paragraph: Paragraph, words: string, offset: number): Paragraph[] {
  const [first, ...others] = paragraph.children;
  const { position } = paragraph;
  const start = positionAt(file, offset);
  const text: Text = {
    type: 'text',
    value: words,
    ...(first?.position && { position: { start, end: first.position.end } }),
  };
  const after = others[0]?.type === 'break' ? others.slice(1) : others;
  const children = words === '' ? after : [text, ...others];
  if (children.length === 0) return [];
  return [{ ...paragraph, children, ...(position && { position: { start, end: position.end } }) }];
}
