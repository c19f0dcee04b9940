import { parseAttributes } from './parse-attributes.ts';
import { needsVersion, parseExpression } from './parse-expressions.ts';
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
  synchronize,
  consume,
  consumeIf,
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
  const inside = deeper(parser, () => parseBody(parser)) ?? {
    attributes: [],
    parameters: undefined,
    paramStart: undefined,
    statements: [],
    ended: false,
  };
  const { attributes, parameters, paramStart, statements } = inside;
  const end = inside.ended ? parser.at : closeBrace(parser, open);
  return { kind: 'body', attributes, parameters, paramStart, statements, start: open.start, end };
}

interface ScriptBody extends Pick<ScriptBlock, 'attributes' | 'parameters' | 'paramStart' | 'statements'> {
  /** Where something stood beside named blocks, what follows is the outside, and no brace is missed. */
  readonly ended: boolean;
}

/** An optional `param` block, then named blocks or statements. */
export function parseBody(parser: Parser): ScriptBody {
  skipNewlines(parser);
  const head = parseParamBlock(parser);
  skipSeparators(parser);
  const { attributes = [], parameters, paramStart } = head ?? {};
  if (!isNamedBlock(parser, peek(parser)))
    return { attributes, parameters, paramStart, statements: parseStatements(parser), ended: false };
  const statements: Statement[] = [];
  const ended = !parseNamedBlocks(parser, statements);
  return { attributes, parameters, paramStart, statements, ended };
}

/** False where something else than a named block, a closing brace or the end stands; that is reported, and not consumed. */
export function parseNamedBlocks(parser: Parser, statements: Statement[]): boolean {
  const seen = new Set<string>();
  for (;;) {
    const name = peek(parser);
    if (name.kind === '}' || name.kind === 'end') return true;
    if (!isNamedBlock(parser, name)) {
      // `clean` before its time.
      if (name.value.toLowerCase() === 'clean')
        needsVersion(
          parser,
          name,
          'The block `clean`',
          7.3,
          'Clean up in `end`, and in `finally` of a `try`.',
        );
      else
        failAt(
          parser,
          name,
          `\`${parser.text.slice(name.start, name.end)}\` stands beside begin, process and end blocks, where only such blocks may be.`,
          'Move it into one of the blocks.',
        );
      return false;
    }
    consume(parser);
    const keyword = name.value.toLowerCase();
    const block = parseBlock(parser);
    if (!block)
      failAfter(
        parser,
        name.end,
        `A block in braces was expected after \`${name.value}\`.`,
        'Write `{ … }`.',
      );
    const end = block?.end ?? name.end;
    if (seen.has(keyword)) {
      parser.fail({
        start: name.start,
        end,
        message: `There are two \`${keyword}\` blocks here.`,
        hint: 'Put both into one.',
      });
    }
    seen.add(keyword);
    statements.push({ kind: 'block', keyword, name: '', body: block?.body ?? [], start: name.start, end });
    skipSeparators(parser);
  }
}

export function parseParamBlock(
  parser: Parser,
): { attributes: Attribute[]; parameters: Parameter[]; paramStart: number } | undefined {
  skipNewlines(parser);
  const back = parser.ahead?.start ?? parser.at;
  const attributes = parseAttributes(parser, false);
  skipNewlines(parser);
  const paramStart = peek(parser).start;
  const list = isKeyword(peek(parser), 'param') ? parseParam(parser) : undefined;
  if (!list) {
    // An expression that begins with a type, or `param` as the name of a command.
    goTo(parser, back);
    return undefined;
  }
  for (const { typeName, arguments: args, start, end } of attributes) {
    if (args) continue;
    parser.fail({
      start,
      end,
      message: `The type [${typeName}] stands before \`param\`, where only attributes may be.`,
      hint: 'Move it before a parameter, or remove it.',
    });
  }
  return { attributes, parameters: list.parameters, paramStart };
}

function parseParam(parser: Parser): ReturnType<typeof parseParameterList> {
  consume(parser);
  skipNewlines(parser);
  return parseParameterList(parser);
}

/** `( $a, [int]$b = 1 )`; undefined where no parenthesis stands here. `whole` is false where the closing one is missing. */
export function parseParameterList(
  parser: Parser,
): { parameters: Parameter[]; end: number; whole: boolean } | undefined {
  const open = consumeIf(parser, '(');
  if (!open) return undefined;
  const parameters: Parameter[] = [];
  let comma: Token | undefined;
  for (;;) {
    const parameter = deeper(parser, () => parseParameter(parser));
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
    comma = consumeIf(parser, ',');
    if (!comma) break;
  }
  skipNewlines(parser);
  const close = consumeIf(parser, ')');
  const end = parameters[parameters.length - 1]?.end ?? open.end;
  if (!close)
    failAfter(
      parser,
      end,
      'A closing parenthesis was expected after the parameters.',
      'Close it with `)`.',
      open.start,
    );
  return { parameters, end: close?.end ?? end, whole: close !== undefined };
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
        if (!last) return undefined;
        failAfter(
          parser,
          last.end,
          'A parameter was expected after its attributes.',
          'Write the parameter as `$Name`.',
        );
        synchronize(parser, true, [')']);
        return {
          kind: 'parameter-definition',
          name: '',
          nameStart: last.end,
          attributes,
          defaultValue: undefined,
          start: attributes[0]!.start,
          end: last.end,
        };
      }
      consume(parser);
      skipNewlines(parser);
      const equals = peek(parser);
      let defaultValue;
      if (equals.kind === 'assignment' && equals.value === '=') {
        consume(parser);
        skipNewlines(parser);
        defaultValue = parseExpression(parser);
        if (!defaultValue)
          failAfter(parser, equals.end, 'A value was expected after the `=`.', 'Write the default value.');
      }
      return {
        kind: 'parameter-definition',
        name: name.value,
        nameStart: name.start,
        attributes,
        defaultValue,
        start: attributes[0]?.start ?? name.start,
        end: defaultValue?.end ?? name.end,
      };
    }),
  );
}
