import type { Nodes } from 'mdast';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import { rangeOf } from './node-range.ts';
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
    isSecond ? 'The excerpt is marked twice.' : 'The excerpt mark stands inside a paragraph or block.',
    'Write `{/* more */}` once, on a line of its own between two paragraphs.',
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
