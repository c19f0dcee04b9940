import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../../src/lib/engine.ts';
import type { PlatformId } from '../../../../src/lib/platforms/platforms.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { readCatalogue } from '../../dialects/powershell/powershell.ts';

const engine = createEngine({ catalogue: readCatalogue() });

function check(text: string, platform: PlatformId) {
  return engine.checkScript(sliceOf(createSourceFile('script.ps1', text)), platform);
}

/** `1:14-26 powershell/missing-value`, one a diagnostic. */
function reported(text: string, platform: PlatformId): string[] {
  return check(text, platform).diagnostics.map(
    ({ rule, range: { start, end } }) => `${start.line}:${start.column}-${end.column} ${rule}`,
  );
}

describe('a virtual switch on an LBFO team', () => {
  const team = "New-NetLbfoTeam -Name 'Team1' -TeamMembers 'NIC 1', NIC2 -TeamingMode Lacp -Confirm:$false";
  const onTeam = "New-VMSwitch -Name 'Converged' -NetAdapterName 'team1' -AllowManagementOS $true";
  const byDescription =
    "New-VMSwitch -Name 'Converged' -NetAdapterInterfaceDescription 'Microsoft Network Adapter Multiplexor Driver #2'";

  it('is seen through splatting, aliases and short names of parameters as well', () => {
    const made = "$team = @{ Name = 'Team1'; TeamMembers = 'a', 'b' }\nNew-NetLbfoTeam @team\n";
    expect(reported(`${made}New-VMSwitch -Na x -NetAdapterName Team1`, 'windows-server-2022')).toEqual([
      '3:20-35 powershell/refused-when-run',
    ]);
    expect(
      reported(
        `${made}$switch = @{ Name = 'x'; NetAdapterName = 'Team1'; AllowNetLbfoTeams = $true }\nNew-VMSwitch @switch`,
        'windows-server-2022',
      ),
    ).toEqual([]);
    const short = "Set-Alias -Name mkteam -Value New-NetLbfoTeam\nmkteam -Name 'Team1' -TeamMembers 'a'\n";
    expect(reported(`${short}New-VMSwitch x -NetAdapterName Team1`, 'windows-server-2022')).toContain(
      '3:16-31 powershell/refused-when-run',
    );
  });

  it('is refused from Windows Server 2022 on, with what to do instead', () => {
    for (const platform of ['windows-server-2022', 'windows-server-2025'] as const) {
      const { diagnostics, commands } = check(`${team}\n${onTeam}`, platform);
      const [refused] = diagnostics.filter(({ range }) => range.start.line === 2);
      expect(refused).toMatchObject({ rule: 'powershell/refused-when-run', severity: 'error' });
      expect(refused!.message).toContain('“Team1” is one');
      expect(refused!.hint).toContain(
        "New-VMSwitch -Name Converged -NetAdapterName 'NIC 1', NIC2 -EnableEmbeddedTeaming $true",
      );
      expect(refused!.hint).toContain('LACP');
      expect(refused!.hint).toContain('-AllowNetLbfoTeams $true');
      expect(commands.map(({ support }) => support)).toEqual(['supported', 'unsupported']);
    }
    expect(check(byDescription, 'windows-server-2025').diagnostics[0]!.message).toContain(
      '“Microsoft Network Adapter Multiplexor Driver #2” is one',
    );
  });

  it('is fine before, where it is allowed by hand, and where nothing tells of a team', () => {
    for (const platform of [
      'windows-server-2012',
      'windows-server-2012-r2',
      'windows-server-2016',
      'windows-server-2019',
    ] as const)
      expect(reported(`${team}\n${onTeam}`.replace('-TeamingMode Lacp', ''), platform)).toEqual([]);
    expect(reported(`${team}\n${onTeam} -AllowNetLbfoTeams $true`, 'windows-server-2022')).toEqual([]);
    expect(reported(onTeam, 'windows-server-2022')).toEqual([]);
    expect(reported(`New-NetLbfoTeam -Name $name -TeamMembers a\n${onTeam}`, 'windows-server-2022')).toEqual(
      [],
    );
  });

  it('is fine where the team is only made behind it', () => {
    expect(reported(`${onTeam}\n${team}`, 'windows-server-2022')).toEqual([]);
  });
});

describe('what is needed', () => {
  const make = "New-VMSwitch -Name 'Lab' -SwitchType Internal";
  const use = "Add-VMNetworkAdapter -ManagementOS -Name 'LM' -SwitchName 'Lab'";
  const told = (text: string) =>
    reported(text, 'windows-server-2019').filter((line) => /used-before-made|never-made/.test(line));

  it('is told where it is made only afterwards', () => {
    expect(told(`${use}\n${make}`)).toEqual(['1:47-64 powershell/used-before-made']);
  });

  it.each([
    ['what may have been made where only running tells', `if (Get-VM x) { ${make} }\n${use}\n${make}`],
    ['what may have been made in a loop', `Get-VM | ForEach-Object { ${make} }\n${use}\n${make}`],
    ['what may have been made at another computer', `${make} -CimSession $all\n${use}\n${make}`],
    ['what a command of somebody’s own may have made', `Initialize-Lab\n${use}\n${make}`],
    ['what a script may have made', `. .\\lab.ps1\n${use}\n${make}`],
    [
      'a name that a command of somebody’s own may have made',
      `${use}\nNew-VMSwitch -Name 'Labs' -SwitchType Internal\nInitialize-Lab`,
    ],
    ['what a host may have had before', use],
  ])('is not told of %s', (_what, text) => {
    expect(told(text)).toEqual([]);
  });
});
