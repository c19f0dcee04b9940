import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import { toVlanList } from '../vlan-list.ts';
import { atColumns } from './columns.ts';
import { byPlace } from './interface-names.ts';
import { globalLines, interfaceLinesKept, lastValue, listedVlans } from './kept-lines.ts';

/** `show ip dhcp snooping` of a Catalyst with IOS 12.2 to 15.2; later images have lines about proxies and gleaning too. */
export function dhcpSnooping(state: SwitchState): string {
  const lines = globalLines(state);
  const isOn = lines.includes('ip dhcp snooping');
  const vlans = listedVlans(lines, 'ip dhcp snooping vlan');
  const list = vlans.length === 0 ? 'none' : toVlanList(vlans, 2);
  const on = (what: string) => (lines.includes(`no ip dhcp snooping ${what}`) ? 'disabled' : 'enabled');
  const allowed = lines.includes('ip dhcp snooping information option allow-untrusted');
  return [
    `Switch DHCP snooping is ${isOn ? 'enabled' : 'disabled'}`,
    unknownValue,
    'DHCP snooping is configured on following VLANs:',
    list,
    'DHCP snooping is operational on following VLANs:',
    isOn ? list : 'none',
    unknownValue,
    'DHCP snooping is configured on the following L3 Interfaces:',
    '',
    `Insertion of option 82 is ${on('information option')}`,
    unknownValue,
    `Option 82 on untrusted port is ${allowed ? '' : 'not '}allowed`,
    `Verification of hwaddr field is ${on('verify mac-address')}`,
    unknownValue,
    'DHCP snooping trust/rate is configured on the following Interfaces:',
    '',
    'Interface                  Trusted    Allow option    Rate limit (pps)',
    '-----------------------    -------    ------------    ----------------',
    ...[...state.running.interfaces]
      .sort(([a], [b]) => byPlace(a, b))
      .flatMap(([name, config]) => {
        const own = interfaceLinesKept(config);
        const trusted = own.includes('ip dhcp snooping trust');
        const rate = lastValue(own, 'ip dhcp snooping limit rate');
        if (!trusted && rate === undefined) return [];
        const yes = (is: boolean) => (is ? 'yes' : 'no');
        return [
          atColumns([0, name], [27, yes(trusted)], [38, yes(trusted || allowed)], [54, rate ?? 'unlimited']),
          '  Custom circuit-ids:',
        ];
      }),
  ].join('\n');
}

/** `show ip dhcp snooping binding`: the head; which hosts asked for an address is not known. */
export function dhcpSnoopingBinding(state: SwitchState): string {
  const lines = globalLines(state);
  const watches =
    lines.includes('ip dhcp snooping') && listedVlans(lines, 'ip dhcp snooping vlan').length > 0;
  return [
    'MacAddress          IpAddress        Lease(sec)  Type           VLAN  Interface',
    '------------------  ---------------  ----------  -------------  ----  --------------------',
    ...(watches ? [unknownValue] : []),
    `Total number of bindings: ${watches ? unknownValue : '0'}`,
  ].join('\n');
}

/** `show ip dhcp snooping statistics`: the lines without what was counted. */
export function dhcpSnoopingStatistics(): string {
  return ['Packets Forwarded', 'Packets Dropped', 'Packets Dropped From untrusted ports']
    .map((what) => ` ${what.padEnd(54)}= ${unknownValue}`)
    .join('\n');
}
