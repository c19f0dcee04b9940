import { describe, expect, it } from 'vitest';
import { openConsole } from '../../../../../src/lib/models/switch/console.ts';
import type { Console } from '../../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../../src/lib/models/switch/execute-line.ts';
import { printShow } from '../../../../../src/lib/models/switch/print-show.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';

/** What a 2960-S prints of its configuration after these lines, as far as it fits. */
function printed(lines: readonly string[], wanted: RegExp): string[] {
  const { state } = lines.reduce<Console>(
    (console, line) => executeLine(line, console).console,
    openConsole('catalyst-2960s', { mode: 'config' }),
  );
  const answer = printShow('show running-config', state, allAnswer);
  if (answer.kind !== 'text') throw new Error('It prints no configuration.');
  return answer.text.split('\n').filter((line) => wanted.test(line));
}

/** Lines that are typed, and what stands of them: nothing vanishes. */
const kept: readonly (readonly [
  title: string,
  lines: readonly string[],
  wanted: RegExp,
  printed: readonly string[],
])[] = [
  [
    'a banner of several lines',
    ['banner motd #', 'Keep out', '', ' twice', '#'],
    /^banner|Keep|twice/,
    ['banner motd ^C', 'Keep out', ' twice'],
  ],
  [
    'banners of two kinds',
    ['banner motd #a#', 'banner login %b%'],
    /banner/,
    ['banner motd ^Ca^C', 'banner login ^Cb^C'],
  ],
  [
    'ends of sessions that copy frames, ports by their short names',
    [
      'monitor session 1 source interface gigabitethernet1/0/1-4 both',
      'monitor session 1 destination interface gi 1/0/9 encapsulation replicate',
      'monitor session 2 source vlan 10 rx',
      'no monitor session 2 source vlan 10 rx',
    ],
    /monitor/,
    [
      'monitor session 1 source interface Gi1/0/1 - 4 both',
      'monitor session 1 destination interface Gi1/0/9 encapsulation replicate',
    ],
  ],
  [
    'communities, with their access in capitals',
    [
      'snmp-server community lab ro 10',
      'snmp-server community open',
      'snmp-server community write rw',
      'no snmp-server community write rw',
    ],
    /snmp/,
    ['snmp-server community lab RO 10', 'snmp-server community open RO'],
  ],
  [
    'a macro',
    ['macro name PORT', 'switchport mode access', 'no shutdown', '@'],
    /macro|access|no shut|@/,
    ['macro name PORT', 'switchport mode access', 'no shutdown', '@'],
  ],
  [
    'an MST region',
    [
      'spanning-tree mst configuration',
      'name LAB',
      'revision 3',
      'instance 1 vlan 10',
      'instance 1 vlan 20-21',
      'instance 2 vlan 30',
    ],
    /mst| name| revision| instance/,
    [
      'spanning-tree mst configuration',
      ' name LAB',
      ' revision 3',
      ' instance 1 vlan 10,20,21',
      ' instance 2 vlan 30',
    ],
  ],
  [
    'a named access list in the order of its numbers',
    ['ip access-list extended WEB', '20 deny ip any any', '10 permit tcp any any eq 80', 'remark end'],
    /access-list|permit|deny|remark/,
    ['ip access-list extended WEB', ' permit tcp any any eq 80', ' deny   ip any any', ' remark end'],
  ],
  [
    'a numbered access list',
    [
      'access-list 10 permit 10.0.0.0 0.0.0.255',
      'access-list 10 deny any',
      'access-list 101 permit ip any any',
    ],
    /access-list/,
    [
      'access-list 10 permit 10.0.0.0 0.0.0.255',
      'access-list 10 deny   any',
      'access-list 101 permit ip any any',
    ],
  ],
  [
    'a class in a policy map',
    [
      'class-map match-all VOICE',
      'match ip dscp ef',
      'policy-map EDGE',
      'class VOICE',
      'set dscp ef',
      'class class-default',
      'set dscp default',
    ],
    /-map|class|match|set/,
    [
      'class-map match-all VOICE',
      ' match ip dscp ef',
      'policy-map EDGE',
      ' class VOICE',
      '  set dscp ef',
      ' class class-default',
      '  set dscp default',
    ],
  ],
  [
    'the archive with its log',
    ['archive', 'path flash:backup', 'log config', 'logging enable', 'hidekeys'],
    /archive|path|log|hidekeys/,
    ['archive', ' log config', '  logging enable', '  hidekeys', ' path flash:backup'],
  ],
  [
    'a RADIUS server and its group',
    [
      'radius server R1',
      'address ipv4 10.0.0.1 auth-port 1812 acct-port 1813',
      'aaa group server radius RG',
      'server name R1',
    ],
    /radius|address ipv4|server name/,
    [
      'aaa group server radius RG',
      ' server name R1',
      'radius server R1',
      ' address ipv4 10.0.0.1 auth-port 1812 acct-port 1813',
    ],
  ],
  [
    'what is on and was switched off',
    [
      'no logging console',
      'no spanning-tree vlan 10',
      'no ip http server',
      'no cdp run',
      'no ip domain-lookup',
    ],
    /^no /,
    [
      'no logging console',
      'no ip domain-lookup',
      'no cdp run',
      'no spanning-tree vlan 10',
      'no ip http server',
    ],
  ],
  [
    'settings that begin alike',
    ['enable secret a', 'enable password b'],
    /^enable/,
    ['enable secret …', 'enable password b'],
  ],
  [
    'time zone and summer time',
    ['clock timezone CET 1', 'clock summer-time CEST recurring'],
    /^clock/,
    ['clock timezone CET 1', 'clock summer-time CEST recurring'],
  ],
  [
    'what a session may do',
    ['line vty 0 4', 'transport input ssh', 'transport output none'],
    /transport/,
    [' transport input ssh', ' transport output none'],
  ],
];

/** Pairs of lines of which the later one alone stands: nothing doubles. */
const single: readonly (readonly [earlier: string, later: string])[] = [
  ['logging buffered 8192', 'logging buffered 16384'],
  ['logging trap errors', 'logging trap debugging'],
  ['snmp-server location A', 'snmp-server location B'],
  ['snmp-server community x RO', 'snmp-server community x RW'],
  ['errdisable recovery interval 60', 'errdisable recovery interval 90'],
  ['spanning-tree vlan 10 priority 4096', 'spanning-tree vlan 10 priority 8192'],
  ['spanning-tree mst 1 priority 4096', 'spanning-tree mst 1 priority 8192'],
  ['ip ssh time-out 60', 'ip ssh time-out 90'],
  ['ip ssh version 1', 'ip ssh version 2'],
  ['clock timezone CET 1', 'clock timezone EET 2'],
  ['service timestamps log uptime', 'service timestamps log datetime msec'],
  ['ntp server 192.0.2.1', 'ntp server 192.0.2.1 prefer'],
  ['vtp domain ONE', 'vtp domain TWO'],
  ['banner motd #a#', 'banner motd #b#'],
  ['mac address-table aging-time 100', 'mac address-table aging-time 200'],
];

describe('A printed configuration', () => {
  it.each(kept)('has %s', (_, lines, wanted, stands) => {
    expect(printed(lines, wanted)).toEqual(stands);
  });

  it.each(single)('has the later of two settings alone: %s, %s', (earlier, later) => {
    const words = (line: string) => line.replaceAll(/#(.)#/g, '^C$1^C');
    const all = printed([earlier, later], /./);
    expect(all).toContain(words(later));
    expect(all).not.toContain(words(earlier));
  });

  it('has one line a user, with all that is said of it', () => {
    expect(printed(['username u secret x', 'username u secret y'], /^username/)).toEqual([
      'username u secret …',
    ]);
    expect(printed(['username u privilege 15', 'username u password x'], /^username/)).toEqual([
      'username u privilege 15 password 0 x',
    ]);
    expect(printed(['service password-encryption', 'username u password x'], /^username/)).toEqual([
      'username u password 7 …',
    ]);
  });

  it('has the priority that a macro stands for', () => {
    expect(printed(['spanning-tree vlan 10 root primary'], /priority/)).toEqual([
      'spanning-tree vlan 10 priority 24576',
    ]);
    expect(
      printed(['spanning-tree vlan 20,30 root secondary', 'spanning-tree vlan 30 priority 4096'], /priority/),
    ).toEqual(['spanning-tree vlan 20 priority 28672', 'spanning-tree vlan 30 priority 4096']);
  });

  it('has what the factory has', () => {
    expect(printed([], /^line|^interface V/)).toEqual([
      'interface Vlan1',
      'line con 0',
      'line vty 0 4',
      'line vty 5 15',
    ]);
  });

  it('has the lines of sessions in the blocks that they are divided into', () => {
    expect(printed(['line vty 0 15', 'login local'], /^line vty|login/)).toEqual([
      'line vty 0 4',
      ' login local',
      'line vty 5 15',
      ' login local',
    ]);
    expect(printed(['line vty 0 2', 'login local'], /^line vty|login/)).toEqual([
      'line vty 0 2',
      ' login local',
      'line vty 3 4',
      'line vty 5 15',
    ]);
  });

  it('loses a block that is taken away', () => {
    const list = ['ip access-list standard M', 'permit any', 'exit', 'no ip access-list standard M'];
    expect(printed(list, /access-list|permit/)).toEqual([]);
    const classes = ['policy-map P', 'class A', 'set dscp ef', 'exit', 'no class A'];
    expect(printed(classes, /policy-map|class|set/)).toEqual(['policy-map P']);
  });
});
