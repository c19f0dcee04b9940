import { isBlank, isDoubleQuote, isLineBreak } from './characters.ts';
import { charAt, skipBlockComment } from './lexer.ts';
import { parseAttributes } from './parse-attributes.ts';
import { parsePipelineChain, parseStatement, parseStatements } from './parse-statements.ts';
import { parseScriptBlockBody } from './parse-script-block.ts';
import type { Parser } from './parser.ts';
import {
  createParser,
  deeper,
  failAfter,
  failAt,
  goTo,
  inMode,
  peek,
  skipNewlines,
  skipSeparators,
  take,
  takeIf,
  withComma,
} from './parser.ts';
import type { Expression, Hashtable, Statement, Text } from './tree.ts';
import type { Embedded, Token } from './token.ts';
import { dashOperators, dashUnary, signOperators } from './token.ts';

/** An expression with its operators; undefined where none begins here. */
export function parseExpression(parser: Parser, ternary = false): Expression | undefined {
  return inMode(parser, 'expression', () => {
    const condition = parseBinary(parser, ternary);
    if (!condition) return undefined;
    const question = peek(parser);
    if (question.kind !== '?') return condition;
    if (
      !needsVersion(parser, question, 'The conditional operator `? :`', 7, 'Write `if (…) { … } else { … }`.')
    )
      return condition;
    take(parser);
    skipNewlines(parser);
    const ifTrue = parseExpression(parser, true) ?? missingValue(parser, question);
    skipNewlines(parser);
    const colon = peek(parser);
    if (colon.kind !== ':') {
      failAt(
        parser,
        colon,
        'A `:` was expected between the two values of the conditional operator.',
        'Write `condition ? value : value`.',
      );
      return condition;
    }
    take(parser);
    skipNewlines(parser);
    const ifFalse = parseExpression(parser, true) ?? missingValue(parser, colon);
    return { kind: 'conditional', start: condition.start, end: ifFalse.end, condition, ifTrue, ifFalse };
  });
}

/** False, with a problem reported, where the platform's PowerShell does not know what was written. */
export function needsVersion(
  parser: Parser,
  token: Token,
  what: string,
  version: number,
  hint: string,
): boolean {
  if (parser.version >= version) return true;
  failAt(
    parser,
    token,
    `${what} came with PowerShell ${version}; this platform has ${parser.version === 5 ? '5.1' : `${parser.version}.0`}.`,
    hint,
  );
  return false;
}

function missingValue(parser: Parser, operator: Token): Expression {
  failAfter(
    parser,
    operator.end,
    `A value was expected after \`${operator.value}\`.`,
    'Write the value, or remove the operator.',
  );
  return { kind: 'broken', start: operator.end, end: operator.end };
}

function binaryPrecedence({ kind, value }: Token): number | undefined {
  if (kind !== 'operator') return undefined;
  return value.length > 1 && value.startsWith('-')
    ? dashOperators.get(value.slice(1))
    : signOperators.get(value.length === 1 && value > '\u007f' ? '-' : value);
}

function parseBinary(parser: Parser, ternary: boolean): Expression | undefined {
  const first = parseArray(parser, ternary);
  if (!first) return undefined;
  const operands: Expression[] = [first];
  const operators: { value: string; level: number }[] = [];
  const fold = () => {
    const right = operands.pop()!;
    const left = operands.pop()!;
    operands.push({
      kind: 'binary',
      operator: operators.pop()!.value,
      left,
      right,
      start: left.start,
      end: right.end,
    });
  };
  for (;;) {
    const token = peek(parser);
    const level = binaryPrecedence(token);
    if (level === undefined) {
      if (token.kind === 'parameter') unknownOperator(parser, token);
      break;
    }
    if (
      token.value === '??' &&
      !needsVersion(parser, token, 'The operator `??`', 7, 'Write `if ($null -eq …) { … }`.')
    )
      break;
    take(parser);
    skipNewlines(parser);
    while (operators.length > 0 && level <= operators[operators.length - 1]!.level) fold();
    operators.push({ value: token.value, level });
    operands.push(parseArray(parser, true) ?? missingValue(parser, token));
  }
  while (operators.length > 0) fold();
  return operands[0];
}

function unknownOperator(parser: Parser, token: Token): void {
  failAt(
    parser,
    token,
    `\`-${token.value}\` is no operator, and a parameter cannot stand after a value.`,
    'Write the operator right, or put a command before the parameter.',
  );
}

function parseArray(parser: Parser, ternary: boolean): Expression | undefined {
  const first = parseUnary(parser, ternary);
  if (!first || parser.noComma || peek(parser).kind !== ',') return first;
  const elements = [first];
  let last = first;
  while (peek(parser).kind === ',') {
    const comma = take(parser);
    skipNewlines(parser);
    const element = parseUnary(parser, true);
    if (!element) {
      failAfter(
        parser,
        comma.end,
        'A value was expected after the comma.',
        'Write the missing value, or remove the comma.',
      );
      break;
    }
    elements.push(element);
    last = element;
  }
  return { kind: 'array', elements, start: first.start, end: last.end };
}

const unarySigns = new Set(['+', '-', '\u2013', '\u2014', '\u2015']);

function isUnary({ kind, value }: Token): boolean {
  if (kind === '!' || kind === ',' || kind === '++' || kind === '--') return true;
  return (
    kind === 'operator' && (unarySigns.has(value) || (value.startsWith('-') && dashUnary.has(value.slice(1))))
  );
}

export function parseUnary(parser: Parser, ternary = false): Expression | undefined {
  return deeper(parser, () => parseUnaryHere(parser, ternary));
}

function parseUnaryHere(parser: Parser, ternary: boolean): Expression | undefined {
  // A sign belongs to the number only here, so the token is read anew.
  const before = { signed: parser.signed, ternary: parser.ternary };
  parser.signed = true;
  parser.ternary = ternary;
  if (parser.ahead) goTo(parser, parser.ahead.kind === 'end' ? parser.at : parser.ahead.start);
  const token = peek(parser);
  parser.signed = before.signed;
  parser.ternary = before.ternary;
  let expression: Expression | undefined;
  if (isUnary(token)) {
    if (token.kind === ',' && parser.noComma) return undefined;
    take(parser);
    skipNewlines(parser);
    const operand = parseUnary(parser, true);
    if (!operand) {
      failAfter(
        parser,
        token.end,
        `A value was expected after \`${token.value}\`.`,
        `Write the value, or remove the \`${token.value}\`.`,
      );
      return { kind: 'broken', start: token.start, end: token.end };
    }
    expression =
      token.kind === ','
        ? { kind: 'array', elements: [operand], start: token.start, end: operand.end }
        : { kind: 'unary', operator: token.value, operand, start: token.start, end: operand.end };
  } else if (token.kind === '[') {
    expression = parseTyped(parser);
  } else {
    expression = parsePrimary(parser, true);
  }
  if (!expression) return undefined;
  const after = peek(parser);
  if (after.kind === '++' || after.kind === '--') {
    take(parser);
    return {
      kind: 'unary',
      operator: `${after.value} after`,
      operand: expression,
      start: expression.start,
      end: after.end,
    };
  }
  return expression;
}

/** `[type]`, `[type]value`, `[type]::member`. */
function parseTyped(parser: Parser): Expression | undefined {
  const attributes = parseAttributes(parser, true);
  const last = attributes[attributes.length - 1];
  if (!last) return undefined;
  let expression: Expression | undefined;
  if (last.arguments) {
    skipNewlines(parser);
    const operand = parseUnary(parser, true);
    if (!operand) {
      parser.fail({
        start: last.start,
        end: last.end,
        message: `The attribute [${last.typeName}(…)] belongs to nothing.`,
        hint: 'Write the variable or parameter after it.',
      });
      return { kind: 'broken', start: last.start, end: last.end };
    }
    expression = { kind: 'conversion', attribute: last, operand, start: last.start, end: operand.end };
  } else {
    const literal: Expression = { kind: 'type', name: last.typeName, start: last.start, end: last.end };
    const access = memberOperator(parser, false);
    if (access) expression = parseAccess(parser, literal, access);
    else {
      const next = peek(parser).kind;
      const operand = next === 'newline' || next === ',' ? undefined : parseUnary(parser, true);
      expression = operand
        ? { kind: 'conversion', attribute: last, operand, start: last.start, end: operand.end }
        : literal;
    }
  }
  for (const attribute of attributes.slice(0, -1).reverse()) {
    expression = {
      kind: 'conversion',
      attribute,
      operand: expression,
      start: attribute.start,
      end: expression.end,
    };
  }
  return expression;
}

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

function parseHashtable(parser: Parser): Hashtable {
  const open = take(parser);
  parser.depth++;
  const entries: { key: Expression; value: Statement | undefined }[] = [];
  const close = inMode(parser, 'command', () => {
    skipNewlines(parser);
    while (!parser.problem) {
      const entry = parseEntry(parser);
      if (!entry) break;
      entries.push(entry);
      const { kind } = peek(parser);
      if (kind !== 'newline' && kind !== ';') break;
      skipSeparators(parser);
    }
    return takeIf(parser, '}');
  });
  if (close) parser.depth--;
  else {
    const next = peek(parser);
    parser.fail({
      start: open.end,
      end: open.end + 1,
      message:
        next.kind === 'end'
          ? 'The hashtable that opens here is never closed.'
          : `The hashtable that opens here is not closed where \`${next.value}\` stands.`,
      hint:
        next.kind === ','
          ? 'Entries are divided by line breaks or semicolons, not by commas.'
          : 'Close it with `}`.',
      ...(next.kind === 'end' ? { unclosed: true } : {}),
    });
  }
  return { kind: 'hashtable', entries, start: open.start, end: close?.end ?? parser.at };
}

function parseEntry(parser: Parser): { key: Expression; value: Statement | undefined } | undefined {
  const [key, equals] = inMode(parser, 'expression', () => {
    const read = parseName(parser);
    return [read, read && peek(parser)] as const;
  });
  if (!key || !equals) return undefined;
  if (equals.kind !== 'assignment' || equals.value !== '=') {
    failAfter(
      parser,
      key.end,
      `An \`=\` was expected after the key \`${parser.text.slice(key.start, key.end)}\` of the hashtable.`,
      'Write entries as `Key = value`.',
    );
    return { key, value: undefined };
  }
  goTo(parser, equals.end);
  skipNewlines(parser);
  const value = withComma(parser, false, () => deeper(parser, () => parseStatement(parser)));
  if (!value)
    failAfter(parser, equals.end, 'A value was expected after the `=`.', 'Write the value of this key.');
  return { key, value };
}

/** A key of a hashtable or a label: a simple name, else a value. */
export function parseName(parser: Parser): Expression | undefined {
  const name = parseSimpleName(parser);
  if (name) return name;
  const { kind } = peek(parser);
  if (kind === 'newline' || kind === ';') return undefined;
  return withComma(parser, true, () => parseUnary(parser));
}

export function parseSimpleName(parser: Parser): Text | undefined {
  const ahead = parser.ahead;
  if (ahead && ahead.kind !== 'end') goTo(parser, ahead.start);
  parser.simpleName = true;
  const token = peek(parser);
  parser.simpleName = false;
  if (token.kind !== 'name') {
    if (token.kind !== 'end') goTo(parser, token.start);
    return undefined;
  }
  take(parser);
  return { kind: 'text', value: token.value, quote: 'bare', parts: [], start: token.start, end: token.end };
}

export function parseScriptBlock(parser: Parser): Expression {
  const open = take(parser);
  const block = inMode(parser, 'command', () =>
    withComma(parser, false, () => parseScriptBlockBody(parser, open)),
  );
  return { kind: 'script-block', block, start: open.start, end: block.end };
}

interface Access {
  readonly kind: '.' | '::' | '[';
  readonly start: number;
  readonly end: number;
}

/** The operator of a member access: nothing but a block comment may stand before it. */
function memberOperator(parser: Parser, brackets: boolean): Access | undefined {
  if (parser.problem) return undefined;
  const command = parser.mode === 'command';
  let at = parser.at;
  while (charAt(parser, at) === '<' && charAt(parser, at + 1) === '#') at = skipBlockComment(parser, at);
  const char = charAt(parser, at);
  const next = charAt(parser, at + 1);
  const found = (kind: Access['kind'], length: number): Access => {
    goTo(parser, at + length);
    return { kind, start: at, end: at + length };
  };
  const gap = (after: string) => command && (after === '' || isLineBreak(after) || isBlank(after));
  if (char === '.' && next !== '.' && !gap(next)) return found('.', 1);
  if (char === ':' && next === ':' && !gap(charAt(parser, at + 2))) return found('::', 2);
  if (char === '[' && brackets) return found('[', 1);
  if (char === '?' && parser.version >= 7 && (next === '.' || next === '[') && !command)
    return found(next === '.' ? '.' : '[', 2);
  return undefined;
}

function parseAccess(parser: Parser, target: Expression, first: Access): Expression {
  let expression = target;
  for (let access: Access | undefined = first; access; access = memberOperator(parser, true)) {
    skipNewlines(parser);
    expression =
      access.kind === '[' ? parseIndex(parser, expression, access) : parseMember(parser, expression, access);
  }
  return expression;
}

function parseIndex(parser: Parser, target: Expression, open: Access): Expression {
  parser.depth++;
  const index = withComma(parser, false, () => deeper(parser, () => parseExpression(parser)));
  if (!index) {
    failAfter(
      parser,
      open.end,
      'An index was expected after the opening bracket.',
      'Write the index or key between the brackets.',
    );
    return { kind: 'broken', start: target.start, end: open.end };
  }
  skipNewlines(parser);
  const close = takeIf(parser, ']');
  if (close) parser.depth--;
  else failAfter(parser, index.end, 'A closing bracket was expected after the index.', 'Close it with `]`.');
  return { kind: 'index', target, index, start: target.start, end: close?.end ?? index.end };
}

function parseMember(parser: Parser, target: Expression, access: Access): Expression {
  const member = parseMemberName(parser);
  if (!member) {
    failAfter(
      parser,
      access.end,
      `The name of a property or method was expected after \`${access.kind}\`.`,
      'Write its name, without a blank before it.',
    );
    return { kind: 'broken', start: target.start, end: access.end };
  }
  const isStatic = access.kind === '::';
  if (parser.version >= 7 && charAt(parser, parser.at) === '[') skipTypeArguments(parser);
  const open = charAt(parser, parser.at);
  if (parser.ahead === undefined || parser.ahead.start === parser.at) {
    if (open === '(') return parseCall(parser, target, member, isStatic);
    if (open === '{' && parser.mode === 'expression') {
      const argument = parseScriptBlock(parser);
      return {
        kind: 'member',
        target,
        member,
        isStatic,
        arguments: [argument],
        start: target.start,
        end: argument.end,
      };
    }
  }
  return {
    kind: 'member',
    target,
    member,
    isStatic,
    arguments: undefined,
    start: target.start,
    end: member.end,
  };
}

/** PowerShell 7: `$x.Method[int](…)`. Taken only where types in brackets and a parenthesis follow. */
function skipTypeArguments(parser: Parser): void {
  const match = /^\[\s*\[?[A-Za-z_][\w.,+`\s[\]]*\](?=\()/.exec(
    parser.text.slice(parser.at, Math.min(parser.limit, parser.at + 400)),
  );
  if (match) goTo(parser, parser.at + match[0].length);
}

function parseMemberName(parser: Parser): Expression | undefined {
  const name = parseSimpleName(parser);
  if (name) return name;
  const token = peek(parser);
  return isUnary(token) || token.kind === '[' ? parseUnary(parser) : parsePrimary(parser, false);
}

function parseCall(parser: Parser, target: Expression, member: Expression, isStatic: boolean): Expression {
  goTo(parser, parser.at + 1);
  const open = parser.at;
  parser.depth++;
  const args = parseArguments(parser);
  skipNewlines(parser);
  const close = takeIf(parser, ')');
  const last = args[args.length - 1];
  if (close) parser.depth--;
  else
    failAfter(
      parser,
      last?.end ?? open,
      'A closing parenthesis was expected after the arguments of the method.',
      'Close it with `)`.',
      open,
    );
  return {
    kind: 'member',
    target,
    member,
    isStatic,
    arguments: args,
    start: target.start,
    end: close?.end ?? last?.end ?? open,
  };
}

function parseArguments(parser: Parser): Expression[] {
  return withComma(parser, true, () => {
    const args: Expression[] = [];
    for (;;) {
      skipNewlines(parser);
      const argument = deeper(parser, () => parseExpression(parser));
      if (!argument) break;
      args.push(argument);
      skipNewlines(parser);
      const comma = takeIf(parser, ',');
      if (!comma) break;
      skipNewlines(parser);
      if (peek(parser).kind === ')') {
        failAfter(
          parser,
          comma.end,
          'A value was expected after the comma.',
          'Write the missing argument, or remove the comma.',
        );
        break;
      }
    }
    return args;
  });
}
