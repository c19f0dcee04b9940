import { describe, expect, it } from 'vitest';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { ios, problems, type, underInterface } from './session.ts';

const labwork = {
  'catalyst-2960s': `configure terminal
system mtu jumbo 9198
end
write memory
reload
show system mtu
configure terminal
interface range GigabitEthernet1/0/20 - 23
description SMB1 team
speed auto
duplex auto
channel-group 3 mode active
switchport mode trunk
no spanning-tree portfast
spanning-tree portfast trunk
exit
interface Port-channel3
description SMB1
switchport mode trunk
switchport trunk allowed vlan 1,11-15
switchport trunk allowed vlan add 16
spanning-tree portfast trunk
exit
vlan 14
name CSV
exit
vlan 11,12,13,15
end
show etherchannel summary
show interfaces trunk
show interfaces status | include Po3
show vlan brief
show lacp neighbor
show running-config interface Port-channel 3
copy running-config startup-config`,
  sg300: `configure
port jumbo-frame
vlan database
vlan 11-15
exit
interface vlan 14
name CSV
exit
interface range gi20-23
description "SMB1 team"
channel-group 3 mode auto
no shutdown
exit
interface port-channel 3
description SMB1
switchport mode trunk
switchport trunk allowed vlan add 11-15
end
show ports jumbo-frame
show interfaces port-channel 3
show interfaces switchport po3
show interfaces status gi20
show vlan
show lacp port-channel 3
write memory
reload`,
} as const;

describe('Labworks 2 on its switches', () => {
  it.each(Object.entries(labwork))('knows every command on %s', (platform, text) => {
    const { commands, diagnostics } = type(text, platform as keyof typeof labwork);
    expect(diagnostics).toEqual([]);
    expect(commands.filter(({ support }) => support !== 'supported')).toEqual([]);
    expect(commands).toHaveLength(text.split('\n').length);
  });

  it('refuses the commands of one switch on the other', () => {
    const crossed = type(labwork['catalyst-2960s'], 'sg300').diagnostics.map(({ rule }) => rule);
    expect(new Set(crossed)).toContain('ios/wrong-platform');
  });
});

describe('Prompts', () => {
  it('are those of the mode that each line is typed in', () => {
    const { prompts, context, session } = type(
      'conf t\nint range gi1/0/1 - 4\nno sh\nvlan 10\nname mgmt\nhostname core\nline vty 0 4\nend\nsh vlan br',
    );
    expect(context).toBe('priv-exec');
    expect(prompts).toEqual([
      'sw1#',
      'sw1(config)#',
      'sw1(config-if-range)#',
      'sw1(config-if-range)#',
      'sw1(config-vlan)#',
      'sw1(config-vlan)#',
      'core(config)#',
      'core(config-line)#',
      'core#',
    ]);
    expect(session.mode).toBe('priv-exec');
  });

  it('go on from block to block and start over in a script of its own', () => {
    const first = type('configure terminal\ninterface gi1/0/1');
    const file = createSourceFile('post.mdx', 'text\nshutdown');
    const second = ios.read(sliceOf(file, 5), first.session);
    expect(second.context).toBe('config-if');
    expect(second.prompts).toEqual(['sw1(config-if)#']);
    expect(ios.restart(second.session).mode).toBe('priv-exec');
  });

  it('do not stand in front of the text of a banner', () => {
    const { prompts, diagnostics } = type('conf t\nbanner motd #\nno such command\n#\nvlan 10');
    expect(prompts).toEqual(['sw1#', 'sw1(config)#', '', '', 'sw1(config)#']);
    expect(diagnostics).toEqual([]);
  });
});

describe('A file', () => {
  it('that reads as a configuration begins in global configuration', () => {
    const text = 'hostname sw9\n!\ninterface GigabitEthernet1/0/1\n switchport mode trunk\n!\nend\n';
    const { context, diagnostics, prompts } = type(text);
    expect(context).toBe('config');
    expect(diagnostics).toEqual([]);
    expect(prompts.slice(0, 4)).toEqual(['sw1(config)#', 'sw9(config)#', 'sw9(config)#', 'sw9(config-if)#']);
  });

  it('with EXEC commands is a session, and its first line lacks a mode', () => {
    expect(problems('interface gi1/0/1\nswitchport mode trunk\nend\nshow vlan brief')).toEqual([
      'ios/wrong-mode 1:1',
    ]);
  });

  it('keeps what it does not know inside of its block', () => {
    const text =
      'interface gi1/0/1\n quantum entangle\n switchport mode trunk\ncall-home\n description x\n network 10.0.0.0\ninterface gi1/0/2\n shutdown';
    const { commands, diagnostics } = type(text);
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ support }) => support)).toEqual([
      'supported',
      'unknown',
      'supported',
      'unknown',
      'unknown',
      'unknown',
      'supported',
      'supported',
    ]);
  });

  it('may hold a certificate', () => {
    const text =
      'crypto pki certificate chain X\n certificate self-signed 01\n  30820240 308201A9\n  \tquit\nvlan 10\n name a';
    expect(problems(text)).toEqual([]);
  });
});

describe('Abbreviations', () => {
  it.each([
    'conf t',
    'sh run',
    'sh int status',
    'sh ip int br',
    'sh etherchannel sum',
    'sh vlan br',
    'sh int trunk',
    'wr',
    'copy run start',
    'en',
    'sh run int gi 1/0/20',
    'sh mac add int po3',
  ])('%s is a command of the EXEC prompt', (line) => {
    expect(type(line).commands[0]?.support).toBe('supported');
  });

  it.each([
    ['sw mo tr', 'switchport mode'],
    ['sw tr al vl 10,20', 'switchport trunk allowed vlan'],
    ['sw tr na vl 99', 'switchport trunk native vlan'],
    ['sw acc vl 10', 'switchport access vlan'],
    ['spa portf', 'spanning-tree portfast'],
    ['no sh', 'no shutdown'],
    ['default desc', 'default description'],
    ['do sh vlan br', 'do show vlan'],
    ['NO SHUTDOWN', 'no shutdown'],
  ])('%s under an interface is %s', (line, name) => {
    const [, , command] = underInterface(line).commands;
    expect(command).toMatchObject({ name, support: 'supported' });
  });

  it('that fit several keywords are reported with their candidates', () => {
    const [diagnostic] = underInterface('sp 100').diagnostics;
    expect(diagnostic).toMatchObject({ rule: 'ios/ambiguous-command', expected: 'spanning-tree, speed' });
    expect(diagnostic?.why).toContain('% Ambiguous command:  "sp 100"');
  });
});

describe('Interfaces', () => {
  it.each([
    'gi1/0/20',
    'Gi 1/0/20',
    'GigabitEthernet1/0/20',
    'gigabitethernet 4/0/52',
    'po6',
    'port-channel 1',
    'vlan 4094',
    'Vl10',
  ])('interface %s exists on a 2960-S', (name) => {
    expect(problems(`conf t\ninterface ${name}`)).toEqual([]);
  });

  it.each([
    'gi0/20',
    'gi1/0/53',
    'gi5/0/1',
    'po7',
    'po0',
    'vlan 4095',
    'fa0/1',
    'eth1/0/1',
    'gigabitehternet1/0/1',
  ])('interface %s does not', (name) => {
    expect(problems(`conf t\ninterface ${name}\nshutdown`)).toEqual(['ios/bad-interface 2:11']);
  });

  it.each([
    'gi1/0/1-4',
    'gi1/0/1 - 4',
    'gi1/0/1 - 4 , gi1/0/7',
    'gi1/0/1-4,po1,vlan 10',
    'GigabitEthernet 1/0/1 - 4',
  ])('range %s is read', (range) => {
    const { session, diagnostics } = type(`conf t\nint range ${range}`);
    expect(diagnostics).toEqual([]);
    expect(session.mode).toBe('config-if-range');
  });

  it('ranges give the last number only', () => {
    expect(problems('conf t\nint range gi1/0/1 - gi1/0/4')).toEqual(['ios/bad-interface 2:11']);
    expect(problems('conf t\nint range gi1/0/20 - 99')).toEqual(['ios/bad-interface 2:11']);
    expect(problems('conf t\nint range gi1/0/9 , gi1/0/4 - 2')).toEqual(['ios/bad-interface 2:21']);
  });
});

describe('Verdicts', () => {
  it.each([
    ['switchport mode trnuk', 'ios/unknown-command 3:17'],
    ['swichport mode trunk', 'ios/unknown-command 3:1'],
    ['channel-group 7 mode active', 'ios/out-of-range 3:15'],
    ['switchport access vlan 5000', 'ios/out-of-range 3:24'],
    ['switchport trunk allowed vlan 10,4095', 'ios/out-of-range 3:34'],
    ['switchport trunk allowed vlan 10, 20', 'ios/bad-argument 3:31'],
    ['switchport access vlan', 'ios/incomplete-command 3:23'],
    ['channel-group three mode active', 'ios/bad-argument 3:15'],
    ['show vlan brief', 'ios/wrong-mode 3:1'],
    ['sh run', 'ios/wrong-mode 3:4'],
    ['mtu 9000', 'ios/wrong-platform 3:1'],
    ['switchport trunk encapsulation dot1q', 'ios/wrong-platform 3:18'],
    ['port jumbo-frame', 'ios/wrong-platform 3:6'],
  ])('%s under an interface of a 2960-S is %s', (line, problem) => {
    const { diagnostics, commands } = underInterface(line);
    expect(
      diagnostics.map(
        ({ rule, range: { start } }) => `${rule} ${String(start.line)}:${String(start.column)}`,
      ),
    ).toEqual([problem]);
    expect(commands[2]?.support).toBe('unsupported');
    expect(diagnostics[0]?.hint).toBeTruthy();
    expect(diagnostics[0]?.why).toMatch(/^The switch replies: .*%|Bad VLAN list/);
  });

  it('give the form of the platform at hand', () => {
    expect(underInterface('channel-group 3 mode active', 'sg300').diagnostics[0]?.hint).toContain(
      'mode auto',
    );
    expect(type('show etherchannel summary', 'sg300').diagnostics[0]?.hint).toContain(
      'show interfaces port-channel',
    );
    expect(type('conf t\nsystem mtu jumbo 9198', 'sg300').diagnostics[0]?.hint).toContain('port jumbo-frame');
    expect(type('conf t\nvlan 10\nname x', 'sg300').diagnostics[0]?.hint).toContain('vlan database');
  });

  it('tell one missing line once', () => {
    expect(problems('interface gi1/0/1\nswitchport mode trunk\nexit\nvlan 10\nend\nshow vlan')).toEqual([
      'ios/wrong-mode 1:1',
    ]);
    expect(problems('conf t\nvlan 10\nshow vlan\nwrite memory\nreload')).toEqual(['ios/wrong-mode 3:1']);
  });

  it('are silent where the facts are', () => {
    const { commands, diagnostics } = type(
      'frobnicate the widget\nconf t\ncall-home\nneighbor 10.0.0.1 remote-as 1',
    );
    expect(diagnostics).toEqual([]);
    expect(commands.map(({ support }) => support)).toEqual(['unknown', 'supported', 'unknown', 'unknown']);
  });

  it('see through what filters an output', () => {
    expect(type('sh run | include ^interface|trunk').commands[0]?.support).toBe('supported');
  });

  it('never crash on odd lines', () => {
    for (const line of [
      '',
      '   ',
      '!',
      'no',
      'do',
      'default',
      '|',
      '?',
      '\t',
      'interface',
      'int range ,',
      'int range -',
      'vlan ,',
      'no no no',
      '\u0000',
      'banner',
      'banner motd',
    ])
      for (const before of ['', 'conf t\n', 'conf t\ninterface gi1/0/1\n'])
        expect(() => type(before + line)).not.toThrow();
  });
});

describe('Quoting', () => {
  const quote = (value: string, before: string, after = '') =>
    ios.writeValues(
      sliceOf(createSourceFile('a.ios', `${before}X${after}`)),
      [{ start: before.length, end: before.length + 1, value }],
      'catalyst-2960s',
    ).written[0];
  it('writes words as they are, and blanks only where the rest of the line is text', () => {
    expect(quote('10', 'vlan ')).toBe('10');
    expect(quote('two words', 'vlan ')).toBeUndefined();
    expect(quote('two words', 'interface gi1\n description ')).toBe('two words');
    expect(quote('two words', ' description "', '"')).toBe('two words');
    expect(quote('say "x"', ' description "', '"')).toBeUndefined();
  });

  it.each(['', 'what?', 'a\nb', 'a\u0007b', 'a\tb'])('refuses %j', (value) => {
    expect(quote(value, 'description ')).toBeUndefined();
  });
});

describe('a line that comes again and again', () => {
  it('is read once, as long as nothing has changed since', () => {
    const read = (...lines: readonly string[]) => {
      const code = sliceOf(createSourceFile('a', lines.join('\n')));
      return ios.read(code, ios.start({ name: 'sw1', platform: 'generic-ios' }));
    };
    const refused = read(...Array.from({ length: 50 }, () => 'write memry'));
    expect(refused.diagnostics).toHaveLength(50);
    expect(new Set(refused.diagnostics.map(({ range }) => range.start.line)).size).toBe(50);
    expect(new Set(refused.commands.map(({ parsed }) => parsed)).size).toBe(1);
    const modes = read('write memry', 'configure terminal', 'write memry').commands;
    expect(modes.map(({ parsed }) => parsed.kind)).toEqual(['refused', 'command', 'unknown']);
  });
});
