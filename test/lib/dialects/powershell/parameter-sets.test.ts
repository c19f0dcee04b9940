import { describe, expect, it } from 'vitest';
import { reported } from './powershell.ts';

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
