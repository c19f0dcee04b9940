import { splattedEntries } from './arguments.ts';
import type { ArgumentBinding, BindContext, BindingProblem } from './binding.ts';
import { findParameter } from './find-parameter.ts';

/** Types whose values a hashtable may be. */
const takesTables = /^(?:Hashtable|IDictionary|Object|PSObject|PSCustomObject|OrderedDictionary)(?:\[\])*$/;

/**
 * A hashtable whose keys are parameters of the command, given as a value: `New-VM $VM`. PowerShell takes it for the first value, as text
 * or not at all.
 */
export function checkSplatting(
  { here, hashtable }: BindContext,
  given: readonly ArgumentBinding[],
): BindingProblem | undefined {
  for (const { how, value, parameter, start, end } of given) {
    if (how !== 'position' || !value) continue;
    // `@$values` is text that begins with an @, and then whatever the variable is as text.
    const [, both] =
      (value.kind === 'text' && value.quote === 'bare' && /^@\$(\w+)$/.exec(value.value)) || [];
    if (both !== undefined && hashtable(both)) return withDollar(both, start, end);
    if (parameter && takesTables.test(parameter.type)) continue;
    const isVariable = value.kind === 'variable' && !value.splat;
    const table = isVariable ? hashtable(value.name) : value.kind === 'hashtable' ? value : undefined;
    const entries = table && splattedEntries(table, value);
    if (!entries || entries.length === 0) continue;
    const isMeant = entries.every(({ name }) => findParameter(name, here).kind === 'one');
    if (!isMeant) continue;
    const written = isVariable ? `$${value.name}` : 'This hashtable';
    return {
      rule: 'powershell/not-splatted',
      start,
      end,
      message: `${written} holds parameters of ${here.name}, and is given to it as one value.`,
      hint: isVariable
        ? `Write @${value.name}, which hands its entries on as parameters.`
        : `Put it into a variable (\`$parameters = @{ … }\`), and write \`${here.name} @parameters\`.`,
      ...(isVariable
        ? {
            actual: written,
            expected: `@${value.name}`,
            repair: { title: `Write @${value.name}`, edits: [{ start, end: start + 1, text: '@' }] },
          }
        : {}),
    };
  }
  return undefined;
}

function withDollar(variable: string, start: number, end: number): BindingProblem {
  return {
    rule: 'powershell/not-splatted',
    start,
    end,
    message: `\`@$${variable}\` is text for PowerShell, and hands no entries of $${variable} on as parameters.`,
    hint: `Write @${variable}, without the dollar sign.`,
    actual: `@$${variable}`,
    expected: `@${variable}`,
    repair: { title: `Write @${variable}`, edits: [{ start: start + 1, end: start + 2, text: '' }] },
  };
}
