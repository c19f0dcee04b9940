import type { BindingProblem } from '../binding/binding.ts';
import type { CommandCall } from './command-call.ts';
import { commandName, nameSpan } from './command-call.ts';

export const aliasRule = 'powershell/alias-in-script';

/** An alias where the command's own name would do. */
export function checkAlias(call: CommandCall): BindingProblem[] {
  const { resolution, name, session, before } = call;
  if (resolution.kind !== 'command' && resolution.kind !== 'defined') return [];
  if (resolution.alias === undefined) return [];
  const full = commandName(call);
  const spot = nameSpan(call);
  // Without `Get-`: no alias, but what PowerShell tries last of all.
  const implied = resolution.kind === 'command' && resolution.implied === true;
  const guess = implied || session.foreign || (programsBehindAliases.has(name.toLowerCase()) && !before);
  return [
    {
      rule: aliasRule,
      ...spot,
      message: implied
        ? `\`${name}\` runs ${full} only because PowerShell tries Get- before a name it does not find.`
        : `\`${name}\` is an alias of ${full}, and a script should say what it runs.`,
      hint:
        guess && programsBehindAliases.has(name.toLowerCase())
          ? `Write ${full}, or ${name}.exe if the program was meant.`
          : `Write ${full}.`,
      actual: name,
      expected: full,
      ...(guess || !isBare(call)
        ? { replace: { title: `Write ${full}`, text: full } }
        : { repair: { title: `Write ${full}`, edits: [{ ...spot, text: full }] } }),
    },
  ];
}

function isBare({ elements }: CommandCall): boolean {
  const [name] = elements;
  return name?.kind === 'text' && name.quote === 'bare';
}

/** Programs that share their name with an alias: who writes it may have meant the program. Source: Windows itself brings them. */
const programsBehindAliases: ReadonlySet<string> = new Set(['curl', 'wget', 'sc', 'fc', 'where', 'sort']);
