import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { vlansOf } from '../vlan-list.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { globalLines, interfaceLinesKept, lastValue, listedVlans } from './kept-lines.ts';
import { isActive, switchPorts } from './ports.ts';
import { withOthers } from './unknown-ports.ts';

/** `show ip arp inspection` and, with a list, `show ip arp inspection vlan LIST` of a Catalyst. */
export function arpInspection(state: SwitchState, _: Wiring, list?: string): string {
  const lines = globalLines(state);
  const inspected = listedVlans(lines, 'ip arp inspection vlan');
  const validated = lines
    .filter((line) => line.startsWith('ip arp inspection validate '))
    .join(' ')
    .split(' ');
  const is = (word: string) => (validated.includes(word) ? 'Enabled' : 'Disabled');
  const asked = list === undefined ? inspected : vlansOf(list);
  const row = (id: number) => {
    const on = inspected.includes(id);
    return atColumns(
      [0, String(id).padStart(5)],
      [10, on ? 'Enabled' : 'Disabled'],
      [27, on && isActive(state, id) ? 'Active' : 'Inactive'],
      [39, lastValue(lines, 'ip arp inspection filter')?.split(' vlan ')[0] ?? ''],
    );
  };
  return [
    '',
    `Source Mac Validation      : ${is('src-mac')}`,
    `Destination Mac Validation : ${is('dst-mac')}`,
    `IP Address Validation      : ${is('ip')}`,
    '',
    ' Vlan     Configuration    Operation   ACL Match          Static ACL',
    ' ----     -------------    ---------   ---------          ----------',
    ...asked.map(row),
    '',
    ' Vlan     ACL Logging      DHCP Logging      Probe Logging',
    ' ----     -----------      ------------      -------------',
    ...asked.map((id) => atColumns([0, String(id).padStart(5)], [10, 'Deny'], [27, 'Deny'], [45, 'Off'])),
    ...(list === undefined
      ? [
          '',
          ' Vlan      Forwarded        Dropped     DHCP Drops      ACL Drops',
          ' ----      ---------        -------     ----------      ---------',
          unknownValue,
        ]
      : []),
  ].join('\n');
}

/** `show ip arp inspection interfaces [X]`; an untrusted port takes 15 packets a second where nothing else is configured. */
export function arpInspectionInterfaces(state: SwitchState, wiring: Wiring, name?: string): string {
  const rows = switchPorts(state, wiring)
    .filter((port) => name === undefined || port.name === name)
    .map(({ name: own, config }) => {
      const lines = interfaceLinesKept(config);
      const trusted = lines.includes('ip arp inspection trust');
      const limit = lastValue(lines, 'ip arp inspection limit');
      const [, rate = trusted ? 'None' : '15'] = /^rate (\d+)/.exec(limit ?? '') ?? [];
      const isNone = limit === 'none' || rate === 'None';
      const [, burst = '1'] = /burst interval (\d+)/.exec(limit ?? '') ?? [];
      return ` ${shortName(own, state.profile.id).padEnd(17)}${(trusted ? 'Trusted' : 'Untrusted').padEnd(16)}${(isNone ? 'None' : rate).padStart(10)}${(isNone ? 'N/A' : burst).padStart(18)}`;
    });
  return [
    '',
    ' Interface        Trust State     Rate (pps)    Burst Interval',
    ' ---------------  -----------     ----------    --------------',
    ...(name === undefined ? withOthers(rows, state) : rows),
  ].join('\n');
}

/** `show ip arp inspection statistics [vlan LIST]`: the VLANs that are inspected, or were asked for, without what was counted. */
export function arpInspectionStatistics(state: SwitchState, list?: string): string {
  const inspected =
    list === undefined ? listedVlans(globalLines(state), 'ip arp inspection vlan') : vlansOf(list);
  const table = (head: string, ruler: string, columns: number) => [
    '',
    head,
    ruler,
    ...inspected.map((id) => `${String(id).padStart(5)}${`     ${unknownValue}`.repeat(columns)}`),
  ];
  return [
    ...table(
      ' Vlan      Forwarded        Dropped     DHCP Drops      ACL Drops',
      ' ----      ---------        -------     ----------      ---------',
      4,
    ),
    ...table(
      ' Vlan   DHCP Permits    ACL Permits  Probe Permits   Source MAC Failures',
      ' ----   ------------    -----------  -------------   -------------------',
      4,
    ),
    ...table(
      ' Vlan   Dest MAC Failures   IP Validation Failures   Invalid Protocol Data',
      ' ----   -----------------   ----------------------   ---------------------',
      3,
    ),
  ].join('\n');
}
