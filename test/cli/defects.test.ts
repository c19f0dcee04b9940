import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonReport, Outcome } from './run-cli.ts';
import { copyOfContent, fixtures, json, labworks, placeOf, spoil } from './run-cli.ts';

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
    rule: 'ios/prompt-left-in',
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

/** Every defect in a copy of its own, and one copy without any; all are checked in one run. */
describe('a defect put into a copy of a labwork', () => {
  const copies = new Map<Defect | undefined, string>();
  let outcome: Outcome;
  let report: JsonReport;
  beforeAll(() => {
    for (const defect of [undefined, ...defects]) {
      const content = copyOfContent();
      copies.set(defect, content);
      if (defect) spoil(join(content, defect.file), defect.from, defect.to);
    }
    outcome = labworks(['check', ...copies.values(), '--format', 'json']);
    report = json(outcome);
  });
  afterAll(() => {
    for (const content of copies.values()) rmSync(content, { recursive: true, force: true });
  });
  const foundIn = (content: string, { files }: JsonReport) =>
    files
      .filter(({ file }) => file.startsWith(content))
      .flatMap(({ diagnostics, file }) => diagnostics.map((diagnostic) => ({ ...diagnostic, file })));

  it('is not there to begin with', () => {
    expect(foundIn(copies.get(undefined)!, report)).toEqual([]);
    expect(outcome.code).toBe(1);
    expect(report.files).toHaveLength(3 * copies.size);
  });

  it.each(defects)('$name is told once, at its place, with a hint', (defect) => {
    const content = copies.get(defect)!;
    const path = join(content, defect.file);
    const found = foundIn(content, report);
    expect(found.map(({ rule, line, column, file }) => ({ rule, line, column, file }))).toEqual([
      { rule: expect.stringMatching(`^${defect.rule}`), ...placeOf(path, defect.at), file: path },
    ]);
    expect(found[0]!.hint).toMatch(/\S/);
    expect(found[0]!.fix?.safety === 'safe').toBe(defect.isFixed ?? false);
  });

  it('is repaired by --fix where the repair is certain', () => {
    const certain = defects.filter(({ isFixed }) => isFixed);
    const folders = certain.map((defect) => copies.get(defect)!);
    const fixed = labworks(['check', ...folders, '--fix', '--format', 'json']);
    expect(json(fixed).files.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    expect(fixed.code).toBe(0);
    // A curly quote says nothing about which straight one it was; both mean the same here.
    const read = (folder: string, file: string) =>
      readFileSync(join(folder, file), 'utf8').replaceAll('"', "'");
    for (const defect of certain)
      expect(read(copies.get(defect)!, defect.file)).toBe(read(join(fixtures, 'content'), defect.file));
  });

  it('in a lab is told in the lab when only its labwork is named', () => {
    const defect = defects.find(({ rule }) => rule === 'lab/duplicate-vlan')!;
    const content = copies.get(defect)!;
    const named = json(labworks(['check', join(content, part1), '--format', 'json']));
    const found = named.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    expect(found).toEqual(['lab/duplicate-vlan']);
  });

  it('in a lab is told once, however its path is written', () => {
    const content = copies.get(defects.find(({ rule }) => rule === 'lab/duplicate-vlan'))!;
    const { files } = json(
      labworks(['check', `./labworks/../labs`, content, '--format', 'json'], '', content),
    );
    expect(files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual([
      'lab/duplicate-vlan',
    ]);
  });
});
