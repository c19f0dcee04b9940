import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { appliedBy, unpackBundle } from '../../../src/lib/bundle/read-bundle.ts';
import type { BundleRelease } from '../../../src/lib/bundle/release.ts';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { check, engine, fence, part, rack } from '../fixture-posts.ts';
import { bundleOf, hostScript, linesOf, site, step, textOf } from './rack-bundle.ts';

const guide = (...commands: readonly string[]) =>
  part(step('9:1', 'All of it', fence('powershell on=srv1', ...commands)));

const team =
  "New-NetLbfoTeam -Name '{{team}}' -TeamMembers 'Ethernet 2' -TeamingMode Lacp -LoadBalancingAlgorithm Dynamic -Confirm:$false";
const vswitch = (...beneath: readonly string[]) =>
  `New-VMSwitch -Name '{{vswitch}}' ${beneath.join(' ')} -AllowManagementOS $true -MinimumBandwidthMode Weight`;
const adapter = "Add-VMNetworkAdapter -ManagementOS -Name '{{networks.lm.name}}' -SwitchName '{{vswitch}}'";
const tag = (vlan: string) =>
  `Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName '{{networks.lm.name}}' -Access -VlanId ${vlan}`;
const now = [team, vswitch('-NetAdapterName', "'{{team}}'"), adapter, tag('{{networks.lm.vlan}}')];

/** A release as the program tells it, read out of its own zip. */
function releaseOf(version: string, old: Guide): BundleRelease {
  const srv1 = rack().devices.find(({ name }) => name === 'srv1')!;
  return {
    version,
    date: '2014-04-09',
    changes: ['It.'],
    made: appliedBy(unpackBundle(bundleOf(old).zip)!).map(({ blocks, platform }) =>
      engine.runReleased(blocks, srv1, platform),
    ),
  };
}

const last: BundleRelease = { version: '2.0.0', date: '2014-04-10', changes: ['It.'] };
const bundleAfter = (...earlier: readonly BundleRelease[]) =>
  makeBundle(check(guide(...now)), { site, releases: [...earlier, last] })!;

/** The rows of the releases in the script, each without its number. */
function released(...earlier: readonly BundleRelease[]): string[] {
  const lines = linesOf(bundleAfter(...earlier), hostScript);
  const start = lines.indexOf('$script:LabworkReleases = @(');
  return lines
    .slice(start + 1, lines.indexOf(')', start))
    .map((line) => line.trim())
    .filter((line) => line !== ') }');
}

describe('what a host script knows of an earlier release', () => {
  it.each([
    ['nothing where that one made the same', now, []],
    [
      'what it made otherwise, with the parameters of this one',
      [
        team,
        vswitch('-NetAdapterInterfaceDescription', "'Microsoft Network Adapter Multiplexor Driver'"),
        adapter,
        tag('{{networks.lm.vlan}}'),
      ],
      [
        "@{ Id = -1; Step = '9:1'; Kind = 'VirtualSwitch'; Name = $Vswitch; Type = 'External'; Description = 'Microsoft Network Adapter Multiplexor Driver'; Bandwidth = 'Weight'; HostAdapter = $true }",
      ],
    ],
    [
      'a setting as it came to be at its end',
      [...now.slice(0, 3), tag('7'), tag('8')],
      ["@{ Id = -1; Step = '9:1'; Kind = 'HostAdapterVlan'; Name = $LmName; Mode = 'Access'; Vlan = 8 }"],
    ],
    [
      'what it made and this one does not',
      [...now, "Add-VMNetworkAdapter -ManagementOS -Name 'Old' -SwitchName '{{vswitch}}'"],
      ["@{ Id = -1; Step = '9:1'; Kind = 'HostAdapter'; Name = 'Old'; Switch = $Vswitch }"],
    ],
  ])('is %s', (_, commands, rows) => {
    expect(released(releaseOf('1.0.0', guide(...commands)))).toEqual([
      "@{ Version = '1.0.0'; Why = ''; Rows = @(",
      ...rows,
    ]);
  });

  it('is why nobody can say what it made', () => {
    const { made: _, ...lost } = releaseOf('1.0.0', guide(...now));
    const unclear = releaseOf('1.1.0', guide(...now, 'Invoke-Command -ScriptBlock { Get-VM }'));
    expect(released(lost, unclear)).toEqual([
      "@{ Version = '1.0.0'; Why = 'its files were not at hand when this script was made'; Rows = @(",
      "@{ Version = '1.1.0'; Why = 'nobody knows what it changed by Invoke-Command'; Rows = @(",
    ]);
  });

  it('is nothing where there was none, and no text is about it', () => {
    const bundle = bundleAfter();
    expect(textOf(bundle, hostScript)).not.toContain('LabworkReleases');
    expect(textOf(bundle, hostScript)).toContain('This script knows of no earlier release.');
    expect(textOf(bundle, 'README.md')).not.toContain('-Repair');
  });

  it('is told in the README, where it is told how to repair from it', () => {
    const readme = textOf(bundleAfter(releaseOf('1.0.0', guide(...now))), 'README.md')!;
    expect(readme).toContain('Invoke-Labwork.ps1 -Repair -From 1.0.0 -WhatIf');
    expect(readme).toContain('**After an older release**, here 1.0.0');
  });
});
