import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatforms } from '../platforms.ts';
import type { CommandNode } from '../syntax/tree.ts';
import type { BindContext, BindingProblem } from './binding.ts';
import { bind } from './bind.ts';
import type { Resolution } from './names.ts';
import type { NamePlace } from './odd-names.ts';
import { checkOddName } from './odd-names.ts';
import { commandElsewhere } from './wrong-platform.ts';

export const unknownCommandRule = 'powershell/unknown-command';

/** What is wrong with the name that stands at `from` in a command. `contextOf`: for binding its arguments to the command that may be meant. */
export function nameProblems(
  resolution: Resolution,
  command: CommandNode,
  from: number,
  platform: PowerShellPlatform,
  place: NamePlace,
  contextOf: (name: string) => BindContext | undefined,
): BindingProblem[] {
  const { start, end } = command.elements[from]!;
  if (resolution.kind === 'elsewhere') return [commandElsewhere(resolution, { start, end }, platform)];
  if (resolution.kind === 'unknown') {
    const odd = from === 0 ? checkOddName(command, resolution.name, place) : undefined;
    return odd ? [{ rule: unknownCommandRule, ...odd }] : [];
  }
  if (resolution.kind !== 'misspelt') return [];
  const { name, meant, by } = resolution;
  const context = by && contextOf(meant);
  const isSure = context ? isMeant(command, from, context, by) : resolution.sure;
  // Of a word more in the noun somebody's own function may well be called.
  if (by === 'noun' && !isSure) return [];
  return [
    {
      rule: unknownCommandRule,
      ...(isSure ? {} : { severity: 'warning' as const }),
      start,
      end,
      message: `There is no command ${name} on ${powershellPlatforms[platform].title}.`,
      hint:
        by === 'verb'
          ? `Did you mean ${meant}? “${name.slice(0, name.indexOf('-'))}” is none of PowerShell’s approved verbs.`
          : `Did you mean ${meant}?`,
      actual: name,
      expected: meant,
      replace: { title: `Write ${meant}`, text: meant },
    },
  ];
}

/** Whether what is given, by parameters' names, is for the command that may be meant; of another verb, by more than its -Name. */
function isMeant(command: CommandNode, from: number, context: BindContext, by: 'verb' | 'noun'): boolean {
  const { problems, arguments: given, known } = bind(command, from + 1, context);
  if (!known || problems.some(({ severity = 'error' }) => severity === 'error')) return false;
  const named = given.filter(({ element, parameter }) => element && parameter && !parameter.common);
  return by === 'noun' ? named.length > 0 : named.some(({ parameter }) => parameter!.name !== 'Name');
}

/** `accepted`: PowerShell takes the line as it stands, in another way than is meant. `text` is all that is checked. */
export function twoCommands(
  { start, end }: { readonly start: number; readonly end: number },
  first: string,
  second: string,
  { accepted, text }: { readonly accepted: boolean; readonly text: string },
): BindingProblem {
  return {
    rule: 'powershell/two-commands-on-one-line',
    ...(accepted ? { severity: 'warning' as const } : {}),
    start,
    end,
    message: `${second} is a second command on the line of ${first}, which ${accepted ? 'takes' : 'would take'} it for an argument.`,
    hint: isJoined(text, start)
      ? 'Remove the backtick at the end of the line before, which joins the two lines.'
      : `Begin a new line before ${second}, or put a semicolon or a pipe between the two.`,
  };
}

/** Whether a line that begins with no parameter is continued from the one before it. */
function isJoined(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return /`\r?\n$/.test(text.slice(Math.max(0, start - 3), start)) && !/^\s*-/.test(text.slice(start, at));
}
