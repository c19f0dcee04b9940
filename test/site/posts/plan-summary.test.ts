import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../src/lib/plan/make-plan.ts';
import { planSummary } from '../../../src/site/posts/plan-summary.ts';
import { check, fence, part } from '../../lib/fixture-posts.ts';

const summaryOf = (...lines: readonly string[]) =>
  planSummary(makePlan(check(part(['## 9:1 The host', fence('powershell on=srv1', ...lines)].join('\n\n')))));

describe('what a page says of a plan', () => {
  it('says once what is the same of several things, in words', () => {
    const { devices, counts, complete } = summaryOf(
      "New-VMSwitch -Name 'Lab' -NetAdapterName 'Ethernet' -AllowManagementOS $false -MinimumBandwidthMode Weight",
      "Add-VMNetworkAdapter -ManagementOS -Name 'A' -SwitchName 'Lab'",
      "Add-VMNetworkAdapter -ManagementOS -Name 'B' -SwitchName 'Lab'",
      "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName 'B' -Access -VlanId 15",
      "New-NetIPAddress -InterfaceAlias 'vEthernet (A)' -IPAddress 192.168.15.11 -PrefixLength 24",
    );
    expect(devices).toMatchObject([{ device: 'srv1', platform: 'Windows Server 2012 R2' }]);
    const [step] = devices[0]!.steps;
    expect(
      step!.changes.map(({ sign, kind, names, facts }) => [sign, kind, names.join(), facts.join('; ')]),
    ).toEqual([
      ['+', 'virtual switch', 'Lab', 'type External; adapters Ethernet; minimum bandwidth Weight'],
      ['+', 'management adapter', 'A', 'switch Lab'],
      ['+', 'management adapter', 'B', 'switch Lab; VLAN 15'],
      ['+', 'IP address', '192.168.15.11', 'interface vEthernet (A); prefix 24'],
    ]);
    expect(step!.offline).toEqual(['Ethernet']);
    expect({ counts, complete }).toEqual({ counts: { create: 4, change: 0, remove: 0 }, complete: true });
  });

  it('names each command once of which nobody knows what it changes, and leaves out steps that only look', () => {
    expect(summaryOf("New-VM -Name 'a'", "New-VM -Name 'b'").devices[0]!.steps[0]!.unmodelled).toEqual([
      'New-VM',
    ]);
    expect(summaryOf('Get-VM').devices.flatMap(({ steps }) => steps)).toEqual([]);
  });
});
