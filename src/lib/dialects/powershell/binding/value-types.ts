import type { ParameterHere } from '../catalogue/parameter-here.ts';
import type { Literal } from './arguments.ts';

/** A literal that is no list. */
export type SingleLiteral = Exclude<Literal, { kind: 'list' }>;

/** .NET's whole numbers: lowest and highest. */
export const integers: Readonly<Record<string, readonly [number, number]>> = {
  SByte: [-128, 127],
  Byte: [0, 255],
  Int16: [-32768, 32767],
  UInt16: [0, 65535],
  Int32: [-2147483648, 2147483647],
  UInt32: [0, 4294967295],
  Int64: [-(2 ** 63), 2 ** 63],
  UInt64: [0, 2 ** 64],
};

/** Numbers with a fraction. */
export const decimals: ReadonlySet<string> = new Set(['Single', 'Double', 'Decimal']);

/** The types a literal is of as it stands. */
export function typesOf(literal: SingleLiteral): readonly string[] {
  switch (literal.kind) {
    case 'text':
    case 'some-text':
      return ['String'];
    case 'boolean':
      return ['Boolean'];
    case 'hashtable':
      return ['Hashtable', 'IDictionary'];
    case 'script-block':
      return ['ScriptBlock'];
    case 'number':
      if (/[.]|^[^x]*e/i.test(literal.written)) return [/d$/i.test(literal.written) ? 'Decimal' : 'Double'];
      return [/l$/i.test(literal.written) || Math.abs(literal.value) > 2147483647 ? 'Int64' : 'Int32'];
    case 'null':
      return [];
  }
}

/** As a message names it. */
export function nameOfType(type: string): string {
  if (type in integers) return 'whole number';
  if (type === 'String') return 'text';
  return type === 'Boolean' ? '$true or $false' : type;
}

/** Whether an entry of an override, by a pattern of commands and a name, concerns a parameter of `command`. */
export function concerns(
  entry: { readonly command: RegExp; readonly parameter: string },
  command: string,
  { name }: ParameterHere,
): boolean {
  return entry.command.test(command) && entry.parameter.toLowerCase() === name.toLowerCase();
}
