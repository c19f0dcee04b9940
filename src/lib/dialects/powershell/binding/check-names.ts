import { suggest } from '../../../diagnostics/suggest.ts';
import type { ParameterHere } from '../catalogue/command-here.ts';
import { readNumber } from './value-forms.ts';
import type { ValueProblem } from './value-problem.ts';
import { badType, shown } from './value-problem.ts';
import type { SingleLiteral } from './value-types.ts';

/** A value for a parameter that takes only certain names. */
export function checkNames(
  parameter: ParameterHere,
  values: NonNullable<ParameterHere['values']>,
  literal: SingleLiteral,
  at: { start: number; end: number },
): ValueProblem | undefined {
  if (
    values.kind === 'enum' &&
    (literal.kind === 'hashtable' || literal.kind === 'script-block' || literal.kind === 'boolean')
  ) {
    return badType(at, {
      message: `-${parameter.name} takes a name, and ${shown(literal)} is none.`,
      hint: `Write one of ${values.names.slice(0, 12).join(', ')}.`,
      expected: values.names.join(', '),
    });
  }
  // A number may be an enum's; a set's is compared as it is written.
  if (literal.kind === 'number' && values.kind === 'set') {
    if (values.names.some((name) => readNumber(name) === literal.value)) return undefined;
  } else if (literal.kind !== 'text') return undefined;
  const text = literal.kind === 'text' ? literal.value : literal.written;
  const words = values.kind === 'enum' ? text.split(',').map((word) => word.trim()) : [text];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (values.names.some((name) => name.toLowerCase() === lower)) continue;
    if (
      values.kind === 'enum' &&
      (/^[+-]?\d+$/.test(word) ||
        values.names.filter((name) => name.toLowerCase().startsWith(lower)).length === 1)
    )
      continue;
    if (
      values.kind === 'set' &&
      readNumber(word) !== undefined &&
      values.names.some((name) => readNumber(name) === readNumber(word))
    )
      continue;
    const near = suggest(word, values.names);
    const known =
      values.names.length > 12
        ? `${values.names.slice(0, 12).join(', ')} and ${values.names.length - 12} more`
        : values.names.join(', ');
    return {
      rule: 'powershell/bad-enum',
      // Lists taken over from a later version may have grown since.
      ...(values.certain ? {} : { severity: 'warning' }),
      ...at,
      message: `-${parameter.name} takes ${values.names.length === 1 ? 'only' : 'one of'} ${known}, and “${word}” is none of them.`,
      hint: near ? `Did you mean ${near}?` : 'Write one of these names.',
      expected: values.names.join(', '),
    };
  }
  return undefined;
}
