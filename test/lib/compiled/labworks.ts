import type { CheckedLabwork } from '../../../src/lib/check/labwork.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import type { ReaderValues } from '../../../src/lib/lab/with-values.ts';
import { withValues } from '../../../src/lib/lab/with-values.ts';
import { step, rackParts } from '../bundle/rack-bundle.ts';
import { engine, fence, part, rack } from '../fixture-posts.ts';

// Labworks with sets of values of readers, for all that must be the same wherever they are run.

export interface LabworkWithValues {
  readonly name: string;
  readonly guides: readonly Guide[];
  /** The first one is the lab's own. */
  readonly sets: readonly ReaderValues[];
}

/** Values in every place that PowerShell and switches have for them. */
function everyPlace(): readonly Guide[] {
  return [
    part(
      step(
        '9:1',
        'Name the VLAN',
        fence(
          'ios on=sw1',
          'configure terminal',
          'vlan {{networks.lm.vlan}}',
          ' name {{networks.lm.name}}',
          'interface range GigabitEthernet1/0/1 - 2',
          ' description {{note}}',
          ' switchport mode trunk',
          ' switchport trunk allowed vlan 11-14,{{networks.lm.vlan}}',
          ' channel-group {{channel}} mode active',
          'interface Port-channel{{channel}}',
          ' switchport trunk native vlan 14',
          'end',
          'write memory',
        ),
        fence(
          'ios on=sw1 verify',
          'show vlan brief',
          'show running-config interface Port-channel{{channel}}',
        ),
      ),
    ),
    part(
      step(
        '9:2',
        'Make the team',
        fence(
          'powershell on=srv1',
          '# The team is called {{team}}.',
          '$team = "{{team}}"',
          "$switch = @{ Name = '{{vswitch}}'; AllowManagementOS = $true; MinimumBandwidthMode = 'Weight' }",
          "New-NetLbfoTeam -Name $team -TeamMembers 'Ethernet', 'Ethernet 2' -TeamingMode Lacp -Confirm:$false",
        ),
        fence('powershell on=srv1 verify', 'Get-NetLbfoTeam -Name "{{team}}" | Format-List Name, Members'),
      ) +
        step(
          '9:3',
          'Make the switch',
          fence('powershell on=srv1', "New-VMSwitch @switch -NetAdapterName '{{team}}'"),
          fence(
            'powershell on=srv1',
            "foreach ($name in '{{networks.lm.name}}', 'Backup') {",
            "  Add-VMNetworkAdapter -ManagementOS -Name $name -SwitchName '{{vswitch}}'",
            '}',
            'Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName "{{networks.lm.name}}" -Access `',
            '  -VlanId {{networks.lm.vlan}}',
            "New-NetIPAddress -InterfaceAlias 'vEthernet ({{networks.lm.name}})' -IPAddress {{networks.lm.hosts.srv1}} -PrefixLength {{networks.lm.prefix}}",
          ),
        ),
      { part: 2 },
    ),
  ];
}

/** All that the bundle of the fixture is looked at for, and a labwork that has values everywhere. */
export function labworksWithValues(): readonly LabworkWithValues[] {
  return [
    {
      name: 'the rack',
      guides: rackParts(),
      sets: [{}, { vswitch: "O'Brien's “switch” $x $(y)", team: 'Té 3' }],
    },
    {
      name: 'values everywhere',
      guides: everyPlace(),
      sets: [
        {},
        { 'networks.lm.vlan': '10', channel: '1' },
        {
          'networks.lm.vlan': '904',
          channel: '6',
          'networks.lm.name': 'Motion',
          team: 'T-2',
          note: 'to srv1',
        },
        {
          'networks.lm.subnet': '10.9.8.0/22',
          'networks.lm.hosts.srv1': '10.9.9.7',
          vswitch: "a'; Remove-VMSwitch -Name 'b",
        },
        { vswitch: '5GB', 'networks.lm.name': '0x10', team: '007' },
      ],
    },
  ];
}

/** The labwork checked as a whole, as if its lab had these values. */
export function checkWith(guides: readonly Guide[], values: ReaderValues): CheckedLabwork {
  const { lab, problems } = withValues(rack(), values);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return engine.checkLabwork(guides, new Map([[lab.id, lab]]));
}
