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
  deeper,
  failAt,
  goTo,
  inMode,
  isKeyword,
  peek,
  skipNewlines,
  skipSeparators,
  take,
  takeIf,
} from './parser.ts';
import type { Parser } from './parser.ts';
import type { Token } from './token.ts';
import type { Statement } from './tree.ts';

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
  return inMode(parser, 'command', () => parseStatementHere(parser));
}

function parseStatementHere(parser: Parser): Statement | undefined {
  const token = peek(parser);
  if (token.kind === 'word' && token.value.startsWith('[')) return parseAttributed(parser, token);
  if (token.kind === 'label') return parseLabelled(parser);
  if (token.kind !== 'keyword') return parsePipelineChain(parser);
  return parseKeyword(parser, token) ?? parsePipelineChain(parser);
}

function parseKeyword(parser: Parser, token: Token): Statement | undefined {
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
      return parseConfiguration(parser, []);
    case 'class':
    case 'enum':
      return parseTypeDefinition(parser, []);
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
      failAt(
        parser,
        token,
        `\`${token.value}\` is a reserved word and cannot begin a statement.`,
        'Use another name.',
      );
      return undefined;
    default:
      return undefined;
  }
}

/** `[Attribute()] class …`; everything else that begins with a bracket is an expression. */
function parseAttributed(parser: Parser, token: Token): Statement | undefined {
  const rest = parser.text.slice(token.start, Math.min(parser.limit, token.start + 4000));
  if (/^\[[^\n]*\]\s*(?:\[[^\n]*\]\s*)*(?:class|enum|configuration)\s/i.test(rest)) {
    const attributes = parseAttributes(parser, false);
    const next = peek(parser);
    if (isKeyword(next, 'configuration')) return parseConfiguration(parser, attributes);
    if (isKeyword(next, 'class') || isKeyword(next, 'enum')) return parseTypeDefinition(parser, attributes);
    goTo(parser, token.start);
  }
  return parsePipelineChain(parser);
}

function parseLabelled(parser: Parser): Statement | undefined {
  const label = take(parser);
  skipNewlines(parser);
  const next = peek(parser);
  if (next.kind === 'keyword' && ['switch', 'foreach', 'for', 'while', 'do'].includes(next.value)) {
    const statement = parseKeyword(parser, next);
    return statement && { ...statement, start: label.start };
  }
  goTo(parser, label.start);
  return parsePipelineChain(parser);
}

/** `{ … }`; undefined where no brace stands here. */
export function parseBlock(parser: Parser): { readonly body: Statement[]; readonly end: number } | undefined {
  skipNewlines(parser);
  const open = takeIf(parser, '{');
  if (!open) return undefined;
  parser.depth++;
  const body = deeper(parser, () => parseStatements(parser)) ?? [];
  const close = closeBrace(parser, open);
  return { body, end: close };
}

export function closeBrace(parser: Parser, open: Token): number {
  const close = takeIf(parser, '}');
  if (close) {
    parser.depth--;
    return close.end;
  }
  const next = peek(parser);
  parser.fail({
    start: open.start,
    end: open.end,
    message:
      next.kind === 'end'
        ? 'The block that opens here is never closed.'
        : `The block that opens here is not closed where \`${next.value}\` stands.`,
    hint: 'Close it with `}`.',
    ...(next.kind === 'end' ? { unclosed: true } : {}),
  });
  return parser.at;
}
