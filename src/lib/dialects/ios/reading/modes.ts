import { platformTable, tableOf } from '../tables/tables.ts';
import type { IosPlatform, ModeId, SubModeId } from '../tables/table-format.ts';

/** The modes whose commands a line is tried against, in order: a sub-mode falls back on those around it. */
export function modesTried(mode: ModeId): readonly ModeId[] {
  return isSubMode(mode) ? [mode, ...modesTried(modeAround(mode))] : [mode];
}

/** Where `exit` leads to. */
export function modeAround(mode: ModeId): ModeId {
  if (!isSubMode(mode)) return 'priv-exec';
  return platformTable.subModes[mode as SubModeId]?.within ?? 'config';
}

export function isExec(mode: ModeId): boolean {
  return mode === 'user-exec' || mode === 'priv-exec';
}

export function isSubMode(mode: ModeId): boolean {
  return !isExec(mode) && mode !== 'config';
}

/** `sw1(config-if)#`. IOS shows at most 20 characters of the name in configuration modes. */
export function promptOf(mode: ModeId, hostname: string, platform: IosPlatform): string {
  const name = isExec(mode) || tableOf(platform) === 'sg300' ? hostname : hostname.slice(0, 20);
  return `${name}${platformTable.prompts[mode]}`;
}

/** What to type to get from one mode to another, as an instruction. */
export function wayTo(mode: ModeId, from: ModeId, platform: IosPlatform): string {
  const steps: string[] = [];
  if (from === 'user-exec') steps.push('enable');
  if (mode === 'user-exec' || mode === 'priv-exec') {
    return isExec(from)
      ? 'Type `enable` first.'
      : 'Put `do` in front of it, or leave configuration with `end` first.';
  }
  if (isExec(from)) steps.push('configure terminal');
  if (mode === 'config-if' || mode === 'config-if-range') steps.push('interface NAME');
  if (mode === 'config-vlan') steps.push(tableOf(platform) === 'sg300' ? 'vlan database' : 'vlan NUMBER');
  if (mode === 'config-line') steps.push(tableOf(platform) === 'sg300' ? 'line console' : 'line vty 0 4');
  return `Type ${steps.map((step) => `\`${step}\``).join(', then ')} first.`;
}

export const modeTitles: Readonly<Record<ModeId, string>> = {
  'user-exec': 'user EXEC mode',
  'priv-exec': 'privileged EXEC mode',
  config: 'global configuration',
  'config-if': 'interface configuration',
  'config-if-range': 'interface range configuration',
  'config-vlan': 'VLAN configuration',
  'config-line': 'line configuration',
  ...subModeTitles(),
};

function subModeTitles(): Record<SubModeId, string> {
  const entries = Object.entries(platformTable.subModes).map(([id, { title }]) => [id, title]);
  return Object.fromEntries(entries) as Record<SubModeId, string>;
}
