import { endsToken, isBlank, isLineBreak } from './characters.ts';
import { skipBlockComment } from './lexer.ts';
import { charAt } from './lexer-state.ts';
import { readTypeArguments } from './parse-attributes.ts';
import { parseArgument } from './parse-commands.ts';
import { isUnary, needsVersion, parseExpression, parseUnary } from './parse-expressions.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import { parsePrimary, parseScriptBlock } from './parse-primary.ts';
import {
  deeper,
  failAfter,
  goTo,
  inMode,
  peek,
  skipNewlines,
  consumeAt,
  consumeIf,
  withComma,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Expression } from './tree.ts';

interface Access {
  readonly conditional: boolean;
  readonly kind: '.' | '::' | '[';
  readonly start: number;
  readonly end: number;
}

/** The operator of a member access: nothing but a block comment may stand before it. */
export function memberOperator(parser: Parser, brackets: boolean): Access | undefined {
  // Where a token is looked ahead at, something was missing before it.
  if (parser.ahead) return undefined;
  const command = parser.mode === 'command';
  let at = parser.at;
  while (charAt(parser, at) === '<' && charAt(parser, at + 1) === '#') at = skipBlockComment(parser, at);
  const char = charAt(parser, at);
  const next = charAt(parser, at + 1);
  const found = (kind: Access['kind'], length: number): Access => {
    consumeAt(parser, char === '?' ? `?${next as '.' | '['}` : kind, at, at + length);
    return { kind, conditional: char === '?', start: at, end: at + length };
  };
  const gap = (after: string) => command && (after === '' || isLineBreak(after) || isBlank(after));
  if (char === '.' && next !== '.' && !gap(next)) return found('.', 1);
  if (char === ':' && next === ':' && !gap(charAt(parser, at + 2))) return found('::', 2);
  if (char === '[' && brackets) return found('[', 1);
  // Before PowerShell 7 a command may have an argument that begins so.
  if (char === '?' && (next === '.' || (next === '[' && brackets)) && (parser.version >= 7 || !command)) {
    const access = found(next, 2);
    needsVersion(
      parser,
      access,
      `The operator \`?${next}\``,
      7,
      `Write \`if ($null -ne $x) { $x${next}… }\`.`,
    );
    return access;
  }
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
  const index = withComma(parser, false, () => deeper(parser, () => parseExpression(parser)));
  if (!index)
    failAfter(
      parser,
      open.end,
      'An index was expected after the opening bracket.',
      'Write the index or key between the brackets.',
    );
  skipNewlines(parser);
  const close = consumeIf(parser, ']');
  if (!close && index)
    failAfter(parser, index.end, 'A closing bracket was expected after the index.', 'Close it with `]`.');
  const end = close?.end ?? index?.end ?? open.end;
  return {
    kind: 'index',
    target,
    index: index ?? { kind: 'broken', start: open.start, end: open.end },
    conditional: open.conditional,
    start: target.start,
    end,
  };
}

function parseMember(parser: Parser, target: Expression, access: Access): Expression {
  const isStatic = access.kind === '::';
  const made = (member: Expression, args?: readonly Expression[], end = member.end): Expression => ({
    kind: 'member',
    target,
    member,
    isStatic,
    conditional: access.conditional,
    arguments: args,
    start: target.start,
    end,
  });
  const name = parseMemberName(parser);
  if (!name) {
    failAfter(
      parser,
      access.end,
      `The name of a property or method was expected after \`${access.kind}\`.`,
      'Write its name, without a blank before it.',
    );
    // What stands there is passed over as the engine does it.
    const instead = parseArgumentThere(parser);
    return instead ? made(instead) : { kind: 'broken', start: target.start, end: access.end };
  }
  if (parser.ahead) return made(name);
  if (parser.version >= 7) skipTypeArguments(parser);
  const open = parser.ahead ? '' : charAt(parser, parser.at);
  if (open === '(') {
    const { args, end } = parseArguments(parser, consumeAt(parser, '(', parser.at, parser.at + 1));
    return made(name, args, end);
  }
  if (open === '{') {
    const argument = parseScriptBlock(parser);
    return made(name, [argument], argument.end);
  }
  return made(name);
}

function parseArgumentThere(parser: Parser): Expression | undefined {
  const { kind } = peek(parser);
  return kind === ',' || kind === 'end'
    ? undefined
    : inMode(parser, 'command', () => parseArgument(parser, false, false));
}

/** PowerShell 7: `$x.Method[int](…)`. Read anew as an index where no call follows. */
function skipTypeArguments(parser: Parser): void {
  const back = parser.at;
  let open = back;
  while (charAt(parser, open) === ' ' || charAt(parser, open) === '\t') open++;
  if (charAt(parser, open) !== '[') return;
  // In a command, more than a bracket is a word.
  if (parser.mode === 'command' && !endsToken(charAt(parser, open + 1))) return;
  consumeAt(parser, '[', open, open + 1);
  const read = inMode(parser, 'type', () => {
    skipNewlines(parser);
    if (peek(parser).kind !== 'type') return 'nothing';
    return readTypeArguments(parser) ? 'types' : 'broken';
  });
  const next = charAt(parser, parser.at);
  if (read === 'nothing' || (read === 'types' && next !== '(' && next !== '{')) goTo(parser, back);
}

function parseMemberName(parser: Parser): Expression | undefined {
  const name = parseSimpleName(parser);
  if (name) return name;
  const token = peek(parser);
  return isUnary(token) || token.kind === '[' ? parseUnary(parser) : parsePrimary(parser, false);
}

/** The arguments of a method, the opening parenthesis taken; the closing one is taken too. */
export function parseArguments(
  parser: Parser,
  open: { readonly start: number; readonly end: number },
): { readonly args: Expression[]; readonly end: number } {
  const args: Expression[] = [];
  let isReported = false;
  withComma(parser, true, () => {
    let comma: Token | undefined;
    for (;;) {
      skipNewlines(parser);
      const argument = deeper(parser, () => parseExpression(parser));
      if (!argument) {
        if (comma) {
          isReported = true;
          failAfter(
            parser,
            comma.end,
            'A value was expected after the comma.',
            'Write the missing argument, or remove the comma.',
          );
        }
        break;
      }
      args.push(argument);
      skipNewlines(parser);
      comma = consumeIf(parser, ',');
      if (!comma) break;
    }
    skipNewlines(parser);
  });
  const close = consumeIf(parser, ')');
  const end = args[args.length - 1]?.end ?? open.end;
  if (!close && !isReported)
    failAfter(
      parser,
      end,
      'A closing parenthesis was expected after the arguments of the method.',
      'Close it with `)`.',
      open.start,
    );
  return { args, end: close?.end ?? end };
}
