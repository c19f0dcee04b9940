import { describe, expect, it } from 'vitest';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { hostModel } from '../../../../src/lib/models/host/host.ts';
import { hostQueries } from '../../../../src/lib/models/host/host-queries.ts';
import { everythingAnswers } from '../../../../src/lib/models/model.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { readCatalogue } from '../../dialects/powershell/powershell.ts';

const powershell = createPowerShell(createCatalogue(readCatalogue()));
const session = powershell.start({ name: 'h1', platform: 'windows-server-2012-r2' });
const card = (number: number) => ({
  name: `Ethernet ${String(number)}`,
  driver: `Intel(R) I350${number > 1 ? ` #${String(number)}` : ''}`,
  speedMbps: 1000,
});
const start = hostModel.start(
  { title: 'Windows Server 2012 R2', switchOnTeam: 'made' },
  { name: 'h1', session, ports: [card(1), card(2), card(3)] },
);
const read = (script: string) =>
  powershell.read(sliceOf(createSourceFile('script.ps1', script)), session).commands;

const made =
  read(`New-NetLbfoTeam -Name T1 -TeamMembers 'Ethernet 1', 'Ethernet 2' -TeamingMode Lacp -LoadBalancingAlgorithm dynamic -Confirm:$false
New-VMSwitch -Name S -NetAdapterName T1 -AllowManagementOS $true -MinimumBandwidthMode Weight
Add-VMNetworkAdapter -ManagementOS -Name LM -SwitchName S
Add-VMNetworkAdapter -ManagementOS -Name CSV -SwitchName S
Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName LM -Access -VlanId 15
New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 192.168.15.21 -PrefixLength 24
New-NetIPAddress -InterfaceAlias 'vEthernet (CSV)' -IPAddress 10.0.0.1 -PrefixLength 8
Set-NetAdapterAdvancedProperty -Name 'Ethernet 1', 'Ethernet 2' -RegistryKeyword '*JumboPacket' -RegistryValue 9014
Set-DnsClient -InterfaceAlias 'vEthernet (LM)' -RegisterThisConnectionsAddress $false`).reduce(
    (state, command) => hostModel.step(command, state).state,
    start,
  );

/** What all commands of a script print, as a check asks for it; undefined where one of them cannot be printed. */
function printed(script: string): string | undefined {
  const texts = read(script).map((command) => hostQueries.print(command, made, everythingAnswers));
  return texts.every((text) => text !== undefined)
    ? texts.filter((text) => text !== '').join('\n\n')
    : undefined;
}

const table = (...lines: readonly string[]) => lines.join('\n');

describe('A host prints', () => {
  it.each([
    [
      'texts at the left, words at the right',
      'Get-VMSwitch -Name S | Format-Table -AutoSize -Property Name, SwitchType, BandwidthReservationMode',
      table(
        'Name SwitchType BandwidthReservationMode',
        '---- ---------- ------------------------',
        'S      External                   Weight',
      ),
    ],
    [
      'numbers at the right, in the order that is asked for',
      "Get-NetIPAddress -AddressFamily IPv4 -PrefixOrigin Manual | Where-Object -Property InterfaceAlias -Like -Value 'vEthernet*' |\n  Sort-Object -Property InterfaceAlias | Format-Table -AutoSize -Property InterfaceAlias, IPAddress, PrefixLength",
      table(
        'InterfaceAlias  IPAddress     PrefixLength',
        '--------------  ---------     ------------',
        'vEthernet (CSV) 10.0.0.1                 8',
        'vEthernet (LM)  192.168.15.21           24',
      ),
    ],
    [
      'what a script block lets through, by the aliases of commands',
      "Get-VMNetworkAdapterVlan -ManagementOS | ? { $_.VMNetworkAdapterName -eq 'lm' } | ft -AutoSize",
      table(
        'VMName VMNetworkAdapterName Mode   VlanList',
        '------ -------------------- ----   --------',
        '       LM                   Access 15',
      ),
    ],
    [
      'a property a line, lists in braces, and nothing of what is not known but its place',
      'Get-NetLbfoTeam -Name T1 | Format-List -Property Name, Members, TeamingMode, LoadBalancingAlgorithm, Status',
      table(
        'Name                   : T1',
        'Members                : {Ethernet 1, Ethernet 2}',
        'TeamingMode            : Lacp',
        'LoadBalancingAlgorithm : Dynamic',
        'Status                 : Up',
      ),
    ],
    [
      'a team as fast as its members together',
      'Get-NetAdapter -Name T1 | Format-Table -AutoSize -Property Name, InterfaceDescription, LinkSpeed',
      table(
        'Name InterfaceDescription                         LinkSpeed',
        '---- --------------------                         ---------',
        'T1   Microsoft Network Adapter Multiplexor Driver 2 Gbps',
      ),
    ],
    [
      'what is bound to a member of a team',
      "Get-NetAdapterBinding -Name 'Ethernet 1' -ComponentID ms_tcpip, ms_implat | Sort-Object -Property ComponentID -Descending | Format-Table -AutoSize -Property ComponentID, Enabled",
      table('ComponentID Enabled', '----------- -------', 'ms_tcpip      False', 'ms_implat      True'),
    ],
    [
      'settings of drivers, and whether names are registered',
      "Get-NetAdapterAdvancedProperty -Name 'Ethernet 1', 'Ethernet 2' -RegistryKeyword '*JumboPacket' | Sort-Object -Property Name | Format-Table -AutoSize -Property Name, RegistryKeyword, RegistryValue\nGet-DnsClient -InterfaceAlias 'vEthernet (LM)', 'vEthernet (CSV)' | Sort-Object -Property InterfaceAlias | Format-Table -AutoSize -Property InterfaceAlias, RegisterThisConnectionsAddress",
      table(
        'Name       RegistryKeyword RegistryValue',
        '----       --------------- -------------',
        'Ethernet 1 *JumboPacket    {9014}',
        'Ethernet 2 *JumboPacket    {9014}',
        '',
        'InterfaceAlias  RegisterThisConnectionsAddress',
        '--------------  ------------------------------',
        'vEthernet (CSV)                           True',
        'vEthernet (LM)                           False',
      ),
    ],
    ['one property alone', 'Get-VMSwitch -Name S | Select-Object -ExpandProperty Name', 'S'],
  ])('%s', (_what, script, expected) => {
    expect(printed(script)).toBe(expected);
  });

  it.each([
    ['that a table is as wide as the window', 'Get-VMSwitch -Name S | Format-Table Name, SwitchType'],
    [
      'the order that Windows lists adapters in',
      'Get-VMNetworkAdapter -ManagementOS | Format-Table -AutoSize Name',
    ],
    [
      'what was there before',
      'Get-NetIPAddress -AddressFamily IPv4 | Sort-Object InterfaceAlias | Format-Table -AutoSize IPAddress',
    ],
    ['a switch of another name', 'Get-VMSwitch -Name Other | Format-Table -AutoSize Name'],
    ['what is burnt into a card', 'Get-NetAdapter -Name T1 | Format-Table -AutoSize MacAddress, Name'],
    ['what becomes of it in a variable', '$s = Get-VMSwitch -Name S'],
    [
      'columns that are computed',
      'Get-VMSwitch -Name S | Format-Table -AutoSize Name, @{ n = "x"; e = { 1 } }',
    ],
    [
      'what a filter does that only running tells',
      'Get-VMSwitch | Where-Object { $_.Name -eq $name } | Format-Table -AutoSize Name',
    ],
    ['another computer', 'Get-VMSwitch -Name S -ComputerName h2 | Format-Table -AutoSize Name'],
    [
      'a property that is not listed here',
      'Get-VMSwitch -Name S | Format-Table -AutoSize Name, BandwidthPercentage',
    ],
    ['the default view of a command', 'Get-VMSwitch -Name S'],
    [
      'the order of texts that each language sorts in its way',
      "New-VMSwitch -Name 'ö' -SwitchType Private | Out-Null\nGet-VMSwitch | Sort-Object Name | Format-Table -AutoSize Name",
    ],
  ])('nothing where it would have to know %s', (_what, script) => {
    expect(printed(script)).toBeUndefined();
  });
});
