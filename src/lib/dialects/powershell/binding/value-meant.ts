import { meantValues } from '../catalogue/overrides/meant-values.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { Expression } from '../syntax/tree.ts';
import type { ValueProblem } from './value-problem.ts';
import type { SingleLiteral } from './value-types.ts';
import { concerns } from './value-types.ts';

/** Words for one thing, of which a parameter takes one. */
const sameMeaning: readonly (readonly string[])[] = [
  ['on', 'enabled', 'enable', 'true', 'yes'],
  ['off', 'disabled', 'disable', 'false', 'no'],
  ['none', 'never', 'nothing'],
  ['automatic', 'auto', 'dynamic'],
];

/** A value that is refused, told by what it means rather than by its letters. */
export function withMeaning(
  command: string,
  parameter: ParameterHere,
  value: Expression,
  literal: SingleLiteral,
  problem: ValueProblem,
): ValueProblem {
  if (value.kind === 'text' && value.quote === 'bare' && /^\\\$(?:true|false)$/i.test(value.value))
    return { ...problem, hint: 'Remove the backslash, which Markdown has and PowerShell takes for text.' };
  const written =
    literal.kind === 'text' ? literal.value : literal.kind === 'boolean' ? String(literal.value) : undefined;
  if (written === undefined || !parameter.values) return problem;
  const other = meantValues.find((one) => concerns(one, command, parameter) && one.value.test(written));
  if (other) return { ...problem, hint: other.hint };
  const words = sameMeaning.find((all) => all.includes(written.toLowerCase()));
  const meant = parameter.values.names.filter((name) => words?.includes(name.toLowerCase()));
  return meant.length === 1 ? { ...problem, hint: `Did you mean ${meant[0]!}?` } : problem;
}
