import { describe, expect, it } from 'vitest';
import type { Compatibility } from '../../../src/lib/check/compatibility.ts';
import { engine, fence, note, part, rack } from '../fixture-posts.ts';

function compatibility(...guides: ReturnType<typeof part>[]): Compatibility {
  const lab = rack();
  return engine.compatibilityOf(guides, new Map([[lab.id, lab]]));
}

const step = (id: string, ...lines: readonly string[]) =>
  `## ${id} A step\n\n${fence('powershell on=srv1', ...lines)}\n`;

/** The years of the versions a note is about. */
const yearsOf = ({ platforms }: { readonly platforms: readonly string[] }) =>
  platforms.map((id) => id.replace('windows-server-', ''));

describe('a note of the compatibility', () => {
  it('names all versions that it is about, in the place of the one where it was found first', () => {
    const { notes } = compatibility(
      part(step('9:1', "Add-VMSwitchTeamMember -VMSwitchName 'a' -NetAdapterName 'b' -Foo 1")),
    );
    expect(notes.map(({ message }) => message)).toEqual([
      'Add-VMSwitchTeamMember does not exist on Windows Server 2012 and 2012 R2; it came with Windows Server 2016 (module Hyper-V).',
      'Add-VMSwitchTeamMember has no parameter -Foo on Windows Server 2016, 2019, 2022 and 2025.',
    ]);
  });

  it('leaves `Windows Server 2012 R2` in a message as it stands, which begins like the title of the version before', () => {
    const { notes } = compatibility(
      part(
        step(
          '9:1',
          "New-NetLbfoTeam -Name 'a' -TeamMembers 'b' -TeamingMode 'Windows Server 2012 R2' -Confirm:$false",
        ),
      ),
    );
    const first = notes.find((one) => yearsOf(one).includes('2012'))!;
    expect(yearsOf(first)).toEqual(expect.arrayContaining(['2012', '2016', '2019', '2022', '2025']));
    expect(notes.flatMap(yearsOf).sort()).toEqual(['2012', '2012-r2', '2016', '2019', '2022', '2025']);
    for (const { message } of notes)
      expect(message).toContain('and “Windows Server 2012 R2” is none of them.');
  });

  it('is one for each line, though the lines say the same', () => {
    const line = "Add-VMSwitchTeamMember -VMSwitchName 'a' -NetAdapterName 'b'";
    const { notes } = compatibility(part(step('9:1', line, line)));
    expect(notes.map((one) => [one.number, one.range.start.line, yearsOf(one)])).toEqual([
      [1, expect.any(Number), ['2012', '2012-r2']],
      [2, expect.any(Number), ['2012', '2012-r2']],
    ]);
    expect(notes[1]!.range.start.line).toBe(notes[0]!.range.start.line + 1);
  });

  it('stands in the order of the text, not in that of the versions', () => {
    const { notes } = compatibility(
      part(
        step(
          '9:1',
          'Invoke-HouseRule',
          "Add-VMSwitchTeamMember -VMSwitchName 'a' -NetAdapterName 'b'",
          'Get-NetAdapter -Nonsense',
        ),
      ),
    );
    expect(notes.map(({ verdict }) => verdict)).toEqual(['unknown', 'error', 'error']);
    const lines = notes.map(({ range }) => range.start.line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('of a warning does not make an error of its cell', () => {
    const { steps, notes } = compatibility(part(step('9:1', 'gwmi Win32_Bios')));
    expect(new Set(notes.map(({ verdict }) => verdict))).toEqual(new Set(['warning']));
    expect(steps[0]!.cells.map(({ verdict }) => verdict)).toEqual(Array(6).fill('warning'));
  });

  it('is missing where a finding is only for information', () => {
    const { notes } = compatibility(part(step('9:1', "Get-NetAdapter -Name 'Ethernet'")));
    expect(notes).toEqual([]);
  });
});

describe('a cell of the compatibility', () => {
  it('shows the worst of its notes', () => {
    const { steps } = compatibility(
      part(
        step(
          '9:1',
          'Invoke-HouseRule',
          'gwmi Win32_Bios',
          "Add-VMSwitchTeamMember -VMSwitchName 'a' -NetAdapterName 'b'",
        ),
      ),
    );
    expect(steps[0]!.cells.map(({ verdict, notes }) => [verdict, notes.length])).toEqual([
      ['error', 4],
      ['error', 4],
      ['warning', 3],
      ['warning', 3],
      ['warning', 3],
      ['warning', 3],
    ]);
  });

  it('counts the commands of its own step, over all of its blocks', () => {
    const { steps } = compatibility(
      part(
        `${step('9:1', 'Get-NetAdapter', 'Get-VM')}${fence('powershell on=srv1 verify', 'Get-VM')}\n${step('9:2', 'Get-VM')}`,
      ),
    );
    expect(steps.map(({ step: id, cells }) => [id, cells[0]!.commands])).toEqual([
      ['9:1', 3],
      ['9:2', 1],
    ]);
  });

  it('is numbered on over the steps and parts', () => {
    const { steps, notes } = compatibility(
      part(step('9:1', 'Invoke-HouseRule')),
      part(step('9:2', 'Invoke-HouseRule'), { part: 2 }),
    );
    expect(notes.map(({ number, step: id }) => [number, id])).toEqual([
      [1, '9:1'],
      [2, '9:2'],
    ]);
    expect(steps.map(({ cells }) => cells[0]!.notes)).toEqual([[1], [2]]);
  });
});

describe('what has no version of Windows Server', () => {
  it('leaves its steps empty, and is named where it is left out', () => {
    const { steps, writtenFor, leftOut } = compatibility(
      part(
        `## 9:1 A step\n\n${fence('ios on=sw1', 'show vlan brief')}\n${fence('ios on=sw2', 'show vlan brief')}`,
      ),
    );
    expect(steps.map(({ cells }) => cells)).toEqual([[]]);
    expect(writtenFor).toEqual([]);
    expect(leftOut).toEqual(['SW1', 'SW2']);
  });

  it('includes a host that runs PowerShell 7 on something else', () => {
    const { leftOut } = compatibility(note(fence('powershell platform=powershell-7', 'Get-Process'), ''));
    expect(leftOut).toEqual(['PowerShell 7']);
  });
});
