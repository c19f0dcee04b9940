import type { PowerShellCommand } from '../../../dialects/powershell/command.ts';
import type { Circumstances } from '../../model.ts';
import { callOf } from '../call.ts';
import type { HostState } from '../state.ts';
import { formatList, formatTable } from './format.ts';
import type { Listing } from './host-object.ts';
import { listings } from './listings.ts';
import { selectObject, sortObject, whereObject } from './narrow-down.ts';

/**
 * What the last command of a pipeline shows: the objects that the first one reads, let through, put into order, and laid out. The commands
 * before it show nothing. Undefined where anything of it is not known; the width of a table that is not laid out by its contents depends on
 * the window.
 */
export function print(
  command: PowerShellCommand,
  state: HostState,
  circumstances: Circumstances,
): string | undefined {
  if (command.goesTo === 'next') return isPrinted(command) ? '' : undefined;
  if (command.goesTo !== 'screen') return undefined;
  const call = onlyCall(command);
  const listing = command.upstream && call && listingOf(command.upstream, state, circumstances);
  if (!listing || (listing.perhaps?.length ?? 0) > 0) return undefined;
  const { objects, isOrdered, columns } = listing;
  if (!isOrdered && objects.length > 1) return undefined;
  const only = (...names: readonly string[]) =>
    call.given.every((name) => names.some((one) => one.toLowerCase() === name.toLowerCase()));
  switch (command.name.toLowerCase()) {
    case 'format-table': {
      const properties = call.has('Property') ? call.texts('Property') : columns;
      const isKnown = only('AutoSize', 'Property') && call.flag('AutoSize') === true;
      return isKnown && properties?.every(isPlain) ? formatTable(objects, properties) : undefined;
    }
    case 'format-list': {
      const properties = call.texts('Property');
      return only('Property') && properties?.every(isPlain) ? formatList(objects, properties) : undefined;
    }
    case 'select-object': {
      const name = call.text('ExpandProperty');
      if (!only('ExpandProperty') || name === undefined) return undefined;
      const values = objects.flatMap((object) => object.get(name.toLowerCase())?.value);
      return values.every((value) => typeof value === 'string' || typeof value === 'number')
        ? values.join('\n')
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether the end of its pipeline is asked what all of it shows. */
function isPrinted(command: PowerShellCommand): boolean {
  return command.name.toLowerCase() in listings || /^(?:Where|Sort|Select)-Object$/i.test(command.name);
}

function listingOf(
  command: PowerShellCommand,
  state: HostState,
  circumstances: Circumstances,
): Listing | undefined {
  const call = onlyCall(command);
  if (!call) return undefined;
  const before = command.upstream && listingOf(command.upstream, state, circumstances);
  switch (command.name.toLowerCase()) {
    case 'where-object':
      return before && whereObject(call, command, before);
    case 'sort-object':
      return before && sortObject(call, before);
    case 'select-object':
      return before && call.given.every((name) => /^(?:First|Last|Skip)$/i.test(name))
        ? selectObject(call, before)
        : undefined;
    default: {
      const reader = listings[command.name.toLowerCase()];
      if (!reader || command.piped) return undefined;
      const takes = new Set(reader.takes.map((name) => name.toLowerCase()));
      const isKnown = call.given.every(
        (name) => takes.has(name.toLowerCase()) && call.value(name) !== undefined,
      );
      return isKnown ? reader.list(call, state, circumstances) : undefined;
    }
  }
}

/** It runs once, and what it is given is known. */
function onlyCall(command: PowerShellCommand) {
  const [env, ...others] = command.runs ?? [];
  return env && others.length === 0 && command.support === 'supported' ? callOf(command, env) : undefined;
}

/** `Na*` and `@{…}` stand for other columns. */
function isPlain(property: string): boolean {
  return !/[*?[]/.test(property);
}
