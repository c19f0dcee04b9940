import type { Expression, Statement } from '../syntax/tree.ts';
import { expressionOf } from '../binding/arguments.ts';

/** What a variable or an argument is known to be before the script runs. */
export type KnownValue =
  string | number | boolean | null | readonly KnownValue[] | ReadonlyMap<string, KnownValue>;

/** What variables hold at one moment, by lower-case name; what is not among them only running tells. */
export type Environment = ReadonlyMap<string, KnownValue>;

/** A list that would be longer is not followed. */
const longestList = 4096;

/** Expressions within expressions are followed so deep. */
const deepest = 100;

/** The value of an expression; undefined where only running tells it. */
export function valueOf(expression: Expression, env: Environment, depth = 0): KnownValue | undefined {
  if (depth > deepest) return undefined;
  const value = (inner: Expression) => valueOf(inner, env, depth + 1);
  const valueOfBody = (statement: Statement) => valueOfStatement(statement, env, depth + 1);
  switch (expression.kind) {
    case 'text':
      return expanded(expression.value, expression.parts, env);
    case 'number':
      return expression.value;
    case 'variable':
      return constants.get(expression.name.toLowerCase()) ?? env.get(nameOfVariable(expression.name));
    case 'array':
      return all(expression.elements.map(value));
    case 'array-expression':
      return all(expression.body.map(valueOfBody))?.flatMap((one) => (isList(one) ? one : [one]));
    case 'parentheses':
      return expression.content && valueOfBody(expression.content);
    case 'subexpression':
      return expression.body.length === 1 ? valueOfBody(expression.body[0]!) : undefined;
    case 'hashtable':
      return table(expression.entries, value, valueOfBody);
    case 'unary':
      return unary(expression.operator.toLowerCase(), value(expression.operand));
    case 'binary':
      return binary(expression.operator.toLowerCase(), value(expression.left), value(expression.right));
    case 'index':
      return elementOf(value(expression.target), value(expression.index));
    case 'member':
      return expression.arguments === undefined && !expression.isStatic
        ? memberOf(value(expression.target), value(expression.member))
        : undefined;
    default:
      return undefined;
  }
}

/** The value of a statement that is an expression and nothing more. */
export function valueOfStatement(statement: Statement, env: Environment, depth = 0): KnownValue | undefined {
  const expression = expressionOf(statement);
  return expression && valueOf(expression, env, depth);
}

/**
 * The texts that an argument is: one, or each of a list. A number stands as it is written, for a parameter that takes text gets it so.
 * Undefined where only running tells.
 */
export function textsIn(expression: Expression, env: Environment): readonly string[] | undefined {
  if (expression.kind === 'number') return [expression.written];
  if (expression.kind === 'array') {
    const texts = expression.elements.map((element) => textsIn(element, env));
    return texts.every((text) => text !== undefined) ? texts.flat() : undefined;
  }
  const value = valueOf(expression, env);
  const values = isList(value) ? value : [value];
  const texts = values.map(textOf);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** As PowerShell writes a value into a string; undefined for what is no single value. */
export function textOf(value: KnownValue | undefined): string | undefined {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** What PowerShell takes a value for where it asks for true or false. Source: about_Booleans, "Converting to and from Boolean". */
export function isTrue(value: KnownValue): boolean {
  if (isList(value)) return value.length > 1 || (value.length === 1 && isTrue(value[0]!));
  return value instanceof Map || Boolean(value);
}

export function isList(value: KnownValue | undefined): value is readonly KnownValue[] {
  return Array.isArray(value);
}

/** `$global:x` and `$x` are taken for one: a guide has one scope. */
export function nameOfVariable(name: string): string {
  return name.toLowerCase().replace(/^(?:global|script|local|private|variable):/, '');
}

const constants: ReadonlyMap<string, KnownValue> = new Map([
  ['true', true],
  ['false', false],
]);

function all(values: readonly (KnownValue | undefined)[]): readonly KnownValue[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}

function table(
  entries: Extract<Expression, { kind: 'hashtable' }>['entries'],
  valueOfKey: (expression: Expression) => KnownValue | undefined,
  valueOfBody: (statement: Statement) => KnownValue | undefined,
): ReadonlyMap<string, KnownValue> | undefined {
  const found = new Map<string, KnownValue>();
  for (const { key, value } of entries) {
    const name = textOf(valueOfKey(key));
    const known = value && valueOfBody(value);
    if (name === undefined || known === undefined) return undefined;
    found.set(name.toLowerCase(), known);
  }
  return found;
}

/** A string with the variables in it; of anything else that it expands only running tells. */
function expanded(text: string, parts: readonly Expression[], env: Environment): string | undefined {
  let rest = text;
  let done = '';
  for (const part of parts) {
    if (part.kind !== 'variable') return undefined;
    const written = [`$${part.name}`, `\${${part.name}}`].find((form) => rest.includes(form));
    const value = textOf(valueOf(part, env));
    if (written === undefined || value === undefined) return undefined;
    const at = rest.indexOf(written);
    done += rest.slice(0, at) + value;
    rest = rest.slice(at + written.length);
  }
  return done + rest;
}

function unary(operator: string, operand: KnownValue | undefined): KnownValue | undefined {
  if (operand === undefined) return undefined;
  if (operator === '!' || operator === '-not') return !isTrue(operand);
  if (operator === '-' && typeof operand === 'number') return -operand;
  return operator === ',' ? [operand] : undefined;
}

function binary(
  operator: string,
  left: KnownValue | undefined,
  right: KnownValue | undefined,
): KnownValue | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '-and') return isTrue(left) && isTrue(right);
  if (operator === '-or') return isTrue(left) || isTrue(right);
  if (operator === '..' && typeof left === 'number' && typeof right === 'number') return range(left, right);
  if (operator === '+') return sum(left, right);
  if (typeof left === 'number' && typeof right === 'number') return arithmetic[operator]?.(left, right);
  // Words are the same in upper and lower case, unless the operator says otherwise.
  if (typeof left === 'string' && typeof right === 'string') {
    const isSame = left.toLowerCase() === right.toLowerCase();
    if (operator === '-eq' || operator === '-ieq') return isSame;
    if (operator === '-ne' || operator === '-ine') return !isSame;
  }
  return undefined;
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => KnownValue>> = {
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '-eq': (a, b) => a === b,
  '-ne': (a, b) => a !== b,
  '-lt': (a, b) => a < b,
  '-le': (a, b) => a <= b,
  '-gt': (a, b) => a > b,
  '-ge': (a, b) => a >= b,
};

function sum(left: KnownValue, right: KnownValue): KnownValue | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (isList(left)) return [...left, ...(isList(right) ? right : [right])];
  const text = textOf(right);
  return typeof left === 'string' && text !== undefined ? left + text : undefined;
}

function range(from: number, to: number): readonly KnownValue[] | undefined {
  const count = Math.abs(to - from) + 1;
  if (!Number.isInteger(from) || !Number.isInteger(to) || count > longestList) return undefined;
  return Array.from({ length: count }, (_, index) => (from <= to ? from + index : from - index));
}

function elementOf(target: KnownValue | undefined, index: KnownValue | undefined): KnownValue | undefined {
  if (target instanceof Map) return target.get(textOf(index)?.toLowerCase() ?? '');
  return isList(target) && typeof index === 'number' ? target.at(index) : undefined;
}

function memberOf(target: KnownValue | undefined, member: KnownValue | undefined): KnownValue | undefined {
  const name = textOf(member)?.toLowerCase() ?? '';
  if (target instanceof Map) return target.get(name);
  if (name !== 'count' && name !== 'length') return undefined;
  if (isList(target)) return target.length;
  return typeof target === 'string' && name === 'length' ? target.length : undefined;
}
