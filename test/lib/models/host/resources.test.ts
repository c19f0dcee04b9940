import { describe, expect, it } from 'vitest';
import { createPowerShell } from '../../../../src/lib/dialects/powershell/powershell.ts';
import { createCatalogue } from '../../../../src/lib/dialects/powershell/catalogue/catalogue.ts';
import { diff } from '../../../../src/lib/models/host/diff.ts';
import { emit } from '../../../../src/lib/models/host/emit.ts';
import { hostModel } from '../../../../src/lib/models/host/host.ts';
import type { HostState } from '../../../../src/lib/models/host/state.ts';
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
): { readonly state: HostState; readonly results: readonly StepResult<HostState>[] } {
  let state = before;
  const results = powershell
    .read(sliceOf(createSourceFile('script.ps1', script)), session)
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

describe('Between any two states of a host', () => {
  const chance = createChance(16);
  const quoted = ['LM', 'CSV', "O'Neil", 'a (b)', '\u2019', 'x; y'];
  const word = () => `'${pick(chance, quoted).replace(/['\u2019]/g, '$&$&')}'`;
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
      `Set-VMNetworkAdapter -ManagementOS -Name ${word()} -MinimumBandwidthWeight ${pick(chance, ['5', '50'])}`,
    () =>
      `New-NetIPAddress -InterfaceAlias '${pick(chance, ['vEthernet (LM)', 'Ethernet 9'])}' -IPAddress 10.0.0.${pick(chance, ['1', '2', '3'])} -PrefixLength ${pick(chance, ['24', '16'])}`,
    () => `Set-DnsClientServerAddress -InterfaceAlias ${word()} -ServerAddresses 10.0.0.9, 10.0.0.8`,
    () =>
      `New-NetRoute -DestinationPrefix 10.${pick(chance, ['1', '2'])}.0.0/16 -InterfaceAlias ${word()} -NextHop 10.0.0.254`,
    () => `Rename-NetAdapter -Name 'Ethernet ${pick(chance, ['1', '2'])}' -NewName ${word()}`,
    () => `Disable-NetAdapterBinding -Name ${word()} -ComponentID ms_tcpip6`,
    () => `Remove-VMSwitch -Name ${word()} -Force`,
    () => `Remove-NetLbfoTeam -Name ${word()} -Confirm:$false`,
  ];
  /** Adapters are at switches that are there, and addresses at adapters that are. */
  const isSound = ({ resources }: HostState) =>
    [...resources.values()].every(({ kind, properties }) =>
      kind === 'management-adapter'
        ? resources.has(`virtual-switch ${String(properties['switch']).toLowerCase()}`)
        : properties['interface'] !== 'vEthernet (LM)' || resources.has('management-adapter lm'),
    );
  const scripts = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + Math.floor(chance() * 12) }, () => pick(chance, makers)()).join('\n'),
  );
  const states = scripts.map((script) => typed(script).state).filter(isSound);

  it('lead commands that the host takes, except where it says what they leave', () => {
    let complete = 0;
    for (let pair = 0; pair < 150; pair++) {
      const [from, to] = [pick(chance, states), pick(chance, states)];
      const { lines, unemitted } = emit(diff(from, to));
      if (unemitted.length > 0) continue;
      const after = typed(lines.join('\n'), from).state;
      expect(diff(after, to), `${named(from).join('\n')}\n\n${lines.join('\n')}`).toEqual([]);
      complete++;
    }
    expect(complete).toBeGreaterThan(50);
  });

  it('of which both are the same there are no changes', () => {
    for (const state of states) expect(diff(state, state)).toEqual([]);
  });
});
