import type { BindingProblem } from '../binding/binding.ts';
import { literalOf } from '../binding/arguments.ts';
import type { CommandCall } from './command-call.ts';

/** Values that only their position tells what they are for. One problem a command; its repair names all of them. */
export function checkPositional({ resolution, arguments: all }: CommandCall): BindingProblem[] {
  if (resolution.kind !== 'command') return [];
  const bare = all.flatMap(({ parameter, how, value }) =>
    how === 'position' && parameter && value && value.kind !== 'script-block' ? [{ parameter, value }] : [],
  );
  const [first] = bare;
  if (!first) return [];
  const { parameter, value } = first;
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
          text: `-${one.parameter.name} `,
        })),
      },
    },
  ];
}
