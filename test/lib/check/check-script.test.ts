import { describe, expect, it } from 'vitest';
import type { PlatformId } from '../../../src/lib/platforms/platforms.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine } from '../fixture-posts.ts';

const check = (platform: PlatformId, ...lines: readonly string[]) =>
  engine.checkScript(sliceOf(createSourceFile('script', lines.join('\n'))), platform);

/** `line:column rule`, a line each. */
const said = (platform: PlatformId, ...lines: readonly string[]) =>
  check(platform, ...lines).diagnostics.map(
    ({ rule, range }) => `${range.start.line}:${range.start.column} ${rule}`,
  );

describe('a script without a post', () => {
  it('is checked on the platform that it is for', () => {
    expect(said('windows-server-2016', 'Add-VMSwitchTeamMember -VMSwitchName a -NetAdapterName b')).toEqual(
      [],
    );
    expect(said('windows-server-2012', 'Add-VMSwitchTeamMember -VMSwitchName a -NetAdapterName b')).toEqual([
      '1:1 powershell/wrong-platform',
    ]);
  });

  it('has its commands by name and place', () => {
    const { commands } = check('windows-server-2016', 'Get-VM', 'Get-HouseRule');
    expect(commands.map(({ name, support, range }) => [name, support, range.start.line])).toEqual([
      ['Get-VM', 'supported', 1],
      ['Get-HouseRule', 'unknown', 2],
    ]);
  });

  it('of a switch is typed into a switch fresh from the factory', () => {
    const lines = ['configure terminal', 'system mtu jumbo 9000', 'end'];
    expect(said('catalyst-2960s', ...lines)).toEqual(['2:1 ios/needs-reload']);
    expect(said('catalyst-2960s', ...lines, 'write memory', 'reload')).toEqual([]);
    const channels = Array.from({ length: 17 }, (_, index) => [
      `interface gi1/0/${index + 1}`,
      'channel-group 1 mode active',
    ]).flat();
    // A channel has 16 ports in LACP, 8 of them at work (Catalyst 2960-S configuration guide); the model knows, no table does.
    expect(said('catalyst-2960s', 'configure terminal', ...channels, 'end')).toHaveLength(1);
  });

  it('is told once what the tables of commands and the model both see', () => {
    expect(said('catalyst-2960s', 'configure terminal', 'vlan 5000', 'sytem mtu 1500', 'end')).toEqual([
      '2:6 ios/out-of-range',
      '3:1 ios/unknown-command',
    ]);
  });

  it('has what is wrong in the order of its lines, whoever finds it', () => {
    const found = said(
      'catalyst-2960s',
      'enable',
      'configure terminal',
      'interface gi1/0/99',
      'enable password x',
      'end',
      'sh vlanz',
    );
    const lines = found.map((line) => Number(line.split(':')[0]));
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });
});

describe('text that nobody could type', () => {
  it('is repaired for what is read after it: a curly quote is one finding', () => {
    expect(said('windows-server-2016', 'Get-VM -Name “a”', 'Get-VM -Nonsense')).toEqual([
      '1:14 hygiene/curly-quote',
      '2:8 powershell/unknown-parameter',
    ]);
  });

  it('that has no certain repair keeps its line to itself, and no other', () => {
    const found = said('windows-server-2016', 'Get-VM –Name a -Nonsense', 'Get-VM -Nonsense');
    expect(found.filter((line) => line.startsWith('2:'))).toEqual(['2:8 powershell/unknown-parameter']);
  });
});

describe('a text of several lines in a configuration', () => {
  const chain = ['hostname sw1', 'crypto pki certificate chain TP-self-signed-1'];
  const rest = ['vlan 10', ' name users', 'interface GigabitEthernet1/0/1', ' switchport mode acess', 'end'];
  const certificate = [' certificate self-signed 01', '  3082022B 30820194 A0030201', '  DEFACE00 0BAD'];

  it.each([
    ['in a file of the switch', [' certificate self-signed 01 nvram:IOS-Self-Sig#1.cer'], []],
    ['with its end', [...certificate, '  \tquit'], []],
    ['cut short by hand', [' certificate self-signed 01', '  308.....', '  .....0F5', '  quit'], []],
    ['without its end', certificate, ['3:1 ios/unclosed-text']],
    ['without its end, before a comment', [...certificate, '!'], ['3:1 ios/unclosed-text']],
    [
      'without its end, before another',
      [...certificate, ' certificate ca 01', '  3082', '  quit'],
      ['3:1 ios/unclosed-text'],
    ],
  ])('leaves what stands behind a certificate to the check: %s', (_, lines, expected) => {
    const mistake = `${String(chain.length + lines.length + 4)}:18 ios/unknown-command`;
    for (const platform of ['catalyst-2960s', 'generic-ios'] as const)
      expect(said(platform, ...chain, ...lines, ...rest)).toEqual([...expected, mistake]);
  });

  it.each([
    ['a banner', 'banner motd ^C'],
    ['a macro', 'macro name desks'],
    ['a certificate', 'crypto pki certificate chain A\n certificate 01\n  3082'],
  ])('that takes all the rest is told: %s', (_, text) => {
    expect(check('catalyst-2960s', 'hostname a', text, 'Hello').diagnostics).toMatchObject([
      { rule: 'ios/unclosed-text', severity: 'error' },
    ]);
  });
});
