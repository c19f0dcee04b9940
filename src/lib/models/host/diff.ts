import type { ResourceChange } from '../resource.ts';
import { changeOf } from '../resource.ts';
import type { HostResource, HostState } from './state.ts';

/**
 * The changes that lead from one state of a host to another: what goes, the last made first, so that nothing is taken away from under
 * something else; then what is made or changed, in the order in which the second state was made.
 */
export function diff(from: HostState, to: HostState): readonly ResourceChange[] {
  const gone = [...from.resources].filter(([key]) => !to.resources.has(key)).reverse();
  return [...gone, ...to.resources].flatMap(
    ([key, resource]: [string, HostResource]) =>
      changeOf(resource, from.resources.get(key)?.properties, to.resources.get(key)?.properties) ?? [],
  );
}
