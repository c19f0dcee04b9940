import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { shortName } from './interface-names.ts';
import { interfaceLinesKept, lastValue } from './kept-lines.ts';
import { switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';

const ruler = '-'.repeat(75);
/** Where the columns of the table of all ports end. */
const ends = [11, 26, 39, 58, 75];
const totals = [
  `Total Addresses in System (excluding one mac per port)     : ${unknownValue}`,
  `Max Addresses limit in System (excluding one mac per port) : ${unknownValue}`,
];

/** What is configured of port security on a port; which addresses it has seen is not known. */
interface Secured {
  readonly enabled: boolean;
  readonly violation: 'protect' | 'restrict' | 'shutdown';
  readonly maximum: number;
  readonly agingMinutes: number;
  readonly agingType: 'absolute' | 'inactivity';
  readonly agesStatic: boolean;
  readonly isSticky: boolean;
  /** Addresses that stand in the configuration, without those that stick there. */
  readonly addresses: readonly { readonly mac: string; readonly vlan: string | undefined }[];
}

function securedOf({ config }: ShownPort): Secured {
  const lines = interfaceLinesKept(config);
  const value = (what: string) => lastValue(lines, `switchport port-security ${what}`)?.split(' ')[0];
  const violation = value('violation');
  const addresses = lines.flatMap((line) => {
    const [, mac, vlan] =
      /^switchport port-security mac-address ([\da-f.]+)(?: vlan (\d+))?/i.exec(line) ?? [];
    return mac === undefined ? [] : [{ mac, vlan }];
  });
  return {
    enabled: lines.includes('switchport port-security'),
    violation: violation === 'protect' || violation === 'restrict' ? violation : 'shutdown',
    maximum: Number(value('maximum') ?? 1),
    agingMinutes: Number(value('aging time') ?? 0),
    agingType: value('aging type') === 'inactivity' ? 'inactivity' : 'absolute',
    agesStatic: lines.includes('switchport port-security aging static'),
    isSticky: lines.includes('switchport port-security mac-address sticky'),
    addresses,
  };
}

const title = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}`;

/** `show port-security interface X`; undefined for what is no port. */
export function portSecurityInterface(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const port = switchPorts(state, wiring).find((one) => one.name === name);
  if (!port) return undefined;
  const { enabled, violation, maximum, agingMinutes, agingType, agesStatic, isSticky, addresses } =
    securedOf(port);
  const seen = enabled && port.carries;
  const counted = (known: number) => (seen ? unknownValue : String(known));
  const rows: [string, string][] = [
    ['Port Security', enabled ? 'Enabled' : 'Disabled'],
    ['Port Status', seen ? 'Secure-up' : 'Secure-down'],
    ['Violation Mode', title(violation)],
    ['Aging Time', `${String(agingMinutes)} mins`],
    ['Aging Type', title(agingType)],
    ['SecureStatic Address Aging', agesStatic ? 'Enabled' : 'Disabled'],
    ['Maximum MAC Addresses', String(maximum)],
    ['Total MAC Addresses', counted(addresses.length)],
    ['Configured MAC Addresses', String(addresses.length)],
    ['Sticky MAC Addresses', isSticky ? counted(0) : '0'],
    ['Last Source Address:Vlan', seen ? unknownValue : '0000.0000.0000:0'],
    ['Security Violation Count', counted(0)],
  ];
  return rows.map(([what, value]) => `${what.padEnd(26)} : ${value}`).join('\n');
}

/** `show port-security` */
export function portSecurity(state: SwitchState, wiring: Wiring): string {
  return [
    'Secure Port  MaxSecureAddr  CurrentAddr  SecurityViolation  Security Action',
    '                (Count)       (Count)          (Count)',
    ruler,
    ...switchPorts(state, wiring)
      .map((port) => ({ port, secured: securedOf(port) }))
      .filter(({ secured }) => secured.enabled)
      .map(({ port, secured }) => {
        const seen = port.carries;
        const cells = [
          shortName(port.name, state.profile.id),
          String(secured.maximum),
          seen ? unknownValue : String(secured.addresses.length),
          seen ? unknownValue : '0',
          title(secured.violation),
        ];
        return cells.reduce((line, cell, at) => line + cell.padStart(ends[at]! - line.length), '');
      }),
    ruler,
    ...totals,
  ].join('\n');
}

/** `show port-security address`: the configured addresses; those that were seen are not known. */
export function portSecurityAddress(state: SwitchState, wiring: Wiring): string {
  const ports = switchPorts(state, wiring).map((port) => ({ port, secured: securedOf(port) }));
  const rows = ports.flatMap(({ port, secured }) =>
    secured.enabled
      ? secured.addresses.map(({ mac, vlan }) =>
          [
            (vlan ?? String(port.accessVlan ?? 1)).padStart(4),
            `    ${mac.padEnd(18)}`,
            'SecureConfigured'.padEnd(30),
            `${shortName(port.name, state.profile.id).padEnd(8)}     -`,
          ].join(''),
        )
      : [],
  );
  const mayHaveSeen = ports.some(({ port, secured }) => secured.enabled && port.carries);
  return [
    '               Secure Mac Address Table',
    '-'.repeat(77),
    'Vlan    Mac Address       Type                          Ports   Remaining Age',
    '                                                                   (mins)',
    '----    -----------       ----                          -----   -------------',
    ...rows.flatMap((row) => (mayHaveSeen ? [unknownValue, row] : [row])),
    ...(mayHaveSeen ? [unknownValue] : []),
    '-'.repeat(77),
    ...totals,
  ].join('\n');
}
