import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Pwsh } from './pwsh.ts';
import { canRehearse, findPwsh } from './pwsh.ts';
import { createMachine } from './run-script.ts';
import type { Fault, World } from './world.ts';
import { addCard, emptyWorld } from './world.ts';

const behaviour = JSON.parse(readFileSync(join(import.meta.dirname, 'behaviour.json'), 'utf8')) as Record<
  string,
  { readonly what?: string; readonly source?: string }
>;

/** Rows of `behaviour.json`, each with lines that show it and what they say. */
const shows: Readonly<Record<string, readonly (readonly [line: string, says: string])[]>> = {
  'late-team-interface': [
    [
      "New-NetLbfoTeam T 'Ethernet 2', 'Ethernet 3' -TeamingMode Lacp -Confirm:$false | ForEach-Object Status",
      'Down',
    ],
    ['Get-NetAdapter -Name T | ForEach-Object Name', '! CmdletizationQuery_NotFound_Name,Get-NetAdapter'],
    ['Start-Sleep -Seconds 5; (Get-NetAdapter -Name T).Status', 'Disconnected'],
  ],
  'late-lacp-team': [
    ['(Get-NetLbfoTeam T).Status', 'Down'],
    ['(Get-NetLbfoTeamMember -Team T)[0].OperationalStatus', 'Failed'],
    ['Start-Sleep 80; (Get-NetLbfoTeam T).Status', 'Up'],
  ],
  'member-is-unbound': [
    ["(Get-NetAdapterBinding 'Ethernet 2' | Where-Object Enabled).ComponentID", 'ms_implat'],
    ["(Get-NetAdapterBinding 'Ethernet' -ComponentID ms_tcpip).Enabled", 'True'],
    [
      "Get-NetIPInterface -InterfaceAlias 'Ethernet 2'",
      '! CmdletizationQuery_NotFound_InterfaceAlias,Get-NetIPInterface',
    ],
  ],
  'late-team': [
    ["New-NetLbfoTeam U 'Ethernet 4' -Confirm:$false | ForEach-Object Status", 'Down'],
    ['Start-Sleep 10; (Get-NetLbfoTeam U).Status', 'Up'],
  ],
  'description-by-order': [
    ['(Get-NetAdapter T).InterfaceDescription', 'Microsoft Network Adapter Multiplexor Driver'],
    ['(Get-NetAdapter U).InterfaceDescription', 'Microsoft Network Adapter Multiplexor Driver #2'],
  ],
  'late-interface': [
    [
      '(New-VMSwitch -Name V -NetAdapterName T -AllowManagementOS $true -MinimumBandwidthMode Weight).SwitchType',
      'External',
    ],
    ['Add-VMNetworkAdapter -ManagementOS -Name LM -SwitchName V', ''],
    ['Get-VMNetworkAdapter -ManagementOS | ForEach-Object Name', 'V LM'],
    [
      "New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 10.0.0.5 -PrefixLength 24",
      '! Windows System Error 1168,New-NetIPAddress',
    ],
  ],
  apipa: [["Start-Sleep 20; (Get-NetIPAddress -InterfaceAlias 'vEthernet (LM)').PrefixOrigin", 'WellKnown']],
  'dhcp-conflict': [
    [
      "New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 10.0.0.5 -PrefixLength 24",
      '! Windows System Error 87,New-NetIPAddress',
    ],
  ],
  'dhcp-off-leaves-apipa': [
    [
      "Set-NetIPInterface -InterfaceAlias 'vEthernet (LM)' -Dhcp Disabled; (Get-NetIPAddress -InterfaceAlias 'vEthernet (LM)').SuffixOrigin",
      'Link',
    ],
  ],
  tentative: [
    [
      "(New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 10.0.0.5 -PrefixLength 24).AddressState",
      'Tentative',
    ],
    ['Start-Sleep 4; (Get-NetIPAddress -IPAddress 10.0.0.5).AddressState', 'Preferred'],
    [
      "$null = New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 10.0.0.66 -PrefixLength 24; Start-Sleep 4; (Get-NetIPAddress -IPAddress 10.0.0.66).AddressState",
      'Duplicate',
    ],
  ],
  'adapter-twins': [
    [
      'Add-VMNetworkAdapter -ManagementOS -Name LM -SwitchName V; @(Get-VMNetworkAdapter -ManagementOS -Name LM).Count',
      '2',
    ],
    ["Start-Sleep 10; (Get-NetAdapter 'vEthernet (LM)*').Name", 'vEthernet (LM) vEthernet (LM) 2'],
  ],
  'vlan-sets-both-twins': [
    [
      'Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName LM -Access -VlanId 15; (Get-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName LM).AccessVlanId',
      '15 15',
    ],
  ],
  'team-under-switch-stays': [
    ['Remove-NetLbfoTeam T -Confirm:$false', '! Windows System Error 170,Remove-NetLbfoTeam'],
  ],
  'machines-keep-a-switch': [['Remove-VMSwitch -Name Busy -Force', '! OperationFailed,Remove-VMSwitch']],
  'switch-twins': [
    ['$null = New-VMSwitch -Name Busy -SwitchType Private; @(Get-VMSwitch -Name Busy).Count', '2'],
  ],
  'bandwidth-mode-stays': [
    ['Set-VMSwitch -Name V -MinimumBandwidthMode None', '! NamedParameterNotFound,Set-VMSwitch'],
    ['(Get-VMSwitch -Name V).BandwidthReservationMode', 'Weight'],
  ],
  'address-moves-to-the-host': [
    [
      '$null = New-VMSwitch -Name W -NetAdapterName Ethernet -AllowManagementOS $true; Start-Sleep 8; (Get-NetIPAddress -IPAddress 10.9.8.7).InterfaceAlias',
      'vEthernet (W)',
    ],
    ['Remove-VMSwitch -Name W -Force; (Get-NetIPAddress -IPAddress 10.9.8.7).InterfaceAlias', 'Ethernet'],
  ],
  'virtual-disk-exists': [
    ["(New-IscsiVirtualDisk -Path 'D:\\a.vhdx' -SizeBytes 1GB).Size", '1073741824'],
    [
      "New-IscsiVirtualDisk -Path 'D:\\a.vhdx' -SizeBytes 1GB",
      '! Microsoft.Iscsi.Target.Commands.NewVirtualDisk,New-IscsiVirtualDisk',
    ],
  ],
  'mapped-disk-stays': [
    [
      "$null = New-IscsiServerTarget -TargetName t; Add-IscsiVirtualDiskTargetMapping -TargetName t -Path 'D:\\a.vhdx' -Lun 0; (Get-IscsiServerTarget -TargetName t).LunMappings.Lun",
      '0',
    ],
    [
      "Remove-IscsiVirtualDisk -Path 'D:\\a.vhdx'",
      '! Microsoft.Iscsi.Target.Commands,Remove-IscsiVirtualDisk',
    ],
  ],
  'target-takes-its-mappings': [
    [
      "Remove-IscsiServerTarget -TargetName t; Remove-IscsiVirtualDisk -Path 'D:\\a.vhdx'; @(Get-IscsiVirtualDisk).Count",
      '0',
    ],
  ],
  'initiator-service': [
    [
      'New-IscsiTargetPortal -TargetPortalAddress 10.9.8.1 -InitiatorPortalAddress 10.9.8.7',
      '! HRESULT 0xefff0001,New-IscsiTargetPortal',
    ],
  ],
  'session-per-portal': [
    [
      'Start-Service -Name MSiSCSI; New-IscsiTargetPortal -TargetPortalAddress 10.9.8.1 -InitiatorPortalAddress 10.9.8.7; Connect-IscsiTarget -NodeAddress t -TargetPortalAddress 10.9.8.1 -InitiatorPortalAddress 10.9.8.7; (Get-IscsiConnection).TargetAddress',
      '10.9.8.1',
    ],
    [
      'Connect-IscsiTarget -NodeAddress t -TargetPortalAddress 10.9.8.1 -InitiatorPortalAddress 10.9.8.7',
      '! HRESULT 0xefff003f,Connect-IscsiTarget',
    ],
  ],
  'disconnect-takes-all': [
    ['Disconnect-IscsiTarget -NodeAddress t -Confirm:$false; @(Get-IscsiConnection).Count', '0'],
  ],
  'cluster-nodes-once': [
    ['(New-Cluster -Name c -Node a, b -StaticAddress 10.9.8.9 -NoStorage).Name', 'c'],
    ['New-Cluster -Name d -Node a', '! New-Cluster,New-Cluster'],
  ],
  'disks-by-hand': [
    ["Set-ClusterQuorum -DiskWitness 'Witness'; (Get-ClusterQuorum).QuorumResource", 'Witness'],
  ],
  'cluster-takes-its-volumes': [
    [
      'Add-ClusterSharedVolume -Name V; Remove-Cluster -Force; Get-Cluster',
      '! ClusterObjectNotFound,Get-Cluster',
    ],
  ],
  'scope-by-mask': [
    [
      'Add-DhcpServerv4Scope -Name s -StartRange 10.8.7.100 -EndRange 10.8.7.199 -SubnetMask 255.255.255.0; "$((Get-DhcpServerv4Scope).ScopeId)"',
      '10.8.7.0',
    ],
  ],
  'scope-takes-what-is-in-it': [
    [
      'Add-DhcpServerv4Reservation -ScopeId 10.8.7.0 -IPAddress 10.8.7.100 -ClientId a; Remove-DhcpServerv4Scope -ScopeId 10.8.7.0 -Force; @(Get-DhcpServerv4Scope).Count',
      '0',
    ],
  ],
  'feature-restarts': [['(Install-WindowsFeature -Name Hyper-V).RestartNeeded', 'Yes']],
};

/** What does not belong to a row: the shell, and commands that ask. */
const furtherShows: readonly (readonly [line: string, says: string])[] = [
  ['(Get-Date -Date 2020-01-01).Year', '2020'],
  ['$a = Get-Date; Start-Sleep -Seconds 3600; [int]((Get-Date) - $a).TotalMinutes', '60'],
  ["Test-Path -Path 'HKLM:\\SOFTWARE\\Microsoft', 'HKLM:\\SOFTWARE\\Nobody', /", 'True False False'],
  ['(Get-CimInstance -ClassName Win32_OperatingSystem).BuildNumber', '9600'],
  ["(whoami.exe /groups) -match 'S-1-16-12288' -ne $null | ForEach-Object { 'high' }", 'high'],
  ['Remove-NetIPAddress -IPAddress 10.0.0.5', '! PSInvalidOperationException,Remove-NetIPAddress'],
  [
    'Remove-NetIPAddress -IPAddress 10.0.0.5 -WhatIf; (Get-NetIPAddress -IPAddress 10.0.0.5).IPAddress',
    '10.0.0.5',
  ],
  [
    'New-NetLbfoTeam -Name X -TeamMembers Ethernet -LoadBalancingAlgorithm Nothing -Confirm:$false',
    '! ParameterArgumentTransformationError,New-NetLbfoTeam',
  ],
  [
    'New-VMSwitch -Name X -NetAdapterName Ethernet -EnableEmbeddedTeaming $true',
    '! NamedParameterNotFound,New-VMSwitch',
  ],
];

describe.runIf(canRehearse())('the stand-ins for Windows', () => {
  let pwsh: Pwsh;
  const folder = mkdtempSync(join(tmpdir(), 'labworks-rehearsal-'));
  beforeAll(() => {
    pwsh = findPwsh();
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let count = 0;
  const machine = (world: World, platform: PowerShellPlatform = 'windows-server-2012-r2') =>
    createMachine(pwsh, platform, join(folder, String(count++)), world);
  const write = (text: string) => {
    const file = join(folder, `${count++}.ps1`);
    writeFileSync(file, text);
    return file;
  };

  it('have a source for all that they do, and show it', () => {
    const rows = Object.keys(behaviour).filter((id) => id !== 'objects');
    for (const id of rows) expect(behaviour[id]).toMatchObject({ what: /./, source: /./ });
    expect([...Object.keys(shows), 'switch-on-team-refused', 'card-of-an-embedded-team'].sort()).toEqual(
      rows.sort(),
    );
  });

  it('do what the rows say', async () => {
    const world = emptyWorld();
    for (const name of Object.keys(world.features)) world.features[name] = 'Installed';
    for (const name of ['Ethernet', 'Ethernet 2', 'Ethernet 3', 'Ethernet 4'])
      addCard(world, name, `Card ${name}`);
    world.wire.push('10.0.0.66');
    const [first] = world.adapters;
    Object.assign(first!, { dhcp: 'Disabled' });
    world.addresses.push({
      adapter: first!.id,
      address: '10.9.8.7',
      prefix: 24,
      origin: 'Manual',
      madeAt: -60,
      family: 'IPv4',
    });
    world.switches.push({ ...privateSwitch });
    world.machines.push({ name: 'Runner', switch: 'Busy', running: true });
    const all = [...Object.values(shows).flat(), ...furtherShows];
    const script = [
      'Set-StrictMode -Version Latest',
      ...all.map(
        ([line], at) =>
          `try { $said = & { $ErrorActionPreference = 'Stop'; $PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }; ${line} }; Write-Output "@${at} $said" } catch { Write-Output "@${at} ! $($_.FullyQualifiedErrorId)" }`,
      ),
    ].join('\n');
    const { output } = await machine(world).run(write(script), []);
    const said = new Map(
      output.split('\n').flatMap((line) => {
        const [, at, text] = /^@(\d+) ?(.*)$/.exec(line) ?? [];
        return at === undefined ? [] : [[Number(at), text ?? '']];
      }),
    );
    expect(all.map(([line], at) => [line, said.get(at)])).toEqual(all.map(([line, says]) => [line, says]));
  }, 120_000);

  it('refuse a switch on a team on Windows Server 2022', async () => {
    const world = emptyWorld('windows-server-2022');
    addCard(world, 'Ethernet', 'Card');
    const line =
      'New-NetLbfoTeam T Ethernet -Confirm:$false | Out-Null; Start-Sleep 10; New-VMSwitch V -NetAdapterName T; New-VMSwitch W -NetAdapterName T -AllowNetLbfoTeams $true | Out-Null; Add-VMNetworkAdapter -ManagementOS -Name M -SwitchName W; try { Set-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName M -PhysicalNetAdapterName Ethernet -ErrorAction Stop } catch { "@$("$_" -replace "^The adapter .Ethernet.")" }';
    const { output, world: after } = await machine(world, 'windows-server-2022').run(write(line), []);
    expect(output).toContain('LBFO team is deprecated');
    expect(output).toContain('@ is no member of the team');
    expect(after.switches.map(({ name }) => name)).toEqual(['W']);
  }, 120_000);

  it.each<[Fault['kind'], code: number | 'killed', cards: readonly string[]]>([
    ['error-before', 5, ['A', 'Ethernet 2', 'C']],
    ['error-after', 5, ['A', 'B', 'C']],
    ['killed-before', 'killed', ['A', 'Ethernet 2', 'Ethernet 3']],
    ['killed-after', 'killed', ['A', 'B', 'Ethernet 3']],
  ])(
    '%s: the fault that is ordered is the one that comes',
    async (kind, code, cards) => {
      const world = emptyWorld();
      for (const name of ['Ethernet', 'Ethernet 2', 'Ethernet 3']) addCard(world, name, name);
      const script =
        "Rename-NetAdapter Ethernet A\nRename-NetAdapter 'Ethernet 2' B\nRename-NetAdapter 'Ethernet 3' C\nexit 5\n";
      const run = await machine(world).run(write(script), [], [{ change: 2, kind }]);
      expect([run.code, run.world.adapters.map(({ name }) => name)]).toEqual([code, cards]);
    },
    120_000,
  );

  it('fill the disk for what is kept', async () => {
    const world = emptyWorld();
    addCard(world, 'Ethernet', 'Card');
    const journal = '"$env:ProgramData/journal"';
    const script = `$ErrorActionPreference = 'Stop'\n'one' | Add-Content ${journal}\nRename-NetAdapter Ethernet A\n[IO.File]::AppendAllText(${journal}, 'two')\n`;
    const full = await machine(world).run(write(script), [], [{ change: 1, kind: 'full-disk' }]);
    expect([full.code, full.output]).toEqual([1, expect.stringContaining('No space left')]);
  }, 120_000);
});

const privateSwitch = {
  id: '{00000001-0000-4000-8000-000000000000}',
  name: 'Busy',
  type: 'Private',
  adapters: [],
  embeddedTeaming: false,
  iov: false,
  notes: '',
  minimumBandwidth: 'Absolute',
  defaultFlowWeight: 0,
  defaultFlowAbsolute: 0,
  loadBalancing: 'HyperVPort',
};
