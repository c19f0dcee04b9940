import { describe, expect, it } from 'vitest';
import { note, check, fence, part, rack } from '../fixture-posts.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { bundleIn, bundleOf, hostScript, linesOf, manifestOf, site, step, textOf } from './rack-bundle.ts';

const ps = (...lines: readonly string[]) => fence('powershell on=srv1', ...lines);
const psAs = (role: string, ...lines: readonly string[]) => fence(`powershell on=srv1 ${role}`, ...lines);

/** Those lines of a script that are of this list, in their order. */
function order(lines: readonly string[], wanted: readonly string[]): string[] {
  return lines.filter((line) => wanted.includes(line));
}

describe('an undo file of a switch', () => {
  it('has the last step first', () => {
    const lines = (name: string) => ['configure terminal', `no vlan ${name}`, 'end', 'write memory'];
    const text = textOf(
      bundleOf(
        part(
          step('9:1', 'One', fence('ios on=sw2', 'show clock'), fence('ios on=sw2 undo', ...lines('11'))) +
            step('9:2', 'Two', fence('ios on=sw2', 'show clock'), fence('ios on=sw2 undo', ...lines('12'))),
        ),
      ),
      'switches/sw2/undo.ios',
    )!;
    expect(text.indexOf('no vlan 12')).toBeGreaterThan(0);
    expect(text.indexOf('no vlan 12')).toBeLessThan(text.indexOf('no vlan 11'));
  });
});

describe('a host script', () => {
  it('has the author’s undo of the last step first, and within a step the last block', () => {
    const undo = (number: number) => `Remove-VMSwitch -Name 'S${number}' -Force`;
    const bundle = bundleOf(
      part(
        step('9:1', 'One', ps('Get-VM'), psAs('undo', undo(1))) +
          step('9:2', 'Two', ps('Get-VM'), psAs('undo', undo(2)), psAs('undo', undo(3))),
      ),
      part(step('9:3', 'Three', ps('Get-VM'), psAs('undo', undo(4))), { part: 2 }),
    );
    expect(order(linesOf(bundle, hostScript), [1, 2, 3, 4].map(undo))).toEqual([4, 3, 2, 1].map(undo));
  });

  it('says in a step what is to be done on the other devices since its last one', () => {
    const show = (device: string) => fence(`ios on=${device}`, 'show clock');
    const bundle = bundleOf(
      part(
        step('9:1', 'One', show('sw1')) +
          step('9:2', 'Two', ps('Get-VM'), show('sw2')) +
          step('9:3', 'Three', ps('Get-VM')) +
          step('9:4', 'Four', ps('Get-VM')),
      ),
    );
    expect(linesOf(bundle, hostScript).filter((line) => line.includes('Before this'))).toEqual([
      '  #     Before this: sw1, step 9:1.',
      '  #     Before this: sw2, step 9:2.',
    ]);
    expect(
      linesOf(bundle, 'switches/sw2/2-change.ios').filter((line) => line.includes('Before this')),
    ).toEqual(['!     Before this: sw1, step 9:1; srv1, step 9:2.']);
    expect(textOf(bundle, 'README.md')!.match(/^\d\. .*step 9:\d: .*$/gm)).toEqual([
      '1. sw1, step 9:1: One',
      '2. srv1, step 9:2: Two',
      '3. sw2, step 9:2: Two',
      '4. srv1, step 9:3: Three',
      '5. srv1, step 9:4: Four',
    ]);
  });

  it('has an example as a comment at its place, with its reason, and does not run it', () => {
    const lines = linesOf(
      bundleOf(
        part(
          step(
            '9:1',
            'One',
            ps('Get-VM'),
            psAs('example because="Only to look at."', 'Get-VMHost', 'Get-VMSwitch'),
            ps('Get-VMSwitch'),
          ),
        ),
      ),
      hostScript,
    );
    const wanted = [
      'Get-VM',
      '  # Not in this script: Get-VMHost',
      '  # Not in this script: Get-VMSwitch',
      '  #   Only to look at.',
      'Get-VMSwitch',
    ];
    expect(order(lines, [...wanted, 'Get-VMHost'])).toEqual(wanted);
  });

  it('begins with a byte order mark where its commands are not ASCII, and only there', () => {
    const of = (code: string) => textOf(bundleOf(part(step('9:1', 'One', ps(code)))), hostScript)!;
    expect(of("Get-VM -Name 'Zürich'").startsWith('\uFEFF#')).toBe(true);
    expect(of("Get-VM -Name 'Zürich'")).toContain("\r\nGet-VM -Name 'Zürich'\r\n");
    expect(of('Get-VM').startsWith('#')).toBe(true);
  });

  it('asks for the PowerShell of its Windows', () => {
    const bundle = bundleOf(
      part(
        step('9:1', 'One', ps('Get-VM'), fence('powershell on=srv1 platform=windows-server-2016', 'Get-VM')),
      ),
    );
    expect(textOf(bundle, hostScript)).toContain('\r\n#Requires -Version 4.0\r\n');
    expect(textOf(bundle, 'hosts/srv1/windows-server-2016/Invoke-Labwork.ps1')).toContain(
      '\r\n#Requires -Version 5.1\r\n',
    );
  });

  it('has a row for each thing that its commands make, in the names of its parameters', () => {
    const lines = linesOf(
      bundleOf(
        part(
          step(
            '9:1',
            'One',
            ps(
              "New-NetLbfoTeam -Name '{{team}}' -TeamMembers 'Ethernet', 'Ethernet 2' -TeamingMode Lacp -Confirm:$false",
            ),
            ps("New-VMSwitch -Name '{{vswitch}}' -NetAdapterName '{{team}}' -AllowManagementOS $true"),
            ps(
              "Add-VMNetworkAdapter -ManagementOS -Name '{{networks.lm.name}}' -SwitchName '{{vswitch}}'",
              "Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName '{{networks.lm.name}}' -Access -VlanId {{networks.lm.vlan}}",
              "New-NetIPAddress -InterfaceAlias 'vEthernet ({{networks.lm.name}})' -IPAddress {{networks.lm.hosts.srv1}} -PrefixLength {{networks.lm.prefix}}",
            ),
          ),
        ),
      ),
      hostScript,
    );
    expect(lines.filter((line) => line.startsWith('  @{ Id = ') && line.includes('Kind ='))).toEqual([
      "  @{ Id = 0; Step = '9:1'; Kind = 'Team'; Name = $Team; Members = @($NicEthernet, $NicEthernet2); Mode = 'Lacp'; Nic = $Team }",
      "  @{ Id = 1; Step = '9:1'; Kind = 'VirtualSwitch'; Name = $Vswitch; Type = 'External'; Adapters = @($Team); HostAdapter = $true }",
      "  @{ Id = 2; Step = '9:1'; Kind = 'HostAdapter'; Name = $LmName; Switch = $Vswitch }",
      "  @{ Id = 3; Step = '9:1'; Kind = 'HostAdapterVlan'; Name = $LmName; Mode = 'Access'; Vlan = $LmVlan }",
      "  @{ Id = 4; Step = '9:1'; Kind = 'Address'; Name = $LmAddress; Interface = ('vEthernet ({0})' -f $LmName); Prefix = $LmPrefix }",
    ]);
    expect(lines).toContain(
      "New-NetIPAddress -InterfaceAlias ('vEthernet ({0})' -f $LmName) -IPAddress $LmAddress -PrefixLength $LmPrefix",
    );
  });

  it('names the versions of Windows that take its commands, and says why others do not', () => {
    const text = textOf(
      bundleOf(
        part(
          step(
            '9:1',
            'One',
            ps(
              "New-NetLbfoTeam -Name '{{team}}' -TeamMembers 'Ethernet' -TeamingMode Lacp -LoadBalancingAlgorithm Dynamic",
            ),
            ps("New-VMSwitch -Name '{{vswitch}}' -NetAdapterName '{{team}}' -AllowManagementOS $true"),
          ),
        ),
      ),
      hostScript,
    )!;
    const systems = [...text.matchAll(/ {2}@\{ Build = (\d+); Title = '.*?'; Why = '(.*)' \}/g)];
    expect(systems.map(([, build, why]) => [build, why!.slice(0, 52)])).toEqual([
      ['9200', 'In step 9:1: -LoadBalancingAlgorithm takes one of Tr'],
      ['9600', ''],
      ['14393', ''],
      ['17763', ''],
      ['20348', 'In step 9:1: New-VMSwitch refuses an LBFO team on Wi'],
      ['26100', 'In step 9:1: New-VMSwitch refuses an LBFO team on Wi'],
    ]);
    expect(systems[4]![2]).toContain('(Switch Embedded Teaming)');
    expect(text).not.toMatch(/Run = \{[^}]*AllowNetLbfoTeams/);
  });

  it('reads what one command sets and another shows, and knows how to bring it back', () => {
    const lines = linesOf(
      bundleOf(
        part(
          step(
            '9:1',
            'One',
            ps(
              "Set-NetAdapterAdvancedProperty -Name 'Ethernet' -RegistryKeyword '*JumboPacket' -RegistryValue 9014",
            ),
            ps('Add-VMMigrationNetwork -Subnet {{networks.lm.subnet}}'),
            ps('Install-WindowsFeature -Name Multipath-IO -Restart'),
          ),
        ),
      ),
      hostScript,
    );
    const rows = lines.filter((line) => line.includes("Kind = 'Setting'"));
    expect(rows).toEqual([
      expect.stringContaining(
        "Back = { param($Before) Set-NetAdapterAdvancedProperty -Name $script:NicEthernet -RegistryKeyword '*JumboPacket' -RegistryValue $Before.RegistryValue }",
      ),
      expect.stringContaining(
        'Read = { Get-VMMigrationNetwork | Where-Object { $_.Subnet -eq $script:LmSubnet } }; Make = $true',
      ),
      expect.stringContaining("Want = [ordered]@{ 'InstallState' = 'Installed' }"),
    ]);
    expect(lines.join('\n')).toContain('Makes = @(2); Offline = ');
    expect(
      lines.some(
        (line) => line.includes("Title = 'Install-WindowsFeature'") && line.includes('Restarts = $true'),
      ),
    ).toBe(true);
    expect(lines.join('\n')).not.toContain('Unknown = ');
  });

  it('takes each name of a card as a parameter, whatever the command calls it', () => {
    const lab = rack();
    const devices = lab.devices.map((device) =>
      device.name === 'srv1' ? { ...device, platform: 'windows-server-2022' as const } : device,
    );
    const lines = linesOf(
      bundleIn(
        { ...lab, devices },
        part(
          step(
            '9:1',
            'One',
            ps(
              "Set-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName 'LM' -PhysicalNetAdapterName 'Ethernet'",
            ),
          ),
        ),
      ),
      hostScript,
    );
    expect(lines).toContain(
      "Set-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName 'LM' -PhysicalNetAdapterName $NicEthernet",
    );
  });

  it('says of a command that nobody models that it is run by its name alone, unless the guide says how to look and go back', () => {
    const unknown = (...blocks: readonly string[]) =>
      linesOf(bundleOf(part(step('9:1', 'One', ps("New-VM -Name 'A'"), ...blocks))), hostScript).find(
        (line) => line.includes("Unknown = 'New-VM'"),
      );
    expect(unknown()).toContain('Trusted = $false');
    expect(unknown(psAs('verify', 'Get-VM'))).toContain('Trusted = $false');
    expect(unknown(psAs('verify', 'Get-VM'), psAs('undo', "Remove-VM -Name 'A' -Force"))).toContain(
      'Trusted = $true',
    );
  });

  it('has no function that its rows do not need', () => {
    const text = textOf(bundleOf(part(step('9:1', 'One', ps('Get-VM')))), hostScript)!;
    expect(text).not.toMatch(/function (?:Get|Undo)-Labwork(?:Team|VirtualSwitch|HostAdapter|Address)\b/);
  });

  it('leaves a value as the lab has it everywhere where it stands once in a place for no parameter', () => {
    const text = textOf(
      bundleOf(
        part(
          step(
            '9:1',
            'One',
            ps("Get-VMSwitch -Name '{{vswitch}}'", "[ValidateSet('{{vswitch}}')] $a = '{{vswitch}}'"),
          ),
        ),
      ),
      hostScript,
    )!;
    expect(text).toContain("\r\nGet-VMSwitch -Name 'Converged-Of-The-Rack'\r\n");
    expect(text).not.toContain('$Vswitch');
  });

  it('calls no parameter by a name that the guide or PowerShell has for a variable', () => {
    const text = textOf(
      bundleOf(part(step('9:1', 'One', ps('$vswitch = 1', "Get-VMSwitch -Name '{{vswitch}}'")))),
      hostScript,
    )!;
    expect(text).toContain("$Vswitch2 = 'Converged-Of-The-Rack'");
    expect(text).toContain('\r\nGet-VMSwitch -Name $Vswitch2\r\n');
  });
});

describe('what is to be expected', () => {
  it('says where an output comes from that no model holds to be right', () => {
    const bundle = bundleOf(
      part(
        step(
          '9:1',
          'One',
          psAs('verify', 'Get-VM'),
          fence('output captured="on a bench, by hand"', 'Name State'),
          fence('ios on=sw2 verify', 'show clock'),
          fence('output captured="on a bench, too"', '12:00:00.000 UTC'),
        ),
      ),
    );
    expect(linesOf(bundle, 'expected/hosts/srv1/verify.txt').slice(1, 4)).toEqual([
      'PS> Get-VM',
      '(as the guide shows it: on a bench, by hand)',
      'Name State',
    ]);
    expect(textOf(bundle, 'expected/switches/sw2/3-verify.txt')).toContain(
      'sw2#show clock\n(as the guide shows it: on a bench, too)\n12:00:00.000 UTC\n',
    );
  });
});

describe('a bundle', () => {
  it('is none of a post that is no labwork', () => {
    expect(makeBundle(check(note(fence('powershell on=srv1', 'Get-VM'))), { site })).toBeUndefined();
  });

  it('has no script of a role that no block has, and no switch files without a switch', () => {
    const bundle = bundleOf(part(step('9:1', 'One', ps('Get-VM'))));
    const paths = bundle.files.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('ansible/'))).toEqual([
      'CHANGELOG.md',
      'README.md',
      'SHA256SUMS',
      'hosts/srv1/Invoke-Labwork.ps1',
      'hosts/srv1/Labwork.Tests.ps1',
      'manifest.json',
    ]);
    const readme = textOf(bundle, 'README.md')!;
    expect(readme).toContain('On a Windows host');
    expect(readme).not.toContain('On a switch');
    expect(readme).not.toContain('## Not in the scripts');
    expect(readme).not.toContain('## Values of the guide');
    expect(readme).not.toContain('model of the switch');
  });

  it('of a switch alone says nothing of Windows hosts', () => {
    const readme = textOf(
      bundleOf(part(step('9:1', 'One', fence('ios on=sw2', 'show vlan brief')))),
      'README.md',
    )!;
    expect(readme).not.toContain('On a Windows host');
    expect(readme).toContain('On a switch');
    expect(readme).toContain('1 of them were also taken through a model of the device');
  });

  it('counts what is known and what is not, in README and manifest, without the examples', () => {
    const bundle = bundleOf(
      part(
        step('9:1', 'One', ps('Get-VM', 'Get-HouseRule'), psAs('example because="To see."', 'Get-VM')) +
          step('9:2', 'Two', ps('Get-VM')),
      ),
    );
    expect(textOf(bundle, 'README.md')).toContain('Of 3 commands, 2 are known');
    expect(manifestOf(bundle).evidence).toEqual([
      { step: '9:1', commands: 2, known: 1 },
      { step: '9:2', commands: 1, known: 1 },
    ]);
    expect(manifestOf(bundle).excluded).toEqual([
      {
        step: '9:1',
        device: 'srv1',
        platform: 'windows-server-2012-r2',
        because: 'To see.',
        commands: ['Get-VM'],
      },
    ]);
  });

  it('says in the manifest what the check found and the author let stand', () => {
    const allowed = 'powershell on=srv1 allow="powershell/plain-text-secret: The lab is thrown away."';
    const bundle = bundleOf(part(step('9:1', 'One', fence(allowed, "$password = 'hunter2'"))));
    expect(manifestOf(bundle).allowed).toEqual([
      {
        step: '9:1',
        device: 'srv1',
        platform: 'windows-server-2012-r2',
        block: 'block-1',
        rule: 'powershell/plain-text-secret',
        why: 'The lab is thrown away.',
      },
    ]);
    expect(manifestOf(bundleOf(part(step('9:1', 'One', ps('Get-VM')))))).not.toHaveProperty('allowed');
  });

  it('lists each value that stands in a script once, by its name', () => {
    const bundle = bundleOf(
      part(
        step(
          '9:1',
          'One',
          ps("Get-VMSwitch -Name '{{vswitch}}'", "Get-VMSwitch -Name '{{team}}'"),
          psAs('verify', "Get-VMSwitch -Name '{{vswitch}}'"),
        ),
      ),
    );
    expect(manifestOf(bundle).values.map(({ path, value }) => [path, value])).toEqual([
      ['team', 'T1'],
      ['vswitch', 'Converged-Of-The-Rack'],
    ]);
    const values = textOf(bundle, 'README.md')!.split('## Adapters and ports')[0]!;
    expect(values.split('\r\n').filter((line) => line.startsWith('| '))).toEqual([
      '| what | value | name in the lab |',
      '| --- | --- | --- |',
      '| NIC team | T1 | team |',
      '| virtual switch | Converged-Of-The-Rack | vswitch |',
    ]);
  });
});
