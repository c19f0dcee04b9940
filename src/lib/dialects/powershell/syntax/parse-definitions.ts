import { parseAttribute, parseTypeName } from './parse-attributes.ts';
import { parseArgument, parseSingleArgument } from './parse-commands.ts';
import { needsVersion, parseExpression } from './parse-expressions.ts';
import { parseSimpleName } from './parse-hashtable.ts';
import { parseArguments } from './parse-members.ts';
import { parseBody, parseParameterList, parseScriptBlockBody } from './parse-script-block.ts';
import { closeBrace } from './parse-statements.ts';
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
  consumeAt,
  consumeIf,
} from './parser.ts';
import type { Token } from './token.ts';
import type {
  Attribute,
  Expression,
  FunctionDefinition,
  Statement,
  TypeDefinition,
  Using,
  ValueElement,
} from './tree.ts';

/** `class` and `enum`, with their attributes already read. */
export function parseTypeDefinition(parser: Parser, attributes: readonly Attribute[]): Statement {
  const keyword = consume(parser);
  const isClass = keyword.value === 'class';
  const members: (FunctionDefinition | ValueElement)[] = [];
  let hasBase = false;
  const made = (name: string, nameStart: number, end: number): TypeDefinition => ({
    kind: 'type-definition',
    keyword: isClass ? 'class' : 'enum',
    name,
    nameStart,
    attributes,
    hasBase,
    members,
    start: attributes[0]?.start ?? keyword.start,
    end,
  });
  needsVersion(
    parser,
    keyword,
    `The keyword \`${keyword.value}\``,
    5,
    isClass ? 'Use [pscustomobject] or a hashtable.' : 'Use [ValidateSet(…)] or a hashtable.',
  );
  skipNewlines(parser);
  const name = parseSimpleName(parser);
  if (!name) {
    failAfter(
      parser,
      keyword.end,
      `A name was expected after \`${keyword.value}\`.`,
      `Write \`${keyword.value} Name { … }\`.`,
    );
    return made('', keyword.end, keyword.end);
  }
  const end = inMode(parser, 'signature', () => {
    skipNewlines(parser);
    hasBase = peek(parser).kind === ':';
    const bases = consumeIf(parser, ':') ? readBases(parser, isClass) : undefined;
    skipNewlines(parser);
    const open = consumeIf(parser, '{');
    if (!open) {
      failAfter(
        parser,
        (isClass ? bases : undefined) ?? name.end,
        `The body of the ${keyword.value} was expected, in braces.`,
        'Write `{ … }` after the name.',
      );
      return name.end;
    }
    for (;;) {
      const member = isClass ? parseClassMember(parser, name.value) : parseEnumMember(parser);
      if (member === undefined) break;
      if (member !== 'broken') members.push(member);
    }
    return closeBrace(parser, open, 'after');
  });
  return made(name.value, name.start, end);
}

/** Base class and interfaces, or the number type of an enum; where the last one ends. */
function readBases(parser: Parser, many: boolean): number | undefined {
  let end: number | undefined;
  let after = parser.at;
  for (;;) {
    skipNewlines(parser);
    const type = inMode(parser, 'type', () => parseTypeName(parser, false));
    if (!type) {
      failAfter(
        parser,
        after,
        'The name of a type was expected after the colon.',
        many ? 'Write the base class or interface.' : 'Write the number type, for example `int`.',
      );
      return end;
    }
    end = type.end;
    if (!many) {
      if (!numberTypes.has(type.text.toLowerCase().replace(/^system\./, '')))
        parser.fail({
          start: end - type.text.length,
          end,
          message: `[${type.text}] cannot be what the values of an enum are.`,
          hint: 'Write a type of whole numbers, for example `int`.',
        });
      return end;
    }
    skipNewlines(parser);
    const comma = consumeIf(parser, ',');
    if (!comma) return end;
    after = comma.end;
  }
}

const numberTypes: ReadonlySet<string> = new Set(
  'byte sbyte short ushort int uint long ulong int16 int32 int64 uint16 uint32 uint64'.split(' '),
);

interface DefinitionHead {
  readonly start: number;
  /** Where the last attribute or modifier ends; undefined where there is none. */
  readonly end: number | undefined;
  readonly isStatic: boolean;
  readonly type: Attribute | undefined;
}

/** Attributes, a type, `static` and `hidden` before a member. */
function readHeading(parser: Parser): DefinitionHead {
  let type: Attribute | undefined;
  let start: number | undefined;
  let end: number | undefined;
  const seen = new Set<string>();
  for (;;) {
    skipNewlines(parser);
    const attribute = parseAttribute(parser);
    if (attribute) {
      start ??= attribute.start;
      end = attribute.end;
      if (!attribute.arguments && type)
        parser.fail({
          start: attribute.start,
          end: attribute.end,
          message: 'A member of a class has one type at most.',
          hint: 'Remove one of the types.',
        });
      if (!attribute.arguments) type ??= attribute;
      continue;
    }
    const word = peek(parser);
    start ??= word.start;
    if (!isKeyword(word, 'static') && !isKeyword(word, 'hidden'))
      return { start, end, isStatic: seen.has('static'), type };
    if (seen.has(word.value))
      failAt(parser, word, `\`${word.value}\` is given twice.`, 'Remove one of the two.');
    seen.add(word.value);
    consume(parser);
    end = word.end;
  }
}

function parseClassMember(
  parser: Parser,
  className: string,
): FunctionDefinition | ValueElement | 'broken' | undefined {
  const heading = readHeading(parser);
  const token = peek(parser);
  if (token.kind === 'variable') return parseProperty(parser, heading.start);
  if (token.kind === 'name' || token.kind === 'keyword') {
    consume(parser);
    const name = parser.text.slice(token.start, token.end);
    const method = parseMethod(parser, token, name, className, heading);
    if (method) return method;
    synchronize(parser, false, ['}']);
    // A heading that was read is kept, and more members may follow.
    return heading.end === undefined ? undefined : 'broken';
  }
  if (heading.end === undefined) return undefined;
  failAfter(
    parser,
    heading.end,
    'A property or method was expected here.',
    'Write a property as `[type]$Name` and a method as `[type] Name() { … }`.',
  );
  return 'broken';
}

function parseMethod(
  parser: Parser,
  token: Token,
  name: string,
  className: string,
  heading: DefinitionHead,
): FunctionDefinition | undefined {
  // Once a part is found missing, the parts after it are not missed too.
  let broken = false;
  let end = token.end;
  const list = parseMethodParameters(parser);
  if (!list)
    failAfter(
      parser,
      token.end,
      `The parameters of the method ${name} were expected, in parentheses.`,
      'Write `Name() { … }`.',
    );
  else {
    broken = !list.whole;
    end = list.end;
  }
  const { isStatic, type } = heading;
  const isConstructor = name.toLowerCase() === className.toLowerCase() && !isStatic;
  if (isConstructor) broken = !inMode(parser, 'signature', () => readBaseCall(parser)) || broken;
  const open = consumeIf(parser, '{');
  if (!open && !broken)
    failAfter(
      parser,
      end,
      `The body of the method ${name} was expected, in braces.`,
      'Write `{ … }` after the parameters.',
    );
  if (!open || broken) return undefined;
  const block = inMode(parser, 'command', () => parseScriptBlockBody(parser, open));
  return {
    kind: 'function',
    keyword: 'method',
    name: `${className}.${name}`,
    nameStart: token.start,
    parameters: list?.parameters ?? [],
    block,
    method: { isStatic, isConstructor, type },
    start: heading.start,
    end: block.end,
  };
}

function parseMethodParameters(parser: Parser): ReturnType<typeof parseParameterList> {
  if (peek(parser).kind !== '(') return undefined;
  const list = parseParameterList(parser);
  skipNewlines(parser);
  return list;
}

/** `: base($x)` of a constructor, or nothing; false where a part is missing. */
function readBaseCall(parser: Parser): boolean {
  skipNewlines(parser);
  const colon = consumeIf(parser, ':');
  if (!colon) return true;
  skipNewlines(parser);
  const base = peek(parser);
  if (base.value.toLowerCase() !== 'base') {
    failAfter(parser, colon.end, '`base(…)` was expected after the colon.', 'Write `: base($x)`.');
    return false;
  }
  consumeAt(parser, 'keyword', base.start, base.end);
  skipNewlines(parser);
  const open = consumeIf(parser, '(');
  if (!open) {
    failAfter(
      parser,
      base.end,
      'The arguments of `base` were expected, in parentheses.',
      'Write `: base($x)`.',
    );
    return false;
  }
  parseArguments(parser, open);
  skipNewlines(parser);
  return true;
}

const endsMember: ReadonlySet<string> = new Set(['newline', ';', '}']);

function parseProperty(parser: Parser, start: number): ValueElement {
  const variable = consume(parser);
  const equals = peek(parser);
  let expression: ValueElement['expression'] = {
    kind: 'variable',
    name: variable.value,
    splat: false,
    start: variable.start,
    end: variable.end,
  };
  if (equals.kind === 'assignment' && equals.value === '=') {
    consume(parser);
    skipNewlines(parser);
    expression = parseExpression(parser) ?? expression;
  }
  if (!endsMember.has(peek(parser).kind))
    failAfter(
      parser,
      expression.end,
      'A property ends with a line break or a semicolon.',
      'Put the next member on a line of its own.',
    );
  skipSeparators(parser);
  return { kind: 'value', expression, redirections: [], start, end: expression.end };
}

function parseEnumMember(parser: Parser): ValueElement | undefined {
  skipNewlines(parser);
  const name = parseSimpleName(parser);
  if (!name) return undefined;
  let expression: ValueElement['expression'] = name;
  let missing = false;
  inMode(parser, 'expression', () => {
    const equals = peek(parser);
    if (equals.kind !== 'assignment' || equals.value !== '=') return;
    consume(parser);
    const value = parseExpression(parser);
    if (!value)
      failAfter(parser, equals.end, 'A value was expected after the `=`.', 'Write the number of the value.');
    missing = !value;
    expression = value ?? expression;
  });
  if (!endsMember.has(peek(parser).kind) && !missing)
    failAfter(
      parser,
      expression.end,
      'A value of an enum ends with a line break or a semicolon.',
      'Put the next one on a line of its own.',
    );
  skipSeparators(parser);
  return { kind: 'value', expression, redirections: [], start: name.start, end: expression.end };
}

/** `using module X`, `using namespace Y`, `using assembly Z`. */
export function parseUsing(parser: Parser): Using {
  const keyword = consume(parser);
  needsVersion(
    parser,
    keyword,
    'The keyword `using`',
    5,
    'Use Import-Module, or write the type with its namespace.',
  );
  const kind = peek(parser);
  let hasAlias = false;
  const made = (what: string, name: Expression | undefined, end: number): Using => ({
    kind: 'using',
    what,
    whatStart: kind.start,
    name,
    hasAlias,
    start: keyword.start,
    end,
  });
  const what = kind.value.toLowerCase();
  if (!usings.has(what) || (kind.kind !== 'keyword' && kind.kind !== 'name')) {
    failAfter(
      parser,
      keyword.end,
      'The word `module`, `namespace` or `assembly` was expected after `using`.',
      'Write for example `using module Hyper-V`.',
    );
    return made('', undefined, keyword.end);
  }
  consume(parser);
  const first = peek(parser);
  if (first.kind === 'end' || first.kind === 'newline' || first.kind === ',' || first.kind === ';') {
    if (first.kind !== 'end') consume(parser);
    failAfter(
      parser,
      kind.end,
      `A name was expected after \`using ${what}\`.`,
      'Write the name of the module or namespace.',
    );
    return made(what, undefined, kind.end);
  }
  const name = parseArgument(parser, false, false);
  if (!name) {
    failAt(
      parser,
      first,
      `A name was expected after \`using ${what}\`.`,
      'Write the name of the module or namespace.',
    );
    synchronize(parser, true, [';', 'newline']);
    return made(what, undefined, first.end);
  }
  const isName = name.kind === 'text' && name.parts.length === 0;
  if (!isName && (what !== 'module' || name.kind !== 'hashtable')) {
    parser.fail({
      start: name.start,
      end: name.end,
      message: `\`${parser.text.slice(name.start, name.end).slice(0, 40)}\` cannot be the name of what \`using ${what}\` brings.`,
      hint: 'Write a plain name.',
    });
    return made(what, name, name.end);
  }
  if (name.kind !== 'hashtable' && what !== 'assembly') {
    const equals = peek(parser);
    // `=` is a word of its own in a command's arguments.
    if (equals.kind === 'assignment' && equals.value === '=') {
      consume(parser);
      const target = parseArgument(parser, false, false);
      hasAlias = target !== undefined;
      if (!target)
        failAfter(
          parser,
          equals.end,
          'A name was expected after the `=`.',
          'Write what the name stands for.',
        );
      if (!target) return made(what, name, equals.end);
    } else if (what === 'type' || what === 'command') {
      failAfter(parser, name.end, 'An `=` was expected after the name.', 'Write `using type Name = Type`.');
      return made(what, name, name.end);
    }
  }
  const next = peek(parser);
  if (next.kind === 'newline' || next.kind === ';') consume(parser);
  else if (next.kind !== 'end')
    failAt(
      parser,
      next,
      'A `using` statement ends with a line break or a semicolon.',
      'Begin a new line here.',
    );
  return made(what, name, name.end);
}

const usings: ReadonlySet<string> = new Set(['module', 'namespace', 'assembly', 'command', 'type']);

/** `configuration Name { … }`: read for its brackets; resources in it are DSC's own language. */
export function parseConfiguration(parser: Parser, attributes: readonly Attribute[]): Statement | undefined {
  const keyword = peek(parser);
  const back = keyword.start;
  consume(parser);
  const name = parseSingleArgument(parser);
  skipNewlines(parser);
  const open = name && peek(parser).kind === '{' ? consume(parser) : undefined;
  if (!name || !open) {
    // A command of that name, as Get-Help lists it.
    goTo(parser, back);
    return undefined;
  }
  const { statements } = deeper(parser, () => parseBody(parser)) ?? { statements: [] };
  const end = closeBrace(parser, open);
  return {
    kind: 'block',
    keyword: 'configuration',
    name: parser.text.slice(name.start, name.end),
    body: statements,
    start: attributes[0]?.start ?? keyword.start,
    end,
  };
}
