import { aliasRule } from '../lint/alias-in-script.ts';
import type { CommandCall } from '../lint/command-call.ts';
import { nameSpan } from '../lint/command-call.ts';
import type { BindingProblem } from './binding.ts';
import { unknownParameterRule } from './bind-problems.ts';
import { findParameter } from './find-parameter.ts';

/** Aliases that hide a program of Windows, or a command that readers know from other systems. */
const hidden: Readonly<Record<string, { readonly program: string; readonly words?: RegExp }>> = {
  // Words of sc.exe: `sc /?`.
  sc: {
    program: 'sc.exe',
    words:
      /^(?:query(?:ex)?|start|stop|pause|continue|interrogate|config|create|delete|failure(?:flag)?|description|q\w+|sd(?:show|set)|showsid|triggerinfo|boot|control|enumdepend|getdisplayname|getkeyname|lock|unlock|\\\\\S+)$/i,
  },
  curl: { program: 'curl.exe' },
  wget: { program: 'wget.exe' },
  fc: { program: 'fc.exe' },
  where: { program: 'where.exe' },
  sort: { program: 'sort.exe' },
};

/** Flags of other systems' commands that no provider of PowerShell has, and what does the same. */
const foreignFlags: Readonly<Record<string, readonly { readonly flag: RegExp; readonly instead: string }[]>> =
  {
    rm: [{ flag: /^(?:rf|fr)$/i, instead: '-Recurse -Force' }],
    cp: [{ flag: /^(?:rf|fr|av|rp|pr)$/i, instead: '-Recurse -Force' }],
    ls: [{ flag: /^(?:l[ahrt]+|[ahrt]+l[ahrt]*)$/i, instead: '-Force' }],
  };

/** `rm -rf`: flags that are put together as another shell takes them. */
export function foreignFlag({ resolution, name, elements }: CommandCall): BindingProblem | undefined {
  if (resolution.kind !== 'command') return undefined;
  const { command } = resolution;
  const flags = Object.hasOwn(foreignFlags, name.toLowerCase()) ? foreignFlags[name.toLowerCase()]! : [];
  for (const element of elements) {
    if (element.kind !== 'parameter' || findParameter(element.name, command).kind !== 'none') continue;
    const known = flags.find(({ flag }) => flag.test(element.name));
    if (!known) continue;
    return {
      rule: unknownParameterRule,
      start: element.start,
      end: element.nameEnd,
      message: `\`${name}\` is an alias of ${command.name} here, which has no parameter -${element.name}.`,
      hint: `Write ${command.name} ${known.instead}.`,
      actual: `-${element.name}`,
      expected: known.instead,
      replace: { title: `Write ${known.instead}`, text: known.instead },
    };
  }
  return undefined;
}

/** What is refused because an alias hides the program that was meant: told once, as that. */
export function programMeant(
  call: CommandCall,
  problems: readonly BindingProblem[],
): BindingProblem | undefined {
  const { resolution, name, before, elements } = call;
  if (resolution.kind !== 'command' || resolution.alias === undefined || before) return undefined;
  const one = hidden[name.toLowerCase()];
  const refused = problems.find(({ severity = 'error' }) => severity === 'error');
  const [, word] = elements;
  const isSure = word?.kind === 'text' && one?.words?.test(word.value) === true;
  if (!one || (!refused && !isSure)) return undefined;
  const span = nameSpan(call);
  const title = `Write ${one.program}`;
  return {
    rule: refused?.rule ?? aliasRule,
    ...span,
    message: refused
      ? `\`${name}\` is an alias of ${resolution.command.name}, which does not take these arguments; ${one.program} does.`
      : `\`${name}\` is an alias of ${resolution.command.name}, which writes into a file here; ${one.program} was meant.`,
    hint: `Write ${one.program}.`,
    actual: name,
    expected: one.program,
    ...(isSure && refused
      ? { repair: { title, edits: [{ ...span, text: one.program }] } }
      : { replace: { title, text: one.program } }),
  };
}
