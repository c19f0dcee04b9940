import { suggest } from '../../diagnostics/suggest.ts';
import type { PowerShellCommand } from '../../dialects/powershell/command.ts';
import type { Conclusion, ModelledStep, StepResult } from '../model.ts';
import { argumentOf, callOf, isPattern } from './call.ts';
import { effects } from './effects/effects.ts';
import type { HostResourceKind, HostState } from './state.ts';
import { resourceOf, resourcesOf } from './state.ts';
import { rules } from './rules.ts';

/** What messages call a resource. */
const titles: Readonly<Partial<Record<HostResourceKind, string>>> = {
  'nic-team': 'team',
  'virtual-switch': 'virtual switch',
  'management-adapter': 'adapter of the host',
};

/**
 * Commands that need what is made only after them, or what nothing makes while something of nearly that name is made: a host may have had
 * a switch before the guide begins, so that a name alone proves nothing.
 */
export function missingResources(steps: readonly ModelledStep<HostState, PowerShellCommand>[]): Conclusion[] {
  const lasting = [...steps.entries()].filter(([, { role }]) => role === 'apply');
  // What only running tells may have made what is needed: from there on nothing is told.
  const open = lasting.findIndex(([, { command, result }]) => mayMake(command, result));
  const isOpen = open >= 0;
  // Of a step in the wrong place the first command that it comes too late for is told, and the others go right with it.
  const late = new Set<number>();
  return lasting.slice(0, isOpen ? open : undefined).flatMap(([step, { command, result }], at) => {
    const need = needOf(command, result.state);
    if (!need) return [];
    const { kind, name, alike, start, end } = need;
    const title = titles[kind] ?? kind;
    const later = lasting.slice(at + 1).find(([, { result: after }]) => resourceOf(after.state, kind, name));
    if (later) {
      if (late.has(later[0])) return [];
      late.add(later[0]);
      const maker = later[1].command.name;
      return [
        conclusion(step, 'powershell/used-before-made', {
          message: `${command.name} needs the ${title} “${name}”, which ${maker} makes only afterwards.`,
          hint: 'Move the step that makes it before this one.',
          start,
          end,
        }),
      ];
    }
    const made = new Set(
      lasting.flatMap(([, { result: after }]) => resourcesOf(after.state, kind).map((one) => one.name)),
    );
    const near = isOpen || alike ? undefined : suggest(name, made);
    return near === undefined
      ? []
      : [
          conclusion(step, 'powershell/never-made', {
            message: `${command.name} needs the ${title} “${name}”, which nothing here makes.`,
            hint: `“${near}” is made: is that one meant?`,
            start,
            end,
          }),
        ];
  });
}

/** It may make a resource of which the model does not know: a command of the tables in a place or a way that is not followed, or an unknown one. */
function mayMake(command: PowerShellCommand, { effect }: StepResult<HostState>): boolean {
  return effect === 'unmodelled' && (effects.has(command.name) || command.support === 'unknown');
}

/** What a command needs and does not find. */
function needOf(command: PowerShellCommand, state: HostState) {
  const [env] = command.runs ?? [];
  const needs = effects.get(command.name)?.needs ?? [];
  if (!env || needs.length === 0) return undefined;
  const call = callOf(command, env);
  for (const { parameter, kind, when, alike } of needs) {
    const name = call.text(parameter);
    const argument = argumentOf(command, parameter);
    if (name === undefined || !argument || isPattern(name)) continue;
    if (when !== undefined && !call.has(when)) continue;
    if (resourceOf(state, kind, name)) continue;
    return { kind, name, alike, start: argument.start, end: argument.end };
  }
  return undefined;
}

function conclusion(
  step: number,
  rule: keyof typeof rules,
  finding: { message: string; hint: string; start: number; end: number },
): Conclusion {
  return { step, finding: { rule, severity: rules[rule], ...finding } };
}
