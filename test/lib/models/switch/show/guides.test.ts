import { describe, expect, it } from 'vitest';
import { openConsole } from '../../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../../src/lib/models/switch/execute-line.ts';
import { printShow } from '../../../../../src/lib/models/switch/print-show.ts';
import { platformShows } from '../../../../../src/lib/models/switch/show/platform-shows.ts';
import type { SwitchState } from '../../../../../src/lib/models/switch/state.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';
import type { Wiring } from '../../../../../src/lib/models/switch/wiring.ts';
import { isPrintedLine } from '../../../../../src/lib/models/unknown-value.ts';

/** A switch of a guide: two VLANs, an access port that is watched, a trunk, snooping, a management address. */
const typed = `configure terminal
hostname sw1
vtp mode transparent
vlan 10
name USERS
vlan 20
spanning-tree vlan 10 priority 4096
spanning-tree portfast bpduguard default
ip dhcp snooping
ip dhcp snooping vlan 10,20
ip arp inspection vlan 10
ip arp inspection validate src-mac ip
access-list 10 permit 10.0.0.0 0.0.0.255
access-list 10 deny any
access-list 101 permit tcp any host 10.0.0.9 eq 443
ip access-list extended GUESTS
deny ip any 10.0.0.0 0.255.255.255
5 permit udp any any eq bootps
permit ip any any
ip ssh version 2
ip ssh time-out 60
port-channel load-balance src-dst-ip
errdisable recovery cause bpduguard
errdisable recovery interval 60
logging buffered 16384
logging host 10.0.0.50
clock timezone CET 1
interface gigabitethernet1/0/1
description desk
switchport mode access
switchport access vlan 10
switchport port-security
switchport port-security maximum 2
switchport port-security violation restrict
spanning-tree portfast
storm-control broadcast level 20 10
interface gigabitethernet1/0/2
switchport mode trunk
ip dhcp snooping trust
ip arp inspection trust
interface vlan 10
ip address 10.0.0.2 255.255.255.0
ip helper-address 10.0.0.53
ip default-gateway 10.0.0.1
end`;

const wired: Wiring = {
  ports: new Map(
    ['GigabitEthernet1/0/1', 'GigabitEthernet1/0/2'].map((port) => [port, { cabled: true, answers: true }]),
  ),
  others: { cabled: false, answers: false },
};

function switchOf(text: string): SwitchState {
  let console = openConsole('catalyst-2960s');
  for (const line of text.split('\n')) console = executeLine(line, console).console;
  return console.state;
}

const guide = switchOf(typed);
const shown = (command: string, state = guide, wiring = wired): string => {
  const answer = printShow(command, state, wiring);
  expect(answer.kind, command).toBe('text');
  return answer.kind === 'text' ? answer.text : '';
};

/**
 * What switches printed, in rows made up of other names and numbers: the columns are those of the raw samples of ntc-templates and
 * genieparser. A row of ours holds where it is the same or leaves open what is not known.
 */
const rows: readonly (readonly [command: string, ...printed: string[]])[] = [
  [
    'show spanning-tree vlan 10',
    'VLAN0010',
    '  Spanning tree enabled protocol ieee',
    '  Root ID    Priority    4106',
    '             Address     0011.2233.4455',
    '  Bridge ID  Priority    4106   (priority 4096 sys-id-ext 10)',
    '             Hello Time   2 sec  Max Age 20 sec  Forward Delay 15 sec',
    '             Aging Time  300 sec',
    'Interface           Role Sts Cost      Prio.Nbr Type',
    'Gi1/0/1             Desg FWD 4         128.1    P2p Edge',
    'Gi1/0/2             Root FWD 4         128.2    P2p',
  ],
  [
    'show spanning-tree interface gi1/0/1',
    'Vlan                Role Sts Cost      Prio.Nbr Type',
    'VLAN0010            Desg FWD 4         128.1    P2p Edge',
  ],
  ['show spanning-tree interface gi1/0/1 portfast', 'VLAN0010            enabled'],
  [
    'show spanning-tree root',
    'Vlan                   Root ID          Cost    Time  Age Dly  Root Port',
    'VLAN0010          4106 0011.2233.4455         0    2   20  15',
    'VLAN0010          4106 0011.2233.4455         4    2   20  15  Gi1/0/2',
  ],
  [
    'show spanning-tree summary',
    'Switch is in pvst mode',
    'PortFast BPDU Guard Default  is enabled',
    'Configured Pathcost method used is short',
    'VLAN0010                     0         0        0          2          2',
    '3 vlans                      0         0        0          4          4',
  ],
  [
    'show spanning-tree detail',
    ' VLAN0010 is executing the ieee compatible Spanning Tree protocol',
    '  Bridge Identifier has priority 4096, sysid 10, address 0011.2233.4455',
    ' Port 1 (GigabitEthernet1/0/1) of VLAN0010 is designated forwarding',
    '   Port path cost 4, Port priority 128, Port Identifier 128.1.',
    '   Link type is point-to-point by default',
  ],
  [
    'show spanning-tree blockedports',
    'Name                 Blocked Interfaces List',
    'Number of blocked ports (segments) in the system : 0',
  ],
  [
    'show ip interface brief',
    'Interface              IP-Address      OK? Method Status                Protocol',
    'Vlan10                 10.0.0.2        YES manual up                    up',
    'GigabitEthernet1/0/1   unassigned      YES unset  up                    up',
    'GigabitEthernet1/0/3   unassigned      YES unset  down                  down',
  ],
  [
    'show vlan',
    'VLAN Name                             Status    Ports',
    '10   USERS                            active    Gi1/0/1',
    'VLAN Type  SAID       MTU   Parent RingNo BridgeNo Stp  BrdgMode Trans1 Trans2',
    '10   enet  100010     1500  -      -      -        -    -        0      0',
    '1003 tr    101003     1500  -      -      -        -    srb      0      0',
    '1005 trnet 101005     1500  -      -      -        ibm  -        0      0',
    'Remote SPAN VLANs',
  ],
  [
    'show vlan id 10',
    '10   USERS                            active    Gi1/0/1',
    'Remote SPAN VLAN',
    'Disabled',
  ],
  ['show vlan name USERS', '10   USERS                            active    Gi1/0/1'],
  ['show vlan id 77', 'VLAN id 77 not found in current VLAN database'],
  ['show vlan summary', 'Number of existing VLANs              : 7'],
  [
    'show ip dhcp snooping',
    'Switch DHCP snooping is enabled',
    'DHCP snooping is configured on following VLANs:',
    '10,20',
    'Insertion of option 82 is enabled',
    'GigabitEthernet1/0/2       yes        yes             unlimited',
  ],
  ['show ip dhcp snooping binding', 'Total number of bindings: 3'],
  [
    'show ip arp inspection',
    'Source Mac Validation      : Enabled',
    'Destination Mac Validation : Disabled',
    'IP Address Validation      : Enabled',
    '   10     Enabled          Active',
  ],
  [
    'show ip arp inspection interfaces',
    ' Gi1/0/1          Untrusted               15                 1',
    ' Gi1/0/2          Trusted               None               N/A',
  ],
  [
    'show etherchannel load-balance',
    '        src-dst-ip',
    'Non-IP: Source XOR Destination MAC address',
    '  IPv4: Source XOR Destination IP address',
  ],
  ['show ip ssh', 'SSH Enabled - version 2.0', 'Authentication timeout: 60 secs; Authentication retries: 3'],
  [
    'show arp',
    'Protocol  Address          Age (min)  Hardware Addr   Type   Interface',
    'Internet  10.0.0.2                -   0011.2233.4455  ARPA   Vlan10',
  ],
  [
    'show port-security',
    'Secure Port  MaxSecureAddr  CurrentAddr  SecurityViolation  Security Action',
    '    Gi1/0/1              2            1                  0         Restrict',
    'Max Addresses limit in System (excluding one mac per port) : 4096',
  ],
  [
    'show port-security interface gi1/0/1',
    'Port Security              : Enabled',
    'Port Status                : Secure-up',
    'Violation Mode             : Restrict',
    'Maximum MAC Addresses      : 2',
    'Last Source Address:Vlan   : 0011.2233.4455:10',
  ],
  [
    'show port-security interface gi1/0/3',
    'Port Security              : Disabled',
    'Port Status                : Secure-down',
    'Last Source Address:Vlan   : 0000.0000.0000:0',
    'Security Violation Count   : 0',
  ],
  [
    'show port-security address',
    'Vlan    Mac Address       Type                          Ports   Remaining Age',
  ],
  [
    'show mac address-table',
    'Vlan    Mac Address       Type        Ports',
    'Total Mac Addresses for this criterion: 21',
  ],
  ['show version', 'sw1 uptime is 2 hours, 3 minutes', 'Configuration register is 0xF'],
  [
    'show vtp status',
    'VTP version running             : 1',
    'VTP Operating Mode                : Transparent',
    'Number of existing VLANs          : 7',
    'Configuration Revision            : 0',
  ],
  [
    'show cdp',
    '        Sending CDP packets every 60 seconds',
    '        Sending CDPv2 advertisements is  enabled',
  ],
  ['show ip dhcp snooping statistics', ' Packets Forwarded                                     = 7'],
  [
    'show ip arp inspection statistics',
    ' Vlan      Forwarded        Dropped     DHCP Drops      ACL Drops',
    '   10              0              0              0              0',
  ],
  ['show mac address-table address 0011.2233.4455', 'Total Mac Addresses for this criterion: 1'],
  ['show cdp neighbors', 'Device ID        Local Intrfce     Holdtme    Capability  Platform  Port ID'],
  ['show lldp neighbors', '% LLDP is not enabled'],
  [
    'show access-lists',
    'Standard IP access list 10',
    '    10 permit 10.0.0.0, wildcard bits 0.0.0.255',
    '    20 deny   any',
    'Extended IP access list 101',
    '    10 permit tcp any host 10.0.0.9 eq 443',
    'Extended IP access list GUESTS',
    '    5 permit udp any any eq bootps',
    '    10 deny ip any 10.0.0.0 0.255.255.255',
    '    20 permit ip any any',
  ],
  ['show clock', '*09:41:07.123 CET Mon Mar 1 1993'],
  ['show ip route', 'Default gateway is 10.0.0.1'],
  [
    'show interfaces gi1/0/1',
    'GigabitEthernet1/0/1 is up, line protocol is up (connected)',
    '  Description: desk',
  ],
  [
    'show ip interface vlan 10',
    'Vlan10 is up, line protocol is up',
    '  Internet address is 10.0.0.2/24',
    '  Helper address is 10.0.0.53',
    '  Outgoing access list is not set',
    '  Inbound  access list is not set',
    '  Proxy ARP is enabled',
  ],
  [
    'show storm-control broadcast',
    'Interface  Filter State   Upper        Lower        Current',
    'Gi1/0/1    Forwarding         20.00%       10.00%        0.00%',
  ],
  ['show errdisable recovery', 'bpduguard                    Enabled', 'Timer interval: 60 seconds'],
  ['show ip dhcp binding', 'Bindings from all pools not associated with VRF:'],
  ['show mac address-table aging-time', 'Global Aging Time:  300'],
  ['show spanning-tree vlan 10 root', 'VLAN0010          4106 0011.2233.4455         0    2   20  15'],
  ['show spanning-tree vlan 10 detail', ' VLAN0010 is executing the ieee compatible Spanning Tree protocol'],
  ['show interfaces vlan 10', 'Vlan10 is up, line protocol is up', '  Internet address is 10.0.0.2/24'],
  [
    'show interfaces counters errors',
    'Port           Align-Err     FCS-Err    Xmit-Err     Rcv-Err  UnderSize  OutDiscards',
    'Gi1/0/1                0           0           0           0          0            0',
  ],
  [
    'show logging',
    'Syslog logging: enabled (0 messages dropped, 3 messages rate-limited)',
    '    Trap logging: level informational, 12 message lines logged',
    '        Logging to 10.0.0.50  (udp port 514, audit disabled, link up), 2 message lines logged,',
    'Log Buffer (16384 bytes):',
  ],
  ['show interfaces gi1/0/3 trunk', 'Gi1/0/3     auto             802.1q         not-trunking  1'],
];

describe('what guides ask a switch for is printed in the columns of switches', () => {
  it.each(rows)('%s', (command, ...printed) => {
    const lines = shown(command).split('\n');
    for (const line of printed)
      expect(
        lines.some((one) => isPrintedLine(one, line.trimEnd()) || isSpaced(one, line)),
        `${line}\nin\n${lines.join('\n')}`,
      ).toBe(true);
  });
});

/** Heads of counters, whose columns differ from image to image. */
function isSpaced(one: string, other: string): boolean {
  const words = (text: string) => text.trim().split(/ +/).join(' ');
  return /Align-Err/.test(other) && words(one) === words(other);
}

describe('what cannot be known is said', () => {
  it('of the root, as long as another bridge may be there', () => {
    const text = shown('show spanning-tree vlan 10');
    expect(text).not.toContain('This bridge is the root');
    expect(text).toContain('Root ID    Priority    …');
    const alone = switchOf(
      `${typed}\nconfigure terminal\nno interface vlan 10\ninterface gi1/0/2\nshutdown\nend`,
    );
    expect(shown('show spanning-tree vlan 10', alone)).toContain('This bridge is the root');
  });
  it('by no line where there is nothing to say', () => {
    expect(shown('show spanning-tree vlan 99')).toContain(
      'Spanning tree instance(s) for vlan 99 does not exist.',
    );
    expect(shown('show access-lists', switchOf('show clock'))).toBe('');
  });
  it('of the ports of a machine that is not known, which has those that it is asked for', () => {
    const any = openConsole('generic-ios').state;
    expect(shown('show interfaces fa0/7 status', any, allAnswer)).toContain('\nFa0/7 ');
    expect(shown('show interfaces switchport', any, allAnswer)).toBe('…');
    expect(shown('show vlan brief', any, allAnswer)).toMatch(/^1 +default +active +…\n…$/m);
    const one = executeLine('interface fa0/7', openConsole('generic-ios', { mode: 'config' })).console.state;
    expect(shown('show ip interface brief', one, allAnswer)).toMatch(/^…\nFastEthernet0\/7 .*\n…$/m);
    expect(shown('show spanning-tree vlan 1', one, allAnswer)).not.toContain('This bridge is the root');
  });
  it('of the trees of MST, which are not followed', () => {
    const state = switchOf('configure terminal\nspanning-tree mode mst\nend');
    expect(printShow('show spanning-tree', state, allAnswer).kind).toBe('unknown');
  });
  it('of what a filter may leave of it', () => {
    expect(shown('show spanning-tree vlan 10 | include Priority')).toBe(
      '  Root ID    Priority    …\n…\n  Bridge ID  Priority    4106   (priority 4096 sys-id-ext 10)',
    );
    expect(shown('show ip interface brief | include Vlan10').split('\n')).toHaveLength(1);
    expect(shown('show vtp status | include 0011')).toBe('…');
  });
});

describe('neighbours', () => {
  it('are those whose state is known', () => {
    const partner = { name: 'sw2', port: 'GigabitEthernet1/0/24', cdp: true, lldp: true };
    const wiring: Wiring = {
      ...wired,
      ports: new Map([['GigabitEthernet1/0/2', { cabled: true, answers: true, partner }]]),
    };
    const line = 'sw2              Gig 1/0/2         155              S I   WS-C2960S Gig 1/0/24';
    const cdp = shown('show cdp neighbors', guide, wiring).split('\n');
    expect(cdp.some((one) => one !== '…' && isPrintedLine(one, line))).toBe(true);
    expect(shown('show cdp neighbors detail', guide, wiring)).toContain(
      'Interface: GigabitEthernet1/0/2,  Port ID (outgoing port): GigabitEthernet1/0/24',
    );
    const speaking = { ...guide, running: { ...guide.running, lines: new Map([['lldp', 'lldp run']]) } };
    expect(shown('show lldp neighbors', speaking, wiring)).toMatch(/^sw2 +Gi1\/0\/2 +… +… +Gi1\/0\/24$/m);
    expect(shown('show lldp neighbors', speaking, wiring)).toContain('Total entries displayed: 1');
  });
});

it('every form that can be printed is one that the tables know', () => {
  const router = openConsole('generic-ios').state;
  for (const form of Object.keys(platformShows[router.profile.id])) {
    const values: Readonly<Record<string, string>> = {
      address: '0011.2233.4455',
      vlan: '10',
      id: '10',
      name: 'USERS',
      interface: 'gi1/0/1',
      interfaces: 'gi1/0/1',
      'storm-control': 'gi1/0/1',
      route: '10.0.0.9',
      standby: 'gi1/0/1',
      neighbor: 'gi1/0/1',
      neighbors: 'gi1/0/1',
      database: 'router',
    };
    const words = form.split(' ');
    const line = words.map((word, at) => (word === '*' ? (values[words[at - 1]!] ?? '1') : word)).join(' ');
    const kinds = [guide, router].map((state) => printShow(line, state, wired).kind);
    expect(
      kinds.some((kind) => kind !== 'refused'),
      line,
    ).toBe(true);
  }
});
