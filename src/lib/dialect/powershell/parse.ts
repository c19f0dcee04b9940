import { isNamedBlock, parseNamedBlocks, parseParamBlock } from './parse-script-block.ts';
import { parseStatement } from './parse-statements.ts';
import { parseUsing } from './parse-definitions.ts';
import type { Parser } from './parser.ts';
import { createParser, failAt, isKeyword, peek, skipSeparators, take } from './parser.ts';
import type { Attribute, Parameter, Statement, SyntaxProblem } from './tree.ts';

/** A script as far as it could be read. */
export interface Script {
  readonly attributes: readonly Attribute[];
  readonly parameters: readonly Parameter[] | undefined;
  readonly statements: readonly ParsedStatement[];
  /** In order. At most one a statement; none after one that leaves brackets open. */
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

export interface ParsedStatement {
  readonly statement: Statement;
  /**
   * `broken`: a syntax problem lies in it. `guessed`: read after a problem that left brackets open, so that it may be the inside
   * of something else.
   */
  readonly trust: 'sound' | 'broken' | 'guessed';
}

/**
 * Parses `text` as the PowerShell of a version (3, 4, 5 for 5.1, 7). Never throws. After a problem it goes on at the next line,
 * so that every command of a damaged text is still found.
 */
export function parse(text: string, version = 5): Script {
  const statements: ParsedStatement[] = [];
  const problems: SyntaxProblem[] = [];
  const comments: { start: number; end: number }[] = [];
  let head: Pick<Script, 'attributes' | 'parameters'> = { attributes: [], parameters: undefined };
  let guessing = false;
  let from = 0;
  do {
    const parser = createParser(text, from, version);
    if (from === 0) {
      head = readHead(parser, statements);
    }
    while (!parser.problem && peek(parser).kind !== 'end') {
      const statement = parseStatement(parser);
      if (statement)
        statements.push({ statement, trust: parser.problem ? 'broken' : guessing ? 'guessed' : 'sound' });
      if (parser.problem) break;
      const next = peek(parser);
      if (next.kind === ')' || next.kind === '}') {
        if (guessing) take(parser);
        else
          failAt(
            parser,
            next,
            `\`${next.value}\` closes nothing that was opened.`,
            'Remove it, or write the opening bracket.',
          );
      } else if (!statement && next.kind !== 'end' && next.kind !== 'newline' && next.kind !== ';') {
        failAt(
          parser,
          next,
          `\`${next.value}\` was not expected here.`,
          'Remove it, or complete the command before it.',
        );
      }
      if (!parser.problem) skipSeparators(parser);
    }
    for (const comment of parser.comments) {
      const last = comments[comments.length - 1];
      if (!last || comment.start >= last.end) comments.push(comment);
    }
    if (!parser.problem) return { ...head, statements, problems, comments };
    if (!guessing) problems.push(parser.problem);
    guessing ||= parser.problemDepth > 0 || parser.problem.unclosed === true;
    const lineEnd = nextLine(text, Math.max(parser.problem.start, from));
    guessing ||= leavesOpen(text.slice(parser.problem.start, lineEnd));
    from = lineEnd;
  } while (from < text.length);
  return { ...head, statements, problems, comments };
}

/** `using` statements, then a `param` block or named blocks. */
function readHead(parser: Parser, statements: ParsedStatement[]): Pick<Script, 'attributes' | 'parameters'> {
  skipSeparators(parser);
  while (isKeyword(peek(parser), 'using')) {
    statements.push({ statement: parseUsing(parser), trust: parser.problem ? 'broken' : 'sound' });
    skipSeparators(parser);
  }
  const head = parseParamBlock(parser);
  skipSeparators(parser);
  for (const statement of isNamedBlock(parser, peek(parser)) ? parseNamedBlocks(parser) : []) {
    statements.push({ statement, trust: parser.problem ? 'broken' : 'sound' });
  }
  return { attributes: head?.attributes ?? [], parameters: head?.parameters };
}

/** Whether a line that is passed over opens more brackets than it closes. */
function leavesOpen(line: string): boolean {
  return line.replace(/[^({[]/g, '').length > line.replace(/[^)}\]]/g, '').length;
}

function nextLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
