import { textsOf } from '../binding/arguments.ts';
import type { BindingProblem } from '../binding/binding.ts';
import type { Destructive } from './destructive-commands.ts';
import { destructive } from './destructive-commands.ts';
import type { CommandNode } from '../syntax/tree.ts';
import type { CommandCall } from './command-call.ts';
import { commandName, givenArgument, isSwitchedOff, nameSpan } from './command-call.ts';

/**
 * A command that would take away what is not easily brought back, without asking: data, on a disk that another machine may have
 * under another number; or everything there is, by a wildcard, by naming nothing, or by piping in all of it.
 */
export function checkDestructive(call: CommandCall): BindingProblem[] {
  if (call.resolution.kind !== 'command' || call.tested) return [];
  const name = commandName(call);
  const entry = destructive.find(({ command }) => command === name);
  if (!entry || givenArgument(call, 'WhatIf') || givenArgument(call, 'Confirm')) return [];
  const off = switchedOff(call, entry);
  if (off === undefined && !entry.neverAsks) return [];
  const broad = name === 'Remove-Item' ? wholeTree(call) : everything(call, entry);
  const unasked = off === undefined ? 'without asking' : `and ${off} keeps it from asking`;
  if (broad !== undefined) {
    return [
      {
        rule: 'powershell/destructive-without-guard',
        ...nameSpan(call),
        message: `${name} ${entry.verb} ${broad}, ${unasked}.`,
        hint: `Name what is meant, try it with -WhatIf first${off === undefined ? ', or add -Confirm' : `, or leave ${off} out`}.`,
      },
    ];
  }
  if (!entry.erases || !hasTarget(call, entry)) return [];
  return [
    {
      rule: 'powershell/destructive-without-guard',
      ...nameSpan(call),
      message: `${name} ${entry.verb} what nothing brings back, ${unasked}.`,
      hint: `On another machine the same name or number is another of its ${entry.what}: leave ${off ?? '-Confirm:$false'} out, or test first that it is the right one.`,
    },
  ];
}

/** What keeps it from asking, as it is written. */
function switchedOff(call: CommandCall, { quiet = [] }: Destructive): string | undefined {
  const confirm = call.arguments.find(({ parameter }) => parameter?.name === 'Confirm');
  if (confirm && isSwitchedOff(confirm)) return '-Confirm:$false';
  const found = quiet.find((name) => givenArgument(call, name));
  return found === undefined ? undefined : `-${found}`;
}

function hasTarget(call: CommandCall, { targets }: Destructive): boolean {
  return targets.some((name) => givenArgument(call, name));
}

/** How everything there is comes to be meant, as the rest of a sentence; undefined where it is not. */
function everything(call: CommandCall, entry: Destructive): string | undefined {
  const { before, arguments: all } = call;
  if (!call.isKnown) return undefined;
  const values = all.filter(({ parameter }) => parameter && entry.targets.includes(parameter.name));
  const wildcard = values.flatMap(({ value }) => textsOf(value) ?? []).find((text) => /^[*?]+$/.test(text));
  if (wildcard !== undefined) return `all ${entry.what} (${wildcard})`;
  if (values.length > 0) return undefined;
  if (before)
    return before.kind === 'command' && getsAll(before) ? `all ${entry.what} that come in` : undefined;
  // A selector of any other kind narrows it down as well.
  const narrowed = all.some(({ parameter }) => !parameter?.common && parameter?.name !== 'Force');
  return entry.takesAll && !narrowed ? `all ${entry.what}` : undefined;
}

/** `Get-VM`, `Get-VM *`, `Get-ADUser -Filter *`. */
function getsAll({ elements }: CommandNode): boolean {
  const [name, ...rest] = elements;
  if (name?.kind !== 'text' || !/^Get-/i.test(name.value)) return false;
  return rest.every(
    (element) =>
      (element.kind === 'text' && element.value === '*') ||
      (element.kind === 'parameter' && /^(?:Name|Filter|Identity)$/i.test(element.name)),
  );
}

/** A folder with all that is in it: a whole drive, or `…\*`. */
function wholeTree(call: CommandCall): string | undefined {
  if (!givenArgument(call, 'Recurse')) return undefined;
  const path = givenArgument(call, 'Path') ?? givenArgument(call, 'LiteralPath');
  const whole = textsOf(path?.value)?.find((text) =>
    /^(?=.)(?:[A-Za-z]:)?[\\/]?(?:\*(?:\.\*)?)?$/.test(text),
  );
  return whole === undefined ? undefined : `everything under “${whole}”`;
}
