import { describe, expect, it } from 'vitest';
import { factsOf, withoutContested } from '../../../../src/lib/dialects/powershell/binding/contested.ts';
import type { PowerShellPlatform } from '../../../../src/lib/dialects/powershell/platforms.ts';
import { analyze } from './powershell.ts';

const errorsOf = (text: string) =>
  analyze(text, 'windows-server-2022')
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

describe('facts that the documentation’s own examples contradict', () => {
  it.each<[string, string, PowerShellPlatform?]>([
    ['a parameter that is not in the syntax', 'Get-ClusterGroup -Group a'],
    ['a value that is not in its list', 'Get-StorageFaultDomain -Type Rack'],
    ['parameters of several sets', 'New-VHD -Path C:\\a.vhd -Fixed -SourceDisk 2 -SizeBytes 1TB'],
    ['a value too many', 'Get-WdsClient -DeviceName a -Domain contoso.com'],
    [
      'a parameter that another version is said to have brought',
      'Set-ProcessMitigation -System -Reset',
      'windows-server-2016',
    ],
  ])('call nothing wrong: %s', (_, text, platform?: PowerShellPlatform) => {
    // The page of 2016 has examples of what came later.
    const { commands, diagnostics } = analyze(text, platform ?? 'windows-server-2022');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(commands.map(({ support }) => support)).not.toContain('unsupported');
  });

  it('leave it open whether the command binds', () => {
    const [command] = analyze('Get-StorageFaultDomain -Type Rack', 'windows-server-2022').commands;
    expect(command).toMatchObject({ support: 'unknown', binds: false });
  });

  it.each([
    ['another parameter', 'New-ClusterAffinityRule -Name a -Clusters c', 'powershell/unknown-parameter'],
    ['another parameter’s value', 'New-VMSwitch -Name a -SwitchType Shelf', 'powershell/bad-enum'],
    ['another pair', 'New-VHD -Path a.vhd -Differencing -SourceDisk 2', 'powershell/parameter-set-conflict'],
    ['a misspelt example', 'Set-DAMultiSite -PassTrue', 'powershell/unknown-parameter'],
    [
      'an example that is wrong',
      'Get-NetAdapter -Name * -InterfaceDescription a',
      'powershell/parameter-set-conflict',
    ],
  ])('speak for nothing else: %s', (_, text, rule) => {
    expect(errorsOf(text)).toContain(rule);
  });

  it('are those that a problem stands on, every one of them', () => {
    const missing = { rule: 'powershell/missing-mandatory' as const, expected: '-Dll -Name' };
    expect(factsOf(missing, undefined)).toEqual(['!Dll', '!Name']);
    const asks: readonly [] = [];
    const problem = { ...missing, message: 'a', start: 0, end: 1 };
    const binding = {
      problems: [problem],
      known: true,
      second: undefined,
      arguments: [],
      set: undefined,
      asks,
    };
    expect(withoutContested('Add-ClusterResourceType', binding).problems).toHaveLength(1);
    const known = { ...binding, problems: [{ ...problem, expected: '-Dll' }] };
    expect(withoutContested('add-clusterresourcetype', known)).toMatchObject({ problems: [], known: false });
  });
});
