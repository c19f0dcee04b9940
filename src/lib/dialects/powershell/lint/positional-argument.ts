import type { BindingProblem } from '../binding/binding.ts';
import { literalOf } from '../binding/arguments.ts';
import type { CommandCall } from './command-call.ts';

/** Values that only their position tells what they are for. One problem a command; its repair names all of them. */
export function checkPositional({
  elements,
  resolution,
  isKnown,
  binds,
  arguments: all,
}: CommandCall): BindingProblem[] {
  // Where something does not bind, a position says nothing for certain.
  if (resolution.kind !== 'command' || !isKnown || !binds) return [];
  // Behind `--` nothing is a name any more, and a name cannot be put there.
  const namesEnd = elements.find((one) => one.kind === 'parameter' && one.name === '-')?.start ?? Infinity;
  const bare = all.flatMap(({ parameter, how, value }) =>
    how === 'position' && parameter && value && value.kind !== 'script-block' && value.start < namesEnd
      ? [{ parameter, value }]
      : [],
  );
  const [first] = bare;
  if (!first) return [];
  const { parameter, value } = first;
  const ends = new Set(elements.map(({ end }) => end));
  const literal = literalOf(value);
  const shown = literal?.kind === 'text' ? `“${literal.value}”` : 'This value';
  return [
    {
      rule: 'powershell/positional-argument',
      start: value.start,
      end: value.end,
      message: `${shown} is -${parameter.name} of ${resolution.command.name}, and only its position says so.`,
      hint: `Write -${parameter.name} before it.`,
      repair: {
        title: `Write ${bare.map((one) => `-${one.parameter.name}`).join(', ')}`,
        edits: bare.map((one) => ({
          start: one.value.start,
          end: one.value.start,
          // A value may follow right upon what is before it.
          text: `${ends.has(one.value.start) ? ' ' : ''}-${one.parameter.name} `,
        })),
      },
    },
  ];
}
