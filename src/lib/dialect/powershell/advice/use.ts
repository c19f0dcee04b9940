import type { PlatformId } from '../../platform.ts';
import { platformIds } from '../../platform.ts';
import { literalOf } from '../arguments.ts';
import type { CommandHere, ParameterHere } from '../catalogue.ts';
import { findParameter } from '../find-parameter.ts';
import type { Resolution } from '../names.ts';
import type { PowerShellSession } from '../session.ts';
import type { Command, CommandParameter, Expression, ValueElement } from '../tree.ts';

/** A command where it stands, as it was read: for what PowerShell would take and a reader should be told all the same. */
export interface Use {
  /** The name first. */
  readonly elements: Command['elements'];
  /** As written. */
  readonly name: string;
  readonly resolution: Resolution;
  readonly arguments: readonly Argument[];
  readonly platform: PlatformId;
  readonly session: PowerShellSession;
  /** What stands before it in the pipeline. */
  readonly before: Command | ValueElement | undefined;
  /** It runs only where a test lets it: under `if` or `switch`, or after a filter. */
  readonly tested: boolean;
}

export interface Argument {
  /** Undefined where it is not known, or where the value stands by its position. */
  readonly parameter: ParameterHere | undefined;
  /** The name as written; undefined for a value by its position. */
  readonly element: CommandParameter | undefined;
  readonly value: Expression | undefined;
}

/** The arguments in their order; `here` tells which parameters take a value. */
export function argumentsOf(elements: Command['elements'], here: CommandHere | undefined): Argument[] {
  const found: Argument[] = [];
  let names = true;
  for (let at = 1; at < elements.length; at++) {
    const element = elements[at]!;
    if (element.kind !== 'parameter') {
      found.push({ parameter: undefined, element: undefined, value: element });
      continue;
    }
    if (element.name === '-') names = false;
    if (!names) continue;
    const match = here && findParameter(element.name, here);
    const parameter = match?.kind === 'one' ? match.parameter : undefined;
    let { value } = element;
    const next = elements[at + 1];
    if (!value && next && next.kind !== 'parameter' && parameter?.type !== 'SwitchParameter') {
      value = next;
      at++;
    }
    found.push({ parameter, element, value });
  }
  return found;
}

/** The argument of a parameter, by its full name. A switch that is given as `$false` is not given. */
export function given({ arguments: all }: Use, name: string): Argument | undefined {
  const argument = all.find(({ parameter }) => parameter?.name.toLowerCase() === name.toLowerCase());
  return argument && isOff(argument) ? undefined : argument;
}

/** `-Confirm:$false`: a switch that is switched off. */
export function isOff({ value }: Argument): boolean {
  return value?.kind === 'variable' && value.name.toLowerCase() === 'false';
}

/** The texts that an argument is known to be: one, or each of a list. Undefined where only running tells. */
export function textsOf(value: Expression | undefined): readonly string[] | undefined {
  const literal = value && literalOf(value);
  if (literal?.kind === 'text') return [literal.value];
  if (literal?.kind === 'number') return [literal.written];
  if (literal?.kind !== 'list') return undefined;
  const texts = literal.elements.map((element) => textsOf(element)?.[0]);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Whether `platform` is `since` or a later one. */
export function isFrom(platform: PlatformId, since: PlatformId): boolean {
  return platformIds.indexOf(platform) >= platformIds.indexOf(since);
}

/** The name of the command that will run; as written where that is not known. */
export function runs({ resolution }: Use): string {
  return resolution.kind === 'command' ? resolution.command.name : resolution.name;
}

/** Where the name of the command stands. */
export function nameSpot({ elements }: Use): { readonly start: number; readonly end: number } {
  const { start, end } = elements[0]!;
  return { start, end };
}
