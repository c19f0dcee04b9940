import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, marked, part, rack } from '../fixture-posts.ts';
import type { platforms } from '../../../src/lib/platforms/platforms.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';

/** What a script of a platform is told: severity, rule and marked text. */
function told(platform: keyof typeof platforms, ...lines: readonly string[]): string[] {
  const file = createSourceFile('script', lines.join('\n'));
  return engine
    .checkScript(sliceOf(file), platform)
    .diagnostics.filter(({ rule }) => rule !== 'ios/not-saved')
    .map(
      ({ severity, rule, range }) =>
        `${severity} ${rule} “${file.text.slice(range.start.offset, range.end.offset)}”`,
    );
}

const long = (length: number) => 'n'.repeat(length);

describe('the name of a VLAN', () => {
  it.each([
    ['catalyst-2960s', ['configure terminal', 'vlan 10', ' name %']],
    ['generic-ios', ['configure terminal', 'vlan 10', ' name %']],
    ['sg300', ['configure terminal', 'vlan database', 'vlan 10 name %']],
    ['sg300', ['configure terminal', 'interface vlan 10', 'name %']],
  ] as const)('has at most 32 characters on the %s: %j', (platform, lines) => {
    const named = (name: string) => told(platform, ...lines.map((line) => line.replace('%', name)));
    expect(named(long(32))).toEqual([]);
    expect(named(long(33))).toEqual([`error ios/bad-argument “${long(33)}”`]);
  });

  it('may be quoted on an SG300, the quotes apart', () => {
    const lines = (name: string) => ['configure terminal', 'interface vlan 10', `name "${name}"`];
    expect(told('sg300', ...lines(`a ${long(30)}`))).toEqual([]);
    expect(told('sg300', ...lines(`a ${long(31)}`))).toEqual([`error ios/bad-argument “"a ${long(31)}"”`]);
  });
});

describe('the name of a switch', () => {
  it('has at most 63 characters on a Catalyst, and may have more on an SG300', () => {
    const lines = (name: string) => ['configure terminal', `hostname ${name}`];
    for (const platform of ['catalyst-2960s', 'generic-ios', 'sg300'] as const)
      expect(told(platform, ...lines(long(63)))).toEqual([]);
    expect(told('catalyst-2960s', ...lines(long(64)))).toEqual([`error ios/bad-argument “${long(64)}”`]);
    expect(told('generic-ios', ...lines(long(64)))).toEqual([`error ios/bad-argument “${long(64)}”`]);
    expect(told('sg300', ...lines(long(64)))).toEqual([]);
  });
});

describe('the name of a Windows computer', () => {
  const rename = (name: string) => told('windows-server-2012-r2', `Rename-Computer -NewName '${name}'`);

  it.each(['SRV1', 'ag-node-1', '1-2', long(15)])('may be %s', (name) => {
    expect(rename(name)).toEqual([]);
  });

  it.each(['ag_node_1', 'srv 1', 'srv.example', '2012', 'Zürich', long(64)])('is never %s', (name) => {
    expect(rename(name)).toEqual([`error powershell/bad-type “'${name}'”`]);
  });

  it.each([long(16), long(63)])('is cut off for NetBIOS, which is asked about, where it is %s', (name) => {
    expect(rename(name)).toEqual([`warning powershell/bad-type “'${name}'”`]);
  });

  it('is not judged where only running tells it, and is not that of another command', () => {
    expect(told('windows-server-2012-r2', 'Rename-Computer -NewName $name')).toEqual([]);
    expect(
      told('windows-server-2012-r2', "Rename-NetAdapter -Name 'a' -NewName 'a name of 20 letters'"),
    ).toEqual([]);
  });
});

describe('a value of the lab', () => {
  it('is held to the limits of its place, where it is used', () => {
    const lab = rack();
    const longer = {
      ...lab,
      networks: lab.networks.map((network) => ({ ...network, name: long(33) })),
      values: lab.values.map((value) => ({
        ...value,
        value: value.name === 'team' ? 'my_team' : value.value,
      })),
    };
    const guide = part(
      [
        '## 9:1 Names',
        '',
        fence('ios on=sw2', 'configure terminal', 'vlan 15', ' name {{networks.lm.name}}', ' end'),
        fence('powershell on=srv1', "Rename-Computer -NewName '{{team}}'"),
      ].join('\n'),
    );
    const { guides } = engine.checkLabwork([guide], new Map([[lab.id, longer]]));
    const found = guides.flatMap(({ diagnostics }) => diagnostics);
    expect(marked(guide, found)).toEqual([
      'ios/bad-argument “{{networks.lm.name}}”',
      "powershell/bad-type “'{{team}}'”",
    ]);
  });
});
