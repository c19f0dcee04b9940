import type { ConfigTarget, SwitchProblem } from '../change.ts';
import type { SwitchCommand } from '../command.ts';
import type { SwitchState } from '../state.ts';

/** What a switch holds against a command that its words allow: undefined where there is nothing. */
export type StateRefusal = (
  command: SwitchCommand,
  state: SwitchState,
  target: ConfigTarget,
) => SwitchProblem | undefined;

/** `reply`: what the switch prints, line by line; undefined where its wording is not known. */
export function rejected(
  message: string,
  hint: string,
  { reply, value }: { readonly reply?: string | undefined; readonly value?: string } = {},
): SwitchProblem {
  return {
    rule: 'ios/command-rejected',
    message,
    hint,
    ...(reply !== undefined && { reply }),
    ...(value !== undefined && { value }),
  };
}
