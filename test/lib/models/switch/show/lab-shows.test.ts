import { describe, expect, it } from 'vitest';
import { openConsole } from '../../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../../src/lib/models/switch/execute-line.ts';
import { printShow } from '../../../../../src/lib/models/switch/print-show.ts';
import type { SwitchState } from '../../../../../src/lib/models/switch/state.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';
import type { Wiring } from '../../../../../src/lib/models/switch/wiring.ts';
import { isPrintedLine, partingOf } from '../../../../../src/lib/models/unknown-value.ts';

/** The switch between the networks of a lab: IPv6, EIGRP, a DHCP server, LLDP, a clock that is set, gateways that are shared. */
const typed = `configure terminal
hostname core
ip routing
ipv6 unicast-routing
lldp run
lldp timer 20
cdp timer 30
ntp server 10.0.0.5
vtp password labs
ip dhcp pool LAN
network 10.0.10.0 255.255.255.0
default-router 10.0.10.1
exit
router eigrp 7
network 10.0.0.0
exit
router ospf 1
router-id 9.9.9.9
network 10.0.10.0 0.0.0.255 area 0
exit
vlan 10
exit
interface vlan 10
ip address 10.0.10.1 255.255.255.0
ipv6 address 2001:db8:0:10::1/64
ipv6 address fe80::1 link-local
ip nat inside
vrrp 1 ip 10.0.10.254
glbp 2 ip 10.0.10.253
exit
interface gi1/0/1
switchport mode trunk
interface gi1/0/2
no lldp transmit
no cdp enable
interface range gi1/0/3 - 4
channel-group 1 mode active
interface gi1/0/5
no switchport
ip address dhcp
ipv6 address autoconfig
ip nat outside
exit
ipv6 route ::/0 2001:db8:0:10::fe
ip nat inside source static 10.0.10.9 203.0.113.9
end`;

function switchOf(text: string, platform: Parameters<typeof openConsole>[0]): SwitchState {
  let console = openConsole(platform);
  for (const line of text.split('\n')) {
    const { step, refused, console: after } = executeLine(line, console);
    expect([step.kind, refused], line).toEqual(['command', undefined]);
    console = after;
  }
  return console.state;
}

const core = switchOf(typed, 'generic-ios');
const wired: Wiring = {
  ...allAnswer,
  ports: new Map([
    [
      'GigabitEthernet1/0/1',
      {
        cabled: true,
        answers: true,
        partner: { name: 'edge', port: 'GigabitEthernet1/0/24', cdp: true, lldp: true },
      },
    ],
  ]),
};

const shown = (command: string, state = core): string => {
  const answer = printShow(command, state, wired);
  expect(answer.kind, command).toBe('text');
  return answer.kind === 'text' ? answer.text : '';
};

/** Rows as devices print them, of made-up names and numbers, in the columns of samples of ntc-templates, genieparser and public transcripts. */
const rows: readonly (readonly [command: string, ...printed: string[]])[] = [
  [
    'show ipv6 interface brief',
    'GigabitEthernet1/0/1   [up/up]',
    '    unassigned',
    'Vlan10                 [up/up]',
    '    FE80::1',
    '    2001:DB8:0:10::1',
  ],
  [
    'show ipv6 interface vlan 10',
    'Vlan10 is up, line protocol is up',
    '  IPv6 is enabled, link-local address is FE80::1',
    '    2001:DB8:0:10::1, subnet is 2001:DB8:0:10::/64',
  ],
  [
    'show ipv6 route',
    'IPv6 Routing Table - default - 4 entries',
    'C   2001:DB8:0:10::/64 [0/0]',
    '     via Vlan10, directly connected',
    'L   2001:DB8:0:10::1/128 [0/0]',
    'S   ::/0 [1/0]',
    '     via 2001:DB8:0:10::FE',
  ],
  ['show ipv6 route static', 'S   ::/0 [1/0]'],
  ['show ipv6 neighbors', 'IPv6 Address                              Age Link-layer Addr State Interface'],
  [
    'show lldp',
    'Global LLDP Information:',
    '    Status: ACTIVE',
    '    LLDP advertisements are sent every 20 seconds',
    '    LLDP hold time advertised is 120 seconds',
    '    LLDP interface reinitialisation delay is 2 seconds',
  ],
  [
    'show lldp neighbors detail',
    '------------------------------------------------',
    'Local Intf: Gi1/0/1',
    'Port id: Gi1/0/24',
    'System Name: edge',
    'Total entries displayed: 1',
  ],
  ['show lldp interface gi1/0/2', 'GigabitEthernet1/0/2:', '    Tx: disabled', '    Rx: enabled'],
  [
    'show lldp traffic',
    'LLDP traffic statistics:',
    '    Total frames out: 4',
    '    Total TLVs unrecognized: 0',
  ],
  [
    'show cdp interface gi1/0/1',
    'GigabitEthernet1/0/1 is up, line protocol is up',
    '  Encapsulation ARPA',
    '  Sending CDP packets every 30 seconds',
    '  Holdtime is 180 seconds',
  ],
  [
    'show cdp entry edge',
    'Device ID: edge',
    'Interface: GigabitEthernet1/0/1,  Port ID (outgoing port): GigabitEthernet1/0/24',
  ],
  ['show cdp neighbors gi1/0/1 detail', 'Device ID: edge'],
  ['show cdp traffic', 'CDP counters :'],
  [
    'show ip eigrp neighbors',
    'H   Address                 Interface              Hold Uptime   SRTT   RTO  Q  Seq',
  ],
  [
    'show ip eigrp topology',
    'EIGRP-IPv4 Topology Table for AS(7)/ID(10.0.10.1)',
    'Codes: P - Passive, A - Active, U - Update, Q - Query, R - Reply,',
  ],
  [
    'show ip dhcp pool',
    'Pool LAN :',
    ' Utilization mark (high/low)    : 100 / 0',
    ' Total addresses                : 254',
    ' Current index        IP address range                    Leased addresses',
    ' 10.0.10.1            10.0.10.1        - 10.0.10.254       0',
  ],
  [
    'show ip dhcp server statistics',
    'Memory usage         23714',
    'Address pools        1',
    'Message              Received',
  ],
  ['show ip dhcp conflict', 'IP address        Detection method   Detection time          VRF'],
  ['show dhcp lease', 'Temp IP addr: 10.0.99.7  for peer on Interface: GigabitEthernet1/0/5'],
  [
    'show ip nat statistics',
    'Total active translations: 1 (1 static, 0 dynamic; 0 extended)',
    'Outside interfaces:',
    '  GigabitEthernet1/0/5',
    'Inside interfaces:',
    '  Vlan10',
  ],
  [
    'show ip nat translations',
    'Pro Inside global      Inside local       Outside local      Outside global',
    '--- 203.0.113.9        10.0.10.9          ---                ---',
  ],
  [
    'show users',
    '    Line       User       Host(s)              Idle       Location',
    '  Interface    User               Mode         Idle     Peer Address',
  ],
  [
    'show line',
    '   Tty Line Typ     Tx/Rx    A Modem  Roty AccO AccI  Uses  Noise Overruns  Int',
    '   Tty Typ     Tx/Rx    A Modem  Roty AccO AccI  Uses  Noise Overruns  Int',
  ],
  ['show processes cpu', 'CPU utilization for five seconds: 4%/0%; one minute: 6%; five minutes: 5%'],
  [
    'show inventory',
    'NAME: "1", DESCR: "WS-C3560X-24"',
    'PID: WS-C3560X-24      , VID: V02, SN: FDO0000X000',
  ],
  ['show vtp password', 'VTP Password: labs'],
  [
    'show ntp associations',
    '      address         ref clock     st  when  poll reach  delay  offset    disp',
    ' *~10.0.0.5         .GPS.            1    21    64  377  1.098  -0.034   0.9',
  ],
  [
    'show ntp status',
    'Clock is synchronized, stratum 2, reference is 10.0.0.5',
    'Clock is unsynchronized, stratum 16, no reference clock',
  ],
  [
    'show etherchannel protocol',
    '                Channel-group listing:',
    'Group: 1',
    '----------',
    'Protocol:  LACP',
  ],
  [
    'show etherchannel 1 port',
    '                Ports in the group:',
    'Port: Gi1/0/3',
    'Port state    = Up Mstr Assoc In-Bndl',
  ],
  [
    'show spanning-tree bridge',
    'Vlan                         Bridge ID              Time  Age  Dly  Protocol',
    'VLAN0010         32778 (32768,  10) 0011.2233.4455    2   20   15  ieee',
  ],
  [
    'show ip ospf interface vlan 10',
    'Vlan10 is up, line protocol is up',
    '  Internet Address 10.0.10.1/24, Area 0, Attached via Network Statement',
    '  Process ID 1, Router ID 9.9.9.9, Network Type BROADCAST, Cost: 1',
    '  Timer intervals configured, Hello 10, Dead 40, Wait 40, Retransmit 5',
  ],
  [
    'show dtp interface gi1/0/1',
    'DTP information for GigabitEthernet1/0/1:',
    '  TOS/TAS/TNS:                              TRUNK/ON/TRUNK',
  ],
  ['show vrrp brief', 'Interface          Grp Pri Time  Own Pre State   Master addr     Group addr'],
  ['show glbp brief', 'Interface   Grp  Fwd Pri State    Address         Active router   Standby router'],
  [
    'show ip route summary',
    'IP routing table name is default (0x0)',
    'Route Source    Networks    Subnets     Replicates  Overhead    Memory (bytes)',
    'connected       0           4           0           288         544',
    'Total           4           6           0           504         4420',
  ],
  [
    'show vtp counters',
    'VTP statistics:',
    'Summary advertisements received    : 0',
    'Number of V1 summary errors        : 0',
  ],
  ['show sdm prefer', ' The current template is "desktop default" template.'],
  ['show ip route eigrp', 'Gateway of last resort is not set'],
];

describe('what labs ask of the switches between their networks is printed in the columns of devices', () => {
  it.each(rows)('%s', (command, ...printed) => {
    const lines = shown(command).split('\n');
    for (const line of printed)
      expect(
        lines.some((one) => one !== '…' && isPrintedLine(one, line)),
        `${line}\nin\n${lines.join('\n')}`,
      ).toBe(true);
  });
  it('as whole texts, what is not known left open', () => {
    const whole = [
      'Pool LAN :',
      ' Utilization mark (high/low)    : 100 / 0',
      ' Subnet size (first/next)       : 0 / 0',
      ' Total addresses                : 254',
      ' Leased addresses               : 1',
      ' Pending event                  : none',
      ' 1 subnet is currently in the pool :',
      ' Current index        IP address range                    Leased addresses',
      ' 10.0.10.2            10.0.10.1        - 10.0.10.254       1',
    ];
    const printed = shown('show ip dhcp pool').split('\n');
    expect(partingOf(printed, whole, isPrintedLine)).toBeUndefined();
    const wrong = whole.map((line) => line.replace('254', '253'));
    expect(partingOf(printed, wrong, isPrintedLine)).toBeDefined();
  });
});

describe('a switch of a region', () => {
  const region = switchOf(
    [
      'configure terminal',
      'spanning-tree mode mst',
      'spanning-tree mst configuration',
      'name LAB',
      'instance 1 vlan 10,20',
      'exit',
      'spanning-tree mst 1 priority 24576',
      'end',
    ].join('\n'),
    'generic-ios',
  );
  it('says of itself what is configured in each instance', () => {
    const one = [
      '',
      '##### MST1    vlans mapped:   10,20',
      'Bridge        address 0011.2233.4455  priority      24577 (24576 sysid 1)',
      'Root          this switch for MST1',
      '',
      'Interface        Role Sts Cost      Prio.Nbr Type',
      '---------------- ---- --- --------- -------- --------------------------------',
      'Gi1/0/1          Desg FWD 20000     128.1    P2p',
    ];
    expect(
      partingOf(shown('show spanning-tree mst 1', region).split('\n'), one, isPrintedLine),
    ).toBeUndefined();
    expect(shown('show spanning-tree mst', region)).toContain(
      '##### MST0    vlans mapped:   1-9,11-19,21-4094',
    );
    expect(shown('show spanning-tree mst interface gi1/0/1', region)).toContain(
      'GigabitEthernet1/0/1 of MST0 is …',
    );
    expect(printShow('show spanning-tree mst 7', region, allAnswer).kind).toBe('unknown');
  });
});

describe('what labs ask where nothing is configured', () => {
  const any = openConsole('generic-ios').state;
  const bare = openConsole('catalyst-3560').state;
  it('is told as the device tells it', () => {
    expect(shown('show lldp', bare)).toBe('% LLDP is not enabled');
    expect(shown('show vtp password', bare)).toBe('The VTP password is not configured.');
    expect(shown('show ip eigrp neighbors', bare)).toBe('');
    expect(shown('show vrrp brief', bare)).toBe('');
  });
  it('is not made up', () => {
    for (const command of [
      'show ntp associations',
      'show ntp status',
      'show ip route',
      'show flash:',
      'show ipv6 interface gi0/1',
      'show etherchannel 7 port',
    ])
      expect(printShow(command, any, allAnswer).kind, command).toBe('unknown');
  });
});

describe('a machine with an address on a port that nobody took from switching routes', () => {
  const lines = [
    'configure terminal',
    'interface gi0/1',
    'ip address 10.9.0.1 255.255.255.0',
    'no shutdown',
    'end',
  ];
  it('of any make', () => {
    const router = switchOf(lines.join('\n'), 'generic-ios');
    expect(shown('show ip route', router)).toContain(
      'C        10.9.0.0/24 is directly connected, GigabitEthernet0/1',
    );
  });
  it('but not where it has a gateway, as one has that was made a host', () => {
    const host = [...lines.slice(0, -1), 'no ip routing', 'ip default-gateway 10.9.0.254', 'end'];
    const { kind } = printShow('show ip route', switchOf(host.join('\n'), 'generic-ios'), allAnswer);
    expect(kind).toBe('unknown');
  });
});

it('what a controller of access points is asked is no slip of a word that switches have', () => {
  const asked = ['show wlan summary', 'show ip mroute', 'show ip mroute 239.0.0.1', 'do show ip mroute'];
  for (const line of asked) {
    const { step } = executeLine(
      line,
      openConsole('generic-ios', { mode: line.startsWith('do') ? 'config' : 'priv-exec' }),
    );
    expect(step.kind, line).not.toBe('refused');
  }
});

it('a question mark at the end asks what may follow, and is no word that a switch refuses', () => {
  for (const line of ['spanning-tree vlan 1 root ?', 'spanning-tree vlan 1 priority ?', 'interface ?'])
    expect(executeLine(line, openConsole('catalyst-2960s', { mode: 'config' })).step.kind, line).toBe(
      'unknown',
    );
});

it('`show log` is `show logging`, though there is `show login`', () => {
  expect(shown('show log | include Trap')).toBe(shown('show logging | include Trap'));
});
