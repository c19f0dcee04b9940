import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { clashingModules } from '../../../../src/lib/dialects/powershell/catalogue/overrides/clashing-modules.ts';
import { undocumentedParameters } from '../../../../src/lib/dialects/powershell/catalogue/overrides/undocumented-parameters.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze, listed, readCatalogue, reported } from './powershell.ts';

describe('what commands take and no page of theirs has', () => {
  it.each<[string, PowerShellPlatform]>([
    ['Get-Volume -FriendlyName Vol1', 'windows-server-2019'],
    ['Get-Volume -FriendlyName Vol1 -CimSession hv1 | Repair-Volume -Scan', 'windows-server-2022'],
    ['Set-VMNetworkAdapter -VMName vm1 -RscEnabled $true', 'windows-server-2019'],
    [
      'Get-StorageSubSystem -FriendlyName Clus* | Set-StorageSubSystem -VirtualDiskRepairQueueDepth 4',
      'windows-server-2022',
    ],
    ['Get-StoragePool | Get-PhysicalDisk -HasMetadata', 'windows-server-2022'],
    ['Get-StorageFaultDomain -FriendlyName $node | Enable-StorageMaintenanceMode', 'windows-server-2019'],
    ['Add-Member -InputObject $o NoteProperty Name 1', 'windows-server-2022'],
    ['$o | Add-Member ScriptMethod Say { $this.Name }', 'windows-server-2012-r2'],
    ['$o | Add-Member Name 1 -PassThru', 'windows-server-2016'],
    ['Get-InstalledLanguage', 'windows-server-2022'],
    ['Get-NetFirewallHyperVRule', 'windows-server-2022'],
  ])('%s binds', (text, platform) => {
    expect(reported(text, platform)).toEqual([]);
    for (const one of listed(text, platform)) expect(one).toMatch(/ supported$/);
  });

  it.each<[string, PowerShellPlatform, string]>([
    [
      'Set-VMNetworkAdapter -VMName vm1 -RscEnabled 1GB,2',
      'windows-server-2019',
      '1:46-51 powershell/bad-type',
    ],
    [
      'Set-VMNetworkAdapter -VMName vm1 -RscEnable $true',
      'windows-server-2016',
      '1:34-44 powershell/unknown-parameter',
    ],
    [
      '$o | Add-Member NoteProperty Name 1 2 3',
      'windows-server-2022',
      '1:39-40 powershell/unexpected-argument',
    ],
    ['Get-Volume -FriendlyNames Vol1', 'windows-server-2019', '1:12-26 powershell/unknown-parameter'],
  ])('%s does not', (text, platform, expected) => {
    expect(reported(text, platform)).toEqual([expected]);
  });

  it('is unknown where the pages have stood still, unless it is nearly a known one', () => {
    expect(
      reported('New-Volume -FriendlyName a -Size 1TB -NumberOfDataCopies 4', 'windows-server-2022'),
    ).toEqual([]);
    expect(listed('New-Volume -FriendlyName a -Size 1TB', 'windows-server-2022')).toEqual([
      'New-Volume unknown',
    ]);
    expect(reported('New-Volume -FriendlyNme a -Size 1TB', 'windows-server-2022')).toHaveLength(1);
    expect(reported('New-Volume -FriendlyName a -NumberOfDataCopies 4', 'windows-server-2016')).not.toEqual(
      [],
    );
  });

  it('has a source in its table, and commands that the catalogue knows', () => {
    const catalogue = createCatalogue(readCatalogue());
    for (const { commands, source } of undocumentedParameters) {
      expect(source.length).toBeGreaterThan(20);
      for (const name of commands.split(' ')) expect(catalogue.find(name)).not.toEqual([]);
    }
    for (const { shadows } of clashingModules) expect(catalogue.hasModule(shadows)).toBe(true);
  });
});

describe('a module that shares names with another', () => {
  const setHost = 'Get-VMHost -ComputerName h1 | Set-VMHost -MigrationPerformanceOption UseSmbTransport';

  it.each([
    `Import-Module VirtualMachineManager\n${setHost}`,
    `Import-Module -Name 'C:\\Program Files\\VMM\\bin\\psModules\\virtualmachinemanager\\virtualmachinemanager.psd1'\n${setHost}`,
    `#Requires -Version 5.1\n#Requires -Modules FailoverClusters, VirtualMachineManager\n${setHost}`,
    `#Requires -Modules @{ ModuleName = 'VirtualMachineManager'; ModuleVersion = '2.0' }\n${setHost}`,
    `using module VirtualMachineManager\n${setHost}`,
    `$server = Get-SCVMMServer vmm1\n${setHost}`,
    'Connect-VIServer -Server vcenter\nGet-VM -Location Cluster1 | Move-VM -Datastore ds1',
    'Add-PSSnapin VMware.VimAutomation.Core\nNew-VM -Name a -ResourcePool b -Template c',
  ])('leaves it open whose command runs: %j', (text) => {
    expect(reported(text, 'windows-server-2022')).toEqual([]);
    expect(listed(text, 'windows-server-2022').at(-1)).toMatch(/ unknown$/);
  });

  it('stays so in later blocks, and not for names with their module', () => {
    const { session } = analyze('Import-Module VirtualMachineManager', 'windows-server-2022');
    expect(analyze('Get-VMHost -Own', 'windows-server-2022', session).diagnostics).toEqual([]);
    const own = analyze('Hyper-V\\Get-VMHost -Own', 'windows-server-2022', session).diagnostics;
    expect(own.map(({ rule }) => rule)).toEqual(['powershell/unknown-parameter']);
  });

  it('is told from one that shares none', () => {
    expect(reported(`Import-Module FailoverClusters\n${setHost}`, 'windows-server-2022')).toHaveLength(1);
  });
});
