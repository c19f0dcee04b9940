import { isBlank, isLineBreak } from './characters.ts';
import { charAt, skipBlockComment } from './lexer.ts';
import { isUnary, parseExpression, parseUnary } from './parse-expressions.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import { parsePrimary, parseScriptBlock } from './parse-primary.ts';
import { deeper, failAfter, goTo, peek, skipNewlines, takeIf, withComma } from './parser.ts';
import type { Parser } from './parser.ts';
import type { Expression } from './tree.ts';

interface Access {
  readonly kind: '.' | '::' | '[';
  readonly start: number;
  readonly end: number;
}

/** The operator of a member access: nothing but a block comment may stand before it. */
export function memberOperator(parser: Parser, brackets: boolean): Access | undefined {
  if (parser.problem) return undefined;
  const command = parser.mode === 'command';
  let at = parser.at;
  while (charAt(parser, at) === '<' && charAt(parser, at + 1) === '#') at = skipBlockComment(parser, at);
  const char = charAt(parser, at);
  const next = charAt(parser, at + 1);
  const found = (kind: Access['kind'], length: number): Access => {
    goTo(parser, at + length);
    return { kind, start: at, end: at + length };
  };
  const gap = (after: string) => command && (after === '' || isLineBreak(after) || isBlank(after));
  if (char === '.' && next !== '.' && !gap(next)) return found('.', 1);
  if (char === ':' && next === ':' && !gap(charAt(parser, at + 2))) return found('::', 2);
  if (char === '[' && brackets) return found('[', 1);
  if (char === '?' && parser.version >= 7 && (next === '.' || next === '[') && !command)
    return found(next === '.' ? '.' : '[', 2);
  return undefined;
}

export function parseAccess(parser: Parser, target: Expression, first: Access): Expression {
  let expression = target;
  for (let access: Access | undefined = first; access; access = memberOperator(parser, true)) {
    skipNewlines(parser);
    expression =
      access.kind === '[' ? parseIndex(parser, expression, access) : parseMember(parser, expression, access);
  }
  return expression;
}

function parseIndex(parser: Parser, target: Expression, open: Access): Expression {
  parser.depth++;
  const index = withComma(parser, false, () => deeper(parser, () => parseExpression(parser)));
  if (!index) {
    failAfter(
      parser,
      open.end,
      'An index was expected after the opening bracket.',
      'Write the index or key between the brackets.',
    );
    return { kind: 'broken', start: target.start, end: open.end };
  }
  skipNewlines(parser);
  const close = takeIf(parser, ']');
  if (close) parser.depth--;
  else failAfter(parser, index.end, 'A closing bracket was expected after the index.', 'Close it with `]`.');
  return { kind: 'index', target, index, start: target.start, end: close?.end ?? index.end };
}

function parseMember(parser: Parser, target: Expression, access: Access): Expression {
  const member = parseMemberName(parser);
  if (!member) {
    failAfter(
      parser,
      access.end,
      `The name of a property or method was expected after \`${access.kind}\`.`,
      'Write its name, without a blank before it.',
    );
    return { kind: 'broken', start: target.start, end: access.end };
  }
  const isStatic = access.kind === '::';
  if (parser.version >= 7 && charAt(parser, parser.at) === '[') skipTypeArguments(parser);
  const open = charAt(parser, parser.at);
  if (parser.ahead === undefined || parser.ahead.start === parser.at) {
    if (open === '(') return parseCall(parser, target, member, isStatic);
    if (open === '{' && parser.mode === 'expression') {
      const argument = parseScriptBlock(parser);
      return {
        kind: 'member',
        target,
        member,
        isStatic,
        arguments: [argument],
        start: target.start,
        end: argument.end,
      };
    }
  }
  return {
    kind: 'member',
    target,
    member,
    isStatic,
    arguments: undefined,
    start: target.start,
    end: member.end,
  };
}

/** PowerShell 7: `$x.Method[int](…)`. Taken only where types in brackets and a parenthesis follow. */
function skipTypeArguments(parser: Parser): void {
  const match = /^\[\s*\[?[A-Za-z_][\w.,+`\s[\]]*\](?=\()/.exec(
    parser.text.slice(parser.at, Math.min(parser.limit, parser.at + 400)),
  );
  if (match) goTo(parser, parser.at + match[0].length);
}

function parseMemberName(parser: Parser): Expression | undefined {
  const name = parseSimpleName(parser);
  if (name) return name;
  const token = peek(parser);
  return isUnary(token) || token.kind === '[' ? parseUnary(parser) : parsePrimary(parser, false);
}

function parseCall(parser: Parser, target: Expression, member: Expression, isStatic: boolean): Expression {
  goTo(parser, parser.at + 1);
  const open = parser.at;
  parser.depth++;
  const args = parseArguments(parser);
  skipNewlines(parser);
  const close = takeIf(parser, ')');
  const last = args[args.length - 1];
  if (close) parser.depth--;
  else
    failAfter(
      parser,
      last?.end ?? open,
      'A closing parenthesis was expected after the arguments of the method.',
      'Close it with `)`.',
      open,
    );
  return {
    kind: 'member',
    target,
    member,
    isStatic,
    arguments: args,
    start: target.start,
    end: close?.end ?? last?.end ?? open,
  };
}

function parseArguments(parser: Parser): Expression[] {
  return withComma(parser, true, () => {
    const args: Expression[] = [];
    for (;;) {
      skipNewlines(parser);
      const argument = deeper(parser, () => parseExpression(parser));
      if (!argument) break;
      args.push(argument);
      skipNewlines(parser);
      const comma = takeIf(parser, ',');
      if (!comma) break;
      skipNewlines(parser);
      if (peek(parser).kind === ')') {
        failAfter(
          parser,
          comma.end,
          'A value was expected after the comma.',
          'Write the missing argument, or remove the comma.',
        );
        break;
      }
    }
    return args;
  });
}
