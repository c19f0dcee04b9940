import { describe, expect, it } from 'vitest';
import { platformOfGuide, sessionsOfGuide } from '../../tools/measure-guides/ios-guide.ts';
import { measureIosGuide } from '../../tools/measure-guides/measure-ios-guide.ts';

const guide = `# A guide

\`\`\`
SW1> enable
SW1# configure terminal
SW1(config)# vlan 5000
% Invalid input detected at '^' marker.
SW1(config)# frobnicate all
SW1(config)# interface fa0/1
SW1(config-if)# switchport mode access
SW2(config)# interface fa0/2
SW2(config-if)# switchport mode trunk
\`\`\`

1. In a list

    \`\`\`bash
    # On every switch
    vlan 10
    name USERS   # people
    # SW3
    vlan 11
    name USERS
    \`\`\`

\`\`\`
show vlan brief
VLAN Name                             Status    Ports
10   USERS                            active
\`\`\`

\`\`\`
R1(config)# router ospf 1
R1(config-router)# network 10.0.0.0 0.0.0.255 area 0
\`\`\`

\`\`\`json
{ "vlan": 10 }
\`\`\`
`;

describe('a guide of switches that is measured', () => {
  it('is typed into one switch for each name, and for each block without prompts', () => {
    const { sessions, excluded } = sessionsOfGuide('guide.md', guide);
    expect(sessions.map(({ host, lines }) => [host, lines.map(({ line }) => line)])).toEqual([
      [undefined, [19, 20]],
      [undefined, [22, 23]],
      [undefined, [27]],
      ['SW1', [4, 5, 6, 8, 9, 10]],
      ['SW2', [11, 12]],
    ]);
    expect([...excluded]).toEqual([['texts of routers, in which nothing switches', 1]]);
  });

  it('leaves out what is asked of routers, and lines in which a word is only named', () => {
    const asked = (...blocks: string[]) =>
      sessionsOfGuide('asked.md', blocks.map((block) => `\`\`\`\n${block}\n\`\`\`\n`).join('\n'));
    const hosts = ({ sessions }: ReturnType<typeof sessionsOfGuide>) =>
      sessions.map(({ lines }) => lines.map(({ text }) => text));
    const routing = 'R1(config)# router ospf 1\nR1(config-router)# network 10.0.0.0 0.0.0.255 area 0';
    expect(hosts(asked('R1# show ip route', 'SW1# show vlan'))).toEqual([['show vlan']]);
    expect(hosts(asked(routing, 'show ip route'))).toEqual([]);
    expect(hosts(asked(routing, 'vlan 10\nname USERS', 'show ip route'))).toEqual([
      ['vlan 10', 'name USERS'],
      ['show ip route'],
    ]);
    expect(hosts(asked('show vlan id <number>\nshow vlan'))).toEqual([['show vlan']]);
  });

  it('tells what is refused, by whom, what is not known and what is not printed', () => {
    const found = measureIosGuide({ path: 'guide.md', text: guide, platform: 'generic-ios' });
    expect(found).toMatchObject({ sessions: 5, lines: 13, shows: 1, unprintable: [] });
    expect(found.refused).toMatchObject([{ line: 6, text: 'vlan 5000', isTrue: true }]);
    expect(found.unknown).toEqual([{ line: 8, text: 'frobnicate all' }]);
  });

  it.each([
    ['on a WS-C2960S-24TS-L', 'catalyst-2960s'],
    ['the SG300 has', 'sg300'],
    ['a 2960-24TT in the year 2024', 'generic-ios'],
    ['three 2960 and a 3560', 'generic-ios'],
    ['a 3560, and again the 3560', 'catalyst-3560'],
  ])('is about the model that it names: %s', (text, platform) => {
    expect(platformOfGuide(text)).toBe(platform);
  });
});
