import { skipTrivia } from './lexer.ts';
import { charAt } from './lexer-state.ts';
import { parseExpression } from './parse-expressions.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import type { Parser } from './parser.ts';
import {
  deeper,
  failAfter,
  failAt,
  goTo,
  inMode,
  peek,
  placeBefore,
  skipNewlines,
  synchronize,
  consume,
  consumeAt,
  consumeIf,
  withComma,
} from './parser.ts';
import type { Attribute, Expression } from './tree.ts';
import type { Token } from './token.ts';

/** `[int]`, `[Parameter(Mandatory)]`, one after the other; in an expression a type ends the list at its line's end. */
export function parseAttributes(parser: Parser, inExpression: boolean): Attribute[] {
  const attributes: Attribute[] = [];
  for (let attribute = parseAttribute(parser); attribute; attribute = parseAttribute(parser)) {
    attributes.push(attribute);
    if (!inExpression || attribute.arguments) skipNewlines(parser);
  }
  return attributes;
}

export function parseAttribute(parser: Parser): Attribute | undefined {
  const open = takeBracket(parser);
  if (!open) return undefined;
  skipNewlines(parser);
  const name = inMode(parser, 'type', () => parseTypeName(parser, true));
  if (!name) {
    goTo(parser, open.start);
    failAfter(
      parser,
      open.end,
      'The name of a type was expected after the opening bracket.',
      'Write the type, for example `[int]`.',
    );
    return undefined;
  }
  const next = peek(parser);
  if (next.kind === '(') return finishAttribute(parser, open, name.text);
  const made = (end: number): Attribute => ({
    kind: 'attribute',
    typeName: name.text,
    arguments: undefined,
    named: [],
    start: open.start,
    end,
  });
  if (next.kind === ']') {
    consume(parser);
    return made(next.end);
  }
  failAfter(
    parser,
    placeBefore(next),
    `A closing bracket was expected after the type \`${name.text}\`.`,
    'Close it with `]`.',
  );
  return made(name.end);
}

/** The opening bracket, also where in a command a word would begin with it. Nothing else is looked at. */
function takeBracket(parser: Parser): Token | undefined {
  if (parser.ahead) return consumeIf(parser, '[');
  const start = skipTrivia(parser, parser.at);
  if (charAt(parser, start) !== '[') return undefined;
  return consumeAt(parser, '[', start, start + 1);
}

export interface TypeName {
  readonly text: string;
  readonly end: number;
}

/** `System.Int32`, `string[]`, `int[,]`, `Dictionary[string,int]`, `Type, Assembly, Version=1.0`; undefined where none begins. */
export function parseTypeName(parser: Parser, withAssembly: boolean): TypeName | undefined {
  const name = consumeIf(parser, 'type');
  return name && finishTypeName(parser, name, false, withAssembly);
}

/** `inList`: an argument of a generic type without brackets of its own, which a comma ends. */
function finishTypeName(parser: Parser, name: Token, inList: boolean, withAssembly: boolean): TypeName {
  let end = name.end;
  let generic = false;
  while (peek(parser).kind === '[') {
    const open = consume(parser);
    if (end === name.end) skipNewlines(parser);
    const { kind } = peek(parser);
    if ((kind === 'type' || kind === '[') && !generic && end === name.end) {
      generic = true;
      readTypeArguments(parser);
      end = parser.at;
    } else end = readDimensions(parser, open, end);
  }
  if (peek(parser).kind === ',' && !inList && (withAssembly || end > name.end))
    end = readAssembly(parser, consume(parser));
  return { text: parser.text.slice(name.start, end), end };
}

/** `]` or `,,]` of an array's type. */
function readDimensions(parser: Parser, open: Token, before: number): number {
  let last = open.end;
  while (peek(parser).kind === ',') last = consume(parser).end;
  const close = peek(parser);
  if (close.kind === ']') return consume(parser).end;
  if (last > open.end)
    failAfter(parser, last, 'A closing bracket was expected in the name of a type.', 'Close it with `]`.');
  else if (close.kind === 'end')
    failAfter(parser, open.end, 'A type or a closing bracket was expected.', 'Close it with `]`.');
  else {
    failAt(
      parser,
      close,
      `\`${parser.text.slice(close.start, close.end)}\` was not expected in the name of a type.`,
      'Close the bracket with `]`.',
    );
    consume(parser);
    synchronize(parser, true, [']']);
  }
  return before;
}

/** `string, int]`, `[Type, Assembly], int]`; false where the closing bracket is missing, which is reported. */
export function readTypeArguments(parser: Parser): boolean {
  for (let expected = true; expected;) {
    const first = consume(parser);
    deeper(parser, () => readTypeArgument(parser, first));
    for (;;) {
      skipNewlines(parser);
      const comma = consumeIf(parser, ',');
      if (!comma) {
        expected = false;
        break;
      }
      skipNewlines(parser);
      const { kind } = peek(parser);
      if (kind === 'type' || kind === '[') break;
      failAfter(parser, comma.end, 'The name of a type was expected after the comma.', 'Write the type.');
    }
  }
  return closeType(parser);
}

function closeType(parser: Parser): boolean {
  const close = peek(parser);
  if (close.kind === ']') {
    consume(parser);
    return true;
  }
  failAfter(
    parser,
    placeBefore(close),
    'A closing bracket was expected in the name of a type.',
    'Close it with `]`.',
  );
  return false;
}

function readTypeArgument(parser: Parser, first: Token): void {
  if (first.kind === 'type') {
    finishTypeName(parser, first, true, true);
    return;
  }
  const name = peek(parser);
  if (name.kind !== 'type') {
    failAfter(parser, name.end, 'The name of a type was expected.', 'Write the type.');
    return;
  }
  consume(parser);
  finishTypeName(parser, name, false, true);
  closeType(parser);
}

const assemblyName = /[^\S\r\n]*([^\s,=\]]*)[^\S\r\n]*/y;
const assemblyPart = /,[^\S\r\n]*[^\s,=\]]*[^\S\r\n]*(?:=[^\S\r\n]*[^\s,=\]]*[^\S\r\n]*)?/y;

/** `System.Core, Version=4.0.0.0` after the comma: up to the bracket that closes. */
function readAssembly(parser: Parser, comma: Token): number {
  assemblyName.lastIndex = comma.end;
  const name = assemblyName.exec(parser.text)?.[1];
  // One after the other: of a million the expression itself would fill the stack.
  assemblyPart.lastIndex = assemblyName.lastIndex;
  let behind = assemblyName.lastIndex;
  while (assemblyPart.test(parser.text)) behind = assemblyPart.lastIndex;
  const written = parser.text.slice(comma.end, behind);
  const end = Math.min(behind, parser.limit);
  const start = behind - written.trimStart().length;
  if (name) consumeAt(parser, 'type', start, Math.min(start + written.trim().length, end));
  else
    failAfter(
      parser,
      comma.end,
      'The name of an assembly was expected after the comma.',
      'Write the assembly, or remove the comma.',
    );
  goTo(parser, end);
  return end;
}

function finishAttribute(parser: Parser, open: { readonly start: number }, typeName: string): Attribute {
  const args: Expression[] = [];
  const named: Attribute['named'][number][] = [];
  const paren = consume(parser);
  skipNewlines(parser);
  const last = inMode(parser, 'expression', () =>
    withComma(parser, true, () => readArguments(parser, paren.end, args, named)),
  );
  skipNewlines(parser);
  const close = consumeIf(parser, ')');
  if (!close)
    failAfter(
      parser,
      last,
      `A closing parenthesis was expected in the attribute [${typeName}(…)].`,
      'Close it with `)`.',
      open.start,
    );
  skipNewlines(parser);
  const bracket = consumeIf(parser, ']');
  if (!bracket && close)
    failAfter(
      parser,
      close.end,
      `A closing bracket was expected after the attribute [${typeName}(…).`,
      'Close it with `]`.',
    );
  const end = bracket?.end ?? close?.end ?? last;
  return { kind: 'attribute', typeName, arguments: args, named, start: open.start, end };
}

/** The arguments of an attribute; where the last one ends. */
function readArguments(
  parser: Parser,
  from: number,
  args: Expression[],
  named: Attribute['named'][number][],
): number {
  let last = from;
  let comma: Token | undefined;
  for (;;) {
    skipNewlines(parser);
    const end = readArgument(parser, args, named, last);
    if (end === undefined && comma) {
      failAfter(
        parser,
        comma.end,
        'A value was expected after the comma.',
        'Write the missing argument, or remove the comma.',
      );
    }
    last = end ?? last;
    skipNewlines(parser);
    comma = consumeIf(parser, ',');
    if (!comma) return last;
    last = comma.end;
  }
}

/** Where the argument ends, as far as a message needs it; undefined where there is none. */
function readArgument(
  parser: Parser,
  args: Expression[],
  named: Attribute['named'][number][],
  before: number,
): number | undefined {
  const name = parseSimpleName(parser);
  if (!name) {
    const value = deeper(parser, () => parseExpression(parser));
    if (value) args.push(value);
    return value?.end;
  }
  if (named.some((one) => one.name.toLowerCase() === name.value.toLowerCase()))
    parser.fail({
      start: name.start,
      end: name.end,
      message: `The argument \`${name.value}\` is given twice.`,
      hint: 'Remove one of the two.',
    });
  const equals = peek(parser);
  if (equals.kind !== 'assignment' || equals.value !== '=') {
    named.push({ name: name.value, nameStart: name.start, value: undefined });
    return before;
  }
  consume(parser);
  skipNewlines(parser);
  const value = deeper(parser, () => parseExpression(parser));
  if (!value) {
    failAfter(
      parser,
      equals.end,
      `A value was expected for \`${name.value}\`.`,
      'Write the value after the `=`.',
    );
    synchronize(parser, true, [',', ')', ']', 'newline']);
  }
  named.push({ name: name.value, nameStart: name.start, value });
  return value?.end ?? equals.end;
}
