import { describe, expect, it } from 'vitest';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { diff } from '../../../../src/lib/models/host/diff.ts';
import { emit, emitters } from '../../../../src/lib/models/host/emit.ts';
import type { RowCommand, RowParameter } from '../../../../src/lib/models/host/effects/resource-row.ts';
import { rows } from '../../../../src/lib/models/host/effects/rows.ts';
import { hostModel } from '../../../../src/lib/models/host/host.ts';
import type { HostResourceKind, HostState } from '../../../../src/lib/models/host/state.ts';
import type { StepResult } from '../../../../src/lib/models/model.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../../chance.ts';
import { readCatalogue } from '../../dialects/powershell/powershell.ts';

const powershell = createPowerShell(createCatalogue(readCatalogue()));
const session = powershell.start({ name: 'h1', platform: 'windows-server-2012-r2' });
const profile = { title: 'Windows Server 2012 R2', switchOnTeam: 'made' } as const;
const fresh = hostModel.start(profile, { name: 'h1', session });

/** The host after a script, and what came of each command. */
function typed(
  script: string,
  before: HostState = fresh,
  at = session,
): { readonly state: HostState; readonly results: readonly StepResult<HostState>[] } {
  let state = before;
  const results = powershell
    .read(sliceOf(createSourceFile('script.ps1', script)), at)
    .commands.map((command) => {
      const result = hostModel.step(command, state);
      state = result.state;
      return result;
    });
  return { state, results };
}

/** `virtual-switch Converged type=External …` */
const resourcesAfter = (script: string) => named(typed(script).state);
function named({ resources }: HostState): string[] {
  return [...resources.values()].map(({ kind, name, properties }) =>
    [kind, name, ...Object.entries(properties).map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(
      ' ',
    ),
  );
}

const team =
  "New-NetLbfoTeam -Name 'Team1' -TeamMembers 'NIC 1', NIC2 -TeamingMode Lacp -LoadBalancingAlgorithm Dynamic -Confirm:$false";
const converged =
  "New-VMSwitch -Name 'Converged' -NetAdapterName 'Team1' -AllowManagementOS $true -MinimumBandwidthMode Weight";

describe('a host', () => {
  it('has what commands have made: teams, switches, adapters, tags and addresses', () => {
    expect(
      resourcesAfter(
        [
          team,
          converged,
          "Add-VMNetworkAdapter -ManagementOS -Name 'LM' -SwitchName 'converged'",
          "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'lm' -Access -VlanId 15",
          "New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 192.168.15.21 -PrefixLength 24",
          'Set-VMNetworkAdapter -ManagementOS -Name LM -MinimumBandwidthWeight 20',
        ].join('\n'),
      ),
    ).toEqual([
      'nic-team Team1 members=["NIC 1","NIC2"] mode="Lacp" loadBalancing="Dynamic"',
      'team-nic Team1 team="Team1"',
      'virtual-switch Converged type="External" adapters=["Team1"] minimumBandwidth="Weight"',
      'management-adapter Converged switch="Converged"',
      'management-adapter LM switch="converged" vlan=15 minimumWeight="20"',
      'ip-address 192.168.15.21 interface="vEthernet (LM)" prefix=24',
    ]);
  });

  it('has no share and no limit that was set to zero, which is the way to take them back', () => {
    const adapter = 'Add-VMNetworkAdapter -ManagementOS -Name LM -SwitchName Converged';
    const before = typed(`${team}\n${converged}\n${adapter}`).state;
    const { state } = typed(
      'Set-VMNetworkAdapter -ManagementOS -Name LM -MinimumBandwidthWeight 20 -MaximumBandwidth 100000000',
      before,
    );
    const { lines, unemitted } = emit(diff(state, before));
    expect({ lines, unemitted }).toEqual({
      lines: ["Set-VMNetworkAdapter -ManagementOS -Name 'LM' -MinimumBandwidthWeight 0 -MaximumBandwidth 0"],
      unemitted: [],
    });
    expect(named(typed(lines.join('\n'), state).state)).toEqual(named(before));
  });

  it('is followed through variables, splatting and loops', () => {
    const { state, results } = typed(
      [
        "$switch = 'Converged'",
        "New-VMSwitch -Name $switch -NetAdapterName 'NIC1' -AllowManagementOS $false",
        "foreach ($name in 'LM', 'CSV') { Add-VMNetworkAdapter -ManagementOS -Name $name -SwitchName $switch }",
        "$address = @{ InterfaceAlias = 'vEthernet (LM)'; IPAddress = '10.0.0.1'; PrefixLength = 24 }",
        'New-NetIPAddress @address',
      ].join('\n'),
    );
    expect(named(state)).toEqual([
      'virtual-switch Converged type="External" adapters=["NIC1"]',
      'management-adapter LM switch="Converged"',
      'management-adapter CSV switch="Converged"',
      'ip-address 10.0.0.1 interface="vEthernet (LM)" prefix=24',
    ]);
    expect(results.map(({ effect }) => effect)).toEqual(Array(3).fill('modelled'));
  });

  it('loses with a switch the adapters at it, and with those what was set at them', () => {
    const script = `${team}\n${converged}\nAdd-VMNetworkAdapter -ManagementOS -Name LM -SwitchName Converged
New-NetIPAddress -InterfaceAlias 'vEthernet (LM)' -IPAddress 10.0.0.1 -PrefixLength 24
Set-DnsClientServerAddress -InterfaceAlias 'vEthernet (LM)' -ServerAddresses 10.0.0.2, 10.0.0.3`;
    expect(resourcesAfter(script)).toHaveLength(7);
    expect(resourcesAfter(`${script}\nRemove-VMSwitch -Name converged -Force`)).toHaveLength(2);
    expect(resourcesAfter(`${script}\nRemove-VMSwitch converged\nRemove-NetLbfoTeam team1`)).toEqual([]);
  });

  const server2022 = powershell.start({ name: 'h1', platform: 'windows-server-2022' });
  it.each([
    [
      'jumbo frames',
      "Set-NetAdapterAdvancedProperty -Name 'vEthernet (LM)' -RegistryKeyword '*JumboPacket' -RegistryValue 9014",
      [
        'adapter-property vEthernet (LM) *JumboPacket adapter="vEthernet (LM)" property="*JumboPacket" value="9014" registry=true',
      ],
    ],
    [
      'queues, and whether an adapter has them',
      'Set-NetAdapterVmq -Name NIC1 -Enabled $true -BaseProcessorNumber 4 -MaxProcessors 2',
      [
        'adapter-capability NIC1 VMQ adapter="NIC1" capability="VMQ" enabled=true',
        'adapter-queues NIC1 VMQ adapter="NIC1" capability="VMQ" baseProcessorNumber="4" maxProcessors="2"',
      ],
    ],
    [
      'the team in a switch, and which adapter is kept at which of its members',
      `New-VMSwitch -Name S -NetAdapterName 'NIC 2', NIC1 -EnableEmbeddedTeaming $true -AllowManagementOS $false
Set-VMSwitchTeam -Name S -LoadBalancingAlgorithm Dynamic
Add-VMNetworkAdapter -ManagementOS -Name SMB1 -SwitchName S
Set-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName SMB1 -PhysicalNetAdapterName NIC1`,
      [
        'virtual-switch S type="External" adapters=["NIC 2","NIC1"] embeddedTeaming=true loadBalancing="Dynamic"',
        'management-adapter SMB1 switch="S" mappedTo="NIC1"',
      ],
    ],
    [
      'an iSCSI target, its disk, and the way to it',
      `New-IscsiServerTarget -TargetName csv -InitiatorIds 'IQN:iqn.1991-05.com.microsoft:h1', 'IPAddress:10.0.0.1'
New-IscsiVirtualDisk -Path C:\\iscsi\\csv.vhdx -SizeBytes 100GB
Add-IscsiVirtualDiskTargetMapping -TargetName csv -Path C:\\iscsi\\csv.vhdx
Set-IscsiTargetServerSetting -IP 10.0.0.8 -Enable $false
New-IscsiTargetPortal -TargetPortalAddress 10.0.0.9
Connect-IscsiTarget -NodeAddress iqn.x:csv -IsPersistent $true -IsMultipathEnabled $true`,
      [
        'iscsi-target csv initiators=["IPAddress:10.0.0.1","IQN:iqn.1991-05.com.microsoft:h1"]',
        'iscsi-virtual-disk C:\\iscsi\\csv.vhdx size=107374182400',
        'iscsi-mapping csv C:\\iscsi\\csv.vhdx target="csv" path="C:\\\\iscsi\\\\csv.vhdx"',
        'iscsi-listener 10.0.0.8 ip="10.0.0.8" enabled=false',
        'iscsi-portal 10.0.0.9 address="10.0.0.9"',
        'iscsi-session iqn.x:csv paths=[{"persistent":true,"multipath":true}]',
      ],
    ],
    [
      'a DHCP server',
      `Add-DhcpServerv4Scope -Name LAN -StartRange 10.0.3.50 -EndRange 10.0.3.99 -SubnetMask 255.255.252.0
Set-DhcpServerv4OptionValue -ScopeId 10.0.0.0 -Router 10.0.0.1 -DnsServer 10.0.0.2, 10.0.0.3
Add-DhcpServerInDC -DnsName h1.lab.example -IPAddress 10.0.0.2`,
      [
        'dhcp-scope 10.0.0.0 name="LAN" from="10.0.3.50" to="10.0.3.99" mask="255.255.252.0"',
        'dhcp-option 10.0.0.0 3 scope="10.0.0.0" option="3" value=["10.0.0.1"]',
        'dhcp-option 10.0.0.0 6 scope="10.0.0.0" option="6" value=["10.0.0.2","10.0.0.3"]',
        'dhcp-authorization h1.lab.example 10.0.0.2 server="h1.lab.example" address="10.0.0.2"',
      ],
    ],
    [
      'a failover cluster, its nodes and its witness',
      `New-Cluster -Name CL1 -Node h1 -StaticAddress 10.0.0.50 -NoStorage
Add-ClusterNode -Name h2
Set-ClusterQuorum -FileShareWitness \\\\dc1\\witness`,
      [
        'cluster CL1 nodes=["h1","h2"] addresses=["10.0.0.50"] noStorage=true',
        'cluster-quorum cluster share="\\\\\\\\dc1\\\\witness"',
      ],
    ],
    [
      'the firewall, and names in DNS',
      `Set-NetFirewallProfile -Name Domain, Private -Enabled True
New-NetFirewallRule -DisplayName 'Ping' -Protocol ICMPv4 -IcmpType 8 -Action Allow
Disable-NetFirewallRule -DisplayName ping
Enable-NetFirewallRule -DisplayGroup 'Remote Desktop'
Set-DnsClient -InterfaceAlias 'vEthernet (LM)' -RegisterThisConnectionsAddress $false`,
      [
        'firewall-profile Domain enabled="True"',
        'firewall-profile Private enabled="True"',
        'firewall-rule Ping action="Allow" protocol="ICMPv4" icmp=["8"] enabled="False"',
        'firewall-rules-of-windows DisplayGroup Remote Desktop by="DisplayGroup" rules="Remote Desktop" enabled="True"',
        'ip-interface vEthernet (LM) dnsRegistration=false',
      ],
    ],
    [
      'a domain, whoever joins it',
      'Add-Computer -DomainName lab.example -Credential $admin -Restart',
      ['domain membership domain="lab.example"'],
    ],
  ])('has %s', (_what, script, expected) => {
    const { state, results } = typed(script, fresh, server2022);
    expect(named(state)).toEqual(expected);
    expect(results.map(({ effect }) => effect)).toEqual(results.map(() => 'modelled'));
  });

  it.each([
    ['a cluster that was there before', 'Add-ClusterNode -Name h2'],
    [
      'what its page does not say',
      'New-VMSwitch a -NetAdapterName n -AllowManagementOS $true\nSet-VMSwitch a -AllowManagementOS $false',
    ],
    [
      'a second rule of one title',
      'New-NetFirewallRule -DisplayName a -Action Allow\nNew-NetFirewallRule -DisplayName a -Action Block',
    ],
    [
      'a scope of which only running tells the network',
      'Add-DhcpServerv4Scope -Name a -StartRange $from -EndRange 10.0.0.9 -SubnetMask 255.0.0.0',
    ],
  ])('does not make up %s', (_what, script) => {
    expect(typed(script, fresh, server2022).results.at(-1)!.effect).toBe('unmodelled');
  });

  it('is taken back, or it is said why it is not', () => {
    const { state } = typed(
      `New-Cluster -Name CL1 -Node h1 -NoStorage\nInstall-ADDSForest -DomainName lab.example -SafeModeAdministratorPassword $secret\nSet-Service -Name MSiSCSI -StartupType Automatic`,
      fresh,
      server2022,
    );
    const { lines, unemitted } = emit(diff(state, fresh));
    expect(lines).toEqual(["Remove-Cluster -Cluster 'CL1' -Force -CleanupAD"]);
    expect(unemitted.map(({ kind, why }) => `${kind}: ${why ?? ''}`)).toEqual([
      'service: what it was before the guide, only the machine itself knew',
      'domain: what a domain controller holds would be lost: it is demoted by hand',
    ]);
  });

  it('says why a switch that was set is not as it was made', () => {
    const made = typed(`${team}\n${converged}`).state;
    const set = typed('Set-VMSwitch -Name Converged -DefaultFlowMinimumBandwidthWeight 20', made).state;
    const other = typed(`${team}\n${converged.replace('Weight', 'Absolute')}`).state;
    const reasons = [emit(diff(set, made)), emit(diff(made, other))].map(({ lines, unemitted }) => [
      ...lines,
      ...unemitted.map(({ kind, why }) => `${kind}: ${why ?? ''}`),
    ]);
    expect(reasons).toEqual([
      ['virtual-switch: what it was before it was set, only the machine itself knew'],
      ['virtual-switch: a switch is made with it, and no command sets it later'],
    ]);
  });

  it.each([
    ['what only running tells', 'New-VMSwitch -Name (Read-Host) -SwitchType Internal'],
    ['whether it runs', "if (Get-VM x) { New-VMSwitch -Name 'a' -SwitchType Internal }"],
    ['what comes through a pipeline', 'Get-VMSwitch | Remove-VMSwitch'],
    ['which adapters a wildcard means', "Disable-NetAdapterVmq -Name 'Ethernet*'"],
    [
      'a parameter whose part is not modelled',
      "New-VMSwitch -Name 'a' -SwitchType Internal -EnablePacketDirect $true",
    ],
    ['another computer', "New-VMSwitch -Name 'a' -SwitchType Internal -ComputerName h2"],
    ['a virtual machine', 'Set-VMNetworkAdapterVlan -VMName v -Access -VlanId 7'],
    ['a parameter of which the facts say nothing else', "Set-VMSwitch -Name 'never made' -Notes 'x'"],
    ['a command that is not modelled', 'New-VM -Name a'],
  ])('says that it does not know %s', (_what, script) => {
    const { results } = typed(script);
    expect(results.at(-1)!.effect).toBe('unmodelled');
  });

  it('does nothing that is only tried', () => {
    const { state, results } = typed("New-VMSwitch -Name 'a' -SwitchType Internal -WhatIf");
    expect(named(state)).toEqual([]);
    expect(results[0]!.effect).toBe('unmodelled');
  });

  it('says what goes off the network, and what is not done at once', () => {
    expect(typed(team).results[0]!.disturbs).toEqual({
      offline: ['NIC 1', 'NIC2'],
      lasts: ['the team is up when the switch has agreed, which may take up to two minutes'],
    });
    expect(typed(`${team} -CimSession h2`).results[0]!.disturbs!.offline).toEqual([]);
    expect(typed('Rename-Computer -NewName h2 -Restart').results[0]!.disturbs!.offline).toEqual([
      'the computer starts again',
    ]);
  });
});

describe('A row of the host', () => {
  const catalogue = createCatalogue(readCatalogue());
  it.each(rows.map((row) => [row.kind, row] as const))(
    'of %s has commands that take what it gives them',
    (_kind, row) => {
      const { make, set, remove, on, off } = row;
      const named = Object.values(row.named);
      const all = Object.values(row.properties);
      const given: [RowCommand | undefined, readonly RowParameter[]][] = [
        [make, [...(make?.calledBy ? [] : named), ...all]],
        [set, [...named, ...all]],
        [remove, named],
        [on, named],
        [off, named],
      ];
      const wrong = given.flatMap(([command, parameters]) => {
        const here = command && catalogue.command(command.command, 'windows-server-2022');
        if (command && !here) return [command.command];
        return parameters
          .filter(
            ({ parameter }) =>
              here &&
              here.parameters.has(parameter.toLowerCase()) === (command!.lacks ?? []).includes(parameter),
          )
          .map(({ parameter }) => `${command!.command} -${parameter}`);
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('Between any two states of a host', () => {
  const chance = createChance(16);
  const quoted = ['LM', 'CSV', "O'Neil", 'a (b)', '\u2019', 'x; y'];
  const word = () => `'${pick(chance, quoted).replace(/['\u2019]/g, '$&$&')}'`;
  const scope =
    'Add-DhcpServerv4Scope -Name s -StartRange 10.1.0.10 -EndRange 10.1.0.90 -SubnetMask 255.255.255.0';
  const makers: readonly (() => string)[] = [
    () =>
      `New-NetLbfoTeam -Name ${word()} -TeamMembers ${word()}, ${word()} -TeamingMode ${pick(chance, ['Lacp', 'SwitchIndependent', 'Static'])}`,
    () => `New-NetLbfoTeam -Name ${word()} -TeamMembers ${word()} -TeamNicName ${word()}`,
    () =>
      `New-VMSwitch -Name ${word()} -NetAdapterName ${word()} -AllowManagementOS ${pick(chance, ['$true', '$false'])}`,
    () =>
      `New-VMSwitch -Name ${word()} -SwitchType ${pick(chance, ['Internal', 'Private'])} -Notes ${word()}`,
    () => `Add-VMNetworkAdapter -ManagementOS -Name ${word()} -SwitchName ${word()}`,
    () =>
      `Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName ${word()} ${pick(chance, ['-Untagged', '-Access -VlanId 7', "-Trunk -AllowedVlanIdList '1-9' -NativeVlanId 2"])}`,
    () =>
      `Set-VMNetworkAdapter -ManagementOS -Name ${word()} -MinimumBandwidthWeight ${pick(chance, ['0', '5', '50'])}`,
    () =>
      `New-NetIPAddress -InterfaceAlias '${pick(chance, ['vEthernet (LM)', 'Ethernet 9'])}' -IPAddress 10.0.0.${pick(chance, ['1', '2', '3'])} -PrefixLength ${pick(chance, ['24', '16'])}`,
    () => `Set-DnsClientServerAddress -InterfaceAlias ${word()} -ServerAddresses 10.0.0.9, 10.0.0.8`,
    () =>
      `New-NetRoute -DestinationPrefix 10.${pick(chance, ['1', '2'])}.0.0/16 -InterfaceAlias ${word()} -NextHop 10.0.0.254`,
    () => `Rename-NetAdapter -Name 'Ethernet ${pick(chance, ['1', '2'])}' -NewName ${word()}`,
    () => `Disable-NetAdapterBinding -Name ${word()} -ComponentID ms_tcpip6`,
    () =>
      `Set-NetAdapterAdvancedProperty -Name ${word()} -DisplayName 'Jumbo Packet' -DisplayValue ${pick(chance, ["'9014 Bytes'", 'Disabled'])}`,
    () =>
      `Set-NetAdapterAdvancedProperty -Name ${word()} -RegistryKeyword '*JumboPacket' -RegistryValue ${pick(chance, ['9014', '1514'])}`,
    () =>
      `${pick(chance, ['Enable', 'Disable'])}-NetAdapter${pick(chance, ['', 'Rss', 'Rdma', 'Qos'])} -Name ${word()}`,
    () =>
      `Set-NetAdapter${pick(chance, ['Rss', 'Vmq'])} -Name ${word()} -BaseProcessorNumber ${pick(chance, ['2', '4'])} -MaxProcessors 4`,
    () =>
      `Set-NetIPInterface -InterfaceAlias ${word()} -NlMtuBytes ${pick(chance, ['9000', '1500'])} -Dhcp Disabled`,
    () =>
      `Set-DnsClient -InterfaceAlias ${word()} -RegisterThisConnectionsAddress ${pick(chance, ['$true', '$false'])}`,
    () => `Set-DnsClient -InterfaceAlias ${word()} -ConnectionSpecificSuffix lab.example`,
    () => `Install-WindowsFeature -Name ${pick(chance, ['Hyper-V, DHCP', 'Failover-Clustering'])}`,
    () => `Enable-VMMigration\nSet-VMHost -MaximumVirtualMachineMigrations ${pick(chance, ['2', '4'])}`,
    () => `${pick(chance, ['Enable', 'Disable'])}-VMMigration`,
    () =>
      `Add-VMMigrationNetwork 10.${pick(chance, ['1', '2'])}.0.0/24 -Priority ${pick(chance, ['1', '5'])}`,
    () => `Rename-Computer -NewName h${pick(chance, ['8', '9'])}`,
    () => `Add-Computer -DomainName lab.example -Credential $admin`,
    () => `Set-Service -Name MSiSCSI -StartupType ${pick(chance, ['Automatic', 'Manual'])}`,
    () => `${pick(chance, ['Start', 'Stop', 'Restart'])}-Service -Name MSiSCSI`,
    () => `New-IscsiServerTarget -TargetName ${word()} -InitiatorIds 'IQN:a', ${word()}`,
    () => `Set-IscsiServerTarget -TargetName ${word()} -InitiatorIds 'IQN:b' -Enable $false`,
    () => `New-IscsiVirtualDisk -Path ${word()} -SizeBytes ${pick(chance, ['10GB', '1TB'])} -UseFixed`,
    () =>
      `New-IscsiServerTarget t\nNew-IscsiVirtualDisk C:\\l.vhdx -SizeBytes 1GB\nAdd-IscsiVirtualDiskTargetMapping -TargetName t -Path C:\\l.vhdx -Lun ${pick(chance, ['1', '2'])}`,
    () => `Remove-IscsiServerTarget -TargetName ${word()}`,
    () =>
      `Set-IscsiTargetServerSetting -IP 10.0.0.${pick(chance, ['7', '8'])} -Enable ${pick(chance, ['$true', '$false'])}`,
    () => `Remove-IscsiVirtualDisk -Path ${word()}`,
    () =>
      `New-IscsiTargetPortal -TargetPortalAddress 10.0.0.${pick(chance, ['7', '8'])} ${pick(chance, ['', '-InitiatorPortalAddress 10.0.0.1'])}`,
    () =>
      `Connect-IscsiTarget -NodeAddress ${word()} -IsPersistent $true -TargetPortalAddress 10.0.0.${pick(chance, ['7', '8'])}`,
    () => `Disconnect-IscsiTarget -NodeAddress ${word()}`,
    () => `${pick(chance, ['Enable', 'Disable'])}-MSDSMAutomaticClaim -BusType iSCSI`,
    () => `Set-MSDSMGlobalDefaultLoadBalancePolicy -Policy ${pick(chance, ['RR', 'FOO'])}`,
    () =>
      `Add-DhcpServerv4Scope -Name ${word()} -StartRange 10.${pick(chance, ['1', '2'])}.0.10 -EndRange 10.1.0.90 -SubnetMask 255.255.255.0`,
    () => `Set-DhcpServerv4Scope -ScopeId 10.1.0.0 -State ${pick(chance, ['Active', 'InActive'])}`,
    () => `Set-DhcpServerv4OptionValue -ScopeId 10.1.0.0 -Router 10.1.0.1 -DnsServer 10.0.0.9, 10.0.0.8`,
    () =>
      `Set-DhcpServerv4OptionValue -OptionId ${pick(chance, ['6', '42'])} -Value 10.0.0.${pick(chance, ['7', '8'])}`,
    () =>
      `${scope}\nAdd-DhcpServerv4ExclusionRange -ScopeId 10.1.0.0 -StartRange 10.1.0.20 -EndRange 10.1.0.29`,
    () =>
      `${scope}\nAdd-DhcpServerv4Reservation -ScopeId 10.1.0.0 -IPAddress 10.1.0.3${pick(chance, ['1', '2'])} -ClientId 00-15-5d-00-00-01`,
    () => `Remove-DhcpServerv4Scope -ScopeId 10.1.0.0`,
    () => `Add-DhcpServerInDC -DnsName h1.lab.example -IPAddress 10.0.0.1`,
    () => 'Add-DhcpServerSecurityGroup',
    () =>
      `New-Cluster -Name c${pick(chance, ['1', '2'])} -Node h1${pick(chance, ['', ', h2'])} -StaticAddress 10.0.0.50 -NoStorage`,
    () => `Add-ClusterNode -Name h${pick(chance, ['3', '4'])} -Cluster c1`,
    () => `Remove-ClusterNode -Name h${pick(chance, ['1', '3'])} -Cluster c1 -Force`,
    () => `Remove-Cluster -Cluster c1 -Force`,
    () => `Set-ClusterQuorum -FileShareWitness ${pick(chance, ["'\\\\dc\\w'", "'\\\\dc\\v'"])}`,
    () => `New-Cluster -Name c1 -Node h1 -NoStorage\nAdd-ClusterSharedVolume -Name ${word()}`,
    () =>
      `Set-SmbBandwidthLimit -Category ${pick(chance, ['LiveMigration', 'VirtualMachine'])} -BytesPerSecond ${pick(chance, ['100MB', '200MB'])}`,
    () => `New-SmbMultichannelConstraint -ServerName h2 -InterfaceAlias ${word()}, ${word()}`,
    () => `New-SmbShare -Name ${word()} -Path ${word()} -FullAccess ${word()}`,
    () => `Set-SmbServerConfiguration -EncryptData ${pick(chance, ['$true', '$false'])} -Force`,
    () => `Set-SmbClientConfiguration -EnableMultiChannel ${pick(chance, ['$true', '$false'])} -Force`,
    () =>
      `Set-NetFirewallProfile ${pick(chance, ['-All', '-Name Domain', '-Name Domain, Private'])} -Enabled ${pick(chance, ['True', 'False'])}`,
    () =>
      `New-NetFirewallRule -DisplayName ${word()} ${pick(chance, ['', `-Name n${String(Math.floor(chance() * 3))}`])} -Direction Inbound -Protocol TCP -LocalPort 80, 443 -Action ${pick(chance, ['Allow', 'Block'])}`,
    () => `Remove-NetFirewallRule -DisplayName ${word()}`,
    () =>
      `${pick(chance, ['Enable', 'Disable'])}-NetFirewallRule ${pick(chance, ['-DisplayGroup', '-DisplayName'])} ${word()}`,
    () =>
      `Set-NetConnectionProfile -InterfaceAlias ${word()} -NetworkCategory ${pick(chance, ['Private', 'Public'])}`,
    () =>
      `New-NetQosPolicy -Name ${word()} ${pick(chance, ['-SMB', '-LiveMigration'])} -PriorityValue8021Action 3`,
    () =>
      `New-NetQosTrafficClass -Name ${word()} -Priority 3 -BandwidthPercentage ${pick(chance, ['50', '30'])} -Algorithm ETS`,
    () => `${pick(chance, ['Enable', 'Disable'])}-NetQosFlowControl -Priority 3, 4`,
    () => `Set-NetQosDcbxSetting -Willing ${pick(chance, ['$true', '$false'])}`,
    () => `Set-VMSwitch -Name ${word()} -DefaultFlowMinimumBandwidthWeight ${pick(chance, ['10', '20'])}`,
    () => `Remove-VMSwitch -Name ${word()} -Force`,
    () => `Remove-NetLbfoTeam -Name ${word()} -Confirm:$false`,
  ];
  /** What goes with something else is where that is: of a switch that was there before the guide, nothing is known. */
  const within: Readonly<Record<string, readonly (readonly [kind: string, by: string])[]>> = {
    'management-adapter': [['virtual-switch', 'switch']],
    'iscsi-mapping': [
      ['iscsi-target', 'target'],
      ['iscsi-virtual-disk', 'path'],
    ],
    'dhcp-option': [['dhcp-scope', 'scope']],
    'dhcp-exclusion': [['dhcp-scope', 'scope']],
    'dhcp-reservation': [['dhcp-scope', 'scope']],
  };
  const isSound = ({ resources }: HostState) =>
    [...resources.values()].every(
      ({ kind, properties }) =>
        (within[kind] ?? []).every(
          ([other, by]) =>
            properties[by] === undefined || resources.has(`${other} ${String(properties[by]).toLowerCase()}`),
        ) &&
        (properties['interface'] !== 'vEthernet (LM)' || resources.has('management-adapter lm')) &&
        (!/^cluster-/.test(kind) || resources.has('cluster c1') || resources.has('cluster c2')),
    );
  const scripts = Array.from({ length: 600 }, () => {
    const some = Array.from({ length: 1 + Math.floor(chance() * 8) }, () => pick(chance, makers));
    return Array.from({ length: 1 + Math.floor(chance() * 16) }, () => pick(chance, some)()).join('\n');
  });
  const states = scripts.map((script) => typed(script).state).filter(isSound);

  it('are of rows whose commands have the parameters that they are given', () => {
    const at = powershell.start({ name: 'h1', platform: 'windows-server-2022' });
    const unknown = rows.flatMap(({ properties, make, set }) =>
      [make, set].flatMap((one) =>
        Object.values(properties)
          .filter(({ parameter }) => one && !one.lacks?.includes(parameter))
          .map(({ parameter }) => `${one!.command} -${parameter} 1`)
          .filter((command) =>
            powershell
              .read(sliceOf(createSourceFile('script.ps1', command)), at)
              .diagnostics.some(({ rule }) => rule === 'powershell/unknown-parameter'),
          ),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('is every kind that there is', () => {
    const kinds = new Set(states.flatMap(({ resources }) => [...resources.values()].map(({ kind }) => kind)));
    expect([...kinds].filter((kind) => !emitters.has(kind))).toEqual([]);
    expect([...emitters.keys()].filter((kind) => !kinds.has(kind as HostResourceKind))).toEqual([]);
  });

  /** What is set to what the factory set it to is as if nobody had set it. */
  const factory = new Map<string, unknown>([
    ...rows.flatMap(({ kind, properties }) =>
      Object.entries(properties).flatMap(([property, one]) =>
        one.factory === undefined ? [] : [[`${kind} ${property}`, one.factory] as const],
      ),
    ),
    ['ip-interface dnsRegistration', true],
    ['live-migration enabled', false],
  ]);
  const settings = new Set<string>([
    ...rows.filter(({ make }) => !make).map(({ kind }) => kind),
    ...['ip-interface', 'live-migration'],
  ]);
  const asFactory = (state: HostState): HostState => ({
    ...state,
    resources: new Map(
      [...state.resources].flatMap(([key, resource]) => {
        const { kind, properties } = resource;
        const kept = Object.entries(properties).filter(
          ([property, value]) => factory.get(`${kind} ${property}`) !== value,
        );
        const named = new Set(['bus', 'priority']);
        return settings.has(kind) && kept.every(([property]) => named.has(property))
          ? []
          : [[key, { ...resource, properties: Object.fromEntries(kept) }]];
      }),
    ),
  });

  it('lead commands that the host takes, except where it says what they leave', () => {
    // Upon these others are built, which fail with them.
    const bases = new Set(['nic-team', 'team-nic', 'adapter-name', ...Object.values(within).flat(2)]);
    let complete = 0;
    for (let pair = 0; pair < 400; pair++) {
      const [from, to] = [pick(chance, states), pick(chance, states)];
      const { lines, unemitted } = emit(diff(from, to));
      if (unemitted.some(({ kind }) => bases.has(kind))) continue;
      const left = new Set(unemitted.map(({ kind, name }) => `${kind} ${name}`));
      const after = typed(lines.join('\n'), from).state;
      const wrong = diff(asFactory(after), asFactory(to)).filter(
        ({ kind, name }) => !left.has(`${kind} ${name}`),
      );
      expect(wrong, `${named(from).join('\n')}\n\n${lines.join('\n')}`).toEqual([]);
      complete++;
    }
    expect(complete).toBeGreaterThan(300);
  });

  it('of which both are the same there are no changes', () => {
    for (const state of states) expect(diff(state, state)).toEqual([]);
  });
});
