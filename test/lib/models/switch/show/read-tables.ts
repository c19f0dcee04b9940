/**
 * Reads the tables that switches print, by the columns that are documented for them. Knows nothing of how the project prints them.
 */

/** The fields of a line that begin at the columns. */
export function fieldsAt(line: string, columns: readonly number[]): string[] {
  return columns.map((start, at) => line.slice(start, columns[at + 1]).trim());
}

export interface ChannelRow {
  readonly group: number;
  readonly name: string;
  readonly flags: string;
  readonly protocol: string;
  readonly ports: [name: string, flag: string][];
}

export function readEtherchannelSummary(text: string): { groups: number; rows: ChannelRow[] } {
  const lines = text.split('\n');
  const rows: ChannelRow[] = [];
  for (const line of lines.slice(lines.findIndex((one) => one.startsWith('------+')) + 1)) {
    const [group = '', channel = '', protocol = '', ports = ''] = fieldsAt(line, [0, 7, 21, 33]);
    const found = [...ports.matchAll(/(\S+)\((\w)\)/g)].map(([, name, flag]): [string, string] => [
      name!,
      flag!,
    ]);
    if (group === '') rows.at(-1)!.ports.push(...found);
    else {
      const [, name = '', flags = ''] = /^(\S+)\((\w\w)\)$/.exec(channel) ?? [];
      rows.push({ group: Number(group), name, flags, protocol, ports: found });
    }
  }
  return { groups: Number(/channel-groups in use: (\d+)/.exec(text)?.[1]), rows };
}

/** The tables of `show interfaces trunk`: by port, its row of the first, then the lists of the other three. */
export function readInterfacesTrunk(text: string): Map<string, { row: string[]; lists: string[] }> {
  const ports = new Map<string, { row: string[]; lists: string[] }>();
  const [, first = '', ...others] = text.split(/^Port .*$/m);
  for (const line of first.trim().split('\n')) {
    const [name = '', ...row] = fieldsAt(line, [0, 12, 29, 44, 58]);
    if (name !== '') ports.set(name, { row, lists: [] });
  }
  for (const table of others) {
    let name = '';
    for (const line of table.split('\n').filter((one) => one.trim() !== '')) {
      const [begin = '', list = ''] = fieldsAt(line, [0, 12]);
      if (begin === '') {
        const lists = ports.get(name)!.lists;
        lists[lists.length - 1] += list;
      } else {
        name = begin;
        ports.get(name)!.lists.push(list);
      }
    }
  }
  return ports;
}

export interface VlanRow {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly ports: string[];
}

export function readVlanBrief(text: string): VlanRow[] {
  const rows: VlanRow[] = [];
  for (const line of text.split('\n').slice(3)) {
    const [id = '', name = '', status = '', list = ''] = fieldsAt(line, [0, 5, 38, 48]);
    const ports = list === '' ? [] : list.split(', ');
    if (id === '') rows.at(-1)!.ports.push(...ports);
    else rows.push({ id: Number(id), name, status, ports });
  }
  return rows;
}

export interface StatusRow {
  readonly port: string;
  readonly name: string;
  readonly status: string;
  readonly vlan: string;
  readonly duplex: string;
  readonly speed: string;
}

export function readInterfacesStatus(text: string): StatusRow[] {
  return text
    .split('\n')
    .slice(2)
    .map((line) => {
      const [port = '', name = '', status = '', vlan = '', duplex = '', speed = ''] = fieldsAt(
        line,
        [0, 10, 29, 42, 53, 60, 67],
      );
      return { port, name, status, vlan, duplex, speed };
    });
}

/** The ports of each group, with flags and state. */
export function readLacpNeighbor(
  text: string,
): Map<number, { port: string; flags: string; state: string }[]> {
  const groups = new Map<number, { port: string; flags: string; state: string }[]>();
  for (const block of text.split(/^Channel group /m).slice(1)) {
    const [opening = '', rest = ''] = block.split(/^Port {6}Flags.*$/m);
    groups.set(
      Number.parseInt(opening, 10),
      rest
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => {
          const [port = '', flags = '', , , , , , , state = ''] = fieldsAt(
            line,
            [0, 10, 18, 28, 44, 51, 58, 65, 73],
          );
          return { port, flags, state };
        }),
    );
  }
  return groups;
}

/** The lines of `show vlan` on an SG300: wrapped names and lists joined. */
export function readSg300Vlan(text: string): { id: number; name: string; ports: string[]; by: string }[] {
  const rows: { id: number; name: string; ports: string[]; by: string }[] = [];
  for (const line of text.split('\n').slice(4)) {
    const [id = '', name = '', list = '', by = ''] = fieldsAt(line, [0, 5, 23, 51]);
    const ports = list.split(',').filter((part) => part !== '');
    if (id === '') {
      const last = rows.at(-1)!;
      rows[rows.length - 1] = { ...last, name: last.name + name, ports: [...last.ports, ...ports] };
    } else rows.push({ id: Number(id), name, ports, by });
  }
  return rows;
}

/** `gi1-4,Po1-8` as names. */
export function portsOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const [, type, first, last = first] = /^([A-Za-z]+)(\d+)(?:-(\d+))?$/.exec(part)!;
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, at) => `${type!}${String(Number(first) + at)}`,
    );
  });
}

/** `1,11-13` as numbers; `none` is no number. */
export function idsOf(list: string): number[] {
  if (list === 'none') return [];
  return list.split(',').flatMap((part) => {
    const [first = Number.NaN, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
