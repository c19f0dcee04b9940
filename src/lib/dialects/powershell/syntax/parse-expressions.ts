import { parseAttributes } from './parse-attributes.ts';
import { memberOperator, parseAccess } from './parse-members.ts';
import { parsePrimary } from './parse-primary.ts';
import { deeper, failAfter, failAt, goTo, inMode, peek, skipNewlines, consume } from './parser.ts';
import type { Parser } from './parser.ts';
import { dashOperators, dashUnary, signOperators } from './token.ts';
import type { Token } from './token.ts';
import type { Expression } from './tree.ts';

/** An expression with its operators; undefined where none begins here. */
export function parseExpression(parser: Parser, ternary = false): Expression | undefined {
  return inMode(parser, 'expression', () => {
    const condition = parseBinary(parser, ternary);
    if (!condition) return undefined;
    const question = peek(parser);
    if (question.kind !== '?') return condition;
    needsVersion(parser, question, 'The conditional operator `? :`', 7, 'Write `if (…) { … } else { … }`.');
    consume(parser);
    skipNewlines(parser);
    const ifTrue = deeper(parser, () => parseExpression(parser, true)) ?? missingValue(parser, question);
    skipNewlines(parser);
    const colon = peek(parser);
    if (colon.kind !== ':') {
      if (ifTrue.kind !== 'broken')
        failAt(
          parser,
          colon,
          'A `:` was expected between the two values of the conditional operator.',
          'Write `condition ? value : value`.',
        );
      return { kind: 'broken', start: condition.start, end: ifTrue.end };
    }
    consume(parser);
    skipNewlines(parser);
    const ifFalse = deeper(parser, () => parseExpression(parser, true)) ?? missingValue(parser, colon);
    return { kind: 'conditional', start: condition.start, end: ifFalse.end, condition, ifTrue, ifFalse };
  });
}

/** False, with a problem reported, where the platform's PowerShell does not know what was written. */
export function needsVersion(
  parser: Parser,
  { start, end }: { readonly start: number; readonly end: number },
  what: string,
  version: number,
  hint: string,
): boolean {
  if (parser.version >= version) return true;
  parser.fail({
    start,
    end,
    message: `${what} came with PowerShell ${version}; this platform has ${shownVersion(parser.version)}.`,
    hint,
  });
  return false;
}

/** `5.1`, `4.0`. */
export function shownVersion(version: number): string {
  return version === 5 ? '5.1' : `${version}.0`;
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
      if (token.kind !== 'parameter') break;
      unknownOperator(parser, token);
      const end = consume(parser).end;
      return { kind: 'broken', start: first.start, end };
    }
    if (token.value === '??')
      needsVersion(parser, token, 'The operator `??`', 7, 'Write `if ($null -eq …) { … }`.');
    consume(parser);
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
  const elements: Expression[] = [first];
  let last: Expression = first;
  while (peek(parser).kind === ',') {
    const comma = consume(parser);
    skipNewlines(parser);
    const element = parseUnary(parser, true);
    if (!element) {
      failAfter(
        parser,
        comma.end,
        'A value was expected after the comma.',
        'Write the missing value, or remove the comma.',
      );
      last = { kind: 'broken', start: comma.start, end: comma.end };
      elements.push(last);
      break;
    }
    elements.push(element);
    last = element;
  }
  return { kind: 'array', elements, start: first.start, end: last.end };
}

const unarySigns = new Set(['+', '-', '\u2013', '\u2014', '\u2015']);

export function isUnary({ kind, value }: Token): boolean {
  if (kind === '!' || kind === ',' || kind === '++' || kind === '--') return true;
  return (
    kind === 'operator' && (unarySigns.has(value) || (value.startsWith('-') && dashUnary.has(value.slice(1))))
  );
}

function isSign({ kind, value }: Token): boolean {
  return kind === 'operator' && unarySigns.has(value);
}

export function parseUnary(parser: Parser, ternary = false): Expression | undefined {
  return deeper(parser, () => parseUnaryHere(parser, ternary));
}

function parseUnaryHere(parser: Parser, ternary: boolean): Expression | undefined {
  // A sign belongs to the number only here, so the token is read anew.
  const before = { signed: parser.signed, ternary: parser.ternary };
  parser.signed = true;
  parser.ternary = ternary;
  if (parser.ahead && (isSign(parser.ahead) || (ternary && parser.ahead.kind === 'word')))
    goTo(parser, parser.ahead.start);
  const token = peek(parser);
  parser.signed = before.signed;
  parser.ternary = before.ternary;
  let expression: Expression | undefined;
  if (isUnary(token)) {
    if (token.kind === ',' && parser.noComma) return undefined;
    consume(parser);
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
    consume(parser);
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
