import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { addressOf } from './ip-interfaces.ts';
import { byPlace, vlanInterfaceId } from './interface-names.ts';
import { globalLines, lastValue } from './kept-lines.ts';
import { shownVlans } from './vlan-brief.ts';

const modes = { client: 'Client', transparent: 'Transparent', off: 'Off' } as const;

/**
 * `show vtp status` of a Catalyst with VTP 3 on board (IOS 12.2(52)SE and later), running version 1 or 2; undefined for version 3. A
 * transparent switch counts no revisions; those of others come from all of the domain.
 */
export function vtpStatus(state: SwitchState): string | undefined {
  const lines = globalLines(state);
  const version = lastValue(lines, 'vtp version') ?? '1';
  if (version === '3') return undefined;
  const { vtpMode } = state.running;
  const mode = vtpMode === undefined ? 'Server' : modes[vtpMode];
  const vlans = shownVlans(state).filter(([id]) => id <= 1005);
  const hasRevision = vtpMode === undefined || vtpMode === 'client';
  const is = (line: string) => (lines.includes(line) ? 'Enabled' : 'Disabled');
  return [
    'VTP Version capable             : 1 to 3',
    `VTP version running             : ${version}`,
    `VTP Domain Name                 : ${lastValue(lines, 'vtp domain') ?? ''}`.trimEnd(),
    `VTP Pruning Mode                : ${is('vtp pruning')}`,
    `VTP Traps Generation            : ${is('snmp-server enable traps vtp')}`,
    `Device ID                       : ${unknownValue}`,
    `Configuration last modified by ${unknownValue}`,
    ...(vtpMode === undefined ? [`Local updater ID is ${updaterOf(state)}`] : []),
    '',
    'Feature VLAN:',
    '--------------',
    `VTP Operating Mode                : ${mode}`,
    `Maximum VLANs supported locally   : ${unknownValue}`,
    `Number of existing VLANs          : ${String(vlans.length)}`,
    `Configuration Revision            : ${hasRevision ? unknownValue : '0'}`,
    `MD5 digest                        : ${unknownValue}`,
    unknownValue,
  ].join('\n');
}

/** The address of the VLAN with the lowest number that has one. */
function updaterOf({ running }: SwitchState): string {
  const [name, config] =
    [...running.interfaces]
      .sort(([a], [b]) => byPlace(a, b))
      .find(([one, { ipAddress }]) => vlanInterfaceId(one) !== undefined && ipAddress !== undefined) ?? [];
  if (name === undefined || config === undefined) return '0.0.0.0 (no valid interface found)';
  const id = String(vlanInterfaceId(name));
  return `${addressOf(config)} on interface Vl${id} (lowest numbered VLAN interface found)`;
}
