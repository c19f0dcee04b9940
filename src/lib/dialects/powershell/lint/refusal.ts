import type { BindingProblem } from '../binding/binding.ts';
import { companions } from '../catalogue/overrides/companions.ts';
import { exclusive } from '../catalogue/overrides/exclusive.ts';
import type { CommandCall } from './command-call.ts';
import { commandName, givenArgument, nameSpan } from './command-call.ts';
import { refusedWhenRun } from './refused-when-run.ts';

/** What binds, and what the command then refuses all the same. */
export function checkRefusal(call: CommandCall): BindingProblem[] {
  if (call.resolution.kind !== 'command' || !call.isKnown) return [];
  const problem = lonely(call) ?? together(call);
  return problem ? [problem] : [];
}

/** A parameter that its command takes only with another. */
function lonely(call: CommandCall): BindingProblem | undefined {
  const name = commandName(call);
  for (const { command, given: parameter, needs } of companions) {
    if (command !== name || !givenArgument(call, parameter)) continue;
    const lacking = needs.filter((need) => !givenArgument(call, need)).map((need) => `-${need}`);
    if (lacking.length === 0) continue;
    return refusedWhenRun({
      ...spanOf(call, parameter),
      message: `${name} takes -${parameter} only together with ${lacking.join(' and ')}.`,
      hint: `Add ${lacking.join(' and ')}, or leave -${parameter} out.`,
    });
  }
  return undefined;
}

function together(call: CommandCall): BindingProblem | undefined {
  const name = commandName(call);
  const both = exclusive.find(({ command }) => command === name);
  const [first, second] = both?.parameters.filter((parameter) => givenArgument(call, parameter)) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return refusedWhenRun({
    ...spanOf(call, second),
    message: `-${first} and -${second} of ${name} exclude each other.`,
    hint: 'Keep the one that is meant.',
  });
}

function spanOf(call: CommandCall, parameter: string): { readonly start: number; readonly end: number } {
  const argument = givenArgument(call, parameter);
  return argument?.element
    ? { start: argument.element.start, end: argument.element.nameEnd }
    : (argument ?? nameSpan(call));
}
