import { platformTable } from '../../../dialects/ios/tables/tables.ts';
import type { IosPlatform } from '../../../dialects/ios/tables/table-format.ts';

/** How tables print an interface: `Gi1/0/20`, `Po3`, `Vl10`, `gi20`. */
export function shortName(name: string, platform: IosPlatform): string {
  const [, type, number] = /^(.*?)\s?(\d[\d/.]*)$/.exec(name) ?? [];
  const known = platformTable.interfaces[platform].find((one) => one.type === type);
  return known && number !== undefined ? `${known.short}${number}` : name;
}

/** `Vlan10` and `vlan 10` by their number; undefined for every other interface. */
export function vlanInterfaceId(name: string): number | undefined {
  const found = /^vlan\s?(\d+)$/i.exec(name);
  return found ? Number(found[1]) : undefined;
}

/**
 * Orders interfaces as a switch lists them: loopbacks, channels, ports, tunnels, VLANs; ports by the member of the stack, then from slow to fast
 * types, then by number.
 */
export function byPlace(one: string, other: string): number {
  const a = placeOf(one);
  const b = placeOf(other);
  for (let at = 0; at < Math.max(a.length, b.length); at++)
    if (a[at] !== b[at]) return (a[at] ?? -1) - (b[at] ?? -1);
  return 0;
}

const types = [
  'loopback',
  'port-channel',
  'ethernet',
  'fastethernet',
  'gigabitethernet',
  'twogigabitethernet',
  'fivegigabitethernet',
  'tengigabitethernet',
  'twentyfivegige',
  'fortygigabitethernet',
  'hundredgige',
  'appgigabitethernet',
  'serial',
  'tunnel',
  'null',
  'vlan',
];
const firstPort = types.indexOf('ethernet');
const lastPort = types.indexOf('serial');

function placeOf(name: string): number[] {
  const [, type = '', numbers = ''] = /^([a-z-]*)\s?(.*)$/i.exec(name) ?? [];
  const rank = types.indexOf(type.toLowerCase());
  const [first = 0, ...rest] = (numbers.match(/\d+/g) ?? []).map(Number);
  const isPort = rank >= firstPort && rank <= lastPort;
  return isPort && rest.length > 0
    ? [firstPort, first, rank, ...rest]
    : [isPort ? firstPort : rank, first, ...rest];
}
