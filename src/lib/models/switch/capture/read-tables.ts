import type { BootVariables, Vlan, VlanTable } from '../state.ts';
import type { SwitchProfile } from '../profiles/profile.ts';

/** What tables of other commands say that no configuration does; undefined where they are not in the text. */
export interface CapturedTables {
  readonly vlans: VlanTable | undefined;
  readonly vtpMode: 'client' | 'transparent' | 'off' | 'server' | undefined;
  readonly mtu: Pick<BootVariables, 'jumboMtu'> | undefined;
}

/** Reads `show vlan brief`, `show vtp status` and `show system mtu` wherever they stand in the lines. */
export function readTables(lines: readonly string[], profile: SwitchProfile): CapturedTables {
  const mode = firstMatch(lines, /^VTP Operating Mode\s*:\s*(Server|Client|Transparent|Off)/i)?.toLowerCase();
  const jumbo = firstMatch(lines, /^System Jumbo MTU size is (\d+) bytes/);
  const bytes = Number(jumbo);
  return {
    vlans: readVlans(lines, profile),
    vtpMode: mode as CapturedTables['vtpMode'],
    mtu: jumbo === undefined ? undefined : { jumboMtu: { active: bytes, next: bytes } },
  };
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line);
    if (found) return found[1];
  }
  return undefined;
}

/** Rows begin with the number; those that go on with ports do not. */
function readVlans(lines: readonly string[], { vlans }: SwitchProfile): VlanTable | undefined {
  const head = lines.findIndex((line) => /^VLAN +Name +Status/.test(line));
  if (head < 0) return undefined;
  const table = new Map<number, Vlan>();
  for (const line of lines.slice(head + 1)) {
    const row = /^(\d{1,4}) +(\S.*?) +(active|suspended|act\/\w+|sus\/\w+)(?: |$)/.exec(line);
    if (!row) {
      if (line.trim() === '' ? table.size > 0 : !/^(?:-{4}| {20})/.test(line)) break;
      continue;
    }
    const [, number = '', name = '', status = ''] = row;
    const id = Number(number);
    if (vlans.fixed.includes(id)) continue;
    const own = `${vlans.defaultName.prefix}${number.padStart(vlans.defaultName.digits, '0')}`;
    table.set(id, {
      ...(name !== own && { name }),
      ...(status.startsWith('sus') && { suspended: true as const }),
    });
  }
  return table;
}
