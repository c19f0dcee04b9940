import { platformTable } from '../../../dialect/ios/tables.ts';
import type { IosPlatform } from '../../../dialect/ios/table-format.ts';

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

/** Orders names by type and then by their numbers: `Port-channel2` before `Port-channel10`. */
export function byNumber(one: string, other: string): number {
  const a = numbersOf(one);
  const b = numbersOf(other);
  for (let at = 0; at < Math.max(a.length, b.length); at++)
    if (a[at] !== b[at]) return (a[at] ?? -1) - (b[at] ?? -1);
  return 0;
}

function numbersOf(name: string): number[] {
  return (name.match(/\d+/g) ?? []).map(Number);
}
