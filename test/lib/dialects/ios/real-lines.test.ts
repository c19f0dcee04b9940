import { describe, expect, it } from 'vitest';
import { problems, type } from './session.ts';

// What real configurations and sessions hold, in lines of our own.

describe('Real sessions', () => {
  it('enter configuration by `configure` alone, which asks and takes Enter', () => {
    for (const platform of ['catalyst-2960s', 'generic-ios', 'sg300'] as const) {
      const { diagnostics, session } = type('conf', platform);
      expect(diagnostics).toEqual([]);
      expect(session.mode).toBe('config');
    }
  });

  it('name a port by the one letter that is enough on a switch with few types of port', () => {
    const { diagnostics, session } = type('conf t\nint f0/1\nint range f0/2 - 4, g0/1', 'generic-ios');
    expect(diagnostics).toEqual([]);
    expect(session.mode).toBe('config-if-range');
    expect(problems('conf t\nint t1/1/1\nswitchport mode access\nint g1/0/1', 'generic-ios')).toEqual([]);
  });

  it('leave a block that the tables do not know by `exit`, indented or not', () => {
    const block =
      'conf t\nip access-list extended guests\n permit ip any any\nexit\ninterface vlan 60\nshutdown';
    expect(problems(block)).toEqual([]);
    expect(problems(block.replace(' permit', 'permit'))).toEqual([]);
    expect(problems(`${block}\nend\nshow vlan`)).toEqual([]);
    expect(problems('conf t\nrouter ospf 1\n network 10.0.0.0\nexit\nexit\nshow vlan')).toEqual([]);
  });

  it('go on under a port of an SG300 after a command of global configuration', () => {
    const text = 'conf t\ninterface gi2\nlacp system-priority 100\nlacp port-priority 100\nvlan database';
    expect(problems(text, 'sg300')).toEqual([]);
    expect(problems('conf t\nint gi1/0/2\nlacp system-priority 100\nlacp port-priority 100')).toEqual([
      'ios/wrong-mode 4:6',
    ]);
  });
});

describe('Guides of labs', () => {
  const lines: readonly (readonly [opening: string, ...lines: string[]])[] = [
    [
      'int vlan 10',
      'standby version 2',
      'standby 10 ip 192.168.10.1',
      'standby 10 priority 120',
      'standby 10 preempt',
    ],
    ['int vlan 10', 'ip ospf 1 area 0', 'ip ospf cost 10', 'ip nat inside', 'ipv6 address 2001:db8::1/64'],
    ['int gi0/0', 'encapsulation dot1q 10', 'encapsulation dot1Q 99 native', 'clock rate 64000'],
    ['int gi0/1', 'ip arp inspection trust', 'ip arp inspection limit rate 30', 'ip verify source'],
    [
      'int gi0/1',
      'authentication port-control auto',
      'dot1x pae authenticator',
      'mab',
      'auto qos voip cisco-phone',
    ],
    ['!', 'aaa authentication login default group radius local', 'aaa authorization exec default local'],
    ['!', 'radius-server host 10.0.0.1 key x', 'ip radius source-interface vlan 10', 'login on-failure log'],
    [
      '!',
      'ip arp inspection vlan 10,20',
      'ip arp inspection validate src-mac ip',
      'vtp pruning',
      'cdp timer 30',
    ],
    [
      '!',
      'ip nat inside source list 1 interface gi0/0 overload',
      'ipv6 unicast-routing',
      'security passwords min-length 10',
    ],
    [
      'end',
      'clear port-security sticky interface gi0/1',
      'clear arp',
      'debug spanning-tree events',
      'show standby brief',
    ],
  ];
  it.each(lines)('are known in full: %s', (opening, ...typed) => {
    const { commands, diagnostics } = type(['conf t', opening, ...typed].join('\n'), 'generic-ios');
    expect(diagnostics).toEqual([]);
    expect(commands.filter(({ support }) => support !== 'supported').map(({ lineText }) => lineText)).toEqual(
      [],
    );
  });
});

describe('Real configurations', () => {
  it('begin with what the switch says before it prints them', () => {
    const text =
      'Building configuration...\n\nCurrent configuration : 1234 bytes\n!\nversion 15.2\nhostname sw7\nend\n';
    const { commands, diagnostics, context } = type(text);
    expect(context).toBe('config');
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ name }) => name)).toEqual(['version', 'hostname', 'end']);
  });

  it.each(['motd', 'login', 'exec', 'incoming', 'prompt-timeout', 'slip-ppp'])(
    'hold a banner %s whose text is no command',
    (kind) => {
      const text = `hostname sw7\nbanner ${kind} ^C\ninterface nonsense\nswitchport mode trnuk\n^C\nline con 0\n`;
      const { commands, diagnostics } = type(text);
      expect(diagnostics).toEqual([]);
      expect(commands.map(({ name }) => name)).toEqual(['hostname', 'banner', 'line']);
    },
  );

  it('give a user a level and no password, and a port of a router a channel and no mode', () => {
    const text =
      'hostname r7\nusername ann privilege 15\ninterface GigabitEthernet0/1\n channel-group 2\n shutdown\n';
    expect(problems(text, 'generic-ios')).toEqual([]);
    expect(problems('hostname sw7\ninterface gi1/0/1\n channel-group 2\n')).toEqual([
      'ios/incomplete-command 3:17',
    ]);
  });

  it('hold the banners of a Small Business switch', () => {
    const text = 'hostname sw7\nbanner login ^C\nswitchport mode trnuk\n\n^C\nbanner exec ^C\nhello\n^C\n';
    const { commands, diagnostics } = type(text, 'sg300');
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ support }) => support)).toEqual(['supported', 'supported', 'supported']);
  });

  it('leave a block at the margin after indented lines, whatever the block makes of the line', () => {
    const text =
      'hostname r7\ninterface gi0/1\n no shutdown\nip dhcp pool desks\n network 10.0.0.0 255.0.0.0\n dns-server 10.0.0.9\nline vty 0 4\n login\ncall-home\n description to the collector\ninterface gi0/2\n shutdown\n';
    const { commands, diagnostics } = type(text, 'generic-ios');
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ support }) => support === 'supported')).toEqual([
      ...[true, true, true],
      ...[true, true, true],
      ...[true, true],
      ...[false, false],
      ...[true, true],
    ]);
  });

  it('remove a part of a port, and age the addresses of one VLAN', () => {
    const text =
      'hostname r7\nno interface GigabitEthernet0/0.30\nmac address-table aging-time 500 vlan 13\n';
    expect(problems(text, 'generic-ios')).toEqual([]);
    expect(problems('conf t\nno interface GigabitEthernet0/0', 'generic-ios')).toEqual([
      'ios/missing-no-form 2:4',
    ]);
    expect(problems('conf t\nmtu 9000 vlan 13', 'generic-ios')).toEqual([]);
  });

  it('are not always indented in every line', () => {
    const text =
      'hostname sw7\ninterface gi1/0/1\n switchport mode access\nspanning-tree portfast\nno shutdown\n';
    expect(problems(text)).toEqual([]);
    expect(
      problems(text.replace('mode access\nspanning-tree portfast', 'mode access\nswitchport mode trnuk')),
    ).toEqual(['ios/unknown-command 4:17']);
    expect(problems(`conf t\n${text}exit\nexit\nshow vlan`)).toEqual([]);
  });
});

describe('A command of other models', () => {
  it('may be the plural of one that is known', () => {
    expect(problems('show vlans', 'generic-ios')).toEqual([]);
  });
});

describe('A mask that is none', () => {
  it('is refused in the words of the switch', () => {
    const [diagnostic] = type('conf t\ninterface vlan 10\nip address 10.1.1.1 252.255.255.0').diagnostics;
    expect(diagnostic?.why).toBe('The switch replies: Bad mask 0xFCFFFF00 for address 10.1.1.1');
  });
});
