import type { HostCall } from '../call.ts';
import type { JsonValue, Properties } from '../../resource.ts';
import type { HostResource, HostResourceKind, HostState } from '../state.ts';
import { resourceOf, resourcesOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable, HostEffect } from './effect.ts';
import { asSet, isSameName } from './teams.ts';

/** A kind of thing on a host, with the commands that make it, set it and take it away. */
export interface ResourceRow {
  readonly kind: HostResourceKind;
  /** Properties whose values are its name, by the parameters that give them. With `only` there is one of its kind, of that name. */
  readonly named: Readonly<Record<string, RowParameter>>;
  readonly only?: string;
  readonly properties: Readonly<Record<string, RowParameter>>;
  /** Makes it. Of one that is there already it is refused, or makes a twin. */
  readonly make?: RowCommand;
  /** Sets some of its properties; without `make` it is there once it was set. */
  readonly set?: RowCommand;
  readonly remove?: RowCommand;
  /** These two switch it on and off: the property `enabled`. */
  readonly on?: RowCommand;
  readonly off?: RowCommand;
  /** What goes with it: of this kind, those that have its name as this property. */
  readonly takesAlong?: readonly { readonly kind: HostResourceKind; readonly by: string }[];
  /** It may be taken away and made anew to change what no command sets, for nothing is lost by it. */
  readonly remakes?: true;
  /** Why no command takes it back, or not all of it; a sentence without a full stop. */
  readonly stays?: string;
}

export interface RowParameter {
  readonly parameter: string;
  /** `set`: a list whose order says nothing; `text`: as a text, whatever it looks like. Else what it is given. */
  readonly as?: 'switch' | 'list' | 'set' | 'text';
  /** What it is where nobody has set it, by the page of the command. */
  readonly factory?: JsonValue;
  /** A part of the name that may be left out. */
  readonly optional?: true;
}

export interface RowCommand {
  readonly command: string;
  /** Its name, where the command is not given it by the parameters that other commands name it by. */
  readonly calledBy?: (call: HostCall) => string | undefined;
  /** Parameters of the row's properties that this command does not have. */
  readonly lacks?: readonly string[];
  /** Behind all else, where commands are made: `-Force`. */
  readonly with?: string;
  /** Parameters whose part is that the command asks nothing, or takes the time that it takes. */
  readonly takes?: readonly string[];
  readonly secret?: readonly string[];
  readonly needs?: HostEffect['needs'];
  readonly offline?: HostEffect['offline'];
  readonly lasts?: HostEffect['lasts'];
}

/** The effects of the commands of all rows. */
export function rowEffects(rows: readonly ResourceRow[]): EffectTable {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const { make, set, remove, on, off } = row;
      const names = Object.values(row.named);
      const all = [...names, ...Object.values(row.properties)];
      return [
        ...(make ? [effectOf(make, all, (call, state) => made(row, call, state))] : []),
        ...(set ? [effectOf(set, all, (call, state) => changed(row, call, state))] : []),
        ...(remove ? [effectOf(remove, names, (call, state) => removed(row, call, state))] : []),
        ...(on ? [effectOf(on, names, (call, state) => switched(row, call, state, true))] : []),
        ...(off ? [effectOf(off, names, (call, state) => switched(row, call, state, false))] : []),
      ];
    }),
  );
}

function effectOf(
  { command, takes = [], secret, needs, offline, lasts }: RowCommand,
  parameters: readonly RowParameter[],
  run: HostEffect['run'],
): readonly [string, HostEffect] {
  return [
    command,
    {
      takes: [...parameters.map(({ parameter }) => parameter), ...takes],
      run,
      ...(secret && { secret }),
      ...(needs && { needs }),
      ...(offline && { offline }),
      ...(lasts && { lasts }),
    },
  ];
}

function made(row: ResourceRow, call: HostCall, state: HostState): HostState | undefined {
  return eachNamed(row, row.make, call, state, (next, name, parts) =>
    resourceOf(next, row.kind, name)
      ? undefined
      : withResource(next, row.kind, name, { ...parts, ...propertiesIn(row, call) }),
  );
}

function changed(row: ResourceRow, call: HostCall, state: HostState): HostState | undefined {
  return eachNamed(row, row.set, call, state, (next, name, parts) =>
    row.make && !resourceOf(next, row.kind, name)
      ? undefined
      : withProperties(next, row.kind, name, { ...parts, ...propertiesIn(row, call) }),
  );
}

/** Of one that the guide has not made it is not known what else goes with it. */
function removed(row: ResourceRow, call: HostCall, state: HostState): HostState | undefined {
  return eachNamed(row, row.remove, call, state, (next, name) => {
    if (!resourceOf(next, row.kind, name)) return undefined;
    const along = (row.takesAlong ?? []).flatMap(({ kind, by }) =>
      resourcesOf(next, kind).filter(({ properties }) => isSameName(String(properties[by]), name)),
    );
    return without(next, [{ kind: row.kind, name }, ...along]);
  });
}

function switched(
  row: ResourceRow,
  call: HostCall,
  state: HostState,
  enabled: boolean,
): HostState | undefined {
  return eachNamed(row, enabled ? row.on : row.off, call, state, (next, name, parts) =>
    withResource(next, row.kind, name, { ...parts, enabled }),
  );
}

/** One after the other where a command names several. */
function eachNamed(
  { named, only }: ResourceRow,
  command: RowCommand | undefined,
  call: HostCall,
  state: HostState,
  change: (state: HostState, name: string, parts: Properties) => HostState | undefined,
): HostState | undefined {
  if (only !== undefined) return change(state, only, {});
  if (command?.calledBy) {
    const name = command.calledBy(call);
    return name === undefined ? undefined : change(state, name, {});
  }
  const keys = Object.entries(named);
  if (keys.length === 1) {
    const names = call.texts(keys[0]![1].parameter);
    return names?.reduce<HostState | undefined>((next, name) => next && change(next, name, {}), state);
  }
  const parts: Record<string, string> = {};
  for (const [property, { parameter, optional }] of keys) {
    const text = call.text(parameter);
    if (text !== undefined) parts[property] = text;
    else if (!optional || call.has(parameter)) return undefined;
  }
  return change(state, Object.values(parts).join(' '), parts);
}

/** The properties that a call gives. */
export function propertiesIn({ properties }: Pick<ResourceRow, 'properties'>, call: HostCall): Properties {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([property, parameter]) => {
      const value = valueIn(call, parameter);
      return value === undefined ? [] : [[property, value]];
    }),
  );
}

function valueIn(call: HostCall, { parameter, as }: RowParameter): JsonValue | undefined {
  if (!call.has(parameter)) return undefined;
  const value = call.value(parameter);
  if (as === 'switch') return value === true ? true : undefined;
  if (as === undefined && (typeof value === 'boolean' || typeof value === 'number')) return value;
  const texts = call.texts(parameter);
  if (as === 'list') return texts;
  if (as === 'set') return texts && asSet(texts);
  const [text] = texts ?? [];
  if (texts?.length !== 1 || text === undefined) return undefined;
  return as === undefined && /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

/** The properties that make up the name of a resource, with their values. */
export function partsOfName(
  { named, only }: ResourceRow,
  { name, properties }: Pick<HostResource, 'name' | 'properties'>,
): readonly (readonly [parameter: string, value: JsonValue])[] {
  if (only !== undefined) return [];
  const keys = Object.entries(named);
  if (keys.length === 1) return [[keys[0]![1].parameter, name]];
  return keys.flatMap(([property, { parameter }]) => {
    const value = properties[property];
    return value === undefined ? [] : [[parameter, value] as const];
  });
}
