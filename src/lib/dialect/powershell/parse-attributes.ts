import { parseExpression } from './parse-expressions.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import type { Parser } from './parser.ts';
import { deeper, failAfter, goTo, inMode, peek, skipNewlines, take, takeIf, withComma } from './parser.ts';
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
  // A word that begins with a bracket is cut anew: here the bracket stands for itself.
  const open = inMode(parser, 'expression', () => peek(parser));
  if (open.kind !== '[') return undefined;
  goTo(parser, open.end);
  const name = inMode(parser, 'type', () => {
    skipNewlines(parser);
    return parseTypeName(parser);
  });
  if (!name) {
    failAfter(
      parser,
      open.end,
      'The name of a type was expected after the opening bracket.',
      'Write the type, for example `[int]`.',
    );
    return undefined;
  }
  return inMode(parser, 'type', () => {
    const next = peek(parser);
    if (next.kind === '(') return finishAttribute(parser, open, name.text);
    if (next.kind === ']') {
      take(parser);
      return {
        kind: 'attribute',
        typeName: name.text,
        arguments: undefined,
        named: [],
        start: open.start,
        end: next.end,
      };
    }
    failAfter(
      parser,
      Math.max(open.end, next.start - 1),
      `A closing bracket was expected after the type \`${name.text}\`.`,
      'Close it with `]`.',
    );
    return {
      kind: 'attribute',
      typeName: name.text,
      arguments: undefined,
      named: [],
      start: open.start,
      end: name.end,
    };
  });
}

interface TypeName {
  readonly text: string;
  readonly end: number;
}

/** `System.Int32`, `string[]`, `int[,]`, `Dictionary[string,int]`, `Type, Assembly, Version=1.0`. */
function parseTypeName(parser: Parser): TypeName | undefined {
  const name = takeIf(parser, 'name');
  if (!name) return undefined;
  let end = name.end;
  while (peek(parser).kind === '[') {
    const open = take(parser);
    skipNewlines(parser);
    const first = peek(parser).kind;
    if (first === 'name' || first === '[') readTypeArguments(parser);
    else while (takeIf(parser, ',')) skipNewlines(parser);
    skipNewlines(parser);
    const close = takeIf(parser, ']');
    if (!close) {
      failAfter(
        parser,
        parser.at,
        'A closing bracket was expected in the name of a type.',
        'Close it with `]`.',
      );
      return { text: parser.text.slice(name.start, open.end), end: open.end };
    }
    end = close.end;
  }
  if (peek(parser).kind === ',' && !parser.noComma) end = skipAssembly(parser, end);
  return { text: parser.text.slice(name.start, end), end };
}

function readTypeArguments(parser: Parser): void {
  do {
    skipNewlines(parser);
    const bracket = takeIf(parser, '[');
    deeper(parser, () => withComma(parser, bracket === undefined, () => parseTypeName(parser)));
    if (bracket && !takeIf(parser, ']'))
      failAfter(
        parser,
        parser.at,
        'A closing bracket was expected in the name of a type.',
        'Close it with `]`.',
      );
    skipNewlines(parser);
  } while (takeIf(parser, ','));
}

/** `, System.Core, Version=4.0.0.0`: up to the bracket that closes. */
function skipAssembly(parser: Parser, end: number): number {
  const close = parser.text.indexOf(']', end);
  if (close < 0 || close > parser.limit || /[\r\n]/.test(parser.text.slice(end, close))) return end;
  goTo(parser, close);
  return close;
}

function finishAttribute(parser: Parser, open: Token, typeName: string): Attribute {
  const args: Expression[] = [];
  const named: { name: string; value: Expression | undefined }[] = [];
  let last = take(parser).end;
  parser.depth++;
  const end = inMode(parser, 'expression', () =>
    withComma(parser, true, () => {
      for (;;) {
        skipNewlines(parser);
        last = readArgument(parser, args, named)?.end ?? last;
        skipNewlines(parser);
        const comma = takeIf(parser, ',');
        if (!comma) break;
        last = comma.end;
        skipNewlines(parser);
        if (peek(parser).kind === ')')
          failAfter(
            parser,
            comma.end,
            'A value was expected after the comma.',
            'Write the missing argument, or remove the comma.',
          );
      }
      const close = takeIf(parser, ')');
      if (!close)
        failAfter(
          parser,
          last,
          `A closing parenthesis was expected in the attribute [${typeName}(…)].`,
          'Close it with `)`.',
          open.start,
        );
      else parser.depth--;
      skipNewlines(parser);
      const bracket = takeIf(parser, ']');
      if (!bracket)
        failAfter(
          parser,
          parser.at,
          `A closing bracket was expected after the attribute [${typeName}(…).`,
          'Close it with `]`.',
        );
      return parser.at;
    }),
  );
  return { kind: 'attribute', typeName, arguments: args, named, start: open.start, end };
}

function readArgument(
  parser: Parser,
  args: Expression[],
  named: { name: string; value: Expression | undefined }[],
): Expression | undefined {
  const name = parseSimpleName(parser);
  if (!name) {
    const value = parseExpression(parser);
    if (value) args.push(value);
    return value;
  }
  const equals = peek(parser);
  if (equals.kind !== 'assignment' || equals.value !== '=') {
    named.push({ name: name.value, value: undefined });
    return undefined;
  }
  take(parser);
  skipNewlines(parser);
  const value = parseExpression(parser);
  if (!value)
    failAfter(
      parser,
      equals.end,
      `A value was expected for \`${name.value}\`.`,
      'Write the value after the `=`.',
    );
  named.push({ name: name.value, value });
  return value;
}
