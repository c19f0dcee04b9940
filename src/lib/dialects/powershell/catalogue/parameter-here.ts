import type { SetPlace } from './parameter-spec.ts';

/** A parameter as its command has it on a platform. */
export interface ParameterHere {
  readonly name: string;
  /** As .NET names it, without namespace; `[]` at the end of an array. */
  readonly type: string;
  readonly aliases: readonly string[];
  /** The only values it takes. `set`: whole names; `enum`: also a clear beginning, or a number. */
  readonly values:
    | { readonly kind: 'set' | 'enum'; readonly names: readonly string[]; readonly certain: boolean }
    | undefined;
  readonly range: readonly [number, number] | undefined;
  /** Every command has it. */
  readonly common: boolean;
  /** By index of a set: its flags. */
  readonly places: ReadonlyMap<number, SetPlace>;
}
