import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { indexLine } from '../../../../src/lib/dialects/powershell/catalogue/compact-facts.ts';
import { datePlaces } from '../../../../src/lib/dialects/powershell/catalogue/dated-places.ts';
import { datedCommands } from '../../../../src/lib/dialects/powershell/catalogue/overrides/dated-commands.ts';
import { datedParameters } from '../../../../src/lib/dialects/powershell/catalogue/overrides/dated-parameters.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { listed, readCatalogue, reported } from './powershell.ts';

const place = { name: 'Get-Bench', module: 'Bench', mask: 32, documented: 32, maybe: 0, missing: 0 };

describe('what dates a command', () => {
  const dated = (row: object) =>
    datePlaces([place], [{ commands: 'Get-Bench', source: 'a page', ...row }])[0];

  it('is no page that is missing: without a source nothing is known of the other versions', () => {
    expect(datePlaces([place], [])).toEqual([place]);
  });

  it('shows from when on it is there, and that it was not before', () => {
    expect(dated({ since: 'windows-server-2019' })).toMatchObject({ mask: 8 | 16 | 32, missing: 1 | 2 | 4 });
  });

  it('shows a version that has it, and nothing of those before', () => {
    expect(dated({ seen: 'windows-server-2019' })).toMatchObject({ mask: 8 | 16 | 32, missing: 0 });
  });

  it('shows that it went', () => {
    const old = { ...place, mask: 1, documented: 1 };
    const row = { commands: 'Get-Bench', until: 'windows-server-2016', source: 'a page' } as const;
    expect(datePlaces([old], [row])[0]).toMatchObject({ mask: 1, missing: 8 | 16 | 32 });
  });

  it('shows that another shell came to lack it', () => {
    expect(dated({ gone: 'powershell-7' })).toMatchObject({ mask: 32, missing: 64 });
  });

  it('settles no single command where it tells of a module', () => {
    const row = { commands: 'Bench\\*', since: 'windows-server-2022', source: 'a page' } as const;
    expect(datePlaces([place], [row])[0]).toMatchObject({ mask: 48, maybe: 16, missing: 15 });
  });

  it('settles what the facts thought likely', () => {
    const likely = { ...place, mask: 48, documented: 48, maybe: 16 };
    const row = { commands: 'Get-Bench', seen: 'windows-server-2022', source: 'a page' } as const;
    expect(datePlaces([likely], [row])[0]).toMatchObject({ mask: 48, maybe: 0 });
  });

  it('is a running system that was asked: one between it and the versions that have it will do', () => {
    const module = (live: number, os: number) => ({
      module: 'Bench',
      os: 63,
      sources: { '2012': ['docs'], '2016': ['docs', 'pssa-5.1'] },
      enums: {},
      commands: { 'Get-Bench': { os, params: {}, sets: [] }, 'Get-Other': { live, params: {}, sets: [] } },
    });
    expect(indexLine(module(4, 48))).toBe('63 Get-Bench:48!7 Get-Other');
    expect(indexLine(module(4, 50))).toBe('63 Get-Bench:50!4 Get-Other');
    expect(indexLine(module(4, 3))).toBe('63 Get-Bench:3!60 Get-Other');
    expect(indexLine(module(0, 48))).toBe('63 Get-Bench:48 Get-Other');
  });
});

describe('the table of what dates commands', () => {
  const catalogue = createCatalogue(readCatalogue());

  it('names commands and modules that the catalogue has, once each, with a source', () => {
    const wrong = datedCommands.flatMap(({ commands, module, source, since, seen, until, gone }) => [
      ...(source.length > 20 && (since ?? seen ?? until ?? gone) ? [] : [source]),
      ...commands
        .split(' ')
        .filter((name) =>
          name.endsWith('\\*')
            ? !catalogue.hasModule(name.slice(0, -2))
            : !module && catalogue.find(name).length === 0,
        ),
    ]);
    expect(wrong).toEqual([]);
    const names = datedCommands.flatMap(({ commands }) => commands.split(' '));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names parameters that the catalogue has', () => {
    const wrong = datedParameters.flatMap(({ commands, parameters, since }) =>
      commands.split(' ').filter((name) => {
        const has = catalogue.command(name, 'windows-server-2025');
        return !parameters.split(' ').some((one) => has?.parameters.has(one.toLowerCase())) || !since;
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a command that only documentation of a later version has', () => {
  it.each<[string, PowerShellPlatform]>([
    ['Enable-ClusterS2D', 'windows-server-2016'],
    ['Get-ClusterS2D', 'windows-server-2019'],
    ['Get-VM vm1 | Get-ClusterPerf -VMSeriesName "VM.Cpu.Usage" -TimeFrame LastHour', 'windows-server-2019'],
    [
      'New-ClusterSet -Name CSMASTER -NamespaceRoot SOFS-CLUSTERSET -CimSession SET-CLUSTER',
      'windows-server-2019',
    ],
    ['Set-SConfig -AutoLaunch $false', 'windows-server-2022'],
    ['Get-PmemDisk', 'windows-server-2019'],
    ['Get-HnsNetwork', 'windows-server-2019'],
    ['Mount-SRDestination -Name rg02 -ComputerName SRV2 -TemporaryPath T:\\', 'windows-server-2019'],
    ['Enable-StorageBusCache', 'windows-server-2022'],
    ['New-SmbGlobalMapping -RemotePath \\\\files\\share -LocalPath G:', 'windows-server-2019'],
    ['Get-SmsState -Name Move1', 'windows-server-2019'],
    ['Get-ClusterNode -Cluster C1', 'windows-server-2022'],
    ['Remove-AppxPackage -Package x', 'windows-server-2019'],
    ['Add-WindowsFeature Hyper-V', 'windows-server-2022'],
    ['New-NanoServerImage -Edition Standard -MediaPath D:\\ -TargetPath n.vhdx', 'windows-server-2016'],
    ['Get-Cluster -ClusterSet $set', 'windows-server-2019'],
  ])('%s is known where a source shows that it is older', (text, platform) => {
    expect(reported(text, platform).filter((one) => !one.endsWith('alias-in-script'))).toEqual([]);
    for (const command of listed(text, platform)) expect(command).toMatch(/ supported$| unknown$/);
  });

  it.each<[string, PowerShellPlatform]>([
    ['Get-HnsNamespace', 'windows-server-2019'],
    ['Backup-AuditPolicy -Path a', 'windows-server-2022'],
    ['Get-WinhttpProxy', 'windows-server-2016'],
    ['Get-NetLldpAgent', 'windows-server-2012-r2'],
    ['Get-VpnServerIPsecConfiguration', 'windows-server-2019'],
    ['Get-HealthFault', 'windows-server-2019'],
  ])('%s is unknown where nothing dates it', (text, platform) => {
    expect(reported(text, platform)).toEqual([]);
    expect(listed(text, platform)).toEqual([expect.stringMatching(/ unknown$/)]);
  });

  it.each<[string, PowerShellPlatform]>([
    ['Get-VMSwitchTeam', 'windows-server-2012-r2'],
    ['New-NetIntentStorageOverrides', 'windows-server-2022'],
    ['Get-InsightsCapability', 'windows-server-2016'],
    ['Enable-StorageBusCache', 'windows-server-2019'],
    ['New-ClusterSet -Name a', 'windows-server-2016'],
    ['Enable-ClusterS2D', 'windows-server-2012-r2'],
    ['Start-ADServiceAccountMigration', 'windows-server-2022'],
    ['Get-SRGroup', 'windows-server-2012-r2'],
    ['Get-FileHash a.iso', 'windows-server-2012'],
    ['Compress-Archive -Path a -DestinationPath b', 'windows-server-2012-r2'],
  ])('%s is refused where a source shows that it came later', (text, platform) => {
    expect(reported(text, platform)).toEqual([expect.stringMatching(/ powershell\/wrong-platform$/)]);
  });
});

describe('a parameter that only documentation of a later version has', () => {
  it.each<[string, PowerShellPlatform, string]>([
    ['Move-ClusterGroup -Name a -Reason b', 'windows-server-2022', 'unknown'],
    ['Resume-ClusterNode -FailbackVMs', 'windows-server-2019', 'unknown'],
    ['Set-SmbServerConfiguration -EncryptionCiphers a', 'windows-server-2019', 'unknown'],
    [
      'Set-VMProcessor -VMName a -ExposeVirtualizationExtensions $true',
      'windows-server-2012-r2',
      'unsupported',
    ],
    ['Set-ClusterQuorum -CloudWitness -AccountName a', 'windows-server-2012-r2', 'unsupported'],
    ['Test-NetConnection a -DiagnoseRouting', 'windows-server-2012-r2', 'unsupported'],
  ])('%s on %s is %s', (text, platform, support) => {
    expect(listed(text, platform)).toEqual([expect.stringMatching(new RegExp(` ${support}$`))]);
  });
});
