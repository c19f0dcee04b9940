import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOfContent, json, labworks, placeOf, spoil } from './run-cli.ts';

interface Defect {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  /** What the diagnostic begins at. */
  readonly at: string;
  readonly isFixed?: boolean;
}

const part1 = 'labworks/bench-part-1.mdx';
const part2 = 'labworks/bench-part-2.mdx';
const lab = 'labs/workbench.yaml';
const zeroWidth = '\u200b';
const noBreak = '\u00a0';

const defects: readonly Defect[] = [
  {
    name: 'curly quotes',
    file: part2,
    from: "-Name 'LM' -SwitchName",
    to: '-Name “LM” -SwitchName',
    rule: 'hygiene/curly-quote',
    at: '“LM”',
    isFixed: true,
  },
  {
    name: 'curly quotes around a value',
    file: part2,
    from: "New-VMSwitch -Name '{{vswitch}}'",
    to: 'New-VMSwitch -Name ‘{{vswitch}}’',
    rule: 'hygiene/curly-quote',
    at: '‘{{',
    isFixed: true,
  },
  {
    name: 'an en dash before a parameter',
    file: part2,
    from: '-SwitchName',
    to: '–SwitchName',
    rule: 'hygiene/long-dash',
    at: '–Switch',
    isFixed: true,
  },
  {
    name: 'a no-break space',
    file: part2,
    from: 'New-VMSwitch -Name',
    to: `New-VMSwitch${noBreak}-Name`,
    rule: 'hygiene/no-break-space',
    at: noBreak,
    isFixed: true,
  },
  {
    name: 'a no-break space in a configuration',
    file: part1,
    from: 'switchport mode trunk',
    to: `switchport mode${noBreak}trunk`,
    rule: 'hygiene/no-break-space',
    at: noBreak,
    isFixed: true,
  },
  {
    name: 'a zero-width space',
    file: part2,
    from: 'New-VMSwitch',
    to: `New-VM${zeroWidth}Switch`,
    rule: 'hygiene/zero-width-character',
    at: zeroWidth,
    isFixed: true,
  },
  {
    name: 'a bidirectional override',
    file: part2,
    from: "-Name 'LM'",
    to: "-Name '\u202eLM'",
    rule: 'hygiene/bidi-control',
    at: '\u202e',
  },
  {
    name: 'a PowerShell prompt',
    file: part2,
    from: '   Add-VMNetworkAdapter',
    to: '   PS C:\\> Add-VMNetworkAdapter',
    rule: 'hygiene/prompt',
    at: 'PS C:',
    isFixed: true,
  },
  {
    name: 'a switch’s prompt',
    file: part1,
    from: 'configure terminal\ninterface',
    to: 'configure terminal\nswitch(config)#interface',
    rule: 'hygiene/prompt',
    at: 'switch(config)#',
    isFixed: true,
  },
  {
    name: 'an HTML entity',
    file: part2,
    from: "-Name 'LM' -SwitchName",
    to: '-Name &quot;LM&quot; -SwitchName',
    rule: 'hygiene/html-entity',
    at: '&quot;LM',
    isFixed: true,
  },
  {
    name: 'two cmdlets on one line',
    file: part1,
    from: "Get-NetLbfoTeam -Name '{{team}}'\nGet-NetAdapter",
    to: "Get-NetLbfoTeam -Name '{{team}}' Get-NetAdapter",
    rule: 'powershell/two-commands-on-one-line',
    at: 'Get-NetAdapter',
  },
  {
    name: 'a VLAN that does not exist',
    file: part2,
    from: '-VlanId {{networks.lm.vlan}}',
    to: '-VlanId 5000',
    rule: 'powershell/out-of-range',
    at: '5000',
  },
  {
    name: 'a misspelt cmdlet',
    file: part2,
    from: 'New-NetIPAddress',
    to: 'New-NetIPAdress',
    rule: 'powershell/unknown-command',
    at: 'New-NetIPAdress',
  },
  {
    name: 'a parameter in two',
    file: part2,
    from: '-VlanId {{',
    to: '-Vlan Id {{',
    rule: 'powershell/',
    at: '-Vlan Id',
  },
  {
    name: 'a parameter without its value',
    file: part2,
    from: "New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress {{networks.lm.hosts.srv1}} -PrefixLength 24",
    to: 'New-NetIPAddress -IPAddress -InterfaceAlias "vEthernet (LM)"',
    rule: 'powershell/missing-value',
    at: '-IPAddress -Inter',
  },
  {
    name: 'a step out of order',
    file: part1,
    from: '## 7:2 Team',
    to: '## 7:5 Team',
    rule: 'guide/step-',
    at: '7:5',
  },
  {
    name: 'an unknown word in a fence',
    file: part1,
    from: 'on=srv1 verify',
    to: 'on=srv1 verfiy',
    rule: 'guide/unknown-meta',
    at: 'verfiy',
  },
  {
    name: 'an unknown value',
    file: part2,
    from: "-SwitchName '{{vswitch}}'",
    to: "-SwitchName '{{vswich}}'",
    rule: 'guide/unknown-value',
    at: '{{vswich}}',
  },
  {
    name: 'an unknown device',
    file: part1,
    from: 'ios on=sw1',
    to: 'ios on=sw2',
    rule: 'guide/unknown-device',
    at: 'on=sw2',
  },
  {
    name: 'a VLAN used twice in the lab',
    file: lab,
    from: 'vlan: 15',
    to: 'vlan: 1 ',
    rule: 'lab/duplicate-vlan',
    at: '1 \n    subnet',
  },
  {
    name: 'a link to a port that does not exist',
    file: lab,
    from: 'sw1/GigabitEthernet1/0/21',
    to: 'sw1/GigabitEthernet1/0/99',
    rule: 'lab/unknown-port',
    at: 'sw1/GigabitEthernet1/0/99',
  },
];

describe('a defect put into a copy of a labwork', () => {
  let content = '';
  beforeEach(() => {
    content = copyOfContent();
  });
  afterEach(() => rmSync(content, { recursive: true, force: true }));

  it('is not there to begin with', () => {
    const outcome = labworks(['check', content, '--format', 'json']);
    expect(json(outcome).files.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(outcome.code).toBe(0);
  });

  it.each(defects)('$name is told once, at its place, with a hint', ({ file, from, to, rule, at }) => {
    const path = join(content, file);
    spoil(path, from, to);
    const outcome = labworks(['check', content, '--format', 'json']);
    const found = json(outcome).files.flatMap(({ diagnostics, file: name }) =>
      diagnostics.map((diagnostic) => ({ ...diagnostic, name })),
    );
    expect(found.map(({ rule: id, line, column, name }) => ({ id, line, column, name }))).toEqual([
      { id: expect.stringMatching(`^${rule}`), ...placeOf(path, at), name: path },
    ]);
    expect(found[0]?.hint).toMatch(/\S/);
    expect(outcome.code).toBe(1);
  });

  it.each(defects.filter(({ isFixed }) => isFixed))('$name is repaired', ({ file, from, to }) => {
    const path = join(content, file);
    const before = readFileSync(path, 'utf8');
    spoil(path, from, to);
    const outcome = labworks(['check', path, '--fix']);
    expect(outcome.out).toContain('Repaired 1 problem in 1 file. No problems');
    expect(outcome.code).toBe(0);
    expect(readFileSync(path, 'utf8').replaceAll('"', "'")).toBe(before.replaceAll('"', "'"));
  });
});
