/** VLAN ids as a switch writes them: ascending, runs joined, no blanks: `1,11-15`. The empty list is `none`. */
export type VlanList = string;

export const allVlans: VlanList = '1-4094';

/** The ids of a list, ascending. `none` has none. Takes lists as a matched command line holds them. */
export function vlansOf(list: VlanList): number[] {
  if (list === 'none' || list === '') return [];
  const ids = new Set<number>();
  for (const part of list.split(',')) {
    const [first, last = first] = part.split('-').map(Number);
    for (let id = first!; id <= last!; id++) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

export function toVlanList(ids: Iterable<number>): VlanList {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  const runs: string[] = [];
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (sorted[end + 1] === sorted[end]! + 1) end++;
    // A run of two is written as two.
    if (end === at) runs.push(String(sorted[at]));
    else if (end === at + 1) runs.push(String(sorted[at]), String(sorted[end]));
    else runs.push(`${String(sorted[at])}-${String(sorted[end])}`);
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
