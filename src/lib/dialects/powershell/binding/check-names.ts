import { suggest } from '../../../diagnostics/suggest.ts';
import { enumNumbers } from '../catalogue/overrides/enum-numbers.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';
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
  } else if (literal.kind !== 'text' && literal.kind !== 'number') return undefined;
  const text = literal.kind === 'text' ? literal.value : literal.written;
  const words = values.kind === 'enum' ? text.split(',').map((word) => word.trim()) : [text];
  for (const word of words) {
    const lower = word.toLowerCase();
    if (values.names.some((name) => name.toLowerCase() === lower)) continue;
    if (values.kind === 'enum' && /^[+-]?\d+$/.test(word)) {
      const outside = outsideOf(parameter, Number(word), at);
      if (outside) return outside;
      continue;
    }
    if (
      values.kind === 'enum' &&
      values.names.filter((name) => name.toLowerCase().startsWith(lower)).length === 1
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

/** A number that is none of an enumeration whose numbers are known. */
function outsideOf(
  { name, type }: ParameterHere,
  number: number,
  at: { start: number; end: number },
): ValueProblem | undefined {
  const known = enumNumbers.get(elementOf(type));
  if (!known) return undefined;
  const high = known.low + known.names.length - 1;
  if (number >= known.low && number <= high) return undefined;
  return {
    rule: 'powershell/bad-enum',
    ...at,
    message: `-${name} takes the numbers ${known.low} to ${high}, and ${number} stands for none of ${known.names.join(', ')}.`,
    hint: 'Write one of these names.',
    expected: known.names.join(', '),
  };
}

/**
 * Several names for a parameter that takes one: PowerShell combines their numbers, and refuses what comes of it where it is none of the
 * enumeration's. Undefined where the numbers are not known.
 */
export function checkCombined(
  parameter: ParameterHere,
  texts: readonly string[],
  at: { start: number; end: number },
): ValueProblem | undefined {
  const known = enumNumbers.get(parameter.type);
  if (!known) return undefined;
  const numbers = texts.map((text) => {
    const index = known.names.findIndex((name) => name.toLowerCase() === text.toLowerCase());
    return index < 0 ? undefined : known.low + index;
  });
  if (!numbers.every((number) => number !== undefined)) return undefined;
  const combined = numbers.reduce((all, number) => all | number, 0);
  if (combined < known.low + known.names.length) return undefined;
  return badType(at, {
    message: `-${parameter.name} takes one name, and ${texts.join(', ')} together stand for no other.`,
    hint: 'Give one value.',
  });
}

function elementOf(type: string): string {
  return type.replace(/(?:\[\])+$/, '');
}
