import { describe, expect, it } from 'vitest';
import type { IosPlatform } from '../../../../src/lib/dialects/ios/tables/table-format.ts';
import { answerLine } from '../../../../src/lib/models/switch/answer-line.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import type { Console } from '../../../../src/lib/models/switch/console.ts';
import { executeLine } from '../../../../src/lib/models/switch/execute-line.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';

const usual: IosPlatform = 'catalyst-2960s';

function after(lines: readonly string[], platform: IosPlatform): Console {
  return lines.reduce<Console>(
    (console, line) => executeLine(line, console).console,
    openConsole(platform, { mode: 'config' }),
  );
}

/** What is typed first, the line that is refused, what the switch says (undefined: not known), and which switch it is. */
const refused: readonly (readonly [
  before: readonly string[],
  line: string,
  reply: string | undefined,
  platform?: IosPlatform,
])[] = [
  // Ports.
  [
    ['interface gi1/0/1'],
    'switchport port-security',
    'Command rejected: GigabitEthernet1/0/1 is a dynamic port.',
  ],
  [
    ['interface range gi1/0/3 - 4', 'switchport mode dynamic desirable'],
    'switchport port-security',
    'Command rejected: GigabitEthernet1/0/3 is a dynamic port.',
  ],
  [
    ['interface gi1/0/1'],
    'switchport nonegotiate',
    "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status.",
  ],
  [
    ['interface gi1/0/1', 'switchport mode access', 'switchport nonegotiate'],
    'switchport mode dynamic auto',
    "Command rejected: Conflict between 'nonegotiate' and 'dynamic' status.",
  ],
  [
    ['interface gi1/0/1', 'switchport mode trunk', 'switchport nonegotiate'],
    'no switchport mode trunk',
    'Command rejected: An interface must be configured to the "Access" or "Trunk" modes to be configured to "NoNegotiate."',
  ],
  [
    ['interface gi0/1'],
    'switchport mode trunk',
    'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.',
    'catalyst-3560',
  ],
  [
    ['interface gi1/0/1', 'switchport trunk encapsulation negotiate'],
    'switchport mode trunk',
    'Command rejected: An interface whose trunk encapsulation is "Auto" can not be configured to "trunk" mode.',
    'catalyst-3750x',
  ],
  // VLANs.
  [['vtp mode client'], 'vlan 50', 'VTP VLAN configuration not allowed when device is in CLIENT mode.'],
  [
    ['vlan 50', 'exit', 'vtp mode client'],
    'no vlan 50',
    'VTP VLAN configuration not allowed when device is in CLIENT mode.',
  ],
  [['vlan 10', 'name USERS', 'vlan 11'], 'name USERS', 'VLAN #11 and #10 have an identical name: USERS'],
  [['vlan 20', 'exit', 'vlan 21'], 'name VLAN0020', 'VLAN #21 and #20 have an identical name: VLAN0020'],
  [['vlan 21'], 'name default', 'VLAN #21 and #1 have an identical name: default'],
  [['vlan 1'], 'name FOO', 'Default VLAN 1 may not have its name changed.'],
  [['vlan 1'], 'shutdown', undefined],
  [['vlan 1'], 'state suspend', undefined],
  [[], 'no vlan 1', 'Default VLAN 1 may not be deleted.'],
  [[], 'no vlan 1002', 'Default VLAN 1002 may not be deleted.'],
  [[], 'no vlan 5,1003-1004', 'Default VLAN 1003 may not be deleted.'],
  [['vlan 10,11'], 'name X', undefined],
  // Addresses.
  [
    ['interface gi1/0/1'],
    'ip address 10.0.0.1 255.255.255.0',
    '% IP addresses may not be configured on L2 links.',
  ],
  [['interface gi1/0/1'], 'ip address dhcp', '% IP addresses may not be configured on L2 links.'],
  [
    ['interface gi1/0/1', 'switchport mode access'],
    'ip address 10.0.0.1 255.255.255.0',
    '% IP addresses may not be configured on L2 links.',
    'generic-ios',
  ],
  [['interface vlan 10'], 'ip address 10.0.0.255 255.255.255.0', 'Bad mask /24 for address 10.0.0.255'],
  [['interface vlan 10'], 'ip address 201.191.20.0 255.255.255.0', 'Bad mask /24 for address 201.191.20.0'],
  [
    ['interface vlan 10'],
    'ip address 192.168.16.143 255.255.255.240',
    'Bad mask /28 for address 192.168.16.143',
  ],
  [['interface vlan 10'], 'ip address 10.0.0.9 255.255.255.255', 'Bad mask /32 for address 10.0.0.9'],
  [['interface vlan 10'], 'ip address 127.0.0.1 255.0.0.0', 'Not a valid host address - 127.0.0.1'],
  [['interface vlan 10'], 'ip address 224.0.0.5 255.255.255.0', 'Not a valid host address - 224.0.0.5'],
  [
    ['interface vlan 100', 'ip address 10.0.0.2 255.255.255.0', 'interface vlan 10'],
    'ip address 10.0.0.1 255.255.255.252',
    '% 10.0.0.0 overlaps with Vlan100',
  ],
  // The whole switch.
  [[], 'crypto key generate rsa modulus 2048', '% Please define a hostname other than Switch.'],
  [['hostname sw7'], 'crypto key generate rsa', '% Please define a domain-name first.'],
  [[], 'spanning-tree vlan 10 priority 5000', '% Bridge Priority must be in increments of 4096.'],
  [[], 'spanning-tree vlan 1 priority 1', '% Bridge Priority must be in increments of 4096.'],
  [[], 'spanning-tree mst 1 priority 100', '% Bridge Priority must be in increments of 4096.'],
  [
    ['interface gi1/0/1'],
    'spanning-tree port-priority 100',
    '% Port Priority in increments of 16 is required',
  ],
  [[], 'enable secret 5 cisco', 'ERROR: The secret you entered is not a valid encrypted secret.'],
  [[], 'username u secret 5 cisco', 'ERROR: The secret you entered is not a valid encrypted secret.'],
  [[], 'username u privilege 15 secret 9 cisco', undefined],
  [[], 'enable password 7 cisco', 'Invalid encrypted password: cisco'],
  [['line vty 0 4'], 'password 7 cisco', 'Invalid encrypted password: cisco'],
  [
    ['username u password x'],
    'username u secret y',
    'ERROR: Can not have both a user password and a user secret.',
  ],
  [['interface gi5'], 'spanning-tree port-priority 260', undefined, 'sg300'],
  [[], 'spanning-tree priority 1000', undefined, 'sg300'],
];

describe('A switch refuses, and is as it was', () => {
  it.each(
    refused.map(([before, line, reply, platform]) => [before, line, reply, platform ?? usual] as const),
  )('after %j: %s', (before, line, reply, platform) => {
    const console = after(before, platform);
    const { step, refused: problem, console: then } = executeLine(line, console);
    expect(problem ?? step.kind).not.toBe('command');
    expect(problem !== undefined || step.kind === 'refused').toBe(true);
    expect(then.state).toBe(console.state);
    expect(then.session.mode).toBe(console.session.mode);
    if (reply !== undefined) expect(answerLine(line, console, allAnswer).printed[0]).toBe(reply);
  });
});

/** What is taken all the same: the neighbours of what is refused. */
const taken: readonly (readonly [before: readonly string[], line: string, platform?: IosPlatform])[] = [
  [['interface gi1/0/1', 'switchport mode access'], 'switchport port-security'],
  [['interface gi1/0/1', 'switchport mode trunk'], 'switchport port-security'],
  [['interface gi1/0/1'], 'switchport port-security maximum 2'],
  [['interface gi1/0/1', 'switchport mode access'], 'switchport nonegotiate'],
  [['interface gi1/0/1'], 'switchport mode trunk'],
  [['interface gi1/0/1'], 'switchport mode trunk', 'generic-ios'],
  [['interface gi1/0/1'], 'switchport mode trunk', 'catalyst-9300'],
  [['interface gi0/1', 'switchport trunk encapsulation dot1q'], 'switchport mode trunk', 'catalyst-3560'],
  [
    [
      'interface gi0/1',
      'switchport trunk encapsulation dot1q',
      'channel-group 1 mode active',
      'interface port-channel 1',
    ],
    'switchport mode trunk',
    'catalyst-3560',
  ],
  [['interface gi0/1'], 'ip address 10.0.0.1 255.255.255.0', 'generic-ios'],
  [['interface gi0/1', 'no switchport'], 'ip address 10.0.0.1 255.255.255.0', 'catalyst-3560'],
  [['interface vlan 10'], 'ip address 10.0.0.1 255.255.255.254'],
  [['interface loopback 0'], 'ip address 10.0.0.1 255.255.255.255', 'generic-ios'],
  [['interface vlan 10', 'ip address 10.0.0.1 255.255.255.0'], 'ip address 10.0.0.2 255.255.255.0'],
  [['vlan 10', 'name USERS'], 'name USERS'],
  [['vlan 10', 'name USERS', 'vlan 11'], 'name users'],
  [['vtp mode transparent'], 'vlan 50'],
  [['hostname sw7', 'ip domain-name lab.test'], 'crypto key generate rsa modulus 2048'],
  [[], 'crypto key generate rsa label SSH modulus 2048'],
  [[], 'spanning-tree vlan 10 priority 8192'],
  [['interface gi1/0/1'], 'spanning-tree port-priority 64'],
  [[], 'enable secret cisco'],
  [[], 'enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0'],
  [[], 'enable password 7 0822455D0A16'],
  [['username u secret x'], 'username u secret y'],
];

describe('A switch takes', () => {
  it.each(taken.map(([before, line, platform]) => [before, line, platform ?? usual] as const))(
    'after %j: %s',
    (before, line, platform) => {
      const { step, refused: problem } = executeLine(line, after(before, platform));
      expect(problem).toBeUndefined();
      expect(step.kind).toBe('command');
    },
  );
});

/** What is printed though the line is taken. */
const printed: readonly (readonly [before: readonly string[], line: string, said: readonly string[]])[] = [
  [['interface gi1/0/1'], 'switchport voice vlan 20', ['% Voice VLAN does not exist. Creating vlan 20']],
  [['vlan 20', 'interface gi1/0/1'], 'switchport voice vlan 20', []],
  [['interface gi1/0/1'], 'switchport access vlan 30', ['% Access VLAN does not exist. Creating vlan 30']],
  [['line console 0'], 'login', ["% Login disabled on line 0, until 'password' is set"]],
  [
    ['line vty 0 1'],
    'login',
    [
      "% Login disabled on line 1, until 'password' is set",
      "% Login disabled on line 2, until 'password' is set",
    ],
  ],
  [['line vty 0 4', 'password x'], 'login', []],
  [['line vty 0 4'], 'login local', []],
  [['aaa new-model', 'line vty 0 4'], 'login', []],
  [[], 'vtp mode client', ['Setting device to VTP Client mode for VLANS.']],
  [[], 'vtp mode server', ['Device mode already VTP Server for VLANS.']],
  [[], 'vtp domain LAB', ['Changing VTP domain name from NULL to LAB']],
  [[], 'vtp password x', ['Setting device VTP password to x']],
];

describe('A switch prints', () => {
  it.each(printed)('after %j: %s', (before, line, said) => {
    const { step, refused: problem, replies } = executeLine(line, after(before, 'catalyst-2960s'));
    expect(problem ?? step.kind).toBe('command');
    expect(replies).toEqual(said);
  });
});

describe('An interface that is not there', () => {
  it.each([
    'int range gi1/0/3-4,7-8',
    'interface gi1/0/99',
    'interface quantum 1',
    'interface gigabitethernett1/0/2',
  ])('never stands for the one before: %s', (line) => {
    const { state } = after(
      [
        'interface gi1/0/1',
        'description UPLINK',
        line,
        'switchport access vlan 20',
        'shutdown',
        'description X',
      ],
      'catalyst-2960s',
    );
    expect(state.running.interfaces.get('GigabitEthernet1/0/1')).toEqual({ description: 'UPLINK' });
  });

  it('is told where nothing is known against its name', () => {
    const { risks } = executeLine(
      'int range gi1/0/3-4,7-8',
      openConsole('catalyst-2960s', { mode: 'config' }),
    );
    expect(risks.map(({ rule }) => rule)).toEqual(['ios/not-followed']);
  });

  it('leaves the port of an SG300 that a further line configures', () => {
    const { state } = after(['interface gi5', 'voice vlan enable', 'description A'], 'sg300');
    expect(state.running.interfaces.get('gigabitethernet5')).toMatchObject({ description: 'A' });
  });
});
