import { parseCommand, parseRedirection } from './parse-commands.ts';
import { needsVersion, parseExpression } from './parse-expressions.ts';
import { parseStatement } from './parse-statements.ts';
import { deeper, failAfter, failAt, goTo, inMode, peek, skipNewlines, take } from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Command, Expression, Redirection, Statement, ValueElement } from './tree.ts';

/** An assignment, a pipeline, or pipelines joined by `&&` and `||`. */
export function parsePipelineChain(parser: Parser): Statement | undefined {
  const first = inMode(parser, 'expression', () => {
    const expression = parseExpression(parser);
    if (!expression || peek(parser).kind !== 'assignment') return { expression, operator: undefined };
    return { expression, operator: take(parser) };
  });
  const { expression, operator } = first;
  if (expression && operator) {
    checkTarget(parser, expression);
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
  for (;;) {
    const pipeline = parsePipeline(parser, start);
    start = undefined;
    if (!pipeline) break;
    pipelines.push(pipeline);
    const token = peek(parser);
    if (token.kind === '&') {
      if (
        !needsVersion(
          parser,
          token,
          'The sign `&` at the end of a command (a background job)',
          7,
          'Put text with an `&` in quotes, or use Start-Job.',
        )
      )
        break;
      take(parser);
      break;
    }
    if (token.kind !== '&&' && token.kind !== '||') break;
    const instead =
      token.kind === '&&' ? 'Write `first; if ($?) { second }`.' : 'Write `first; if (-not $?) { second }`.';
    if (!needsVersion(parser, token, `The operator \`${token.kind}\``, 7, instead)) break;
    take(parser);
    skipNewlines(parser);
    const next = peek(parser).kind;
    if (next === 'end' || next === ';' || next === ')' || next === '}' || next === '|') {
      failAfter(
        parser,
        token.end,
        `A command was expected after \`${token.kind}\`.`,
        'Write the command, or remove the operator.',
      );
    }
  }
  if (pipelines.length < 2) return pipelines[0];
  return { kind: 'chain', pipelines, start: pipelines[0]!.start, end: pipelines[pipelines.length - 1]!.end };
}

/** What can be assigned to: variables, members, elements, lists of them, and those with a type before them. */
export function checkTarget(parser: Parser, target: Expression): void {
  if (isTarget(target)) return;
  parser.fail({
    start: target.start,
    end: target.end,
    message: `\`${parser.text.slice(target.start, Math.min(target.end, target.start + 40))}\` cannot be assigned to.`,
    hint: 'Write a variable before the operator; to compare two values use `-eq`.',
  });
}

function isTarget(target: Expression): boolean {
  switch (target.kind) {
    case 'variable':
    case 'index':
    case 'broken':
      return true;
    case 'member':
      return target.arguments === undefined;
    case 'conversion':
      return isTarget(target.operand);
    case 'array':
      return target.elements.every(isTarget);
    case 'parentheses': {
      const inside = target.content;
      const [only] = inside?.kind === 'pipeline' ? inside.elements : [];
      return only?.kind === 'value' && isTarget(only.expression);
    }
    default:
      return false;
  }
}

function parsePipeline(parser: Parser, first: Expression | undefined): Statement | undefined {
  const elements: (Command | ValueElement)[] = [];
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
        failAfter(
          parser,
          at,
          pipe ? 'A command was expected after the `|`.' : 'A command was expected before the `|`.',
          'Write the command, or remove the `|`.',
        );
      }
    }
    expression = undefined;
    if (peek(parser).kind === 'newline' && parser.version >= 7) skipToPipe(parser);
    const token = peek(parser);
    if (token.kind === '|') {
      pipe = take(parser);
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

/** PowerShell 7 goes on where the next line begins with a pipe. */
function skipToPipe(parser: Parser): void {
  const { at } = parser;
  const { start } = peek(parser);
  skipNewlines(parser);
  if (peek(parser).kind !== '|') goTo(parser, Math.min(start, at));
}

function unexpected(parser: Parser, token: Token, elements: readonly (Command | ValueElement)[]): void {
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
    redirections.push(parseRedirection(parser));
  return {
    kind: 'value',
    expression,
    redirections,
    start: expression.start,
    end: redirections[redirections.length - 1]?.end ?? expression.end,
  };
}
