import type { Code, Nodes } from 'mdast';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { isFenced } from '../code-lines.ts';
import { structureProblem } from './explain-element.ts';
import type { HtmlElement } from './html-element.ts';
import { modelOf } from './html-schema.ts';

// To Markdown a block of HTML ends with the next blank line, whatever is open in it. Other programs (kramdown, WordPress) read on to the
// closing tag, so that what was written for them comes apart here.

export function isCodeOfTags(file: SourceFile, node: Nodes): node is Code {
  return node.type === 'code' && !isFenced(file, node) && node.value.startsWith('<');
}

/** Tags that are code in an element which is laid out by indentation, so that more of its lines was meant. */
export function tagsAsCode(file: SourceFile, node: HtmlElement): Diagnostic | undefined {
  // What has no place in an element of parts is told by itself.
  const code =
    modelOf(node.tagName)?.holds === 'parts'
      ? undefined
      : node.children.find((child): child is Code => isCodeOfTags(file, child));
  const before = file.text.slice(0, code?.position?.start.offset ?? 0).trimEnd();
  const isIndented = /^[ \t]{2,}<?[^\n]*>$/.test(before.slice(before.lastIndexOf('\n') + 1));
  return code && isIndented ? codeOfTags(file, node, code) : undefined;
}

/** What is said of an element that is not closed, as far as its block of HTML goes. */
export function unclosed(file: SourceFile, node: HtmlElement, name: string): Diagnostic {
  const code = node.children.find((child): child is Code => isCodeOfTags(file, child));
  if (code) return codeOfTags(file, node, code);
  const start = node.position?.start.offset ?? 0;
  const closing = new RegExp(`\\n[ \\t]*\\r?\\n[^]*</${name}>`, 'i');
  return closing.test(file.text.slice(start, start + 5000))
    ? structureProblem(
        file,
        node,
        `<${name}> is not closed before a blank line, which ends a block of HTML.`,
        `Leave no blank line before \`</${name}>\`, or write it in Markdown.`,
      )
    : structureProblem(file, node, `<${name}> is not closed.`, `Close it with \`</${name}>\`.`);
}

/** Tags behind a blank line, which ends a block of HTML: indented as they are, they are code to Markdown. */
export function codeOfTags(file: SourceFile, parent: HtmlElement, { value, position }: Code): Diagnostic {
  const { text } = file;
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  const diagnostic = structureProblem(
    file,
    { start, end },
    `The blank line before this ends the HTML of <${parent.tagName}>, and what is indented by four is code then.`,
    'Leave no blank lines between the tags.',
  );
  // Blank lines that belong to a text are left to the author.
  if (/<(pre|script|style|textarea)\b(?:(?!<\/\1)[^\n])*\n/i.test(value)) return diagnostic;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const before = /(?:\r?\n[ \t]*)+\r?\n$/.exec(text.slice(0, line))?.[0] ?? '';
  const edits = [
    ...`${before}${text.slice(line, end)}`.matchAll(/(\r?\n)[ \t]*(?:\r?\n[ \t]*)*(?=\r?\n)/g),
  ].map(({ 0: blanks, index }) => ({
    start: line - before.length + index,
    end: line - before.length + index + blanks.length,
    text: '',
  }));
  if (edits.length === 0) return diagnostic;
  return { ...diagnostic, fix: { title: 'Remove the blank lines', safety: 'safe', edits } };
}
