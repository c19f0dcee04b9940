import { isBlank, isLineBreak } from './characters.ts';
import { parseCommand, parseRedirection } from './parse-commands.ts';
import { needsVersion, parseExpression, shownVersion } from './parse-expressions.ts';
import { parseStatement } from './parse-statements.ts';
import { deeper, failAfter, failAt, inMode, peek, skipNewlines, consume } from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { CommandNode, Expression, Redirection, Statement, ValueElement } from './tree.ts';

/** An assignment, a pipeline, or pipelines joined by `&&` and `||`. */
export function parsePipelineChain(parser: Parser): Statement | undefined {
  const { expression, operator } = inMode(parser, 'expression', () => {
    const value = parseExpression(parser);
    const assigns = value && peek(parser).kind === 'assignment';
    return { expression: value, operator: assigns ? consume(parser) : undefined };
  });
  if (expression && operator) {
    if (operator.value === '??=')
      needsVersion(parser, operator, 'The operator `??=`', 7, 'Write `if ($null -eq $x) { $x = … }`.');
    skipNewlines(parser);
    const value = deeper(parser, () => parseStatement(parser));
    if (!value)
      failAfter(
        parser,
        operator.end,
        `A value was expected after \`${operator.value}\`.`,
        'Write the value that is assigned.',
      );
    return {
      kind: 'assignment',
      operator: operator.value,
      target: expression,
      value,
      start: expression.start,
      end: value?.end ?? operator.end,
    };
  }
  const pipelines: Statement[] = [];
  let start = expression;
  let chained: Token | undefined;
  for (;;) {
    const first = peek(parser);
    const pipeline = parsePipeline(parser, start);
    start = undefined;
    if (!pipeline) {
      if (chained) emptyChain(parser, chained, first);
      break;
    }
    pipelines.push(pipeline);
    const token = peek(parser);
    if (token.kind === '&') {
      needsVersion(
        parser,
        token,
        'The sign `&` at the end of a command (a background job)',
        7,
        'Put text with an `&` in quotes, or use Start-Job.',
      );
      consume(parser);
      const next = peek(parser);
      if (next.kind === '&&' || next.kind === '||') {
        consume(parser);
        failAt(
          parser,
          next,
          `A background job cannot be followed by \`${next.kind}\`.`,
          'Remove the `&`, or begin a new command.',
        );
      }
      break;
    }
    if (token.kind !== '&&' && token.kind !== '||') break;
    const instead =
      token.kind === '&&' ? 'Write `first; if ($?) { second }`.' : 'Write `first; if (-not $?) { second }`.';
    needsVersion(parser, token, `The operator \`${token.kind}\``, 7, instead);
    chained = consume(parser);
    skipNewlines(parser);
    if (peek(parser).kind === 'end') {
      emptyChain(parser, chained, peek(parser));
      break;
    }
  }
  if (pipelines.length < 2) return pipelines[0];
  return { kind: 'chain', pipelines, start: pipelines[0]!.start, end: pipelines[pipelines.length - 1]!.end };
}

/** Nothing stands after `&&` or `||`: `next` stands there. */
function emptyChain(parser: Parser, operator: Token, next: Token): void {
  // That `&` or `.` has no command is reported already.
  if (next.kind === '&' || next.kind === '.') return;
  parser.fail({
    start: next.kind === 'end' ? operator.end : operator.start,
    end: next.kind === 'end' ? operator.end + 1 : next.end,
    message: `A command was expected after \`${operator.kind}\`.`,
    hint: 'Write the command, or remove the operator.',
  });
}

function parsePipeline(parser: Parser, first: Expression | undefined): Statement | undefined {
  const elements: (CommandNode | ValueElement)[] = [];
  let expression = first;
  let pipe: Token | undefined;
  for (;;) {
    expression ??= inMode(parser, 'expression', () => parseExpression(parser));
    if (expression) {
      if (elements.length > 0) {
        parser.fail({
          start: expression.start,
          end: expression.end,
          message: 'A value can stand only at the beginning of a pipeline.',
          hint: 'Write a command after the `|`, for example `ForEach-Object { … }`.',
        });
      }
      elements.push(withRedirections(parser, expression));
    } else {
      const command = parseCommand(parser);
      if (command) elements.push(command);
      else if (elements.length > 0 || peek(parser).kind === '|') {
        const at = pipe?.end ?? peek(parser).start;
        // Windows PowerShell ends the command at the line's end; from 7 on the engine looks further.
        const tooOld = !pipe && parser.version < 7;
        failAfter(
          parser,
          at,
          pipe ? 'A command was expected after the `|`.' : 'A command was expected before the `|`.',
          tooOld
            ? `Put the \`|\` at the end of the line before; that it may begin a line came with PowerShell 7, and this platform has ${shownVersion(parser.version)}.`
            : 'Write the command, or remove the `|`.',
        );
      }
    }
    expression = undefined;
    if (peek(parser).kind === 'newline' && parser.version >= 7 && goesOn(parser)) skipNewlines(parser);
    const token = peek(parser);
    if (token.kind === '|') {
      pipe = consume(parser);
      skipNewlines(parser);
      if (peek(parser).kind === 'end') {
        failAfter(
          parser,
          pipe.end,
          'A command was expected after the `|`.',
          'Write the command, or remove the `|`.',
        );
        break;
      }
      continue;
    }
    if (!endsPipeline.has(token.kind)) unexpected(parser, token, elements);
    break;
  }
  const [start] = elements;
  if (!start) return undefined;
  return { kind: 'pipeline', elements, start: start.start, end: elements[elements.length - 1]!.end };
}

const endsPipeline: ReadonlySet<string> = new Set([';', 'newline', ')', '}', 'end', '&&', '||', '&']);

/** PowerShell 7 goes on where the next line begins with a pipe; lines of comments may stand between, blank ones may not. */
function goesOn(parser: Parser): boolean {
  const { text, limit } = parser;
  let at = peek(parser).end;
  let blank = true;
  while (at < limit) {
    const char = text[at]!;
    if (isLineBreak(char)) {
      if (blank) return false;
      blank = true;
      at += char === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else if (isBlank(char)) at++;
    else if (char === '#') {
      blank = false;
      while (at < limit && !isLineBreak(text[at]!)) at++;
    } else if (char === '<' && text[at + 1] === '#') {
      blank = false;
      const close = text.indexOf('#>', at + 2);
      at = close < 0 ? limit : close + 2;
    } else return char === '|';
  }
  return false;
}

function unexpected(parser: Parser, token: Token, elements: readonly (CommandNode | ValueElement)[]): void {
  const written = parser.text.slice(token.start, token.end);
  const last = elements[elements.length - 1];
  const afterText = last?.kind === 'value' && last.expression.kind === 'text';
  failAt(
    parser,
    token,
    `\`${written}\` was not expected here, after a complete value.`,
    afterText
      ? 'To run a program whose name is in quotes, put `&` before it; to give two values, put a comma between them.'
      : 'Look for a missing operator, comma, bracket or line break before it.',
  );
}

function withRedirections(parser: Parser, expression: Expression): ValueElement {
  const redirections: Redirection[] = [];
  while (peek(parser).kind === 'redirection' || peek(parser).kind === 'input-redirection')
    redirections.push(parseRedirection(parser, redirections));
  return {
    kind: 'value',
    expression,
    redirections,
    start: expression.start,
    end: redirections[redirections.length - 1]?.end ?? expression.end,
  };
}
