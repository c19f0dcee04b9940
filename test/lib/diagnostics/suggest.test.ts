import { describe, expect, it } from 'vitest';
import { suggest } from '../../../src/lib/diagnostics/suggest.ts';

describe('a suggestion', () => {
  it.each([
    ['New-NetIPAdress', ['New-NetRoute', 'New-NetIPAddress'], 'New-NetIPAddress'],
    ['vlna', ['vlan', 'vln'], 'vlan'],
    ['SWITCH', ['vswitch', 'team'], 'vswitch'],
    ['form', ['from', 'for', 'norm'], 'from'],
    ['no', ['on', 'or'], 'on'],
  ])('for %s is the nearest', (word, candidates, near) => {
    expect(suggest(word, candidates)).toBe(near);
  });

  it('is not made where nothing is near', () => {
    expect(suggest('Get-VM', ['Remove-Item', 'Set-Location'])).toBeUndefined();
    expect(suggest('x', ['y'])).toBeUndefined();
    expect(suggest('', ['a'])).toBeUndefined();
  });

  it.each([
    ['IncludeManageTools', ['IncludeManagementTools', 'IncludeAllSubFeature'], 'IncludeManagementTools'],
    ['NetworkAdapterName', ['NetAdapterName', 'NetAdapterInterfaceDescription'], 'NetAdapterName'],
    ['NetworkAdapterName', ['NetAdapterName', 'NetAdaptersName'], undefined],
    ['Management', ['Manage'], undefined],
    ['VirtualDiskName', ['VirtualMachineName'], undefined],
  ])('goes by the words of %s where its letters lead nowhere', (word, candidates, meant) => {
    expect(suggest(word, candidates)).toBe(meant);
  });
});
