import { describe, expect, it } from 'vitest';
import {
  commandElsewhere,
  parametersElsewhere,
} from '../../../../src/lib/dialects/powershell/binding/wrong-platform.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze } from './powershell.ts';
import type { CommandHere } from '../../../../src/lib/dialects/powershell/catalogue/command-here.ts';

/** Versions as the catalogue's masks have them. */
const [server2012r2, server2019] = [2, 8];

describe('a command of other versions', () => {
  const messageOf = (mask: number) =>
    commandElsewhere(
      { name: 'Get-Bench', module: 'Bench', mask },
      { start: 0, end: 9 },
      'windows-server-2016',
    ).message;

  it('came later, or exists on what its module was on before', () => {
    expect(messageOf(server2019)).toBe(
      'Get-Bench does not exist on Windows Server 2016; it came with Windows Server 2019 (module Bench).',
    );
    expect(messageOf(server2012r2)).toMatch(/; it exists on Windows Server 2012 R2 \(module Bench\)\.$/);
    expect(messageOf(server2012r2 | server2019)).toMatch(/; it exists on Windows Server 2012 R2 and 2019 /);
  });
});

describe('what is told of other versions in real commands', () => {
  const told = (platform: PowerShellPlatform, text: string) =>
    analyze(text, platform).diagnostics.map(
      ({ rule, message, hint }) => `${rule.replace('powershell/', '')}: ${message} ${hint}`,
    );

  it('is one problem where parameters go together, and nothing of what their set would have needed', () => {
    expect(
      told('windows-server-2019', '1..4 | ForEach-Object -Parallel { Get-VM -Name $_ } -ThrottleLimit 4'),
    ).toEqual([
      'wrong-platform: ForEach-Object has no -Parallel and no -ThrottleLimit on Windows Server 2019; they exist on PowerShell 7. ' +
        'Leave -Parallel and -ThrottleLimit out here, or do it another way on this version.',
    ]);
  });

  it('names the framework that brings a command to an older version, and not where there is none', () => {
    expect(told('windows-server-2012-r2', 'Install-Module -Name Bench')[0]).toMatch(
      /Windows Management Framework 5\.1 brings it to this version as well\.$/,
    );
    expect(told('windows-server-2012-r2', 'Get-VMSwitchTeam')[0]).not.toContain('Framework');
  });

  it('is only likely where the page of that very version has it, and a running system had not', () => {
    const { diagnostics } = analyze(
      'Set-VM -Name a -AutomaticCheckpointsEnabled $false',
      'windows-server-2016',
    );
    expect(diagnostics).toMatchObject([
      {
        rule: 'powershell/wrong-platform',
        severity: 'warning',
        message:
          'The page of Set-VM has -AutomaticCheckpointsEnabled for Windows Server 2016, and a running system did not; it exists on Windows Server 2019 to 2025.',
      },
    ]);
    for (const [platform, text] of [
      ['windows-server-2025', 'New-Cluster -Name a -S2D'],
      ['windows-server-2016', 'Set-MpPreference -ScanScheduleOffset 5'],
      [
        'windows-server-2016',
        'Export-PfxCertificate -Cert a -FilePath b.pfx -Password $p -CryptoAlgorithmOption TripleDES_SHA1',
      ],
      ['windows-server-2025', 'Set-NetworkControllerOnFailoverCluster -RestClientSecurityGroup a'],
    ] as const)
      expect(
        analyze(text, platform).diagnostics.filter(({ severity }) => severity === 'error'),
        text,
      ).toEqual([]);
  });

  it('leaves open what grows with each provider that is installed, and knows values that the page forgets', () => {
    expect(
      told('windows-server-2019', 'Uninstall-Package -Name docker -ProviderName DockerMsftProvider'),
    ).toEqual([]);
    expect(told('windows-server-2016', 'Wait-VM -Name a -For Reboot')).toEqual([]);
    expect(told('windows-server-2016', 'Wait-VM -Name a -For Lunch')).toHaveLength(1);
  });
});

describe('a parameter of other versions', () => {
  const severityOf = (surelyLacks: boolean) =>
    parametersElsewhere(
      [{ kind: 'parameter', name: 'Level', start: 10, end: 18, nameEnd: 16, value: undefined }],
      server2019,
      {
        here: commandHere(surelyLacks),
        platform: 'Windows Server 2016',
        isCommandName: () => false,
        piped: false,
        hashtable: () => undefined,
      },
    ).severity;

  it('is an error where a source shows that it is missing, and only likely where documentation does not have it', () => {
    expect(severityOf(true)).toBeUndefined();
    expect(severityOf(false)).toBe('warning');
  });

  function commandHere(surelyLacks: boolean): CommandHere {
    return {
      name: 'Get-Bench',
      module: 'Bench',
      parameters: new Map(),
      byName: new Map(),
      sets: [],
      unproven: false,
      complete: true,
      outdated: false,
      isReportedAbsent: () => false,
      hasFacts: true,
      parameterVersions: () => server2019,
      surelyLacks: () => surelyLacks,
      isDoubted: () => false,
    };
  }
});
