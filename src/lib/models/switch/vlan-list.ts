/** VLAN ids as a Catalyst writes them in its configuration: ascending, runs of three and more joined: `1,11,12,20-22`. Empty: `none`. */
export type VlanList = string;

export const allVlans: VlanList = '1-4094';

/** The ids of a list, ascending. `none` has none. Takes lists as a matched command line holds them. */
export function vlansOf(list: VlanList): number[] {
  if (list === 'none' || list === '') return [];
  const runs = list.split(',').map(boundsOf);
  const ids: number[] = [];
  let next = 0;
  for (const { first, last } of runs.sort((a, b) => a.first - b.first)) {
    for (let id = Math.max(first, next); id <= last; id++) ids.push(id);
    next = Math.max(next, last + 1);
  }
  return ids;
}

/**
 * The list of some ids. `shortestRun` is the length from which a run is joined by a hyphen: 3 in the configuration of a Catalyst
 * (`1,11,12,20-22`), 2 in its `show interfaces trunk` and everywhere on an SG300 (`1,11-12,20-22`).
 */
export function toVlanList(ids: Iterable<number>, shortestRun: 2 | 3 = 3): VlanList {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const runs: string[] = [];
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (sorted[end + 1] === sorted[end]! + 1) end++;
    const run = sorted.slice(at, end + 1);
    if (run.length < shortestRun) for (const id of run) runs.push(String(id));
    else runs.push(`${String(run[0])}-${String(run.at(-1))}`);
    at = end + 1;
  }
  return runs.join(',') || 'none';
}

/** A list of the configuration with the ids of another, as a matched command line holds them, added. */
export function addVlans(list: VlanList, more: VlanList): VlanList {
  return withRuns(list, more, (ids, run) => [...ids, ...run]);
}

/** A list of the configuration without the ids of another. */
export function removeVlans(list: VlanList, less: VlanList): VlanList {
  return withRuns(list, less, (ids, run) => {
    const gone = new Set(run);
    return ids.filter((id) => !gone.has(id));
  });
}

/** An id that joins two neighbours on one side of it makes one run of three of them. */
const reach = 2;

/**
 * A list changed by each run of another. Only the parts around a run are read and written anew, for a script may change a long list in
 * every line.
 */
function withRuns(
  list: VlanList,
  other: VlanList,
  change: (ids: readonly number[], run: readonly number[]) => readonly number[],
): VlanList {
  const parts = list === 'none' || list === '' ? [] : list.split(',');
  for (const part of toVlanList(vlansOf(other), 2).split(',')) {
    const run = vlansOf(part);
    if (run.length === 0) continue;
    const from = firstIndex(parts, (one) => boundsOf(one).last >= run[0]! - reach);
    const to = firstIndex(parts, (one) => boundsOf(one).first > run.at(-1)! + reach);
    const around = toVlanList(change(vlansOf(parts.slice(from, to).join(',')), run));
    parts.splice(from, to - from, ...(around === 'none' ? [] : around.split(',')));
  }
  return parts.join(',') || 'none';
}

function boundsOf(part: string): { readonly first: number; readonly last: number } {
  const [first, last = first] = part.split('-').map(Number);
  return { first: first!, last: last! };
}

/** The index of the first part of an ascending list that is so, as all after it are. */
function firstIndex(parts: readonly string[], isSo: (part: string) => boolean): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(parts[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function holdsVlan(list: VlanList, id: number): boolean {
  return list.split(',').some((part) => {
    const { first, last } = boundsOf(part);
    return id >= first && id <= last;
  });
}
