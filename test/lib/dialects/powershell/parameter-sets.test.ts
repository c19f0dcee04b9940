import { describe, expect, it } from 'vitest';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { bareSets, withDefault } from '../../../../src/lib/dialects/powershell/catalogue/default-set.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { layoutOf } from '../../../../src/lib/dialects/powershell/binding/set-layout.ts';
import { readCatalogue, reported } from './powershell.ts';

describe('parameter sets', () => {
  it.each([
    [
      'New-VMSwitch -Name x -NetAdapterName y -SwitchType Internal',
      '1:40-51 powershell/parameter-set-conflict',
    ],
    ['New-NetIPAddress -IPAddress 10.0.0.1', '1:1-17 powershell/missing-mandatory'],
    ['Get-VMSwitch a b c d', '1:18-19 powershell/unexpected-argument'],
    ['Write-Verbose -Message a + b', '1:26-27 powershell/unexpected-argument'],
  ])('tells once what keeps %j from binding', (text, expected) => {
    expect(reported(text)).toEqual([expected]);
  });

  it.each([
    ['New-NetIPAddress 10.0.0.1 -InterfaceIndex 3'],
    ["Get-VM -Name 'a' | Stop-VM -Force; Get-NetAdapter | Rename-NetAdapter -NewName 'x'"],
    ['Write-Host a b c; Write-Output a b'],
    ['New-NetIPAddress @address'],
    ['Get-Credential'],
    ['1..3 | ForEach-Object { $_ } | Where-Object { $_ } | Sort-Object'],
  ])('has nothing to say about %j', (text) => {
    expect(reported(text)).toEqual([]);
  });
});

describe('a parameter set without parameters of its own', () => {
  const catalogue = createCatalogue(readCatalogue());

  it.each<[string, PowerShellPlatform]>([
    ['Enable-ClusterStorageSpacesDirect', 'windows-server-2022'],
    ['Enable-ClusterStorageSpacesDirect -PoolFriendlyName a -Confirm:$false', 'windows-server-2016'],
    ['Import-WdsBootImage -Path C:\\Deploy\\boot.wim', 'windows-server-2022'],
    ["Set-WdsBootImage -Architecture X86 -ImageName 'a' -DisplayOrder 2", 'windows-server-2022'],
    ['Clear-DnsServerStatistics', 'windows-server-2022'],
    ['Clear-DnsServerStatistics -ComputerName dns1 -Force', 'windows-server-2016'],
    ['Get-GPO -All -Domain contoso.com', 'windows-server-2012-r2'],
    ['Get-GPStarterGPO -All', 'windows-server-2019'],
    ['Get-VpnS2SInterfaceStatistics', 'windows-server-2012-r2'],
    // The default set of these is listed with nothing at all, and all others share -CimSession and its kin.
    ['Get-IscsiSession -CimSession $session', 'windows-server-2019'],
    ['Get-IscsiSession -AsJob -ThrottleLimit 2', 'windows-server-2012-r2'],
    ['Get-StorageJob -CimSession $session', 'windows-server-2025'],
    // What the page's own syntax puts together.
    ['Move-VM -VM $vm -DestinationHost hv2', 'windows-server-2022'],
    ['Set-VMSwitchTeam -VMSwitch $switch', 'windows-server-2019'],
  ])('%s is meant for it', (text, platform) => {
    expect(reported(text, platform)).toEqual([]);
  });

  it.each<[string, PowerShellPlatform, string]>([
    ['Get-GPO -Domain contoso.com -Guid', 'windows-server-2012-r2', '1:29-34 powershell/missing-value'],
    [
      'Clear-DnsServerStatistics -Zone a -Name b',
      'windows-server-2022',
      '1:35-40 powershell/unknown-parameter',
    ],
    ['Import-WdsBootImage -DisplayOrder 1', 'windows-server-2022', '1:1-20 powershell/missing-mandatory'],
  ])('%s is refused all the same', (text, platform, expected) => {
    expect(reported(text, platform)).toEqual([expected]);
  });

  it('is kept, of whichever command the facts list one', () => {
    let kept = 0;
    for (const name of catalogue.names) {
      const command = catalogue.command(name, 'windows-server-2022');
      if (!command) continue;
      const bare = bareSets(command.sets.length, [...command.parameters.values()]);
      if (bare.length === 0) continue;
      kept++;
      const layout = layoutOf(command);
      // The default one, or one that keeps the check from calling it certain which one is meant.
      expect([
        name,
        layout.hasBareSet || bare.includes(command.sets.findIndex(({ isDefault }) => isDefault)),
      ]).toEqual([name, true]);
    }
    expect(kept).toBeGreaterThan(5);
  });

  it('is the default one where no source names another', () => {
    const sets = [
      { name: 'A', isDefault: false },
      { name: 'B', isDefault: false },
    ];
    expect(withDefault(sets, []).map(({ isDefault }) => isDefault)).toEqual([true, false]);
    const marked = [sets[0]!, { name: 'B', isDefault: true }];
    expect(withDefault(marked, [])).toEqual(marked);
  });
});
