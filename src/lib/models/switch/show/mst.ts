import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { addVlans, removeVlans } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { wrapped } from './columns.ts';
import { globalLines, lastValue } from './kept-lines.ts';

/** The instances of the region that is configured, with the VLANs of each; what no instance has is in instance 0. */
function regionOf({ running }: SwitchState) {
  const lines = [...(running.lineBlocks.get('spanning-tree mst configuration')?.values() ?? [])];
  const instances = lines
    .flatMap((line) => {
      const [, id, list] = /^instance (\d+) vlan (\S+)$/.exec(line) ?? [];
      return id === undefined ? [] : [{ id: Number(id), list: addVlans('none', list!) }];
    })
    .sort((a, b) => a.id - b.id);
  const rest = instances.reduce((left, { list }) => removeVlans(left, list), '1-4094');
  return { lines, rows: [{ id: 0, list: rest }, ...instances.filter(({ id }) => id !== 0)] };
}

/** `show spanning-tree mst [N]`: what the bridge says of itself in each instance; who is the root, and what its ports do, is not known. */
export function mstInstances(state: SwitchState, _: Wiring, only?: string): string | undefined {
  if (state.running.stpMode !== 'mst') return undefined;
  const all = regionOf(state).rows.filter(({ id }) => only === undefined || String(id) === only);
  if (all.length === 0) return undefined;
  return all
    .flatMap(({ id, list }) => {
      const priority = Number(
        lastValue(globalLines(state), `spanning-tree mst ${String(id)} priority`) ?? 32768,
      );
      return [
        '',
        `##### MST${String(id)}    vlans mapped:   ${list}`,
        `Bridge        address ${unknownValue}  priority      ${String(priority + id)} (${String(priority)} sysid ${String(id)})`,
        `Root          ${unknownValue}`,
        unknownValue,
        'Interface        Role Sts Cost      Prio.Nbr Type',
        unknownValue,
      ];
    })
    .join('\n');
}

/** `show spanning-tree mst interface X`: the instances that are configured; its part in them is not known. */
export function mstInterface(state: SwitchState, _: Wiring, name: string): string | undefined {
  if (state.running.stpMode !== 'mst') return undefined;
  return [
    '',
    `${name} of MST0 is ${unknownValue}`,
    unknownValue,
    'Instance Role Sts Cost      Prio.Nbr Vlans mapped',
    '-------- ---- --- --------- -------- -------------------------------',
    unknownValue,
  ].join('\n');
}

/** `show spanning-tree mst configuration`: the region as it is configured. */
export function mstConfiguration(state: SwitchState): string {
  const { lines, rows } = regionOf(state);
  const value = (word: string) =>
    lines.findLast((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  return [
    `Name      [${value('name') ?? ''}]`,
    `Revision  ${(value('revision') ?? '0').padEnd(6)}Instances configured ${String(rows.length)}`,
    '',
    'Instance  Vlans mapped',
    `--------  ${'-'.repeat(69)}`,
    ...rows.flatMap(({ id, list }) => {
      const [first = 'none', ...more] = wrapped(list.split(','), 69, ',');
      return [`${String(id).padEnd(10)}${first}`, ...more.map((line) => `${' '.repeat(10)}${line}`)];
    }),
    '-'.repeat(79),
  ].join('\n');
}
