import type { Nodes, Text } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { rangeOf } from './node-range.ts';
import { formatOfPost } from './post-place.ts';
import { literalOf } from './read-expression.ts';
import { diagnose } from './rules.ts';
import { valueHint } from './syntax-error.ts';

export type MdxExpression = Extract<Nodes, { type: 'mdxFlowExpression' | 'mdxTextExpression' }>;

/** Braces in prose that are no comment: they may hold a literal. */
export function checkExpression(file: SourceFile, node: MdxExpression): Diagnostic | undefined {
  const source = node.value.trim();
  if (literalOf(source) !== undefined) return undefined;
  const value = /^\{\s*([\w.-]+)\s*\}$/.exec(source)?.[1];
  if (value !== undefined) return valueInProse(file, node, value);
  return expressionProblem(
    file,
    node,
    source === ''
      ? 'Empty braces are not shown.'
      : 'Braces hold a program here, and nothing in a post is run.',
    'Braces in prose need backslashes, `\\{`, or code marks; a comment is `{/* … */}`.',
  );
}

/** An excerpt mark that cannot end the excerpt. */
export function misplacedExcerptMark(file: SourceFile, node: MdxExpression, isSecond: boolean): Diagnostic {
  return expressionProblem(
    file,
    node,
    isSecond
      ? 'The excerpt is marked twice.'
      : 'The excerpt mark stands in the midst of a paragraph or block.',
    `Write \`${formatOfPost(file.path) === 'md' ? '<!-- more -->' : '{/* more */}'}\` once, on a line of its own between two paragraphs.`,
  );
}

/** Values in the text of a post in Markdown, where braces are text: in a labwork they were meant to be filled in. */
export function findValuesInText(file: SourceFile, node: Text): Diagnostic[] {
  const start = node.position?.start.offset ?? 0;
  const written = file.text.slice(start, node.position?.end.offset);
  return [...written.matchAll(/\{\{\s*([A-Za-z][\w.-]*)\s*\}\}/g)].map(
    ({ 0: braces, 1: value = '', index }) =>
      diagnose({
        rule: 'guide/expression',
        file,
        range: rangeAt(file, start + index, start + index + braces.length),
        message: `${braces} is filled in only inside code blocks.`,
        hint: `Write the value itself. (In a post whose name ends in .mdx it can be <Value of="${value}" />.)`,
      }),
  );
}

function valueInProse(file: SourceFile, node: MdxExpression, value: string): Diagnostic {
  const { start, end } = rangeOf(file, node);
  const text = `<Value of="${value}" />`;
  return {
    ...expressionProblem(file, node, `{{${value}}} is filled in only inside code blocks.`, valueHint(value)),
    fix: {
      title: `Write ${text}`,
      safety: 'safe',
      edits: [{ start: start.offset, end: end.offset, text }],
    },
  };
}

function expressionProblem(file: SourceFile, node: MdxExpression, message: string, hint: string): Diagnostic {
  return diagnose({ rule: 'guide/expression', file, range: rangeOf(file, node), message, hint });
}
