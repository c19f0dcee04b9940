import { describe, expect, it } from 'vitest';
import type { Console } from '../../../src/lib/models/switch/console.ts';
import { printShow } from '../../../src/lib/models/switch/print-show.ts';
import { allAnswer } from '../../../src/lib/models/switch/wiring.ts';
import type { StartPlan } from '../../../src/lib/plan/plan-from-start.ts';
import { planFromStart } from '../../../src/lib/plan/plan-from-start.ts';
import { switchLabwork } from '../bundle/switch-labwork.ts';

const { tracks } = switchLabwork();
const own = tracks.filter(({ device, alternative }) => device.name === 'sw1' && !alternative);

/** A configuration as a Catalyst prints it, with its ports and some lines of one's own. */
function configuration(...lines: readonly string[]): string {
  const ports = ['1', '2', '9'].flatMap((port) => {
    const name = `interface GigabitEthernet1/0/${port}`;
    return lines.includes(name) ? [] : [name, '!'];
  });
  return ['version 15.0', 'hostname core', 'vtp mode transparent', '!', ...lines, ...ports, 'end', ''].join(
    '\n',
  );
}

function planOf(text: string): StartPlan {
  return planFromStart(own, text)!;
}

/** What is told of a plan besides what is added. */
function told({ impacts, refused }: StartPlan): readonly string[] {
  return [
    ...impacts
      .filter(({ kind }) => kind !== 'adds')
      .map(({ kind, what, text }) => `${kind}: ${what} ${text}`),
    ...refused.map(({ line, why }) => `refused: ${line}: ${why}`),
  ];
}

const port = (number: number) => `interface GigabitEthernet1/0/${String(number)}`;

describe('a plan from a switch as somebody has it', () => {
  it('keeps the defaults that a release prints, and leads back to them', () => {
    const stated = ['no aaa new-model', 'ip classless', 'no service password-encryption'];
    const { state } = planOf(configuration(...stated)).start.state as Console;
    const { text } = printShow('show running-config', state, allAnswer) as { readonly text: string };
    for (const line of stated) expect(text.split('\n')).toContain(line);
    expect(planOf(configuration(...stated)).verdict).toBe('free');
  });

  it('adds where nothing was, and tells of nothing else', () => {
    const plan = planOf(configuration());
    expect([plan.verdict, told(plan), plan.spared]).toEqual(['free', [], []]);
    expect(plan.impacts.map(({ what, text }) => `${what} ${text}`)).toContain('VLAN 11 iSCSI-1');
  });

  it.each<[string, readonly string[], StartPlan['verdict'], readonly string[]]>([
    [
      'a VLAN of another name',
      ['vlan 11', ' name servers', '!'],
      'touched',
      ['changes: VLAN 11 is named "servers", and becomes "iSCSI-1"'],
    ],
    [
      'a VLAN without a name',
      ['vlan 12', '!'],
      'touched',
      ['changes: VLAN 12 is named "VLAN0012", and becomes "LM"'],
    ],
    [
      'a description',
      [port(1), ' description camera', '!'],
      'touched',
      ['changes: GigabitEthernet1/0/1 description camera becomes "to srv1"'],
    ],
    [
      'a port in use',
      [port(1), ' switchport access vlan 30', '!'],
      'touched',
      ['cuts: GigabitEthernet1/0/1 is a port of VLAN 30, and becomes a trunk'],
    ],
    [
      'an access port',
      [port(1), ' switchport mode access', '!'],
      'touched',
      ['changes: GigabitEthernet1/0/1 mode access becomes trunk'],
    ],
    [
      'a static channel',
      [port(1), ' channel-group 3 mode on', '!'],
      'touched',
      ['changes: GigabitEthernet1/0/1 is in Port-channel3 (on), and speaks active there from now on'],
    ],
    [
      'a port of another channel',
      [port(2), ' channel-group 5 mode active', '!'],
      'touched',
      ['cuts: GigabitEthernet1/0/2 leaves Port-channel5 (active) for Port-channel3 (active)'],
    ],
    [
      'a trunk of all VLANs',
      [port(1), ' switchport mode trunk', '!'],
      'touched',
      ['cuts: GigabitEthernet1/0/1 lets VLANs 2-10,13-4094 through no longer'],
    ],
    [
      'a port shut down',
      [port(1), ' shutdown', '!'],
      'stopped',
      ['stops: GigabitEthernet1/0/1 is shut down, and the labwork leaves it so'],
    ],
    [
      'a stranger in the channel',
      [port(9), ' channel-group 3 mode active', '!'],
      'stopped',
      ['stops: Port-channel3 has GigabitEthernet1/0/9 in it: it leads somewhere else'],
    ],
  ])('tells of %s', (_what, lines, verdict, expected) => {
    const plan = planOf(configuration(...lines));
    expect(told(plan)).toEqual(expected);
    expect(plan.verdict).toBe(verdict);
  });

  it('tells what a switch refuses: a VTP client takes no VLANs', () => {
    const plan = planOf(configuration().replace('mode transparent', 'mode client'));
    expect(plan.verdict).toBe('stopped');
    expect(plan.refused.map(({ step, line }) => [step, line])).toContainEqual(['9:2', 'vlan 11']);
  });

  it('tells of ports that the switch does not have', () => {
    const plan = planOf('hostname old\ninterface FastEthernet0/1\n!\ninterface FastEthernet0/2\n!\nend\n');
    expect(told(plan)).toContain('stops: GigabitEthernet1/0/1 is not in this configuration');
  });

  it('adds to a list that was there, and gives ports that come into the channel the whole of it', () => {
    const trunk = [
      'interface Port-channel3',
      ' switchport mode trunk',
      ' switchport trunk allowed vlan 1,20',
      '!',
    ];
    const alone = planOf(configuration(...trunk));
    expect(alone.spared.map(({ typed }) => typed)).toEqual(['switchport trunk allowed vlan 1,11,12,20']);
    const member = (number: number) => [
      port(number),
      ' switchport mode trunk',
      ' switchport trunk allowed vlan 1,20',
      ' channel-group 3 mode active',
      '!',
    ];
    const bundled = planOf(configuration(...trunk, ...member(1), ...member(2)));
    expect(bundled.spared.map(({ typed }) => typed)).toEqual(['switchport trunk allowed vlan add 1,11,12']);
    for (const plan of [alone, bundled])
      expect(told(plan).filter((line) => line.includes('no longer'))).toEqual([]);
    const { blocks } = bundled.track;
    expect(blocks.map(({ resolved }) => resolved.text).join('\n')).toContain(
      '\n switchport trunk allowed vlan add 1,11,12\n',
    );
  });

  it('reads what terminals write down: prompts, pages, messages, and other commands', () => {
    const text = [
      'core>enable',
      'core#show running-config',
      'Building configuration...',
      '',
      'Current configuration : 1234 bytes',
      ...configuration('vlan 11', ' name servers', '!').split('\n').slice(0, 6),
      ' --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\bsome-feature of mine',
      '*Mar  1 00:01:02.345: %LINK-3-UPDOWN: Interface GigabitEthernet1/0/9, changed state to up',
      ...configuration().split('\n').slice(4),
      '',
      'core#show vlan brief',
      '',
      'VLAN Name                             Status    Ports',
      '---- -------------------------------- --------- -------------------------------',
      '1    default                          active    Gi1/0/1, Gi1/0/2',
      '11   servers                          active    ',
      '12   LM                               active    ',
      '1002 fddi-default                     act/unsup ',
      '',
      'core#show system mtu',
      '',
      'System MTU size is 1500 bytes',
      'System Jumbo MTU size is 9000 bytes',
      'core#',
    ].join('\r\n');
    const plan = planOf(text);
    expect(plan.start.unknown.map(({ text: line }) => line)).toEqual(['some-feature of mine']);
    expect(plan.start.missing).toEqual([]);
    expect(told(plan)).toEqual([
      'changes: MTU jumbo 9000 becomes 9198',
      'changes: VLAN 11 is named "servers", and becomes "iSCSI-1"',
    ]);
  });

  it('says what a configuration does not', () => {
    const { missing } = planOf('hostname core\ninterface GigabitEthernet1/0/1\n').start;
    expect(missing.map((one) => /`(.*?)`/.exec(one)?.[1])).toEqual([
      'show vlan brief',
      'show system mtu',
      'end',
    ]);
    expect(planOf('').start.missing.at(-1)).toBe('There is no configuration in it.');
  });

  it('takes the platform that understands it, where the switch may be of several', () => {
    const both = tracks.filter(({ device }) => device.name === 'sw1');
    const text =
      'config-file-header\nvlan database\nvlan 30\nexit\ninterface gigabitethernet9\n switchport mode general\nexit\n';
    expect(planFromStart(both, text)!.platform).toBe('sg300');
    expect(planFromStart(both, configuration())!.platform).toBe('catalyst-2960s');
  });
});
