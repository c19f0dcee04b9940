import { describe, expect, it } from 'vitest';
import { openConsole } from '../../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../../src/lib/models/switch/execute-line.ts';
import { printShow } from '../../../../../src/lib/models/switch/print-show.ts';
import type { SwitchState } from '../../../../../src/lib/models/switch/state.ts';
import { allAnswer } from '../../../../../src/lib/models/switch/wiring.ts';
import { isPrintedLine } from '../../../../../src/lib/models/unknown-value.ts';

/** A switch that routes: gateways that others stand in for, OSPF, channels of both protocols, filters by source. */
const typed = `configure terminal
hostname core1
ip routing
vlan 10,20
interface Loopback0
ip address 1.1.1.1 255.255.255.255
interface vlan 10
ip address 10.0.10.2 255.255.255.0
standby 10 ip 10.0.10.1
standby 10 priority 105
standby 10 priority 110
standby 10 preempt
interface vlan 20
ip address 10.0.20.2 255.255.255.0
standby version 2
standby 20 ip 10.0.20.1
shutdown
interface gi1/0/1
switchport mode access
switchport access vlan 10
ip verify source
interface range gi1/0/2 - 3
channel-group 1 mode active
interface gi1/0/4
channel-group 2 mode desirable
interface gi1/0/5
no switchport
ip address 10.0.99.1 255.255.255.252
ip ospf 1 area 1
ip ospf cost 50
router ospf 1
router-id 9.9.9.9
network 10.0.10.0 0.0.0.255 area 0
network 1.1.1.1 0.0.0.0 area 0
passive-interface vlan 10
ip route 0.0.0.0 0.0.0.0 10.0.10.254
arp access-list FIXED
permit ip host 10.0.10.9 mac host 0000.1111.2222
ip source binding 0000.1111.2222 vlan 10 10.0.10.9 interface gi1/0/1
login block-for 120 attempts 3 within 60
track 1 interface gi1/0/1 line-protocol
spanning-tree mst configuration
name CAMPUS
revision 2
instance 1 vlan 10, 20
instance 2 vlan 30
end`;

function switchOf(text: string): SwitchState {
  let console = openConsole('generic-ios');
  for (const line of text.split('\n')) {
    const { step, refused, console: after } = executeLine(line, console);
    expect([step.kind, refused], line).toEqual(['command', undefined]);
    console = after;
  }
  return console.state;
}

const core = switchOf(typed);
const shown = (command: string, state = core): string => {
  const answer = printShow(command, state, allAnswer);
  expect(answer.kind, command).toBe('text');
  return answer.kind === 'text' ? answer.text : '';
};

/** Rows as switches print them, of made-up names and numbers; the columns are those of samples of ntc-templates and genieparser. */
const rows: readonly (readonly [command: string, ...printed: string[]])[] = [
  [
    'show ip ospf neighbor',
    'Neighbor ID     Pri   State           Dead Time   Address         Interface',
    '10.9.9.1          1   FULL/DR         00:00:32    10.0.99.2       GigabitEthernet1/0/5',
  ],
  [
    'show ip ospf interface brief',
    'Interface    PID   Area            IP Address/Mask    Cost  State Nbrs F/C',
    'Vl10         1     0               10.0.10.2/24       1     DR    0/0',
    'Lo0          1     0               1.1.1.1/32         1     LOOP  0/0',
    'Gi1/0/5      1     1               10.0.99.1/30       50    BDR   1/1',
  ],
  [
    'show ip protocols',
    'Routing Protocol is "ospf 1"',
    '  Router ID 9.9.9.9',
    '  Number of areas in this router is 2. 2 normal 0 stub 0 nssa',
    '    10.0.10.0 0.0.0.255 area 0',
    '    Vlan10',
  ],
  ['show ip ospf', ' Routing Process "ospf 1" with ID 9.9.9.9'],
  ['show ip ospf database router', '            OSPF Router with ID (9.9.9.9) (Process ID 1)'],
  [
    'show ip route',
    'Gateway of last resort is 10.0.10.254 to network 0.0.0.0',
    'S*       0.0.0.0/0 [1/0] via 10.0.10.254',
    'O        172.16.0.0/24 [110/2] via 10.0.99.2, 00:01:02, GigabitEthernet1/0/5',
    'C        10.0.99.0/30 is directly connected, GigabitEthernet1/0/5',
    'C        1.1.1.1/32 is directly connected, Loopback0',
  ],
  ['show ip route connected', 'C        10.0.10.0/24 is directly connected, Vlan10'],
  ['show ip route static', 'S*       0.0.0.0/0 [1/0] via 10.0.10.254'],
  ['show ip route ospf', 'O        172.16.0.0/24 [110/2] via 10.0.99.2, 00:01:02, GigabitEthernet1/0/5'],
  [
    'show standby brief',
    '                     P indicates configured to preempt.',
    'Interface   Grp  Pri P State   Active          Standby         Virtual IP',
    'Vl10        10   110 P Active  local           10.0.10.3       10.0.10.1',
    'Vl20        20   100   Init    unknown         unknown         10.0.20.1',
  ],
  [
    'show standby',
    'Vlan10 - Group 10',
    '    Local virtual MAC address is 0000.0c07.ac0a (v1 default)',
    '  Priority 110 (configured 110)',
    'Vlan20 - Group 20 (version 2)',
    '  State is Init (interface down)',
    '    Local virtual MAC address is 0000.0c9f.f014 (v2 default)',
  ],
  ['show track 1', 'Track 1', '  Interface GigabitEthernet1/0/1 line-protocol', '  Line protocol is Up'],
  [
    'show etherchannel 1 detail',
    'Group state = L2',
    'Protocol:   LACP',
    'Port state    = Up Mstr Assoc In-Bndl',
    'Port state          = Port-channel Ag-Inuse',
    '  0     00     Gi1/0/2  Active             0',
  ],
  ['show etherchannel port-channel', 'Port-channel: Po2', 'Protocol            =   PAgP'],
  [
    'show lacp 1 internal',
    'Port      Flags   State     Priority      Key       Key     Number      State',
    'Gi1/0/2   SA      bndl      32768         0x1       0x1     0x103       0x3D',
  ],
  ['show lacp counters', 'Channel group: 1', 'Gi1/0/2   28     27     0      0      0      0      0'],
  ['show lacp sys-id', '32768, 0011.2233.4455'],
  [
    'show pagp neighbor',
    'Channel group 2 neighbors',
    'Port      Name                 Device ID        Port       Age  Flags   Cap.',
    'Gi1/0/4   dist1                0011.2233.4455   Gi0/1      22s  SC      10001',
  ],
  ['show pagp 2 internal', 'Gi1/0/4   SC    U6/S7   H       30s     1        128        Any     8'],
  ['show pagp counters', 'Channel group: 2', 'Gi1/0/4   60      52      0       0       0'],
  [
    'show ip source binding',
    'MacAddress          IpAddress        Lease(sec)  Type           VLAN  Interface',
    '00:00:11:11:22:22   10.0.10.9        infinite    static         10    GigabitEthernet1/0/1',
    'Total number of bindings: 1',
  ],
  [
    'show ip verify source',
    'Interface  Filter-type  Filter-mode  IP-address       Mac-address        Vlan',
    'Gi1/0/1    ip           active       10.0.10.9                           10',
  ],
  ['show arp access-list', 'ARP access list FIXED', '    permit ip host 10.0.10.9 mac host 0000.1111.2222'],
  [
    'show login',
    '     A login delay of 1 seconds is applied.',
    '     If more than 3 login failures occur in 60 seconds or less,',
  ],
  [
    'show interfaces status err-disabled',
    'Port      Name               Status       Reason               Err-disabled Vlans',
  ],
  [
    'show ip arp inspection statistics vlan 10',
    '   10              0              0              0              0',
  ],
];

describe('what guides of routing, channels and filters ask for', () => {
  it.each(rows)('%s', (command, ...printed) => {
    const lines = shown(command).split('\n');
    for (const line of printed)
      expect(
        lines.some((one) => isPrintedLine(one, line)),
        `${line}\nin\n${lines.join('\n')}`,
      ).toBe(true);
  });
});

describe('a route to one address', () => {
  const alone = switchOf(
    typed
      .split('\n')
      .filter((line) => !/^(router|network|passive|ip ospf)/.test(line))
      .join('\n'),
  );

  it('is the narrowest that is known, where nobody tells of others', () => {
    expect(shown('show ip route 10.0.99.2', alone)).toContain('Routing entry for 10.0.99.0/30\n');
    expect(shown('show ip route 10.0.99.2', alone)).toContain('directly connected, via GigabitEthernet1/0/5');
    expect(shown('show ip route 192.0.2.1', alone)).toBe('% Network not in table');
  });
  it('is not known, where others may tell of one', () => {
    expect(printShow('show ip route 192.0.2.1', core, allAnswer).kind).toBe('unknown');
  });
});

it('without processes and groups nothing is printed', () => {
  const fresh = openConsole('generic-ios').state;
  for (const command of ['show ip ospf neighbor', 'show ip ospf interface brief', 'show standby brief'])
    expect(shown(command, fresh)).toBe('');
  expect(shown('show login', fresh)).toContain('NOT enabled');
  expect(printShow('show ip route', fresh, allAnswer).kind).toBe('unknown');
});
