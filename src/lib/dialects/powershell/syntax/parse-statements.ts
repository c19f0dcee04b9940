import { parseFunction } from './parse-functions.ts';
import { parseAttributes } from './parse-attributes.ts';
import {
  parseDo,
  parseFlow,
  parseFor,
  parseForeach,
  parseIf,
  parseSwitch,
  parseWhile,
} from './parse-control-flow.ts';
import { parseConfiguration, parseTypeDefinition, parseUsing } from './parse-definitions.ts';
import { parseBlockOf, parseData, parseTrap, parseTry } from './parse-handlers.ts';
import { parsePipelineChain } from './parse-pipelines.ts';
import {
  countStatement,
  deeper,
  failAt,
  goTo,
  inMode,
  peek,
  skipNewlines,
  skipSeparators,
  consume,
  consumeIf,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Attribute, Statement } from './tree.ts';

/** Statements up to a closing bracket or the end, neither of which is taken. */
export function parseStatements(parser: Parser): Statement[] {
  const statements: Statement[] = [];
  skipSeparators(parser);
  for (;;) {
    const statement = deeper(parser, () => parseStatement(parser));
    if (!statement) return statements;
    statements.push(statement);
    skipSeparators(parser);
    const { kind } = peek(parser);
    if (kind === ')' || kind === '}') return statements;
  }
}

export function parseStatement(parser: Parser): Statement | undefined {
  countStatement(parser);
  return inMode(parser, 'command', () => {
    const token = peek(parser);
    if (token.kind === 'word' && token.value.startsWith('[')) return parseAttributed(parser, token);
    return parseStatementAt(parser, token, []);
  });
}

function parseStatementAt(
  parser: Parser,
  token: Token,
  attributes: readonly Attribute[],
): Statement | undefined {
  if (token.kind === 'label') return parseLabelled(parser);
  if (token.kind !== 'keyword') return parsePipelineChain(parser);
  if (parser.problems.length > 0 && afterLoss.has(token.value)) {
    // What it belonged to was lost by an error before it.
    consume(parser);
    skipNewlines(parser);
    return deeper(parser, () => parseStatement(parser));
  }
  return parseKeyword(parser, token, attributes) ?? parsePipelineChain(parser);
}

const afterLoss: ReadonlySet<string> = new Set(['else', 'elseif', 'catch', 'until']);

function parseKeyword(parser: Parser, token: Token, attributes: readonly Attribute[]): Statement | undefined {
  switch (token.value) {
    case 'if':
      return parseIf(parser);
    case 'switch':
      return parseSwitch(parser);
    case 'foreach':
      return parseForeach(parser);
    case 'for':
      return parseFor(parser);
    case 'while':
      return parseWhile(parser);
    case 'do':
      return parseDo(parser);
    case 'function':
    case 'filter':
    case 'workflow':
      return parseFunction(parser);
    case 'return':
    case 'throw':
    case 'exit':
    case 'break':
    case 'continue':
      return parseFlow(parser);
    case 'trap':
      return parseTrap(parser);
    case 'try':
      return parseTry(parser);
    case 'data':
      return parseData(parser);
    case 'parallel':
    case 'sequence':
      return parseBlockOf(parser);
    case 'configuration':
      return parseConfiguration(parser, attributes);
    case 'class':
    case 'enum':
      return parseTypeDefinition(parser, attributes);
    case 'using': {
      const using = parseUsing(parser);
      parser.fail({
        start: using.start,
        end: using.end,
        message: 'A `using` statement stands after other statements.',
        hint: 'Move it to the top of the script.',
      });
      return using;
    }
    case 'from':
    case 'define':
    case 'var':
      consume(parser);
      failAt(
        parser,
        token,
        `\`${token.value}\` is a reserved word and cannot begin a statement.`,
        'Use another name.',
      );
      return { kind: 'flow', keyword: token.value, value: undefined, start: token.start, end: token.end };
    default:
      return undefined;
  }
}

/** `[Attribute()] class …`; what is no statement of a keyword is read again, as an expression. */
function parseAttributed(parser: Parser, first: Token): Statement | undefined {
  goTo(parser, first.start);
  const attributes = parseAttributes(parser, false);
  const next = peek(parser);
  const type = attributes.find((attribute) => attribute.arguments === undefined);
  if (attributes.length > 0 && next.kind === 'keyword' && (takesAttributes(next) || !type)) {
    if (!takesAttributes(next))
      parser.fail({
        start: attributes[0]!.start,
        end: attributes[0]!.end,
        message: `The attribute [${attributes[0]!.typeName}] stands before \`${next.value}\`, which takes none.`,
        hint: 'Remove it, or move it into the block before `param`.',
      });
    else if (type)
      parser.fail({
        start: type.start,
        end: type.end,
        message: `The type [${type.typeName}] stands before \`${next.value}\`, where only attributes may be.`,
        hint: 'Remove it.',
      });
    if (
      next.value === 'class' ||
      next.value === 'enum' ||
      next.value === 'configuration' ||
      !takesAttributes(next)
    )
      return parseStatementAt(parser, next, attributes);
  }
  goTo(parser, first.start);
  return parsePipelineChain(parser);
}

/** Statements before which no attribute may stand. */
const plainStatements: ReadonlySet<string> = new Set(
  (
    'break continue data define do exit filter for foreach from function if return switch throw trap try using var while ' +
    'workflow parallel sequence'
  ).split(' '),
);

function takesAttributes({ value }: Token): boolean {
  return !plainStatements.has(value);
}

function parseLabelled(parser: Parser): Statement | undefined {
  const label = consume(parser);
  skipNewlines(parser);
  const next = peek(parser);
  if (next.kind === 'keyword' && ['switch', 'foreach', 'for', 'while', 'do'].includes(next.value)) {
    const statement = parseKeyword(parser, next, []);
    if (statement?.kind === 'loop' || statement?.kind === 'switch')
      return { ...statement, label: label.value, start: label.start };
    return statement;
  }
  goTo(parser, label.start);
  return parsePipelineChain(parser);
}

/** `{ … }`; undefined where no brace stands here. */
export function parseBlock(parser: Parser): { readonly body: Statement[]; readonly end: number } | undefined {
  skipNewlines(parser);
  const open = consumeIf(parser, '{');
  if (!open) return undefined;
  const body = deeper(parser, () => parseStatements(parser)) ?? [];
  const close = closeBrace(parser, open);
  return { body, end: close };
}

/** The end of the block; where its brace is missing that is reported at `place`, else at the opening brace. */
export function closeBrace(parser: Parser, open: Token, place: 'at' | 'after' = 'at'): number {
  const close = consumeIf(parser, '}');
  if (close) return close.end;
  const next = peek(parser);
  parser.fail({
    start: place === 'at' ? open.start : open.end,
    end: place === 'at' ? open.end : open.end + 1,
    message:
      next.kind === 'end'
        ? 'The block that opens here is never closed.'
        : `The block that opens here is not closed where \`${parser.text.slice(next.start, next.end).slice(0, 40)}\` stands.`,
    hint: 'Close it with `}`.',
    unclosed: true,
  });
  return parser.at;
}
