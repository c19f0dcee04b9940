import { parseAttributes } from './parse-attributes.ts';
import { parseExpression } from './parse-expressions.ts';
import { closeBrace, parseBlock, parseStatements } from './parse-statements.ts';
import type { Parser } from './parser.ts';
import {
  deeper,
  failAfter,
  failAt,
  goTo,
  inMode,
  isKeyword,
  peek,
  skipNewlines,
  skipSeparators,
  take,
  takeIf,
  withComma,
} from './parser.ts';
import type { Attribute, Parameter, ScriptBlock, Statement } from './tree.ts';
import type { Token } from './token.ts';

const namedBlocks: ReadonlySet<string> = new Set(['begin', 'process', 'end', 'dynamicparam']);

export function isNamedBlock(parser: Parser, { kind, value }: Token): boolean {
  // `clean` came with PowerShell 7.3; before, it is a command like any other.
  return (
    (kind === 'keyword' && namedBlocks.has(value)) ||
    (kind === 'name' && parser.version >= 7 && value.toLowerCase() === 'clean')
  );
}

/** What stands between the braces of a script block or function, the opening one taken; the closing one is taken too. */
export function parseScriptBlockBody(parser: Parser, open: Token): ScriptBlock {
  parser.depth++;
  const inside = deeper(parser, () => parseBody(parser)) ?? {
    attributes: [],
    parameters: undefined,
    statements: [],
  };
  const end = closeBrace(parser, open);
  return { kind: 'body', ...inside, start: open.start, end };
}

type Body = Pick<ScriptBlock, 'attributes' | 'parameters' | 'statements'>;

/** An optional `param` block, then named blocks or statements. */
export function parseBody(parser: Parser): Body {
  skipNewlines(parser);
  const head = parseParamBlock(parser);
  skipSeparators(parser);
  const statements = isNamedBlock(parser, peek(parser)) ? parseNamedBlocks(parser) : parseStatements(parser);
  return { attributes: head?.attributes ?? [], parameters: head?.parameters, statements };
}

export function parseNamedBlocks(parser: Parser): Statement[] {
  const statements: Statement[] = [];
  const seen = new Set<string>();
  for (;;) {
    const name = peek(parser);
    if (name.kind === '}' || name.kind === 'end') return statements;
    if (!isNamedBlock(parser, name)) {
      failAt(
        parser,
        name,
        `\`${parser.text.slice(name.start, name.end)}\` stands beside begin, process and end blocks, where only such blocks may be.`,
        'Move it into one of the blocks.',
      );
      return statements;
    }
    take(parser);
    const block = parseBlock(parser);
    if (!block) {
      failAfter(
        parser,
        name.end,
        `A block in braces was expected after \`${name.value}\`.`,
        'Write `{ … }`.',
      );
      return statements;
    }
    if (seen.has(name.value)) {
      parser.fail({
        start: name.start,
        end: name.end,
        message: `There are two \`${name.value}\` blocks here.`,
        hint: 'Put both into one.',
      });
    }
    seen.add(name.value);
    statements.push({
      kind: 'block',
      keyword: name.value,
      name: '',
      body: block.body,
      start: name.start,
      end: block.end,
    });
    skipSeparators(parser);
  }
}

export function parseParamBlock(
  parser: Parser,
): { attributes: Attribute[]; parameters: Parameter[] } | undefined {
  const back = parser.at;
  const first = peek(parser);
  if (
    !isKeyword(first, 'param') &&
    !(first.kind === 'word' && first.value.startsWith('[') && leadsToParam(parser, first))
  )
    return undefined;
  const attributes = parseAttributes(parser, false);
  skipNewlines(parser);
  if (!isKeyword(peek(parser), 'param')) {
    if (!parser.problem) goTo(parser, back);
    return undefined;
  }
  take(parser);
  skipNewlines(parser);
  const list = parseParameterList(parser);
  if (!list) {
    // Then `param` is the name of a command.
    goTo(parser, back);
    return undefined;
  }
  return { attributes, parameters: list.parameters };
}

/** Whether attributes that begin here belong to a `param` block; a look ahead that reads no expressions. */
function leadsToParam(parser: Parser, first: Token): boolean {
  let depth = 0;
  for (let at = first.start; at < parser.limit; at++) {
    const char = parser.text[at]!;
    if (char === '[' || char === '(') depth++;
    else if (char === ']' || char === ')') depth--;
    else if (char === "'" || char === '"') {
      const close = parser.text.indexOf(char, at + 1);
      if (close < 0) return false;
      at = close;
    } else if (char === '#') {
      const close =
        parser.text[at - 1] === '<' ? parser.text.indexOf('#>', at) + 1 : parser.text.indexOf('\n', at);
      if (close <= 0) return false;
      at = close;
    } else if (depth === 0 && !/[\s<`]/.test(char)) return /^param[\s(]/i.test(parser.text.slice(at, at + 6));
  }
  return false;
}

/** `( $a, [int]$b = 1 )`; undefined where no parenthesis stands here. */
export function parseParameterList(parser: Parser): { parameters: Parameter[]; end: number } | undefined {
  const open = takeIf(parser, '(');
  if (!open) return undefined;
  parser.depth++;
  const parameters: Parameter[] = [];
  let comma: Token | undefined;
  for (;;) {
    const parameter = parseParameter(parser);
    if (!parameter) {
      if (comma)
        failAfter(
          parser,
          comma.end,
          'A parameter was expected after the comma.',
          'Write the parameter, or remove the comma.',
        );
      break;
    }
    parameters.push(parameter);
    skipNewlines(parser);
    comma = takeIf(parser, ',');
    if (!comma) break;
  }
  skipNewlines(parser);
  const close = takeIf(parser, ')');
  if (close) parser.depth--;
  else
    failAfter(
      parser,
      parameters[parameters.length - 1]?.end ?? open.end,
      'A closing parenthesis was expected after the parameters.',
      'Close it with `)`.',
      open.start,
    );
  return { parameters, end: close?.end ?? parser.at };
}

function parseParameter(parser: Parser): Parameter | undefined {
  return inMode(parser, 'expression', () =>
    withComma(parser, true, () => {
      skipNewlines(parser);
      const attributes = parseAttributes(parser, false);
      skipNewlines(parser);
      const name = peek(parser);
      if (name.kind !== 'variable' && name.kind !== 'splat') {
        const last = attributes[attributes.length - 1];
        if (last)
          failAfter(
            parser,
            last.end,
            'A parameter was expected after its attributes.',
            'Write the parameter as `$Name`.',
          );
        return undefined;
      }
      take(parser);
      skipNewlines(parser);
      const equals = peek(parser);
      let defaultValue;
      if (equals.kind === 'assignment' && equals.value === '=') {
        take(parser);
        skipNewlines(parser);
        defaultValue = parseExpression(parser);
        if (!defaultValue)
          failAfter(parser, equals.end, 'A value was expected after the `=`.', 'Write the default value.');
      }
      return {
        kind: 'parameter-definition',
        name: name.value,
        attributes,
        defaultValue,
        start: attributes[0]?.start ?? name.start,
        end: defaultValue?.end ?? name.end,
      };
    }),
  );
}
