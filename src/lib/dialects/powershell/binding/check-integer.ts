import type { ParameterHere } from '../catalogue/command-here.ts';
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
  return {
    rule,
    ...at,
    message: `${what} ${known ? 'is a number' : 'takes numbers'} from ${low} to ${high}, and ${shown(literal)} is outside.`,
    hint: `Give a number from ${low} to ${high}.`,
    expected: `${low}..${high}`,
  };
}

/** A number that is one, and too low or too high. */
export function isOutOfRange(problem: ValueProblem): boolean {
  return problem.rule === rule;
}
