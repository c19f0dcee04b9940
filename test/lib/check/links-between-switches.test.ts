import { describe, expect, it } from 'vitest';
import type { Lab } from '../../../src/lib/lab/lab.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { engine, fence, part } from '../fixture-posts.ts';

const labOf = (far: string): Lab => {
  const ports = ['1', '2', '3'].map((number) => `{ name: GigabitEthernet1/0/${number} }`).join(', ');
  const text = `title: Two\nsummary: Two switches.
devices:
  - { name: sw1, title: SW1, class: switch, platform: catalyst-2960s, alternatives: [sg300], ports: [${ports}] }
  - { name: sw2, title: SW2, class: switch, ${far}ports: [${ports}] }
links:
  - { from: sw1/GigabitEthernet1/0/1, to: sw2/GigabitEthernet1/0/1 }
  - { from: sw1/GigabitEthernet1/0/2, to: sw2/GigabitEthernet1/0/2 }
`;
  const { value, diagnostics } = engine.readLab(createSourceFile('labs/two.yaml', text));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};
const two = labOf('platform: catalyst-2960s, ');

type Block = readonly [info: string, ...lines: readonly string[]];

/** What is said of a guide of these blocks, one step each: rule, line and message. */
function said(blocks: readonly Block[], lab = two): string[] {
  const steps = blocks.map(([info, ...lines], index) =>
    /^output|platform=/.test(info)
      ? fence(info, ...lines)
      : `## 9:${index + 1} Step\n\n${fence(info, ...lines)}`,
  );
  // An output belongs to the step before it, and so does what stands in for a block.
  let number = 0;
  const body = steps.join('\n').replace(/## 9:\d+/g, () => `## 9:${++number}`);
  const guide = part(body, { lab: 'two' });
  const { guides } = engine.checkLabwork([guide], new Map([['two', lab]]));
  return guides
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ rule, range, message }) => {
      const line = guide.file.text.split('\n')[range.start.line - 1]!;
      return `${rule} “${line}”: ${message}`;
    });
}

const set = (on: string, ports: string, ...lines: readonly string[]): Block => [
  `ios on=${on}`,
  'configure terminal',
  `interface range gi1/0/${ports}`,
  ...lines,
  'end',
  'write memory',
];
const channel = (on: string, mode: string) => set(on, '1 - 2', `channel-group 1 mode ${mode}`);
const summary = 'show etherchannel 1 summary | include Po1';
const looks = (on: string, ...output: readonly string[]): Block[] => [
  [`ios on=${on} verify`, summary],
  ['output', ...output],
];
const bundled = '1      Po1(SU)         LACP      Gi1/0/1(P)  Gi1/0/2(P)';
const alone = '1      Po1(SD)         LACP      Gi1/0/1(I)  Gi1/0/2(I)';
const onlyOutputs = (found: readonly string[]) => found.filter((line) => line.startsWith('guide/output'));

describe('a channel between two switches of the lab', () => {
  it('stands once both ends are made, and not before', () => {
    expect(
      said([
        channel('sw1', 'active'),
        ...looks('sw1', alone),
        channel('sw2', 'passive'),
        ...looks('sw1', bundled),
        ...looks('sw2', bundled),
      ]),
    ).toEqual([]);
  });

  it.each(['desirable', 'auto', 'on'])(
    'does not stand where one end says active, and the other %s',
    (mode) => {
      const found = said([channel('sw1', 'active'), channel('sw2', mode), ...looks('sw1', bundled)]);
      expect(onlyOutputs(found)).toHaveLength(1);
      expect(found.filter((line) => line.startsWith('ios/'))).toEqual([
        expect.stringMatching(
          `^ios/channel-ends-differ “channel-group 1 mode ${mode}”: GigabitEthernet1/0/1 is in channel 1 with mode \`${mode}\` .*, and sw1 GigabitEthernet1/0/1 at the other end of the cable has mode \`active\` \\(LACP\\)\\.$`,
        ),
      ]);
    },
  );

  it('does not stand where both wait', () => {
    const found = said([channel('sw1', 'passive'), channel('sw2', 'passive'), ...looks('sw2', alone)]);
    expect(found).toEqual([
      'ios/channel-ends-differ “channel-group 1 mode passive”: GigabitEthernet1/0/1 waits in mode `passive` for sw1 GigabitEthernet1/0/1, which waits in mode `passive`.',
    ]);
  });

  it('does not stand without a far end, which is told', () => {
    const found = said([channel('sw1', 'active'), ...looks('sw1', alone)]);
    expect(found).toEqual([
      'ios/channel-one-sided “channel-group 1 mode active”: GigabitEthernet1/0/1 is in channel 1 (LACP), and sw2 GigabitEthernet1/0/1 at the other end of the cable is in none.',
    ]);
    expect(onlyOutputs(said([channel('sw1', 'active'), ...looks('sw1', bundled)]))).toHaveLength(1);
  });

  it('has no link where the far end is shut', () => {
    const down = '1      Po1(SD)         LACP      Gi1/0/1(D)  Gi1/0/2(D)';
    const shut = set('sw2', '1 - 2', 'channel-group 1 mode active', 'shutdown');
    expect(onlyOutputs(said([channel('sw1', 'active'), shut, ...looks('sw1', down)]))).toEqual([]);
  });

  it('is assumed to be answered where the lab does not say what the far end is, or a host is there', () => {
    const unknown = labOf('');
    expect(said([channel('sw1', 'active'), ...looks('sw1', bundled)], unknown)).toEqual([]);
  });

  it('leads to one channel, and what else would be printed is not known', () => {
    const split = [
      set('sw2', '1', 'channel-group 1 mode active'),
      set('sw2', '2', 'channel-group 2 mode active'),
    ];
    const found = said([...split, channel('sw1', 'active'), ...looks('sw1', bundled)]);
    expect(found.map((line) => line.replace(/ “.*/, ''))).toEqual([
      'ios/channel-ends-differ',
      'guide/output-not-modelled',
    ]);
    expect(found[0]).toContain(
      'Channel 1 has GigabitEthernet1/0/1, which leads to sw2 Port-channel1, and GigabitEthernet1/0/2, which leads to sw2 Port-channel2.',
    );
    const own: Block[] = [
      ['ios on=sw1 verify', 'show running-config interface gi1/0/1 | include group'],
      ['output', ' channel-group 1 mode active'],
    ];
    expect(onlyOutputs(said([...split, channel('sw1', 'active'), ...own]))).toEqual([]);
  });

  it('is of the switch as the lab has it where a reader may have another', () => {
    const onSg300: Block = [
      'ios on=sw1 platform=sg300',
      'configure terminal',
      'interface range gi1-2',
      'channel-group 1 mode auto',
      'end',
      'write memory',
    ];
    // `auto` is LACP there.
    const found = said([
      channel('sw1', 'active'),
      onSg300,
      channel('sw2', 'active'),
      ...looks('sw2', bundled),
    ]);
    expect(found).toEqual([]);
  });
});

describe('a trunk between two switches of the lab', () => {
  const trunk = (on: string, ...lines: readonly string[]) =>
    set(on, '1 - 2', 'switchport mode trunk', ...lines);

  it('is fine where both ends agree, or one leaves the list to the other', () => {
    expect(said([trunk('sw1'), trunk('sw2')])).toEqual([]);
    const list = 'switchport trunk allowed vlan 1,10';
    expect(said([trunk('sw1', list), trunk('sw2', list)])).toEqual([]);
    expect(said([trunk('sw1', list), trunk('sw2')])).toEqual([]);
  });

  it.each([
    [
      ['switchport mode access'],
      'GigabitEthernet1/0/1 gives access to one VLAN, and sw1 GigabitEthernet1/0/1 at the other end of the cable is a trunk.',
    ],
    [
      ['switchport mode trunk', 'switchport trunk native vlan 7', 'switchport trunk allowed vlan 1,10'],
      'The native VLAN of GigabitEthernet1/0/1 is 7, and that of sw1 GigabitEthernet1/0/1 at the other end of the cable 1.',
    ],
    [
      ['switchport mode trunk', 'switchport trunk allowed vlan 1,20'],
      'GigabitEthernet1/0/1 carries VLAN 20, which sw1 GigabitEthernet1/0/1 at the other end of the cable does not, and does not carry VLAN 10, which sw1 GigabitEthernet1/0/1 at the other end of the cable does.',
    ],
  ])('is told where the other end has %j', (lines, message) => {
    const found = said([trunk('sw1', 'switchport trunk allowed vlan 1,10'), set('sw2', '1 - 2', ...lines)]);
    expect(found.map((line) => line.replace(/^.*?”: /, ''))).toEqual([message]);
    expect(found[0]).toMatch(/^ios\/trunk-ends-differ “switchport/);
  });

  it('tells of two access ports of different VLANs', () => {
    const found = said([
      set('sw1', '1 - 2', 'switchport mode access', 'switchport access vlan 10'),
      set('sw2', '1 - 2', 'switchport mode access', 'switchport access vlan 20'),
    ]);
    expect(found.map((line) => line.replace(/ “.*/, ''))).toEqual(['ios/trunk-ends-differ']);
  });

  it('is negotiated where an end is left to do so', () => {
    const show: Block[] = [
      ['ios on=sw2 verify', 'show interfaces trunk | include 802.1q'],
      [
        'output',
        'Gi1/0/1     auto             802.1q         trunking      1',
        'Gi1/0/2     auto             802.1q         trunking      1',
      ],
    ];
    const none: Block[] = [show[0]!, ['output', '']];
    expect(said([trunk('sw1'), ...show])).toEqual([]);
    expect(onlyOutputs(said([trunk('sw1', 'switchport nonegotiate'), ...none]))).toEqual([]);
    expect(said([...none])).toEqual([]);
  });

  it('is nothing in a post that is no labwork, whose commands need not be all', () => {
    const note = engine.readGuide(
      createSourceFile(
        'field-notes/n.mdx',
        `---\ntitle: N\ndate: 2014-04-10\nsummary: N.\nlab: two\n---\n\n${fence(...(channel('sw1', 'active') as [string, ...string[]]))}`,
      ),
    );
    const { guides } = engine.checkLabwork([note], new Map([['two', two]]));
    expect(guides.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});
