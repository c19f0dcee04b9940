import type { Support } from '../../dialect.ts';
import type { PowerShellPlatform } from '../platforms.ts';
import { powershellPlatforms } from '../platforms.ts';
import { lint } from '../lint/lint.ts';
import { checkRefusal } from '../lint/refusal.ts';
import type { CommandCall } from '../lint/command-call.ts';
import { unboundArguments } from '../lint/command-call.ts';
import type { ArgumentBinding, BindingProblem } from './binding.ts';
import { bind } from './bind.ts';
import { willAsk } from './bind-problems.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { NameBudget, Resolution } from './names.ts';
import { nameOf, resolveName } from './names.ts';
import { commandElsewhere } from './wrong-platform.ts';
import type { PowerShellSession } from './session.ts';
import type { CommandNode, ValueElement } from '../syntax/tree.ts';

export interface CheckedCommand {
  /** The full name where it is known, else as written. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly support: Support;
  /** It is known, its arguments are known before it runs, and nothing speaks against them. */
  readonly binds: boolean;
  readonly problems: readonly BindingProblem[];
  /** How it binds; undefined where the command is not known. */
  readonly binding: CheckedBinding | undefined;
}

export interface CheckedBinding {
  readonly module: string;
  readonly parameterSet: string | undefined;
  readonly arguments: readonly ArgumentBinding[];
}

/** What may still be spent on a script, so that none holds up a check. */
export interface CheckBudget extends NameBudget {
  /** Keys of hashtables where they are splatted; of what is over it only running tells. */
  splattedKeys: number;
}

/** For a script that nobody reads to its end. */
export function fullBudget(): CheckBudget {
  return { comparedNames: 2000, splattedKeys: 20_000 };
}

/** Where a command stands. */
export interface CommandContext {
  readonly catalogue: Catalogue;
  /** Of the whole block: what is defined anywhere in it is known. */
  readonly session: PowerShellSession;
  /** What stands before it in the pipeline. */
  readonly before: CommandNode | ValueElement | undefined;
  /** It runs only where a test lets it. */
  readonly tested: boolean;
  /** Optional rules that were asked for. */
  readonly optional: ReadonlySet<string>;
  /** What may still be spent on the script. */
  readonly budget: CheckBudget;
}

/** Checks a command; where a second one was run into it, that one too. */
export function checkCommand(command: CommandNode, place: CommandContext): CheckedCommand[] {
  const { catalogue, session: known, before, tested } = place;
  const { platform } = known;
  const name = nameOf(command);
  if (name === undefined) {
    return [
      {
        name: command.elements[0]?.kind === 'script-block' ? '{…}' : '&',
        start: command.start,
        end: command.end,
        support: 'unknown',
        binds: false,
        problems: [],
        binding: undefined,
      },
    ];
  }
  const checked: CheckedCommand[] = [];
  let from = 0;
  let written = name;
  for (;;) {
    const first = command.elements[from]!;
    let resolution = resolveName(written, catalogue, platform, known, place.budget);
    // `Certificate = …` is a line of a hashtable that lost its braces, and no short form of Get-Certificate.
    if (
      resolution.kind === 'command' &&
      resolution.alias === written &&
      isEquals(command.elements[from + 1])
    ) {
      resolution = { kind: 'unknown', name: written };
    }
    const problems: BindingProblem[] =
      from === 0 ? [] : [twoCommands(first, checked[checked.length - 1]!.name, written)];
    for (const item of nameProblems(resolution, first, platform)) problems.push(item);
    const binding =
      resolution.kind === 'command'
        ? bind(command, from + 1, {
            here: resolution.command,
            platform: powershellPlatforms[platform].title,
            piped: before !== undefined && from === 0,
            isCommandName: (word) =>
              catalogue.find(word).length > 0 || known.functions.has(word.toLowerCase()),
            hashtable: (variable) => {
              const table = known.tables.get(variable.toLowerCase());
              if (table) place.budget.splattedKeys -= table.entries.length;
              return place.budget.splattedKeys < 0 ? undefined : table;
            },
          })
        : undefined;
    for (const item of binding?.problems ?? []) problems.push(item);
    const next = binding?.second;
    const last = next === undefined ? undefined : command.elements[next - 1];
    const elements = command.elements.slice(from, next);
    const call: CommandCall = {
      elements,
      name: written,
      resolution,
      arguments: binding?.arguments ?? unboundArguments(elements),
      isKnown: binding?.known ?? false,
      binds: problems.length === 0,
      platform,
      session: known,
      before: from === 0 ? before : undefined,
      tested,
    };
    const asking =
      resolution.kind === 'command' && binding && binding.asks.length > 0
        ? [willAsk(binding.asks, resolution.command, { start: first.start, end: first.end })]
        : [];
    // What does not bind never comes to be refused.
    if (problems.length === 0) for (const item of checkRefusal(call)) problems.push(item);
    checked.push({
      name: shownName(resolution),
      start: from === 0 ? command.start : first.start,
      end: last?.end ?? command.end,
      binds: resolution.kind === 'command' && call.isKnown && problems.length === 0,
      support: supportOf(resolution, problems, binding?.known ?? false),
      problems: [...problems, ...asking, ...lint(call, place.optional)],
      binding:
        resolution.kind === 'command' && binding
          ? {
              module: resolution.command.module,
              parameterSet:
                binding.set === undefined
                  ? undefined
                  : resolution.command.sets[binding.set]?.name || undefined,
              arguments: binding.arguments,
            }
          : undefined,
    });
    const second = next === undefined ? undefined : command.elements[next];
    if (next === undefined || second?.kind !== 'text') return checked;
    from = next;
    written = second.value;
  }
}

function isEquals(element: CommandNode['elements'][number] | undefined): boolean {
  return element?.kind === 'text' && element.quote === 'bare' && element.value === '=';
}

function shownName(resolution: Resolution): string {
  return resolution.kind === 'command' ? resolution.command.name : resolution.name;
}

function supportOf(resolution: Resolution, problems: readonly BindingProblem[], known: boolean): Support {
  if (problems.some(({ severity }) => severity === undefined || severity === 'error')) return 'unsupported';
  if (resolution.kind === 'defined') return 'supported';
  if (resolution.kind !== 'command' || !known || resolution.command.unproven) return 'unknown';
  return 'supported';
}

function nameProblems(
  resolution: Resolution,
  { start, end }: { readonly start: number; readonly end: number },
  platform: PowerShellPlatform,
): BindingProblem[] {
  const { title } = powershellPlatforms[platform];
  if (resolution.kind === 'elsewhere') return [commandElsewhere(resolution, { start, end }, platform)];
  if (resolution.kind === 'misspelt') {
    return [
      {
        rule: 'powershell/unknown-command',
        ...(resolution.sure ? {} : { severity: 'warning' as const }),
        start,
        end,
        message: `There is no command ${resolution.name} on ${title}.`,
        hint: `Did you mean ${resolution.meant}?`,
        actual: resolution.name,
        expected: resolution.meant,
        replace: { title: `Write ${resolution.meant}`, text: resolution.meant },
      },
    ];
  }
  return [];
}

function twoCommands(
  { start, end }: { readonly start: number; readonly end: number },
  first: string,
  second: string,
): BindingProblem {
  return {
    rule: 'powershell/two-commands-on-one-line',
    start,
    end,
    message: `${second} is a second command on the line of ${first}, which would take it for an argument.`,
    hint: `Begin a new line before ${second}, or put a semicolon or a pipe between the two.`,
  };
}
