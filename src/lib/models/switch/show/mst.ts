import type { SwitchState } from '../state.ts';
import { addVlans, removeVlans } from '../vlan-list.ts';
import { wrapped } from './columns.ts';

/** `show spanning-tree mst configuration`: the region as it is configured; what no instance has is in instance 0. */
export function mstConfiguration({ running }: SwitchState): string {
  const lines = [...(running.lineBlocks.get('spanning-tree mst configuration')?.values() ?? [])];
  const value = (word: string) =>
    lines.findLast((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  const instances = lines
    .flatMap((line) => {
      const [, id, list] = /^instance (\d+) vlan (\S+)$/.exec(line) ?? [];
      return id === undefined ? [] : [{ id: Number(id), list: addVlans('none', list!) }];
    })
    .sort((a, b) => a.id - b.id);
  const rest = instances.reduce((left, { list }) => removeVlans(left, list), '1-4094');
  const rows = [{ id: 0, list: rest }, ...instances.filter(({ id }) => id !== 0)];
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
