import { parseAttributes } from './parse-attributes.ts';
import { parseSingleArgument } from './parse-commands.ts';
import { needsVersion, parseExpression } from './parse-expressions.ts';
import { parseSimpleName } from './parse-hashtable.ts';
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
  take,
  takeIf,
} from './parser.ts';
import type {
  Attribute,
  FunctionDefinition,
  Statement,
  TypeDefinition,
  Using,
  ValueElement,
} from './tree.ts';

/** `class` and `enum`, with their attributes already read. */
export function parseTypeDefinition(parser: Parser, attributes: readonly Attribute[]): Statement {
  const keyword = take(parser);
  const isClass = keyword.value === 'class';
  const members: (FunctionDefinition | ValueElement)[] = [];
  const made = (name: string, end: number): TypeDefinition => ({
    kind: 'type-definition',
    keyword: isClass ? 'class' : 'enum',
    name,
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
    return made('', keyword.end);
  }
  const end = inMode(parser, 'signature', () => {
    skipNewlines(parser);
    if (takeIf(parser, ':')) readBases(parser);
    skipNewlines(parser);
    const open = takeIf(parser, '{');
    if (!open) {
      failAfter(
        parser,
        name.end,
        `The body of the ${keyword.value} was expected, in braces.`,
        'Write `{ … }` after the name.',
      );
      return name.end;
    }
    parser.depth++;
    for (;;) {
      skipSeparators(parser);
      const member = isClass ? parseClassMember(parser, name.value) : parseEnumMember(parser);
      if (!member) break;
      members.push(member);
    }
    return closeBrace(parser, open);
  });
  return made(name.value, end);
}

/** Base class and interfaces: type names, up to the brace. */
function readBases(parser: Parser): void {
  inMode(parser, 'type', () => {
    do {
      skipNewlines(parser);
      const type = takeIf(parser, 'name');
      if (!type)
        failAfter(
          parser,
          parser.at,
          'The name of a type was expected after the colon.',
          'Write the base class or interface.',
        );
      // Type arguments, as in IEquatable[int].
      let depth = 0;
      while (peek(parser).kind === '[' || (depth > 0 && peek(parser).kind !== 'end')) {
        const { kind } = take(parser);
        depth += kind === '[' ? 1 : kind === ']' ? -1 : 0;
      }
      skipNewlines(parser);
    } while (takeIf(parser, ',') && !parser.problem);
  });
}

function parseClassMember(parser: Parser, className: string): FunctionDefinition | ValueElement | undefined {
  for (;;) {
    const before = parser.at;
    inMode(parser, 'expression', () => parseAttributes(parser, false));
    skipNewlines(parser);
    const word = peek(parser);
    if (isKeyword(word, 'static') || isKeyword(word, 'hidden')) {
      take(parser);
      skipNewlines(parser);
      continue;
    }
    if (word.kind === '[' && parser.at > before) continue;
    break;
  }
  const token = peek(parser);
  if (token.kind === 'variable') return parseProperty(parser);
  const name = parseSimpleName(parser);
  if (!name) {
    if (token.kind !== '}' && token.kind !== 'end') {
      failAt(
        parser,
        token,
        `\`${parser.text.slice(token.start, token.end)}\` is no member of the class ${className}.`,
        'Write a property as `[type]$Name` and a method as `[type] Name() { … }`.',
      );
    }
    return undefined;
  }
  skipNewlines(parser);
  const list = parseParameterList(parser);
  if (!list) {
    failAfter(
      parser,
      name.end,
      `The parameters of the method ${name.value} were expected, in parentheses.`,
      'Write `Name() { … }`.',
    );
    return undefined;
  }
  skipNewlines(parser);
  if (takeIf(parser, ':')) {
    // A constructor that calls its base: `: base($x)`.
    skipNewlines(parser);
    parseSimpleName(parser);
    skipNewlines(parser);
    readBaseArguments(parser);
    skipNewlines(parser);
  }
  const open = takeIf(parser, '{');
  if (!open) {
    failAfter(
      parser,
      list.end,
      `The body of the method ${name.value} was expected, in braces.`,
      'Write `{ … }` after the parameters.',
    );
    return undefined;
  }
  const block = inMode(parser, 'command', () => parseScriptBlockBody(parser, open));
  return {
    kind: 'function',
    keyword: 'method',
    name: `${className}.${name.value}`,
    parameters: list.parameters,
    block,
    start: name.start,
    end: block.end,
  };
}

/** `($x, $y)` after `base`. */
function readBaseArguments(parser: Parser): void {
  if (!takeIf(parser, '(')) return;
  inMode(parser, 'expression', () => {
    skipNewlines(parser);
    deeper(parser, () => parseExpression(parser));
    skipNewlines(parser);
    if (!takeIf(parser, ')'))
      failAfter(parser, parser.at, 'A closing parenthesis was expected.', 'Close it with `)`.');
  });
}

function parseProperty(parser: Parser): ValueElement {
  const variable = take(parser);
  const equals = peek(parser);
  let expression: ValueElement['expression'] = {
    kind: 'variable',
    name: variable.value,
    splat: false,
    start: variable.start,
    end: variable.end,
  };
  if (equals.kind === 'assignment' && equals.value === '=') {
    take(parser);
    skipNewlines(parser);
    const value = parseExpression(parser);
    if (!value)
      failAfter(
        parser,
        equals.end,
        'A value was expected after the `=`.',
        'Write the value of the property.',
      );
    expression = value ?? expression;
  }
  const after = peek(parser);
  if (!['newline', ';', '}', 'end'].includes(after.kind)) {
    failAfter(
      parser,
      expression.end,
      'A property ends with a line break or a semicolon.',
      'Put the next member on a line of its own.',
    );
  }
  return { kind: 'value', expression, redirections: [], start: variable.start, end: expression.end };
}

function parseEnumMember(parser: Parser): ValueElement | undefined {
  const name = parseSimpleName(parser);
  if (!name) {
    const token = peek(parser);
    if (token.kind !== '}' && token.kind !== 'end')
      failAt(parser, token, 'The name of an enum value was expected.', 'Write one name a line.');
    return undefined;
  }
  const equals = peek(parser);
  let expression: ValueElement['expression'] = name;
  if (equals.kind === 'assignment') {
    take(parser);
    skipNewlines(parser);
    expression = parseExpression(parser) ?? expression;
  }
  const after = peek(parser);
  if (!['newline', ';', '}', 'end'].includes(after.kind)) {
    failAfter(
      parser,
      expression.end,
      'A value of an enum ends with a line break or a semicolon.',
      'Put the next one on a line of its own.',
    );
  }
  return { kind: 'value', expression, redirections: [], start: name.start, end: expression.end };
}

/** `using module X`, `using namespace Y`, `using assembly Z`. */
export function parseUsing(parser: Parser): Using {
  const keyword = take(parser);
  needsVersion(
    parser,
    keyword,
    'The keyword `using`',
    5,
    'Use Import-Module, or write the type with its namespace.',
  );
  const what = parseSimpleName(parser);
  const kinds = ['module', 'namespace', 'assembly', 'command', 'type'];
  if (!what || !kinds.includes(what.value.toLowerCase())) {
    const at = what?.start ?? keyword.end;
    parser.fail({
      start: at,
      end: what?.end ?? at + 1,
      message: 'The word `module`, `namespace` or `assembly` was expected after `using`.',
      hint: 'Write for example `using module Hyper-V`.',
    });
    return { kind: 'using', what: '', name: undefined, start: keyword.start, end: keyword.end };
  }
  const name = parseSingleArgument(parser);
  if (!name)
    failAfter(
      parser,
      what.end,
      `A name was expected after \`using ${what.value}\`.`,
      'Write the name of the module or namespace.',
    );
  return {
    kind: 'using',
    what: what.value.toLowerCase(),
    name,
    start: keyword.start,
    end: name?.end ?? what.end,
  };
}

/** `configuration Name { … }`: read for its brackets; resources in it are DSC's own language. */
export function parseConfiguration(parser: Parser, attributes: readonly Attribute[]): Statement | undefined {
  const keyword = peek(parser);
  const back = keyword.start;
  take(parser);
  const name = parseSingleArgument(parser);
  skipNewlines(parser);
  const open = name && peek(parser).kind === '{' ? take(parser) : undefined;
  if (!name || !open) {
    // A command of that name, as Get-Help lists it.
    if (!parser.problem) goTo(parser, back);
    return undefined;
  }
  parser.depth++;
  const { statements } = parseBody(parser);
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
