import { describe, expect, it } from 'vitest';
import type { PlatformId } from '../../../../src/lib/platforms/platforms.ts';
import { openConsole } from '../../../../src/lib/models/switch/console.ts';
import { answerLine } from '../../../../src/lib/models/switch/answer-line.ts';
import { allAnswer } from '../../../../src/lib/models/switch/wiring.ts';
import { type } from './session.ts';

/** What a switch refuses by its words: in global configuration, at a port, or at the EXEC prompt. `^` stands in front of what is marked. */
const refused: readonly (readonly [where: 'config' | 'port' | 'exec', line: string])[] = [
  ['port', 'switchport mode ^lacp'],
  ['port', 'switchport mode ^tagged'],
  ['port', 'switchport trunk allowed ^vlans 10'],
  ['port', 'switchport trunk ^permit vlan 10'],
  ['port', 'switchport trunk allowed vlan ^plus 10'],
  ['port', 'switchport access vlan 10 ^20'],
  ['port', 'switchport nonegotiate ^on'],
  ['port', 'switchport voice vlan ^auto'],
  ['port', 'switchport port-security violation ^drop'],
  ['port', 'switchport port-security ^enable'],
  ['port', 'speed ^gigabit'],
  ['port', 'speed ^50'],
  ['port', 'duplex ^both'],
  ['port', 'shutdown ^now'],
  ['port', 'no shutdown ^now'],
  ['port', 'channel-group 1 mode ^lacp'],
  ['port', 'channel-group 1 mode active ^passive'],
  ['port', 'channel-group 1 ^active'],
  ['port', 'channel-protocol ^static'],
  ['port', 'spanning-tree bpduguard ^on'],
  ['port', 'spanning-tree guard ^bpdu'],
  ['port', 'spanning-tree cost ^0'],
  ['port', 'spanning-tree cost ^200000001'],
  ['port', 'spanning-tree port-priority ^256'],
  ['port', 'storm-control broadcast level ^101'],
  ['port', 'storm-control broadcast level 50 ^100.01'],
  ['port', 'storm-control action ^drop'],
  ['port', 'storm-control ^all level 10'],
  ['port', 'flowcontrol receive ^auto'],
  ['port', 'switchport port-security mac-address ^00:11:22:33:44:55'],
  ['config', 'spanning-tree mode ^foo'],
  ['config', 'spanning-tree mode ^rstp'],
  ['config', 'spanning-tree vlan 10 ^prority 4096'],
  ['config', 'spanning-tree vlan 10 hello-time ^11'],
  ['config', 'ip default-gateway 10.0.0.1 ^255.255.255.0'],
  ['config', 'ip ssh version ^3'],
  ['config', 'ip ssh time-out ^121'],
  ['config', 'ip ssh authentication-retries ^6'],
  ['config', 'logging trap ^8'],
  ['config', 'logging buffered ^100'],
  ['config', 'crypto key generate rsa modulus ^100'],
  ['config', 'access-list ^300 permit any'],
  ['config', 'vtp mode ^slave'],
  ['config', 'vtp version ^4'],
  ['config', 'hostname two ^words'],
  ['config', 'lldp run ^now'],
  ['config', 'system mtu jumbo ^9999'],
  ['config', 'errdisable recovery interval ^10'],
  ['config', 'port-channel load-balance ^src-port'],
  ['exec', 'terminal length ^1000'],
  ['exec', 'write memory ^now'],
];

const way = {
  config: ['configure terminal'],
  port: ['configure terminal', 'interface gi1/0/1'],
  exec: [],
} as const;

describe('A word where `?` would list all words', () => {
  it.each(refused)('is refused: %s: %s', (where, marked) => {
    const line = marked.replace('^', '');
    const before = way[where];
    const { commands, diagnostics } = type([...before, line].join('\n'));
    expect(commands.at(-1)).toMatchObject({ support: 'unsupported' });
    const [{ range } = fail()] = diagnostics;
    expect(`${String(range.start.line)}:${String(range.start.column)}`).toBe(
      `${String(before.length + 1)}:${String(marked.indexOf('^') + 1)}`,
    );
  });

  it('is taken where a model may know more', () => {
    const taken = (line: string, platform: PlatformId) =>
      type(`configure terminal\ninterface gi1/0/1\n${line}`, platform).diagnostics;
    expect(taken('switchport voice vlan name PHONES', 'generic-ios')).toEqual([]);
    expect(taken('storm-control broadcast include multicast', 'generic-ios')).toEqual([]);
    expect(taken('speed 100000', 'generic-ios')).toEqual([]);
  });

  it.each([
    'spanning-tree vlan X root primary',
    'spanning-tree vlan <vlan-id> priority 4096',
    'ip ssh time-out SECONDS',
  ])('is left alone where it waits for a value of its reader: %s', (line) => {
    expect(type(`configure terminal\n${line}`).diagnostics).toEqual([]);
  });

  it('is refused on an SG300 as well', () => {
    const told = (line: string) =>
      type(`configure\ninterface gi5\n${line}`, 'sg300').diagnostics.map(({ rule }) => rule);
    expect(told('switchport mode foo')).toEqual(['ios/bad-argument']);
    expect(told('duplex both')).toEqual(['ios/bad-argument']);
    expect(told('channel-group 1 mode lacp')).toEqual(['ios/bad-argument']);
  });

  it('is marked as the device marks it, with its reply', () => {
    const marked = (line: string) => {
      const console = openConsole('catalyst-2960s', { mode: 'config' });
      return answerLine(line, console, allAnswer).printed.slice(0, 2);
    };
    expect(marked('spanning-tree mode foo')).toEqual([
      `${' '.repeat('Switch(config)#spanning-tree mode '.length)}^`,
      "% Invalid input detected at '^' marker.",
    ]);
    expect(marked('ip default-gateway 10.0.0.1 255.255.255.0')[0]).toHaveLength(
      'Switch(config)#ip default-gateway 10.0.0.1 '.length + 1,
    );
  });
});

describe('A line', () => {
  it.each([
    ['vlan 10; name LAB', 'ios/two-commands-on-one-line 2:8'],
    ['interface gi1/0/1; shutdown', 'ios/two-commands-on-one-line 2:18'],
    ['hostname a ; vlan 10', 'ios/two-commands-on-one-line 2:12'],
    ['no show vlan', 'ios/missing-no-form 2:4'],
    ['no write memory', 'ios/missing-no-form 2:4'],
    ['no reload', 'ios/missing-no-form 2:4'],
    ['spanning-tree vlan', 'ios/incomplete-command 2:19'],
    ['interface', 'ios/incomplete-command 2:10'],
    ['ip default-gateway', 'ios/incomplete-command 2:19'],
    ['vtp mode', 'ios/incomplete-command 2:9'],
  ])('`%s` is told: %s', (line, told) => {
    const { diagnostics } = type(`configure terminal\n${line}`);
    expect(
      diagnostics.map(
        ({ rule, range: { start } }) => `${rule} ${String(start.line)}:${String(start.column)}`,
      ),
    ).toEqual([told]);
  });

  it('of the other family is told by what stands in it', () => {
    const [problem] = type('configure terminal\ninterface gi1/0/1\nspeed 50').diagnostics;
    expect(problem?.message).toContain('`50`');
    expect(problem?.message).not.toContain('5000');
    expect(type('configure terminal\ninterface gi1/0/1\nspeed 5000').diagnostics[0]?.rule).toBe(
      'ios/wrong-platform',
    );
  });
});

function fail(): never {
  throw new Error('nothing is told');
}
