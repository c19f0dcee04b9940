import { describe, expect, it } from 'vitest';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze, reported } from './powershell.ts';

/** `Hyper-V Set: Name=position`, one a known command. */
function bound(
  text: string,
  platform?: PowerShellPlatform,
  session?: ReturnType<typeof analyze>['session'],
): string[] {
  return analyze(text, platform, session).commands.flatMap(({ binding }) =>
    binding
      ? `${binding.module} ${binding.parameterSet ?? '-'}: ${binding.arguments.map(({ parameter, how }) => `${parameter ?? '-'}=${how ?? '-'}`).join(' ')}`.trimEnd()
      : [],
  );
}

describe('how arguments bind', () => {
  it.each([
    [
      'by name, prefix, alias and position',
      "Get-NetAdapter 'a' -inc -ifDesc 'x'",
      'NetAdapter -: -=- IncludeHidden=prefix InterfaceDescription=alias',
    ],
    ['to the default set', 'Get-VM', 'Hyper-V Name:'],
    [
      'to the set that what is given belongs to',
      'Get-VM -Id 7a1c3f52-90ab-4c2d-8e7f-0123456789ab',
      'Hyper-V Id: Id=name',
    ],
    [
      'what is left to the parameter that takes it',
      'Write-Host a b -NoNewline',
      'Microsoft.PowerShell.Utility -: Object=remaining Object=remaining NoNewline=name',
    ],
    [
      'a script block to the set that takes one',
      'Get-VM | ForEach-Object { $_ }',
      'Microsoft.PowerShell.Core ScriptBlockSet: Process=position',
    ],
    [
      'a property to the set that compares',
      "Get-VM | Where-Object State -eq 'Off'",
      'Microsoft.PowerShell.Core EqualSet: Property=position EQ=name Value=position',
    ],
    ['nothing to a value that may be one parameter’s or another’s', 'Stop-VM $machine', 'Hyper-V -: -=-'],
  ])('%s', (_, text, expected) => {
    expect(bound(text).at(-1)).toBe(expected);
  });

  it('takes a word with a dash that is no parameter for a value, and warns where it is nearly one', () => {
    expect(bound('Get-VM -Name -Zz')).toEqual(['Hyper-V Name: Name=name']);
    expect(reported('Get-VM -Name -Zz')).toEqual([]);
    expect(analyze('Get-VM -Name -ComputrName').diagnostics).toMatchObject([
      { rule: 'powershell/missing-value', severity: 'warning' },
    ]);
  });

  it('warns of a name that is not known where all that is left is taken', () => {
    expect(analyze('Write-Host a -ForgroundColr Red').diagnostics).toMatchObject([
      { rule: 'powershell/unknown-parameter', severity: 'warning' },
    ]);
    expect(bound('Write-Host a -ForgroundColr Red')[0]).toContain('Object=remaining Object=remaining');
  });

  it('checks what is splatted from a hashtable of this block or an earlier one', () => {
    const first = analyze("$nic = @{ ManagementOS = $true; VlanId = 5000 }\n$other = @{ Nme = 'x' }");
    const { session } = first;
    expect(analyze('Set-VMNetworkAdapterVlan @nic -Access', undefined, session).diagnostics).toMatchObject([
      { rule: 'powershell/out-of-range', range: { start: { column: 26 } } },
    ]);
    expect(analyze('Get-VM @other', undefined, session).diagnostics).toMatchObject([
      { rule: 'powershell/unknown-parameter' },
    ]);
    expect(bound('Set-VMNetworkAdapterVlan @nic -Access', undefined, session)).toEqual([
      'Hyper-V -: Access=name ManagementOS=splat VlanId=splat',
    ]);
  });

  it.each([
    ['a variable of which nothing is known', 'Get-VM @unknown'],
    ['a hashtable that is changed afterwards', "$t = @{ Nme = 'x' }\n$t.Remove('Nme')\nGet-VM @t"],
    ['a variable that is given two of them', "$t = @{ Nme = 'x' }\n$t = @{ Name = 'x' }\nGet-VM @t"],
    ['a hashtable with names that are only known when it runs', '$t = @{ $name = 1 }\nGet-VM @t'],
  ])('claims nothing of %s', (_, text) => {
    const { commands, diagnostics } = analyze(text);
    expect(diagnostics).toEqual([]);
    expect(commands.at(-1)).toMatchObject({ name: 'Get-VM', support: 'unknown' });
  });
});

describe('choosing a parameter set', () => {
  it.each([
    ['a mandatory parameter that the pipeline may bring', "Get-VM | Rename-VM -NewName 'x'", []],
    ['one that it cannot bring', 'Get-VM | Rename-VM', ['1:10-19 powershell/missing-mandatory']],
    ['a script block for objects that come', "Get-VM | Rename-VM -NewName { 'x' }", []],
    [
      'a value of a type that no text becomes',
      "Get-VMNetworkAdapter -VM 'a'",
      ['1:26-29 powershell/bad-type'],
    ],
    ['a number for a GUID', 'Get-VM -Id 5', ['1:12-13 powershell/bad-type']],
  ])('minds %s', (_, text, expected) => {
    expect(reported(text)).toEqual(expected);
  });
});

describe('a command whose name is nearly one that is known', () => {
  it.each([
    ['with its dash lost', 'GetNetAdapter', 'error'],
    ['with its dash elsewhere', 'GetNet-Adapter', 'error'],
    ['with two dashes', 'Get--NetAdapter', 'error'],
    ['with a verb that there is not', 'Gett-VHD', 'error'],
    ['of few letters', 'Get-VHDD', 'warning'],
  ])('is reported %s', (_, text, severity) => {
    expect(analyze(text).diagnostics).toMatchObject([{ rule: 'powershell/unknown-command', severity }]);
  });
});
