import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { globalLines, interfaceLinesKept, lastValue, listedVlans } from './kept-lines.ts';
import { switchPorts } from './ports.ts';

/** `show ip source binding` of a Catalyst: what is configured; what snooping has learned is not known. */
export function sourceBinding(state: SwitchState): string {
  const lines = globalLines(state);
  const rows = lines.flatMap((line) => {
    const [, mac, vlan, address, port] =
      /^ip source binding (\S+) vlan (\d+) (\S+) interface (\S+)$/.exec(line) ?? [];
    return port === undefined
      ? []
      : [
          atColumns(
            [0, colons(mac!)],
            [20, address!],
            [37, 'infinite'],
            [49, 'static'],
            [64, vlan!],
            [70, port],
          ),
        ];
  });
  const learns = lines.includes('ip dhcp snooping');
  return [
    'MacAddress          IpAddress        Lease(sec)  Type           VLAN  Interface',
    '------------------  ---------------  ----------  -------------  ----  --------------------',
    ...rows.flatMap((row) => (learns ? [unknownValue, row] : [row])),
    ...(learns ? [unknownValue] : []),
    `Total number of bindings: ${learns ? unknownValue : String(rows.length)}`,
  ].join('\n');
}

/** `00:11:22:33:44:55` of `0011.2233.4455`. */
function colons(mac: string): string {
  return (mac.replaceAll(/[.:-]/g, '').toUpperCase().match(/../g) ?? []).join(':');
}

/** `show ip verify source [interface X]`: the ports that filter; what they let in is known of configured bindings alone. */
export function verifySource(state: SwitchState, wiring: Wiring, only?: string): string {
  const rows = switchPorts(state, wiring)
    .filter(({ name }) => only === undefined || name === only)
    .flatMap(({ name, config, use }) => {
      const filter = lastValue(interfaceLinesKept(config), 'ip verify source');
      if (filter === undefined) return [];
      const kind = filter.includes('port-security') || filter.includes('mac-check') ? 'ip-mac' : 'ip';
      const trusted = interfaceLinesKept(config).includes('ip dhcp snooping trust');
      const snoops = listedVlans(globalLines(state), 'ip dhcp snooping vlan').length > 0;
      const mode = trusted
        ? 'inactive-trust-port'
        : snoops || use === 'access'
          ? unknownValue
          : 'inactive-no-snooping-vlan';
      return [atColumns([0, shortName(name, state.profile.id)], [11, kind], [24, mode], [37, unknownValue])];
    });
  return [
    'Interface  Filter-type  Filter-mode  IP-address       Mac-address        Vlan',
    '---------  -----------  -----------  ---------------  -----------------  ----',
    ...rows,
  ].join('\n');
}

/** `show arp access-list [NAME]`: the lists as they are configured. */
export function arpAccessLists({ running }: SwitchState, _: Wiring, only?: string): string {
  return [...running.lineBlocks]
    .flatMap(([opening, lines]) => {
      const [, name] = /^arp access-list (\S+)$/.exec(opening) ?? [];
      if (name === undefined || (only !== undefined && name !== only)) return [];
      return [`ARP access list ${name}`, ...[...lines.values()].map((line) => `    ${line}`)];
    })
    .join('\n');
}
