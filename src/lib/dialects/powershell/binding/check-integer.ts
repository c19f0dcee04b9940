import type { ParameterHere } from '../catalogue/parameter-here.ts';
import { ranges } from '../catalogue/overrides/ranges.ts';
import { readNumber } from './value-forms.ts';
import type { ValueProblem } from './value-problem.ts';
import { shown } from './value-problem.ts';
import type { SingleLiteral } from './value-types.ts';
import { concerns, integers } from './value-types.ts';

const rule = 'powershell/out-of-range';

/** A value for a whole number: whether it is one, in the range of its type, its parameter or what is known beside the catalogue. */
export function checkInteger(
  command: string,
  parameter: ParameterHere,
  type: string,
  literal: SingleLiteral,
  at: { start: number; end: number },
  bad: (what: string, hint: string) => ValueProblem,
): ValueProblem | undefined {
  if (literal.kind === 'hashtable' || literal.kind === 'script-block')
    return bad('a whole number', 'Write a number.');
  const number =
    literal.kind === 'number'
      ? literal.value
      : literal.kind === 'text'
        ? readNumber(literal.value)
        : undefined;
  if (number === undefined)
    return literal.kind === 'text'
      ? bad('a whole number', 'Write a number, without a unit or quotes.')
      : undefined;
  const known = ranges.find((one) => concerns(one, command, parameter));
  const limits = integers[type]!;
  const [low, high] = known ? [known.low, known.high] : (parameter.range ?? limits);
  if (number >= low && number <= high) return undefined;
  const what = known?.what ?? `-${parameter.name}`;
  const [from, to] = [exactBound(low), exactBound(high)];
  return {
    rule,
    ...at,
    message: `${what} ${known ? 'is a number' : 'takes numbers'} from ${from} to ${to}, and ${shown(literal)} is outside.`,
    hint: `Give a number from ${from} to ${to}.`,
    expected: `${from}..${to}`,
  };
}

/** A bound digit by digit: the highest number of 64 bits is no double, which has the power of two after it in its place. */
function exactBound(bound: number): string {
  if (!Number.isInteger(bound) || Number.isSafeInteger(bound)) return String(bound);
  return String(bound < 0 ? BigInt(bound) : BigInt(bound) - 1n);
}

/** A number that is one, and too low or too high. */
export function isOutOfRange(problem: ValueProblem): boolean {
  return problem.rule === rule;
}
