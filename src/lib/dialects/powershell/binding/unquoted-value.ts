import type { CommandCall } from '../lint/command-call.ts';
import { nameSpan } from '../lint/command-call.ts';
import type { BindingProblem } from './binding.ts';
import { unknownCommandRule } from './name-problems.ts';

/**
 * A lone word that is the whole value of a key (`@{ AuthenticationType = Certificate }`): PowerShell runs it, and finds a command only by
 * the Get- that it tries last, or none that is known. Where that is sure to be refused it is an error; the word may be a function of
 * somebody's own.
 */
export function unquotedValue(
  call: CommandCall,
  problems: readonly BindingProblem[],
  { isEntry = false }: { readonly isEntry?: boolean },
): BindingProblem | undefined {
  const { resolution, name, elements } = call;
  const [only, more] = elements;
  if (!isEntry || more || only?.kind !== 'text' || only.quote !== 'bare' || !/^\w+$/.test(name))
    return undefined;
  const implied =
    resolution.kind === 'command' && resolution.implied === true ? resolution.command.name : undefined;
  if (implied === undefined && resolution.kind !== 'unknown') return undefined;
  const isRefused = problems.some(({ severity = 'error' }) => severity === 'error');
  return {
    rule: unknownCommandRule,
    ...(isRefused ? {} : { severity: 'warning' as const }),
    ...nameSpan(call),
    message: `\`${name}\` has no quotes, and is run as a command${implied === undefined ? '' : `: ${implied}`}.`,
    hint: `Write '${name}' where the text is meant.`,
    actual: name,
    replace: { title: 'Put it in quotes', text: `'${name}'` },
  };
}
