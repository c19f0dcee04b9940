/** VLAN ids as a Catalyst writes them in its configuration: ascending, runs of three and more joined: `1,11,12,20-22`. Empty: `none`. */
export type VlanList = string;

export const allVlans: VlanList = '1-4094';

/** The ids of a list, ascending. `none` has none. Takes lists as a matched command line holds them. */
export function vlansOf(list: VlanList): number[] {
  const ids: number[] = [];
  for (const { first, last } of joined(partsOf(list).map(boundsOf)))
    for (let id = first; id <= last; id++) ids.push(id);
  return ids;
}

/** How many ids `vlansOf` would give. */
export function countVlans(list: VlanList): number {
  return joined(partsOf(list).map(boundsOf)).reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/**
 * The list of some ids. `shortestRun` is the length from which a run is joined by a hyphen: 3 in the configuration of a Catalyst
 * (`1,11,12,20-22`), 2 in its `show interfaces trunk` and everywhere on an SG300 (`1,11-12,20-22`).
 */
export function toVlanList(ids: Iterable<number>, shortestRun: 2 | 3 = 3): VlanList {
  const runs = joined([...ids].map((id) => ({ first: id, last: id })));
  return runs.flatMap((run) => textsOf(run, shortestRun)).join(',') || 'none';
}

interface VlanRun {
  readonly first: number;
  readonly last: number;
}

/** A list of the configuration with the ids of another, as a matched command line holds them, added. */
export function addVlans(list: VlanList, more: VlanList): VlanList {
  return withRuns(list, more, (runs, run) => [...runs, run]);
}

/** A list of the configuration without the ids of another. */
export function removeVlans(list: VlanList, less: VlanList): VlanList {
  return withRuns(list, less, (runs, gone) =>
    runs
      .flatMap(({ first, last }) => [
        { first, last: Math.min(last, gone.first - 1) },
        { first: Math.max(first, gone.last + 1), last },
      ])
      .filter(({ first, last }) => first <= last),
  );
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
  change: (runs: readonly VlanRun[], run: VlanRun) => readonly VlanRun[],
): VlanList {
  let parts = partsOf(list);
  for (const run of partsOf(other).map(boundsOf)) {
    const from = firstIndex(parts, (one) => boundsOf(one).last >= run.first - reach);
    const to = firstIndex(parts, (one) => boundsOf(one).first > run.last + reach);
    const around = change(parts.slice(from, to).map(boundsOf), run);
    const written = joined(around).flatMap((one) => textsOf(one, 3));
    parts = [...parts.slice(0, from), ...written, ...parts.slice(to)];
  }
  return parts.join(',') || 'none';
}

function partsOf(list: VlanList): string[] {
  return list === 'none' || list === '' ? [] : list.split(',');
}

/** Runs in order, those that touch or overlap as one. */
function joined(runs: readonly VlanRun[]): VlanRun[] {
  const result: VlanRun[] = [];
  for (const run of runs.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before === undefined || run.first > before.last + 1) result.push(run);
    else result[result.length - 1] = { first: before.first, last: Math.max(before.last, run.last) };
  }
  return result;
}

/** A run as it is written: by a hyphen, or one by one where it is shorter than that. */
function textsOf({ first, last }: VlanRun, shortestRun: 2 | 3): string[] {
  if (last - first + 1 >= shortestRun) return [`${String(first)}-${String(last)}`];
  return first === last ? [String(first)] : [String(first), String(last)];
}

function boundsOf(part: string): VlanRun {
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
