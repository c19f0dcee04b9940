/** VLAN ids as a Catalyst writes them in its configuration: ascending, runs of three and more joined: `1,11,12,20-22`. Empty: `none`. */
export type VlanList = string;

export const allVlans: VlanList = '1-4094';

/** The ids of a list, ascending. `none` has none. Takes lists as a matched command line holds them. */
export function vlansOf(list: VlanList): number[] {
  if (list === 'none' || list === '') return [];
  const runs = list.split(',').map((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return { first: first!, last: last! };
  });
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

export function addVlans(list: VlanList, more: VlanList): VlanList {
  return toVlanList([...vlansOf(list), ...vlansOf(more)]);
}

export function removeVlans(list: VlanList, less: VlanList): VlanList {
  const gone = new Set(vlansOf(less));
  return toVlanList(vlansOf(list).filter((id) => !gone.has(id)));
}

export function holdsVlan(list: VlanList, id: number): boolean {
  return list.split(',').some((part) => {
    const [first, last = first] = part.split('-').map(Number);
    return id >= first! && id <= last!;
  });
}
