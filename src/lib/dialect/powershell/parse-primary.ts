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
  failAt,
  inMode,
  peek,
  skipNewlines,
  take,
  takeIf,
  withComma,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Embedded, Token } from './token.ts';
import type { Expression, Text } from './tree.ts';

export function parsePrimary(parser: Parser, withMembers: boolean): Expression | undefined {
  const token = peek(parser);
  let expression: Expression;
  switch (token.kind) {
    case 'variable':
    case 'splat':
      if (token.kind === 'splat' && parser.mode !== 'command') {
        failAt(
          parser,
          token,
          `\`@${token.value}\` splats a variable, which only an argument of a command can do.`,
          `Write \`$${token.value}\`.`,
        );
      }
      take(parser);
      expression = {
        kind: 'variable',
        name: token.value,
        splat: token.kind === 'splat',
        start: token.start,
        end: token.end,
      };
      break;
    case 'number':
      take(parser);
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
      take(parser);
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
  if (kind === 'variable') return { kind: 'variable', name, splat: false, start, end };
  const broken: Expression = { kind: 'broken', start, end };
  if (parser.problem) return broken;
  const { text } = parser;
  // In a quoted string the quotes of a subexpression may be doubled or escaped; the first of the two is dropped.
  const inside = text.slice(start, end);
  const plain = dropDoubledQuotes(inside);
  if (plain !== inside) {
    const inner = createParser(text.slice(0, start) + plain, start, parser.version);
    inner.nesting = parser.nesting;
    inner.mode = 'expression';
    const expression = parsePrimary(inner, false);
    // A problem inside is told at the whole of it: the quotes that were dropped have moved what follows.
    if (inner.problem) parser.fail({ ...inner.problem, start, end });
    return expression ?? broken;
  }
  const { at, ahead, limit, mode, noComma } = parser;
  Object.assign(parser, { at: start, ahead: undefined, limit: end, noComma: false, mode: 'expression' });
  const expression = parsePrimary(parser, false);
  Object.assign(parser, { at, noComma, mode }, parser.problem ? {} : { ahead, limit });
  return expression ?? broken;
}

function dropDoubledQuotes(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    const doubled =
      (char === '`' || isDoubleQuote(char)) && at + 1 < text.length && isDoubleQuote(text[at + 1]!);
    plain += doubled ? text[++at]! : char;
  }
  return plain;
}

function parseParentheses(parser: Parser): Expression {
  const open = take(parser);
  parser.depth++;
  const content = inMode(parser, 'command', () =>
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
      return pipeline;
    }),
  );
  // What follows the bracket is read in the mode outside of it.
  const close = inMode(parser, 'command', () => takeIf(parser, ')'));
  if (!close) {
    const end = content?.end ?? open.end;
    failAfter(
      parser,
      end,
      `A closing parenthesis was expected; the one at \`${firstWords(parser, open.start)}\` is open.`,
      'Close it with `)`.',
      open.start,
    );
  } else parser.depth--;
  return { kind: 'parentheses', content, start: open.start, end: close?.end ?? content?.end ?? open.end };
}

/** The beginning of what opened, for a message. */
function firstWords(parser: Parser, start: number): string {
  const line = parser.text.slice(start, start + 60).split(/[\r\n`]/, 1)[0]!;
  return line.length > 24 ? `${line.slice(0, 24).trimEnd()}…` : line;
}

function parseSubexpression(parser: Parser): Expression {
  const open = take(parser);
  const kind = open.kind === '$(' ? 'subexpression' : 'array-expression';
  parser.depth++;
  const body = inMode(parser, 'command', () =>
    withComma(parser, false, () => {
      skipNewlines(parser);
      const statements = deeper(parser, () => parseStatements(parser)) ?? [];
      skipNewlines(parser);
      return statements;
    }),
  );
  const close = inMode(parser, 'command', () => takeIf(parser, ')'));
  if (!close) {
    const next = inMode(parser, 'command', () => peek(parser));
    failAfter(
      parser,
      next.start,
      `The \`${open.value}\` at \`${firstWords(parser, open.start)}\` is not closed here.`,
      'Close it with `)`.',
      open.start,
    );
  } else parser.depth--;
  return { kind, body, start: open.start, end: close?.end ?? parser.at };
}

export function parseScriptBlock(parser: Parser): Expression {
  const open = take(parser);
  const block = inMode(parser, 'command', () =>
    withComma(parser, false, () => parseScriptBlockBody(parser, open)),
  );
  return { kind: 'script-block', block, start: open.start, end: block.end };
}
