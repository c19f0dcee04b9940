import { isDoubleQuote } from './characters.ts';
import { parseHashtable } from './parse-hashtable.ts';
import { memberOperator, parseAccess } from './parse-members.ts';
import { parsePipelineChain } from './parse-pipelines.ts';
import { parseScriptBlockBody } from './parse-script-block.ts';
import { parseStatements } from './parse-statements.ts';
import {
  createParser,
  deeper,
  failAfter,
  inMode,
  peek,
  skipNewlines,
  consume,
  consumeIf,
  withComma,
} from './parser.ts';
import { moveTree } from './move-tree.ts';
import type { Parser } from './parser.ts';
import type { Embedded, Token } from './token.ts';
import type { Expression, Text } from './tree.ts';

export function parsePrimary(parser: Parser, withMembers: boolean): Expression | undefined {
  const token = peek(parser);
  let expression: Expression;
  switch (token.kind) {
    case 'variable':
    case 'splat':
      consume(parser);
      expression = {
        kind: 'variable',
        name: token.value,
        splat: token.kind === 'splat',
        start: token.start,
        end: token.end,
      };
      break;
    case 'number':
      consume(parser);
      expression = {
        kind: 'number',
        value: token.number ?? 0,
        written: token.value,
        start: token.start,
        end: token.end,
      };
      break;
    case 'string':
    case 'expandable':
      consume(parser);
      expression = textOf(parser, token);
      break;
    case '(':
      expression = parseParentheses(parser);
      break;
    case '$(':
    case '@(':
      expression = parseSubexpression(parser);
      break;
    case '@{':
      expression = parseHashtable(parser);
      break;
    case '{':
      expression = parseScriptBlock(parser);
      break;
    default:
      return undefined;
  }
  if (!withMembers) return expression;
  const access = memberOperator(parser, true);
  return access ? parseAccess(parser, expression, access) : expression;
}

/** The text of a string or word, with what is embedded in it parsed. */
export function textOf(parser: Parser, token: Token): Text {
  const parts = (token.embedded ?? []).map((embedded) => parseEmbedded(parser, embedded));
  return {
    kind: 'text',
    value: token.value,
    quote: token.quote ?? 'bare',
    parts,
    start: token.start,
    end: token.end,
  };
}

function parseEmbedded(parser: Parser, { kind, start, end, name }: Embedded): Expression {
  if (kind === 'variable') {
    parser.consumed.push({ kind, start, end, value: name });
    return { kind, name, splat: false, start, end };
  }
  const broken: Expression = { kind: 'broken', start, end };
  // In a quoted string the quotes of a subexpression may be doubled or escaped; one of the two is dropped.
  const { plain, offsets } = dropDoubledQuotes(parser.text.slice(start, end));
  if (plain.length < end - start) {
    const inner = createParser(plain, 0, parser.version, parser.budget);
    inner.nesting = parser.nesting;
    inner.mode = 'expression';
    const expression = deeper(inner, () => parsePrimary(inner, true));
    const place = (at: number) => start + (offsets[Math.min(at, offsets.length - 1)] ?? 0);
    for (const problem of inner.problems)
      parser.fail({
        ...problem,
        start: place(problem.start),
        end: Math.max(place(problem.end), place(problem.start) + 1),
      });
    for (const consumed of inner.consumed)
      parser.consumed.push({ ...consumed, start: place(consumed.start), end: place(consumed.end) });
    return expression ? moveTree(expression, place) : broken;
  }
  const { at, ahead, limit, mode, noComma } = parser;
  Object.assign(parser, {
    at: start,
    ahead: undefined,
    limit: Math.min(end, limit),
    noComma: false,
    mode: 'expression',
  });
  const expression = deeper(parser, () => parsePrimary(parser, true));
  Object.assign(parser, { at, ahead, noComma, mode, limit });
  return expression ?? broken;
}

/** `offsets` has the place in `text` of every character that is left, of a pair that of its first, and of the end. */
function dropDoubledQuotes(text: string): { readonly plain: string; readonly offsets: readonly number[] } {
  let plain = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    offsets.push(at);
    if ((char === '`' || isDoubleQuote(char)) && at + 1 < text.length && isDoubleQuote(text[at + 1]!)) at++;
    plain += text[at]!;
  }
  offsets.push(text.length);
  return { plain, offsets };
}

function parseParentheses(parser: Parser): Expression {
  const open = consume(parser);
  // What follows the bracket is read in the mode outside of it.
  const [content, close] = inMode(parser, 'command', () =>
    withComma(parser, false, () => {
      skipNewlines(parser);
      const pipeline = deeper(parser, () => parsePipelineChain(parser));
      if (!pipeline)
        failAfter(
          parser,
          open.end,
          'Something was expected between the parentheses.',
          'Write a value or command, or remove the parentheses.',
        );
      skipNewlines(parser);
      return [pipeline, consumeIf(parser, ')')] as const;
    }),
  );
  const end = content?.end ?? open.end;
  if (!close)
    failAfter(
      parser,
      end,
      `A closing parenthesis was expected; the one at \`${firstWords(parser, open.start)}\` is open.`,
      'Close it with `)`.',
      open.start,
    );
  return { kind: 'parentheses', content, start: open.start, end: close?.end ?? end };
}

/** The beginning of what opened, for a message. */
function firstWords(parser: Parser, start: number): string {
  const line = parser.text.slice(start, start + 60).split(/[\r\n`]/, 1)[0]!;
  return line.length > 24 ? `${line.slice(0, 24).trimEnd()}…` : line;
}

function parseSubexpression(parser: Parser): Expression {
  const open = consume(parser);
  const kind = open.kind === '$(' ? 'subexpression' : 'array-expression';
  const [body, close] = inMode(parser, 'command', () =>
    withComma(parser, false, () => {
      skipNewlines(parser);
      const statements = deeper(parser, () => parseStatements(parser)) ?? [];
      skipNewlines(parser);
      const last = consumeIf(parser, ')');
      if (!last)
        failAfter(
          parser,
          peek(parser).start,
          `The \`${open.value}\` at \`${firstWords(parser, open.start)}\` is not closed here.`,
          'Close it with `)`.',
          open.start,
        );
      return [statements, last] as const;
    }),
  );
  const end = close?.end ?? body[body.length - 1]?.end ?? open.end;
  return { kind, body, start: open.start, end };
}

export function parseScriptBlock(parser: Parser): Expression {
  const open = consume(parser);
  const block = inMode(parser, 'command', () =>
    withComma(parser, false, () => parseScriptBlockBody(parser, open)),
  );
  return { kind: 'script-block', block, start: open.start, end: block.end };
}
