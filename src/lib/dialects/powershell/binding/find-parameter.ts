import type { CommandHere } from '../catalogue/command-here.ts';
import type { ParameterHere } from '../catalogue/parameter-here.ts';

/** What a parameter's name, without its dash, leads to. */
export type FoundParameter =
  | {
      readonly kind: 'one';
      readonly parameter: ParameterHere;
      /** Its name, one of its aliases, or a beginning of either. */
      readonly how: 'name' | 'alias' | 'prefix';
    }
  | { readonly kind: 'many'; readonly parameters: readonly ParameterHere[] }
  | { readonly kind: 'none' };

/**
 * Exact name, exact alias, else an unambiguous beginning of either; a command's own parameter wins over the common ones. Parameter
 * sets play no part in it. Source: MergedCommandParameterMetadata.GetMatchingParameter of the open-source engine.
 */
export function findParameter(written: string, here: CommandHere): FoundParameter {
  const lower = written.toLowerCase();
  const exact = here.byName.get(lower);
  if (exact) return { kind: 'one', parameter: exact, how: here.parameters.has(lower) ? 'name' : 'alias' };
  const hits = new Set<ParameterHere>();
  for (const [name, parameter] of here.byName) if (name.startsWith(lower)) hits.add(parameter);
  const all = [...hits];
  const own = all.length > 1 ? all.filter(({ common }) => !common) : all;
  if (own.length === 1) return { kind: 'one', parameter: own[0]!, how: 'prefix' };
  return all.length === 0 ? { kind: 'none' } : { kind: 'many', parameters: all };
}
