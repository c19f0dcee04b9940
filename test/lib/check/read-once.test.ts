import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../../../src/lib/engine.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { sliceOf } from '../../../src/lib/source/slice.ts';
import { readCatalogue } from '../dialects/powershell/powershell.ts';

// What costs is reading; the counters stand in front of the two functions that read a line of a switch and a script of PowerShell.
const read = vi.hoisted(() => ({ lines: [] as string[], scripts: [] as string[] }));
vi.mock(import('../../../src/lib/dialects/ios/reading/read-line.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    readLine: (line, session, explain) => {
      read.lines.push(line);
      return module.readLine(line, session, explain);
    },
  };
});
vi.mock(import('../../../src/lib/dialects/powershell/syntax/parse.ts'), async (original) => {
  const module = await original();
  return {
    ...module,
    parse: (text, version) => {
      read.scripts.push(text);
      return module.parse(text, version);
    },
  };
});

const lab = `title: Lab
summary: A lab.
devices:
  - { name: host1, title: Host, class: host, platform: windows-server-2012-r2, ports: [{ name: Ethernet }] }
  - name: sw1
    title: Switch
    class: switch
    platform: catalyst-2960s
    ports: [{ name: GigabitEthernet1/0/1 }]
values:
  - { name: vlan, type: vlan, value: 20, title: VLAN }
`;

const post = `---
title: A labwork
date: 2020-01-01
summary: A summary.
labwork: 7
part: 1
series: A series
steps: 7:1-7:1
release: 1.0.0
lab: small
requires: { platforms: [windows-server-2012-r2] }
---

## 7:1 A step

\`\`\`ios on=sw1
configure terminal
! a comment
vlan {{vlan}}
 name servers

interface GigabitEthernet1/0/1
 switchport mode access
 switchport access vlan {{vlan}}
end
write memory
\`\`\`

\`\`\`ios on=sw1 verify
show vlan brief
show running-config interface gigabitethernet1/0/1
\`\`\`

\`\`\`powershell on=host1
# Of the VLAN {{vlan}}.
New-NetLbfoTeam -Name "T{{vlan}}" -TeamMembers 'Ethernet' -Confirm:$false
Set-NetLbfoTeamNic -Name 'T' -VlanID {{vlan}}
Get-VM -Name 'vm{{vlan}}', 'b{{vlan}}'
\`\`\`
`;

describe('a labwork', () => {
  const engine = createEngine({ catalogue: readCatalogue() });

  beforeEach(() => {
    read.lines.length = 0;
    read.scripts.length = 0;
  });

  function check() {
    const small = engine.readLab(createSourceFile('labs/small.yaml', lab)).value!;
    const guide = engine.readGuide(createSourceFile('src/content/labworks/a-labwork.mdx', post));
    return engine.checkLabwork([guide], new Map([['small', small]]));
  }

  it('is checked, modelled and held to its outputs with one reading of every line of a switch', () => {
    const { guides } = check();
    expect(guides[0]!.diagnostics).toEqual([]);
    const blocks = guides[0]!.blocks.filter(({ block }) => block.dialect === 'ios');
    expect(read.lines).toEqual(blocks.flatMap(({ resolved }) => resolved.text.split('\n')));
    expect(blocks.map(({ evidence }) => evidence)).toEqual(['modelled', 'modelled']);
  });

  it('is checked with one reading of every script, the writing of its values included', () => {
    const { guides } = check();
    const blocks = guides[0]!.blocks.filter(({ block }) => block.dialect === 'powershell');
    expect(read.scripts).toEqual(blocks.map(({ resolved }) => resolved.text));
    expect(read.scripts.at(-1)).toContain("'vm20'");
  });

  it('keeps the state of the device before and after every block', () => {
    const [apply, verify] = check().guides[0]!.blocks;
    const vlansOf = (state: unknown) => [
      ...(state as { state: { vlanDatabase: ReadonlyMap<number, unknown> } }).state.vlanDatabase.keys(),
    ];
    expect(vlansOf(apply!.states.before)).toEqual([]);
    expect(vlansOf(apply!.states.after)).toEqual([20]);
    expect(vlansOf(verify!.states.before)).toEqual([20]);
  });

  it('reads a bare configuration once', () => {
    const text = 'vlan 20\n name servers\n!\ninterface GigabitEthernet1/0/1\n switchport access vlan 20\n';
    const { diagnostics } = engine.checkScript(sliceOf(createSourceFile('a.ios', text)), 'catalyst-2960s');
    expect(diagnostics).toEqual([]);
    expect(read.lines).toEqual(text.split('\n'));
  });
});
