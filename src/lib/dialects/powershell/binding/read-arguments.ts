import { suggest } from '../../../diagnostics/suggest.ts';
import { isFlatWord, isSplat, splattedEntries } from './arguments.ts';
import type { BindContext, BindingProblem, GivenArgument } from './binding.ts';
import { ambiguous, looksLikeParameter, missingValue, splitParameter } from './bind-problems.ts';
import type { CommandHere } from '../catalogue/command-here.ts';
import { findParameter } from './find-parameter.ts';
import { commandsTakingNames } from '../catalogue/overrides/commands-taking-names.ts';
import type { CommandNode, CommandParameter, Expression, Text } from '../syntax/tree.ts';

export interface ReadArguments {
  readonly arguments: readonly GivenArgument[];
  readonly problems: readonly BindingProblem[];
  /** A name that is not clear, or a value that is missing: PowerShell does not get further. */
  readonly stopped: boolean;
  /** Something is splatted, or passed on as it is, that only running tells. */
  readonly open: boolean;
  /** Index of the element that is the name of a second command on the same line. */
  readonly second: number | undefined;
}

/**
 * Tells names from values, from the element `from` on. What is splatted from a known hashtable stands at the end, as PowerShell
 * moves it there. Source: ParameterBinderController.ReparseUnboundArguments of the open-source engine.
 */
export function readArguments(
  { elements, verbatim }: CommandNode,
  from: number,
  context: BindContext,
): ReadArguments {
  const { here } = context;
  const found: GivenArgument[] = [];
  const splatted: GivenArgument[] = [];
  const problems: BindingProblem[] = [];
  let stopped = false;
  let open = verbatim;
  let second: number | undefined;
  for (let at = from; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.kind !== 'parameter') {
      if (isSecondCommand(element, context)) {
        second = at;
        break;
      }
      const entries = splat(element, context);
      if (entries) for (const item of entries) splatted.push(item);
      else if (isSplat(element)) open = true;
      else found.push(positional(element));
      continue;
    }
    if (element.name === '-') continue;
    const match = findParameter(element.name, here);
    const split = context.asWritten ? undefined : splitParameter(elements, at, match, here);
    if (split) {
      problems.push(split.problem);
      stopped = true;
      // What follows is the value that was meant for the whole parameter.
      at += split.length;
      continue;
    }
    if (match.kind === 'many') {
      const problem = ambiguous(element, match.parameters, here);
      if (problem) problems.push(problem);
      stopped = true;
      const after = elements[at + 1];
      if (!element.value && after && after.kind !== 'parameter' && !isSecondCommand(after, context)) at++;
      continue;
    }
    const parameter = match.kind === 'one' ? match.parameter : undefined;
    const how = match.kind === 'one' ? match.how : 'name';
    const argument = { start: element.start, end: element.end, element, parameter, how };
    if (!parameter || element.value || parameter.type === 'SwitchParameter') {
      found.push({ ...argument, value: element.value });
      continue;
    }
    const next = elements[at + 1];
    if (!next || (next.kind === 'parameter' && isParameterOf(next, here))) {
      problems.push(missingValue(element, parameter, next));
      stopped = true;
      continue;
    }
    at++;
    if (next.kind === 'parameter') {
      const near = suggest(next.name, here.parameters.keys());
      if (near) problems.push(looksLikeParameter(next, parameter, here.parameters.get(near)!));
    }
    const value = next.kind === 'parameter' ? asText(next) : next;
    found.push({ ...argument, end: value.end, value });
  }
  return { arguments: [...found, ...splatted], problems, stopped, open, second };

  function splat(
    element: Expression,
    { here: command, hashtable }: BindContext,
  ): GivenArgument[] | undefined {
    if (element.kind !== 'variable' || !element.splat) return undefined;
    const table = hashtable(element.name);
    return (
      table &&
      splattedEntries(table, element)?.map((entry): GivenArgument => {
        const match = findParameter(entry.name, command);
        const parameter = match.kind === 'one' ? match.parameter : undefined;
        const { start, end, value } = entry;
        return { start, end, element: entry, parameter, how: 'splat', value };
      })
    );
  }
}

function positional(value: Expression): GivenArgument {
  const { start, end } = value;
  return { start, end, element: undefined, parameter: undefined, how: 'position', value };
}

/** PowerShell takes a `-word` that is no parameter of the command for a value. */
function asText({ name, start, end }: CommandParameter): Text {
  return { kind: 'text', value: `-${name}`, quote: 'bare', parts: [], start, end };
}

function isParameterOf(element: CommandParameter, here: CommandHere): boolean {
  return (
    element.value !== undefined || element.name === '-' || findParameter(element.name, here).kind !== 'none'
  );
}

/** A bare word that names a command: the line break before it is missing. */
export function isSecondCommand(
  element: Expression | CommandParameter,
  { here, isCommandName, asWritten }: BindContext,
): boolean {
  if (asWritten) return false;
  if (element.kind !== 'text' || element.quote !== 'bare' || element.parts.length > 0) return false;
  if (!/^[A-Za-z]+-[A-Za-z]/.test(element.value) || !isFlatWord(element.value)) return false;
  return !commandsTakingNames.has(here.name.toLowerCase()) && isCommandName(element.value);
}
