import type { BindingProblem } from '../binding/bind.ts';
import { companions, exclusive } from '../catalogue/overrides.ts';
import { rules } from '../rules.ts';
import type { CommandCall } from './use.ts';
import { given, nameSpot, runs } from './use.ts';

const rule = 'powershell/refused-when-run';

/** A finding of what binds, and what the command or its device refuses all the same when it runs. */
export function refusedWhenRun<Finding extends object>(finding: Finding) {
  return { ...finding, rule, severity: rules[rule] } as const;
}

/** What binds, and what the command then refuses all the same. */
export function checkRefusal(use: CommandCall): BindingProblem[] {
  if (use.resolution.kind !== 'command' || !use.isKnown) return [];
  const problem = lonely(use) ?? together(use);
  return problem ? [problem] : [];
}

/** A parameter that its command takes only with another. */
function lonely(use: CommandCall): BindingProblem | undefined {
  const name = runs(use);
  for (const { command, given: parameter, needs } of companions) {
    if (command !== name || !given(use, parameter)) continue;
    const lacking = needs.filter((need) => !given(use, need)).map((need) => `-${need}`);
    if (lacking.length === 0) continue;
    return refusedWhenRun({
      ...spotOf(use, parameter),
      message: `${name} takes -${parameter} only together with ${lacking.join(' and ')}.`,
      hint: `Add ${lacking.join(' and ')}, or leave -${parameter} out.`,
    });
  }
  return undefined;
}

function together(use: CommandCall): BindingProblem | undefined {
  const name = runs(use);
  const both = exclusive.find(({ command }) => command === name);
  const [first, second] = both?.parameters.filter((parameter) => given(use, parameter)) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return refusedWhenRun({
    ...spotOf(use, second),
    message: `-${first} and -${second} of ${name} exclude each other.`,
    hint: 'Keep the one that is meant.',
  });
}

function spotOf(use: CommandCall, parameter: string): { readonly start: number; readonly end: number } {
  const argument = given(use, parameter);
  return argument?.element
    ? { start: argument.element.start, end: argument.element.nameEnd }
    : (argument ?? nameSpot(use));
}
