import type { JsonValue, Properties, ResourceChange } from '../resource.ts';

/** The commands that make a change, or why none does. */
export type Made = MadeLines | { readonly why: string };

interface MadeLines {
  readonly lines: readonly string[];
  /** Those among them that are left to do where another change brings this one along. */
  readonly after?: readonly string[];
  /** Other changes that are made by the way: `create team-nic NAME`, in lower case. */
  readonly brings?: readonly string[];
}

export type HostEmitter = (change: ResourceChange, all: readonly ResourceChange[]) => Made | undefined;

/** A command with its arguments, and those that properties give. */
export function command(
  name: string,
  properties: Properties | undefined,
  parameters: Readonly<Record<string, string>>,
  first: readonly (readonly [parameter: string, argument: string])[],
): string {
  const rest = Object.entries(parameters).flatMap(([property, parameter]) => {
    const value = properties?.[property];
    return value === undefined || value === null ? [] : [[parameter, argumentFor(value)] as const];
  });
  return [name, ...[...first, ...rest].map(([parameter, argument]) => `-${parameter} ${argument}`)].join(' ');
}

export function argumentFor(value: JsonValue): string {
  if (Array.isArray(value)) return value.map((item) => argumentFor(item as JsonValue)).join(', ');
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  return typeof value === 'number' || /^\d+$/.test(String(value)) ? String(value) : quote(String(value));
}

/** In single quotes, in which only a quote itself means something. Curly ones end a string as well: about_Quoting_Rules. */
export function quote(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, (quotes) => quotes + quotes)}'`;
}
