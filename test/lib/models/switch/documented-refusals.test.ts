import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { answerLine } from '../../../../src/lib/models/switch/answer-line.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import type { Console } from '../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';

const invalid = "% Invalid input detected at '^' marker.";
const dynamic = "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status.";
const auto =
  'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.';
const steps = '% Bridge Priority must be in increments of 4096.';

/**
 * What switches refuse: what was typed before, the line, and the first line of the reply. Two thirds are retyped, on the ports of our models,
 * from transcripts of labs, reports and course texts in public repositories; the rest, most words that no command has, follow from the tables.
 */
const documented: readonly (readonly [
  before: readonly string[],
  line: string,
  reply: string | undefined,
  platform?: IosPlatform,
])[] = [
  // Port security on a port as the factory left it: transcripts of a 2960, a 3560, IOSvL2 and Packet Tracer.
  [
    ['interface gi1/0/1'],
    'switchport port-security',
    'Command rejected: GigabitEthernet1/0/1 is a dynamic port.',
  ],
  [
    ['interface fa0/3'],
    'switchport port-security',
    'Command rejected: FastEthernet0/3 is a dynamic port.',
    'catalyst-3560',
  ],
  [
    ['int range gi1/0/1 - 3'],
    'switchport port-security',
    'Command rejected: GigabitEthernet1/0/1 is a dynamic port.',
  ],
  [
    ['interface gi1/0/2', 'switchport mode dynamic auto', 'switchport port-security maximum 4'],
    'switchport port-security',
    'Command rejected: GigabitEthernet1/0/2 is a dynamic port.',
  ],
  [
    ['interface gi1/0/2', 'switchport mode access', 'switchport port-security mac-address 0023.3300.0001'],
    'switchport port-security mac-address 0023.3300.0003',
    'Total secure mac-addresses on interface GigabitEthernet1/0/2 has reached maximum limit.',
  ],
  [
    [
      'interface gi1/0/1',
      'switchport mode access',
      'switchport port-security mac-address sticky 0002.ab01.cd01',
    ],
    'switchport port-security mac-address sticky 0002.ab01.cd02',
    'Total secure mac-addresses on interface GigabitEthernet1/0/1 has reached maximum limit.',
  ],
  // DTP.
  [['interface gi1/0/1'], 'switchport nonegotiate', dynamic],
  [['interface range gi1/0/1 - 4'], 'switchport nonegotiate', dynamic],
  [['interface gi1/0/24', 'switchport mode dynamic auto'], 'switchport nonegotiate', dynamic],
  [['interface gi1/0/24', 'switchport mode dynamic desirable'], 'switchport nonegotiate', dynamic],
  [
    ['interface gi1/0/1', 'switchport mode trunk', 'switchport nonegotiate'],
    'no switchport mode trunk',
    'Command rejected: An interface must be configured to the "Access" or "Trunk" modes to be configured to "NoNegotiate."',
  ],
  // Trunks of models that know two encapsulations.
  [['interface gi0/1'], 'switchport mode trunk', auto, 'catalyst-3560'],
  [['interface gi1/0/1'], 'switchport mode trunk', auto, 'catalyst-3750x'],
  [['interface gi0/1', 'switchport trunk native vlan 99'], 'sw mode trunk', auto, 'catalyst-3560'],
  // Models that know one.
  [['interface gi1/0/1'], 'switchport trunk encapsulation dot1q', invalid],
  [['interface gi1/0/24'], 'sw tr enc dot1q', invalid],
  // VTP.
  [['vtp mode client'], 'vlan 50', 'VTP VLAN configuration not allowed when device is in CLIENT mode.'],
  [['vtp mode client'], 'vlan 10', 'VTP VLAN configuration not allowed when device is in CLIENT mode.'],
  [
    ['vtp domain VTPDEMO', 'vtp mode client'],
    'vlan 500',
    'VTP VLAN configuration not allowed when device is in CLIENT mode.',
  ],
  [[], 'vlan 1006', '% Failed to create VLANs 1006'],
  [['vtp mode server'], 'vlan 2000', '% Failed to create VLANs 2000'],
  // Lists and numbers of VLANs.
  [[], 'vlan 0', 'Command rejected: Bad VLAN list'],
  [[], 'vlan 5000', 'Command rejected: Bad VLAN list'],
  [['interface gi1/0/1'], 'switchport trunk allowed vlan 10, 20', undefined],
  [['interface gi1/0/1'], 'switchport access vlan 4095', invalid],
  [['vlan 1'], 'name FOO', 'Default VLAN 1 may not have its name changed.'],
  [
    ['vlan 10', 'name USERS', 'exit', 'vlan 20'],
    'name USERS',
    'VLAN #20 and #10 have an identical name: USERS',
  ],
  // Spanning tree.
  [[], 'spanning-tree vlan 1 priority 1', steps],
  [[], 'spanning-tree vlan 30 priority 5000', steps],
  [[], 'spanning-tree vlan 10 priority 28000', steps],
  [[], 'spanning-tree vlan 10 priority 61441', invalid],
  [
    ['interface gi1/0/1'],
    'spanning-tree port-priority 100',
    '% Port Priority in increments of 16 is required',
  ],
  [['interface gi1/0/1'], 'spanning-tree cost 0', invalid],
  // Addresses.
  [
    ['interface gi1/0/1'],
    'ip address 192.168.1.1 255.255.255.0',
    '% IP addresses may not be configured on L2 links.',
  ],
  [
    ['interface fa0/1'],
    'ip address 10.0.0.1 255.255.255.0',
    '% IP addresses may not be configured on L2 links.',
    'catalyst-3560',
  ],
  [['interface vlan 1'], 'ip address 201.191.20.0 255.255.255.0', 'Bad mask /24 for address 201.191.20.0'],
  [['interface vlan 1'], 'ip address 30.0.1.11 255.255.255.252', 'Bad mask /30 for address 30.0.1.11'],
  [['interface vlan 1'], 'ip add 192.168.16.143 255.255.255.240', 'Bad mask /28 for address 192.168.16.143'],
  [
    ['interface vlan 100', 'ip address 10.0.0.9 255.255.255.0', 'interface vlan 200'],
    'ip address 10.0.0.1 255.255.255.252',
    '% 10.0.0.0 overlaps with Vlan100',
  ],
  [
    ['interface vlan 222', 'ip address 192.168.121.1 255.255.255.0', 'interface vlan 121'],
    'ip address 192.168.121.254 255.255.255.0',
    '% 192.168.121.0 overlaps with Vlan222',
  ],
  [['interface vlan 1'], 'ip address 10.0.0.1', '% Incomplete command.'],
  [['interface vlan 1'], 'ip address 10.0.0.1/24', invalid],
  [[], 'no interface gi1/0/1', '% Removal of physical interfaces is not permitted.'],
  // Keys and secrets.
  [[], 'crypto key generate rsa modulus 2048', '% Please define a hostname other than Switch.'],
  [['hostname SW1'], 'crypto key generate rsa', '% Please define a domain-name first.'],
  [
    ['hostname SW1'],
    'crypto key generate rsa general-keys modulus 1024',
    '% Please define a domain-name first.',
  ],
  [[], 'enable secret 5 class', 'ERROR: The secret you entered is not a valid encrypted secret.'],
  // Channels.
  [
    ['interface gi1/0/1', 'channel-protocol lacp'],
    'channel-group 1 mode desirable',
    'Command rejected (Channel protocol mismatch for interface Gi1/0/1 in group 1): the interface can not be added to the channel group',
  ],
  [
    ['interface gi1/0/1', 'channel-protocol lacp'],
    'channel-group 1 mode on',
    'Command rejected (Channel protocol mismatch for interface Gi1/0/1 in group 1): the interface can not be added to the channel group',
  ],
  [
    ['interface gi1/0/1', 'channel-group 1 mode active', 'interface range gi1/0/5 - 6'],
    'channel-group 1 mode auto',
    'Command rejected (Channel protocol mismatch for interface Gi1/0/5 in group 1): the interface can not be added to the channel group',
  ],
  // Sessions that copy frames: what the configuration guide of the 2960-S says of their ends.
  [
    ['monitor session 1 source interface gi1/0/1 - 4'],
    'monitor session 1 destination interface gi1/0/3',
    undefined,
  ],
  [
    ['monitor session 1 destination interface gi1/0/9'],
    'monitor session 2 source interface g1/0/9 both',
    undefined,
  ],
  [
    ['monitor session 1 destination interface gi1/0/9 encapsulation replicate'],
    'monitor session 2 destination interface GigabitEthernet 1/0/9',
    undefined,
  ],
  [['monitor session 1 source vlan 10 rx'], 'monitor session 1 source interface gi1/0/1', undefined],
  [
    ['monitor session 1 source interface gi1/0/1 , gi1/0/4 tx'],
    'monitor session 1 source vlan 10',
    undefined,
  ],
  // Addresses that are not there.
  [
    ['interface vlan 10', 'ip address 10.0.0.2 255.255.255.0'],
    'no ip address 10.0.0.3 255.255.255.0',
    undefined,
  ],
  [
    ['interface vlan 10', 'ip address 10.0.0.2 255.255.255.0'],
    'no ip address 10.0.0.2 255.255.0.0',
    undefined,
  ],
  [
    ['interface vlan 10', 'ip address 10.0.0.2 255.255.255.0', 'ip address 10.1.0.2 255.255.255.0 secondary'],
    'no ip address 10.0.0.2 255.255.255.0',
    'Must delete secondary before deleting primary',
  ],
  // Typed at switches and routers whose owners reported it: github.com/ktbyers/netmiko issue 1535; nornir-automation/nornir 400;
  // ansible-collections/cisco.ios 651 and 1236; exercises of natenka/pyneng; two labs of vushueh and jhair-or.
  [['end', 'disable'], 'show run vlan 2', invalid],
  [['end', 'disable'], 'write memory', invalid],
  [['end', 'disable'], 'configure terminal', invalid],
  [['interface gi1/0/1'], 'show version', invalid],
  [['interface gi0/1'], 'switchport mode trunk', auto, 'catalyst-3560'],
  [[], 'logging', '% Incomplete command.'],
  [[], 'i', '% Ambiguous command:  "i"'],
  [[], 'a', '% Ambiguous command:  "a"'],
  // Words.
  [[], 'show vlan', invalid],
  [[], 'show running-config', invalid],
  [['interface gi1/0/1'], 'hostname', '% Incomplete command.'],
  [['interface gi1/0/1'], 'switchport access', '% Incomplete command.'],
  [['interface gi1/0/1'], 'switchport mode', '% Incomplete command.'],
  [['interface gi1/0/1'], 's', '% Ambiguous command:  "s"'],
  [['interface gi1/0/1'], 'speed 2500', invalid],
  [['interface gi1/0/1'], 'switchport mode acces trunk', invalid],
  [['end'], 'vlan 10', invalid],
  [['end'], 'interface gi1/0/1', invalid],
  [['end', 'disable'], 'show running-config', invalid],
  [['end'], 'conf tt', invalid],
  [['end'], 'show i', '% Ambiguous command:  "show i"'],
  [['end'], 'show ip interface breif', invalid],
];

function after(lines: readonly string[], platform: IosPlatform): Console {
  return lines.reduce<Console>(
    (console, line) => executeLine(line, console).console,
    openConsole(platform, { mode: 'config' }),
  );
}

describe('What switches are known to have refused', () => {
  it.each(
    documented.map(
      ([before, line, reply, platform]) => [before, line, reply, platform ?? 'catalyst-2960s'] as const,
    ),
  )('is refused, and changes nothing: after %j: %s', (before, line, reply, platform) => {
    const console = after(before, platform);
    const { step, refused, console: then } = executeLine(line, console);
    expect(step.kind === 'refused' || refused !== undefined).toBe(true);
    expect(then.state).toBe(console.state);
    const { printed } = answerLine(line, console, allAnswer);
    if (reply === invalid) expect(printed).toContain(invalid);
    else if (reply !== undefined) expect(printed[0]).toBe(reply);
  });
});
