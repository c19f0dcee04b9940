import type { Support } from '../../dialect.ts';
import { powershellPlatforms } from '../platforms.ts';
import { aliasRule } from '../lint/alias-in-script.ts';
import { lint } from '../lint/lint.ts';
import { checkRefusal } from '../lint/refusal.ts';
import type { CommandCall } from '../lint/command-call.ts';
import { unboundArguments } from '../lint/command-call.ts';
import type { ArgumentBinding, BindContext, BindingProblem } from './binding.ts';
import { bind, isRefused } from './bind.ts';
import { withoutContested } from './contested.ts';
import { willAsk } from './bind-problems.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import type { NameBudget, Resolution } from './names.ts';
import { nameProblems, twoCommands } from './name-problems.ts';
import { nameOf, resolveName } from './names.ts';
import type { NamePlace } from './odd-names.ts';
import { checkOwnFunction } from './own-function.ts';
import { checkSplatting } from './not-splatted.ts';
import { argumentsTakenApart } from './program-arguments.ts';
import { foreignFlag, programMeant } from './program-meant.ts';
import type { PowerShellSession } from './session.ts';
import { tornArgument } from './torn-arguments.ts';
import { unquotedValue } from './unquoted-value.ts';
import type { CommandNode, Node, ValueElement } from '../syntax/tree.ts';

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
  /** Arguments that are read as code and were not meant to be any. */
  readonly notCode: readonly Node[];
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
export interface CommandContext extends NamePlace {
  readonly catalogue: Catalogue;
  /** Of the whole block: what is defined anywhere in it is known. */
  readonly session: PowerShellSession;
  /** What stands before it in the pipeline. */
  readonly before: CommandNode | ValueElement | undefined;
  /** It runs only where a test lets it. */
  readonly tested: boolean;
  /** It is the whole value of a key of a hashtable. */
  readonly isEntry?: boolean;
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
        notCode: [],
      },
    ];
  }
  const checked: CheckedCommand[] = [];
  let from = 0;
  let written = name;
  /** PowerShell takes the first command with all that is on its line. */
  let accepted = false;
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
    const contextOf = (here: CommandHere): BindContext => ({
      here,
      platform: powershellPlatforms[platform].title,
      piped: before !== undefined && from === 0,
      isCommandName: (word) => catalogue.find(word).length > 0 || known.functions.has(word.toLowerCase()),
      hashtable: (variable) => {
        const table = known.tables.get(variable.toLowerCase());
        if (table) place.budget.splattedKeys -= table.entries.length;
        return place.budget.splattedKeys < 0 ? undefined : table;
      },
    });
    const context = resolution.kind === 'command' ? contextOf(resolution.command) : undefined;
    const problems: BindingProblem[] =
      from === 0
        ? []
        : [twoCommands(first, checked[checked.length - 1]!.name, written, { accepted, text: place.text })];
    for (const item of nameProblems(resolution, command, from, platform, place, (one) => {
      const meant = catalogue.command(one, platform);
      return meant && contextOf(meant);
    }))
      problems.push(item);
    const notCode: Node[] = [];
    if ((resolution.kind === 'unknown' || resolution.kind === 'program') && from === 0) {
      const isProgram = resolution.kind === 'program' || /\.exe$/i.test(written);
      for (const { problem, inside } of argumentsTakenApart(command, written, isProgram, place.text)) {
        problems.push(problem);
        for (const one of inside) notCode.push(one);
      }
    }
    if (resolution.kind === 'defined' && from === 0)
      for (const item of checkOwnFunction(command, resolution.name, known)) problems.push(item);
    const binding = context && withoutContested(context.here.name, bind(command, from + 1, context));
    const unsplatted = context && binding && checkSplatting(context, binding.arguments);
    // What the hashtable makes of the rest says nothing.
    if (unsplatted) problems.push(unsplatted);
    else for (const item of binding?.problems ?? []) problems.push(item);
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
    if (context && next !== undefined && from === 0) accepted = !isRefused(command, 1, context);
    const cause =
      unquotedValue(call, problems, place) ??
      programMeant(call, problems) ??
      foreignFlag(call) ??
      tornArgument(call, problems, place.text);
    // Of a line that is taken in another way than it is meant, what is meant is not refused.
    const told = cause
      ? [cause]
      : from > 0 && accepted
        ? problems.filter(({ severity = 'error' }) => severity !== 'error')
        : problems;
    const linted = lint(call, place.optional).filter(({ rule }) => !cause || rule !== aliasRule);
    checked.push({
      name: shownName(resolution),
      start: from === 0 ? command.start : first.start,
      end: last?.end ?? command.end,
      binds: resolution.kind === 'command' && call.isKnown && told.length === 0,
      support: supportOf(resolution, told, binding?.known ?? false),
      problems: [...told, ...asking, ...linted],
      notCode,
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
  if (resolution.kind === 'defined' || resolution.kind === 'program') return 'supported';
  if (resolution.kind !== 'command' || resolution.command.unproven) return 'unknown';
  // Of a command without facts only its name is known, and that is all that is claimed.
  if (!known && resolution.command.hasFacts) return 'unknown';
  return 'supported';
}
