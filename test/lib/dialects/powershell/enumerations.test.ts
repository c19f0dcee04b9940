import { describe, expect, it } from 'vitest';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { documentedValues } from '../../../../src/lib/dialects/powershell/catalogue/overrides/documented-values.ts';
import { listed, readCatalogue, reported } from './powershell.ts';

describe('a value that the command’s own page lists for a version', () => {
  it.each<[string, PowerShellPlatform]>([
    [
      'Install-ADDSForest -DomainName a.b -ForestMode WinThreshold -DomainMode WinThreshold',
      'windows-server-2022',
    ],
    ['Install-ADDSForest -DomainName a.b -ForestMode Win2012R2', 'windows-server-2012-r2'],
    ['Enable-DedupVolume -Volume E: -UsageType Backup', 'windows-server-2016'],
    ['Set-ADDomainMode -Identity a.b -DomainMode Windows2025Domain', 'windows-server-2025'],
    ['Set-ADForestMode -Identity a.b -ForestMode Windows2016Forest', 'windows-server-2016'],
    ['Set-VpnServerConfiguration -CustomPolicy -EncryptionMethod GCMAES256', 'windows-server-2022'],
    [
      'New-IISSiteBinding -Name a -BindingInformation "*:443:" -Protocol https -SslFlag DisableHTTP2',
      'windows-server-2025',
    ],
    ['Add-DhcpServerv4OptionDefinition -Name a -OptionId 9 -Type IPv6Address', 'windows-server-2019'],
    ['Get-StorageFaultDomain -Type Rack', 'windows-server-2019'],
  ])('%s is taken there', (text, platform) => {
    expect(reported(text, platform).filter((one) => /bad-enum|bad-type/.test(one))).toEqual([]);
  });

  it.each<[string, PowerShellPlatform]>([
    ['Enable-DedupVolume -Volume E: -UsageType Backup', 'windows-server-2012-r2'],
    ['Set-ADDomainMode -Identity a.b -DomainMode Windows2025Domain', 'windows-server-2022'],
    ['Install-ADDSForest -DomainName a.b -ForestMode Win2016', 'windows-server-2022'],
  ])('%s is not before, nor another one', (text, platform) => {
    expect(reported(text, platform).some((one) => one.endsWith('bad-enum'))).toBe(true);
  });

  it('is of a command or a type that the catalogue has', () => {
    const source = readCatalogue();
    const catalogue = createCatalogue(source);
    const wrong = documentedValues.flatMap(({ of, parameter }) => {
      if (parameter !== undefined)
        return of
          .split(' ')
          .filter(
            (name) =>
              !catalogue.command(name, 'windows-server-2022')?.parameters.has(parameter.toLowerCase()),
          );
      const [type = '', module = ''] = of.split(':');
      const name = Object.keys(source.index.modules).find(
        (one) => one.toLowerCase() === module.toLowerCase(),
      );
      return name && JSON.stringify(source.module(name)).includes(type) ? [] : [of];
    });
    expect(wrong).toEqual([]);
  });
});

describe('numbers and lists for an enumeration', () => {
  it.each<[string, string[]]>([
    ['New-ScheduledTaskTrigger -Weekly -At 3am -DaysOfWeek 6', []],
    ['Write-Host a -ForegroundColor 15', []],
    ['Write-Host a -ForegroundColor 16', ['1:31-33 powershell/bad-enum']],
    ['Write-Host a -ForegroundColor -2', ['1:31-33 powershell/bad-enum']],
    ['Start-Process a -WindowStyle 7', ['1:30-31 powershell/bad-enum']],
    ['New-ScheduledTaskTrigger -Weekly -At 3am -DaysOfWeek Monday, 9', ['1:62-63 powershell/bad-enum']],
    ['Invoke-WebRequest http://a -Method 12', ['1:36-38 powershell/bad-enum']],
    ['Write-Host a -ForegroundColor Red, Blue', []],
    ['Start-Process a -WindowStyle Hidden, Maximized', []],
    [
      'Send-MailMessage -To a -From b -Subject c -Priority Low, High',
      ['1:1-17 powershell/deprecated', '1:53-62 powershell/bad-type'],
    ],
    ['Set-ADAccountPassword a -Credential $a, $b', ['1:37-43 powershell/bad-type']],
    ['Get-Volume -Partition $a, $b', ['1:23-29 powershell/bad-type']],
  ])('%s: %j', (text, expected) => {
    expect(reported(text, 'windows-server-2022')).toEqual(expected);
  });
});

describe('a filter in braces', () => {
  it.each([
    ['Get-ADUser -Filter { Name -like "a*" -and Enabled -eq $true } -Properties *', ['Get-ADUser supported']],
    [
      'Get-ADComputer -Filter {OperatingSystem -Like "Windows*"} | ForEach-Object { $_.Name }',
      ['Get-ADComputer supported', 'ForEach-Object supported'],
    ],
    ['Get-ADObject -Filter { ObjectClass -eq "user" }', ['Get-ADObject supported']],
    ['Get-ADGroup -Filter:{ Get-Own -eq 1 }', ['Get-ADGroup supported']],
    ['Get-ADUser -Filter { Get-VM -Nme x }', ['Get-ADUser supported']],
  ])('%s holds no commands', (text, commands) => {
    expect(listed(text, 'windows-server-2022')).toEqual(commands);
    expect(reported(text, 'windows-server-2022')).toEqual([]);
  });

  it.each([
    ['Get-ChildItem | Rename-Item -NewName { Get-VM -Name }', '1:47-52 powershell/missing-value'],
    ['Invoke-Command -ScriptBlock { Get-VM -Name }', '1:38-43 powershell/missing-value'],
    ['Get-VM | Where-Object { Get-VM -Name }', '1:32-37 powershell/missing-value'],
  ])('is told from a block that runs: %s', (text, expected) => {
    expect(reported(text, 'windows-server-2022')).toEqual([expected]);
  });
});
