import type { Problem } from '../bind.ts';
import { literalOf } from '../arguments.ts';
import type { Use } from './use.ts';

/** A value that only its position tells what it is for. The first of a command. */
export function checkPositional({ resolution, arguments: all }: Use): Problem[] {
  if (resolution.kind !== 'command') return [];
  const { name } = resolution.command;
  const bare = all.find(
    ({ element, value }) =>
      !element &&
      value !== undefined &&
      value.kind !== 'script-block' &&
      !(value.kind === 'variable' && value.splat),
  );
  if (!bare?.value) return [];
  const { start, end } = bare.value;
  const literal = literalOf(bare.value);
  const shown = literal?.kind === 'text' ? `“${literal.value}”` : 'A value';
  return [
    {
      rule: 'powershell/positional-argument',
      start,
      end,
      message: `${shown} stands without the name of its parameter, and only the order of ${name}'s parameters says what it is.`,
      hint: `Write the name before it; \`Get-Command ${name} -Syntax\` shows the order.`,
    },
  ];
}
