import { describe, expect, it } from 'vitest';
import { hostModel } from '../../../../src/lib/models/host/host.ts';
import { analyze } from './powershell.ts';

/** The commands whose objects are changed where they stand. */
function changed(text: string): string[] {
  return analyze(text, 'windows-server-2022').commands.flatMap(({ name, isChanged }) =>
    isChanged ? name : [],
  );
}

describe('what a command finds and a statement changes', () => {
  it.each([
    ["(Get-ClusterNetwork -Name a).Name = 'b'", ['Get-ClusterNetwork']],
    ["(Get-ClusterNetwork | Where-Object Address -EQ 10.0.0.0).Name = 'b'", ['Get-ClusterNetwork']],
    ['(Get-Cluster).BlockCacheSize = 512', ['Get-Cluster']],
    ["((Get-NetAdapter)[0]).Name = 'b'", ['Get-NetAdapter']],
    ["(Get-Item 'IIS:\\Sites\\a').Bindings.Collection[0].Protocol = 'http'", ['Get-Item']],
    ["(Get-WmiObject Win32_ComputerSystem).Rename('b')", ['Get-WmiObject']],
    ['(Get-Service a).Stop()', ['Get-Service']],
    ["$n = Get-ClusterNetwork -Name a\n$n.Name = 'b'", ['Get-ClusterNetwork']],
    ['foreach ($g in Get-ClusterGroup) { $g.Priority = 1000 }', ['Get-ClusterGroup']],
    ['Get-ClusterGroup | ForEach-Object { $_.Priority = 1000 }', ['Get-ClusterGroup']],
  ])('%s', (text, expected) => {
    expect(changed(text)).toEqual(expected);
  });

  it.each([
    ['a property that is read', '(Get-ClusterNetwork -Name a).Name'],
    ['a variable that is set', '$n = (Get-ClusterNetwork -Name a).Name'],
    ['a method that only makes text', "(Get-Date).ToString('s')"],
    ['a test', "if ((Get-Cluster).BlockCacheSize -eq 512) { 'a' }"],
    ['an object of memory alone', "$u = Get-ADUser a\n$u.Title = 'b'"],
    ['a table', "$t = @{}\n$t.Name = 'b'"],
  ])('leaves it alone: %s', (_, text) => {
    expect(changed(text)).toEqual([]);
  });

  it('is a change of the machine that the model does not know, and no reading', () => {
    const state = hostModel.start({ id: 'a' } as never, { name: 'a', session: undefined });
    const effects = (text: string) =>
      analyze(text, 'windows-server-2022').commands.map((command) => hostModel.step(command, state).effect);
    expect(effects('Get-ClusterNetwork')).toEqual(['prints']);
    expect(effects("(Get-ClusterNetwork | Where-Object Name -EQ a).Name = 'b'")).toEqual([
      'unmodelled',
      'prints',
    ]);
  });
});
