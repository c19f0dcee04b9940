import type { ParameterHere } from '../catalogue/parameter-here.ts';

/** What was bound so far. */
export interface BindingState {
  /** The sets that still fit, as bits. */
  readonly possible: number;
  readonly has: (parameter: ParameterHere) => boolean;
  /** Objects come in from the command before. */
  readonly piped: boolean;
}

export type SetChoice =
  /** One set, or several that the objects of the pipeline decide between. */
  | { readonly kind: 'chosen'; readonly possible: number }
  /** Mandatory parameters that are missing from the set that would be chosen. */
  | { readonly kind: 'missing'; readonly parameters: readonly ParameterHere[]; readonly possible: number }
  /** Several sets fit, and nothing says which is meant; none fits where `possible` is 0. */
  | { readonly kind: 'ambiguous'; readonly possible: number };
