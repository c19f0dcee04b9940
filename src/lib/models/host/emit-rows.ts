import type { JsonValue, Properties, ResourceChange } from '../resource.ts';
import { changedProperties } from '../resource.ts';
import type { ResourceRow, RowCommand, RowParameter } from './effects/resource-row.ts';
import { partsOfName } from './effects/resource-row.ts';
import type { HostEmitter, Made } from './emitted-command.ts';
import { argumentFor } from './emitted-command.ts';

/** The changes of what the rows describe, as their commands. */
export function rowEmitters(rows: readonly ResourceRow[]): Readonly<Record<string, HostEmitter>> {
  return Object.fromEntries(rows.map((row) => [row.kind, (change: ResourceChange) => emitted(row, change)]));
}

/** What a setting was before the guide the machine alone knew, unless its factory value is documented. */
const unknownBefore = 'what it was before the guide, only the machine itself knew';

function emitted(row: ResourceRow, { action, name, before, after }: ResourceChange): Made {
  const { make, set, remove, remakes, stays = unknownBefore, on, off } = row;
  if (on && off) return switched(row, on, off, { name, properties: (after ?? before) as Properties }, after);
  const resource = { name, properties: (after ?? before) as Properties };
  if (action === 'remove') {
    if (remove) return { lines: [line(row, remove, resource, [])] };
    const reset = set && withFactory(row, Object.keys(own(row, before)), undefined);
    return reset ? { lines: [line(row, set, resource, reset)] } : { why: stays };
  }
  if (action === 'create') return make || set ? { lines: created(row, resource, after) } : { why: stays };
  const changed = changedProperties(own(row, before), own(row, after));
  const reset = set && withFactory(row, changed, after);
  if (reset?.every(isTakenBy(set!))) return { lines: [line(row, set!, resource, reset)] };
  if (!remakes || !make || !remove) return { why: stays };
  return {
    lines: [
      line(row, remove, { name, properties: before as Properties }, []),
      ...created(row, resource, after),
    ],
  };
}

/** What making does not take is set afterwards. */
function created(
  row: ResourceRow,
  resource: Parameters<typeof partsOfName>[1],
  after: Properties | undefined,
): readonly string[] {
  const { make, set } = row;
  const all = argumentsIn(row, after);
  const maker = make ?? set!;
  const later = all.filter((one) => !isTakenBy(maker)(one));
  return [
    line(row, maker, resource, all.filter(isTakenBy(maker))),
    ...(set && later.length > 0 ? [line(row, set, resource, later)] : []),
  ];
}

function isTakenBy({ lacks = [] }: RowCommand): (argument: Argument) => boolean {
  return ([{ parameter }]) => !lacks.includes(parameter);
}

function switched(
  row: ResourceRow,
  on: RowCommand,
  off: RowCommand,
  resource: Parameters<typeof partsOfName>[1],
  after: Properties | undefined,
): Made {
  const enabled = after ? after['enabled'] : row.properties['enabled']?.factory;
  if (typeof enabled !== 'boolean') return { why: row.stays ?? unknownBefore };
  return { lines: [line(row, enabled ? on : off, resource, [])] };
}

/** Without what makes up the name. */
function own({ named }: ResourceRow, properties: Properties = {}): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([property]) => !(property in named)));
}

type Argument = readonly [parameter: RowParameter, value: JsonValue];

function argumentsIn({ properties }: ResourceRow, values: Properties = {}): readonly Argument[] {
  return Object.entries(properties).flatMap(([property, parameter]) => {
    const value = values[property];
    return value === undefined ? [] : [[parameter, value] as const];
  });
}

/** Properties as they are to be, those that are to be unset as they were made; undefined where that is not known. */
function withFactory(
  { properties }: ResourceRow,
  changed: readonly string[],
  after: Properties | undefined,
): readonly Argument[] | undefined {
  const found = changed.map((property): Argument | undefined => {
    const parameter = properties[property];
    const value = after?.[property] ?? parameter?.factory;
    return parameter && value !== undefined ? [parameter, value] : undefined;
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

function line(
  row: ResourceRow,
  { command, with: ending, calledBy }: RowCommand,
  resource: Parameters<typeof partsOfName>[1],
  given: readonly Argument[],
): string {
  return [
    command,
    ...(calledBy ? [] : partsOfName(row, resource)).map(
      ([parameter, value]) => `-${parameter} ${argumentFor(value)}`,
    ),
    ...given.map(([{ parameter, as }, value]) =>
      as === 'switch' ? `-${parameter}` : `-${parameter} ${argumentFor(value)}`,
    ),
    ...(ending === undefined ? [] : [ending]),
  ].join(' ');
}
