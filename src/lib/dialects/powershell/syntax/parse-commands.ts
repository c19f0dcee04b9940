import { charAt } from './lexer-state.ts';
import { parsePrimary, textOf } from './parse-primary.ts';
import type { Parser } from './parser.ts';
import { failAfter, failAt, goTo, inMode, peek, skipNewlines, consume, consumeAt } from './parser.ts';
import type { CommandNode, CommandParameter, Expression, Redirection, Text } from './tree.ts';
import type { Token, TokenKind } from './token.ts';

const enders: ReadonlySet<TokenKind> = new Set(['|', '}', ')', 'end', 'newline', ';', '&&', '||', '&']);

/** A command with its arguments; undefined where none begins here. */
export function parseCommand(parser: Parser): CommandNode | undefined {
  return inMode(parser, 'command', () => {
    const first = peek(parser);
    const invocation = first.kind === '&' || first.kind === '.' ? first.kind : undefined;
    if (invocation) consume(parser);
    const elements: (Expression | CommandParameter)[] = [];
    const redirections: Redirection[] = [];
    let dashes = false;
    let named = false;
    let verbatim = false;
    let end = first.end;
    for (let token = peek(parser); !verbatim && !enders.has(token.kind); token = peek(parser)) {
      const isName = !named;
      named = true;
      if (token.kind === ',') {
        failAt(
          parser,
          token,
          'A value was expected before the comma.',
          'Write the missing value, or remove the comma.',
        );
        ({ end } = consume(parser));
        skipNewlines(parser);
        continue;
      }
      if ((token.kind === 'redirection' || token.kind === 'input-redirection') && !isName) {
        const redirection = parseRedirection(parser, redirections);
        redirections.push(redirection);
        end = redirection.end;
        continue;
      }
      const element =
        isName && token.kind !== '--'
          ? parseArgument(parser, true, invocation !== undefined)
          : parseElement(parser, token, dashes);
      if (!element) break;
      dashes ||= token.kind === '--';
      elements.push(element);
      end = element.end;
      if (element.kind === 'text' && element.quote === 'bare' && element.value === '--%') {
        const rest = parseVerbatim(parser);
        if (rest) elements.push(rest);
        end = rest?.end ?? end;
        verbatim = true;
      }
    }
    if (elements.length === 0) {
      if (invocation)
        failAt(
          parser,
          first,
          `A command was expected after \`${invocation}\`.`,
          'Write the name or path of the command.',
        );
      return undefined;
    }
    return { kind: 'command', invocation, elements, redirections, verbatim, start: first.start, end };
  });
}

function parseElement(
  parser: Parser,
  token: Token,
  dashes: boolean,
): Expression | CommandParameter | undefined {
  if (token.kind === '--') {
    consume(parser);
    if (dashes) return bare(token);
    return {
      kind: 'parameter',
      name: '-',
      nameEnd: token.end,
      value: undefined,
      start: token.start,
      end: token.end,
    };
  }
  if (token.kind === 'parameter' && dashes) {
    consume(parser);
    return bare({ ...token, value: parser.text.slice(token.start, token.end) });
  }
  if (token.kind !== 'parameter') return parseArgument(parser, false, false);
  consume(parser);
  let value: Expression | undefined;
  if (token.colon && peek(parser).kind !== ',') {
    value = parseArgument(parser, false, false);
    if (!value)
      failAfter(
        parser,
        token.end,
        `A value was expected after \`-${token.value}:\`.`,
        'Write the value after the colon, or remove the colon.',
      );
  }
  return {
    kind: 'parameter',
    name: token.value,
    nameEnd: token.end - (token.colon ? 1 : 0),
    value,
    start: token.start,
    end: value?.end ?? token.end,
  };
}

/** An argument with the elements of its list; `name`: the command's own name, which is no list. */
export function parseArgument(parser: Parser, name: boolean, invoked: boolean): Expression | undefined {
  const elements: Expression[] = [];
  let comma: Token | undefined;
  for (;;) {
    const element = parseOne(parser, name, invoked);
    if (!element) {
      if (comma)
        failAfter(
          parser,
          comma.end,
          'A value was expected after the comma.',
          'Write the missing value, or remove the comma.',
        );
      break;
    }
    elements.push(element);
    if (name || isVerbatimMark(element) || peek(parser).kind !== ',') break;
    comma = consume(parser);
    skipNewlines(parser);
  }
  const [first] = elements;
  if (!first) return undefined;
  const last = elements[elements.length - 1]!;
  return comma ? { kind: 'array', elements, start: first.start, end: last.end } : first;
}

function isVerbatimMark(expression: Expression): boolean {
  return expression.kind === 'text' && expression.quote === 'bare' && expression.value === '--%';
}

function parseOne(parser: Parser, name: boolean, invoked: boolean): Expression | undefined {
  const token = peek(parser);
  if (enders.has(token.kind)) return undefined;
  switch (token.kind) {
    case 'redirection':
    case 'input-redirection':
      if (!name) return undefined;
      break;
    case '--':
    case ',':
      return undefined;
    case 'variable':
    case 'splat':
    case 'number':
    case 'string':
    case 'expandable':
    case '(':
    case '$(':
    case '@(':
    case '@{':
    case '{':
      return parsePrimary(parser, true);
    case 'word':
      consume(parser);
      // The name of a command is not expanded, unless `&` or `.` calls it.
      return name && !invoked ? bare(token) : textOf(parser, token);
    default:
      break;
  }
  consume(parser);
  return bare({ ...token, value: parser.text.slice(token.start, token.end) });
}

function bare({ start, end, value }: Token): Text {
  return { kind: 'text', value, quote: 'bare', parts: [], start, end };
}

/** `before`: those of the same command, which may not redirect the same stream. */
export function parseRedirection(parser: Parser, before: readonly Redirection[]): Redirection {
  const token = consume(parser);
  const written = parser.text.slice(token.start, token.end);
  const made = (target: Expression | undefined, stream: string): Redirection => {
    const end = target?.end ?? token.end;
    if (stream !== '' && before.some((one) => one.stream === stream))
      parser.fail({
        start: token.start,
        end,
        message: `${stream === '*' ? 'Every stream' : `Stream ${stream}`} is redirected a second time.`,
        hint: 'Remove one of the two redirections.',
      });
    return { kind: 'redirection', stream, target, start: token.start, end };
  };
  if (token.value === 'merge') {
    const stream = written[0]!;
    if (!written.endsWith('1') || stream === '1')
      failAt(
        parser,
        token,
        `\`${written}\` is reserved; a stream can only be merged into the output, stream 1.`,
        'Write `2>&1` to see errors with the output.',
      );
    return made(undefined, stream);
  }
  const target = parseSingleArgument(parser);
  if (!target)
    failAfter(
      parser,
      token.end,
      `The name of a file was expected after \`${written}\`.`,
      'Write the file that the output goes to.',
    );
  if (token.kind === 'input-redirection') {
    failAt(
      parser,
      token,
      'PowerShell has no input redirection; the sign `<` is reserved.',
      'Put a placeholder such as <name> in quotes or replace it, or use `Get-Content file | command`.',
    );
    return made(target, '');
  }
  return made(target, /^[1-6*]/.exec(written)?.[0] ?? '1');
}

/** One value as a command's argument is written, without a list. */
export function parseSingleArgument(parser: Parser): Expression | undefined {
  const { kind } = peek(parser);
  if (kind === ',' || kind === 'end') return undefined;
  return inMode(parser, 'command', () => parseOne(parser, false, false));
}

/** Everything after `--%` up to the end of the line, or to a pipe outside of quotes. */
function parseVerbatim(parser: Parser): Text | undefined {
  goTo(parser, parser.at);
  let start = parser.at;
  while (charAt(parser, start) === ' ' || charAt(parser, start) === '\t') start++;
  let at = start;
  let quoted = false;
  for (; at < parser.limit; at++) {
    const char = parser.text[at]!;
    if (char === '\n' || char === '\r') break;
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '|' || (char === '&' && charAt(parser, at + 1) === '&'))) break;
  }
  return at > start ? bare(consumeAt(parser, 'word', start, at)) : undefined;
}
