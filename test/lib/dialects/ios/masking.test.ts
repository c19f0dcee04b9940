import { describe, expect, it } from 'vitest';
import { problems, type } from './session.ts';

/** Lines below others, with what is told of them: `rule line:column`. */
const judged: readonly (readonly [title: string, lines: readonly string[], told: readonly string[]])[] = [
  [
    'an interface line that is not known',
    [
      'interface gi1/0/1',
      'no frobnication',
      'switchport access vlan 5000',
      'switchport mode acess',
      'spaning-tree portfast',
    ],
    ['ios/out-of-range 4:24', 'ios/unknown-command 5:17', 'ios/unknown-command 6:1'],
  ],
  [
    'a line that may be anything',
    ['frobnicate the widget', 'vlan 5000', 'interface gi1/0/99', 'show vlan brief'],
    ['ios/out-of-range 3:6', 'ios/bad-interface 4:11', 'ios/wrong-mode 5:1'],
  ],
  [
    'an entry of an access list',
    ['ip access-list extended WEB', 'permit tcp any any eq 80', 'vlan 4095'],
    ['ios/out-of-range 4:6'],
  ],
  [
    'a RADIUS server',
    [
      'radius server R1',
      'address ipv4 10.0.0.1 auth-port 1812 acct-port 1813',
      'key k',
      'switchport mode trunk',
    ],
    ['ios/wrong-mode 5:1'],
  ],
  [
    'an MST configuration',
    ['spanning-tree mst configuration', 'name R', 'instance 1 vlan 10,20', 'spanning-tree mode foo'],
    ['ios/bad-argument 5:20'],
  ],
  [
    'an operation of IP SLA',
    ['ip sla 1', 'icmp-echo 10.0.0.1', 'frequency 10', 'vlan 0'],
    ['ios/out-of-range 5:6'],
  ],
  [
    'a class of a policy map',
    ['policy-map P', 'class C', 'set dscp ef', 'switchport mode trunk'],
    ['ios/wrong-mode 5:1'],
  ],
  ['a key of a key chain', ['key chain K', 'key 1', 'key-string s', 'show run'], ['ios/wrong-mode 5:1']],
  [
    'a session that mirrors',
    ['monitor session 1 source interface gi1/0/3', 'vlan 4096'],
    ['ios/out-of-range 3:6'],
  ],
  [
    'a pool of addresses',
    ['ip dhcp pool P', 'network 10.0.0.0 255.255.255.0', 'default-router 10.0.0.1', 'no shutdwon'],
    [],
  ],
  [
    'the archive',
    ['archive', 'log config', 'logging enable', 'hidekeys', 'system mtu jumbo 9999'],
    ['ios/out-of-range 6:18'],
  ],
];

describe('A line below one that is not known', () => {
  it.each(judged)('is judged: below %s', (_, lines, told) => {
    expect(problems(['configure terminal', ...lines].join('\n'))).toEqual(told);
  });

  it('is left alone where a mode that is not known may take it', () => {
    expect(
      problems('configure terminal\nfrobnicate the widget\n description x\n shutdown now\n name Y'),
    ).toEqual([]);
  });

  it('is text up to the line that ends it, whatever it says', () => {
    const macro =
      'configure terminal\nmacro name PORT\nno macro description\nswitchport mode acess\nvlan 5000\n@\nvlan 5000';
    expect(problems(macro)).toEqual(['ios/out-of-range 7:6']);
    const banner = 'configure terminal\nbanner login %\nvlan 5000\nshow run\n%\nvlan 5000';
    expect(problems(banner)).toEqual(['ios/out-of-range 6:6']);
    const certificate =
      'configure terminal\ncrypto pki certificate chain C\ncertificate self-signed 01\n3082 0101\nquit\nvlan 5000';
    expect(problems(certificate)).toEqual(['ios/out-of-range 6:6']);
  });
});

describe('What is typed at a terminal', () => {
  it.each(['^Z', '^z', '\x1a', 'end'])('leaves configuration by %j', (typed) => {
    const { diagnostics, session } = type(
      `configure terminal\ninterface gi1/0/1\nshutdown\n${typed}\nshow vlan brief`,
    );
    expect(diagnostics).toEqual([]);
    expect(session.mode).toBe('priv-exec');
  });

  it.each([
    ['configure', 'terminal'],
    ['copy running-config startup-config', 'startup-config'],
    ['reload', 'yes'],
    ['write erase', 'y'],
    ['erase startup-config', ''],
    ['delete vlan.dat', 'y'],
  ])('answers what `%s` asks with `%s`', (command, answer) => {
    const { commands, diagnostics } = type(`${command}\n${answer}`);
    expect(diagnostics).toEqual([]);
    expect(commands).toHaveLength(1);
  });

  it('answers how many bits a key has', () => {
    const { commands } = type('configure terminal\ncrypto key generate rsa\n2048\nip ssh version 2');
    expect(commands.map(({ support }) => support)).toEqual(['supported', 'supported', 'supported']);
  });

  it('ends the session by quit', () => {
    expect(type('quit').commands[0]).toMatchObject({ support: 'supported' });
  });

  it('leads out of a block within a block and back', () => {
    const { session } = type('configure terminal\narchive\nlog config\nlogging enable\nexit');
    expect(session.mode).toBe('config-archive');
    expect(
      type('policy-map P\n class A\n  set dscp ef\n class B\n  set dscp cs3\nvlan 10\n').session.mode,
    ).toBe('config-vlan');
  });
});
