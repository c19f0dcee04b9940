import type { BindingProblem } from '../binding/binding.ts';
import type { CommandCall } from './command-call.ts';

/** Parameters that take the names of several things, or of several properties. */
const takesNames =
  /(?:Names?|Members?|Nodes?|Alias|Adapters?|Computers?|Servers?|Owners?|Features?|Property|Properties|Groups?|Users?|Drives?|Identity)$/i;

/** `-TeamMembers "NIC1,NIC2"`: one name with a comma in it, where a list of names takes its commas outside of quotes. */
export function checkListInQuotes({ arguments: all, resolution, binds }: CommandCall): BindingProblem[] {
  if (resolution.kind !== 'command' || !binds) return [];
  return all.flatMap(({ parameter, value, how }) => {
    if (!parameter || how === 'splat' || value?.kind !== 'text' || value.parts.length > 0) return [];
    if (value.quote !== 'single' && value.quote !== 'double') return [];
    const isList =
      /^(?:String|WildcardPattern)\[\]$/.test(parameter.type) ||
      (parameter.type === 'Object[]' && /^Propert/i.test(parameter.name));
    if (!isList || parameter.values || !takesNames.test(parameter.name)) return [];
    // Names of a directory have commas of their own: CN=a,DC=b.
    const words = value.value.split(',').map((word) => word.trim());
    if (words.length < 2 || !words.every((word) => /^[\w.*][\w .*()#-]*$/.test(word))) return [];
    const text = words.map((word) => `'${word}'`).join(', ');
    return {
      rule: 'powershell/list-in-quotes' as const,
      start: value.start,
      end: value.end,
      message: `-${parameter.name} takes a list of names, and is given one name with ${words.length === 2 ? 'a comma' : 'commas'} in it.`,
      hint: `Put each name in quotes of its own: ${text}.`,
      replace: { title: `Write ${text}`, text },
    };
  });
}
