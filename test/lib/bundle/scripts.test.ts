import { describe, expect, it } from 'vitest';
import { note, check, fence, part } from '../fixture-posts.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { bundleOf, linesOf, manifestOf, site, step, textOf } from './rack-bundle.ts';

const ps = (...lines: readonly string[]) => fence('powershell on=srv1', ...lines);
const psAs = (role: string, ...lines: readonly string[]) => fence(`powershell on=srv1 ${role}`, ...lines);

/** Those lines of a script that are of this list, in their order. */
function order(lines: readonly string[], wanted: readonly string[]): string[] {
  return lines.filter((line) => wanted.includes(line));
}

describe('an undo script', () => {
  const undo = (number: number) => `Remove-VMSwitch -Name 'S${number}' -Force`;
  const bundle = () =>
    bundleOf(
      part(
        step('9:1', 'One', ps('Get-VM'), psAs('undo', undo(1))) +
          step('9:2', 'Two', ps('Get-VM'), psAs('undo', undo(2)), psAs('undo', undo(3))),
      ),
      part(step('9:3', 'Three', ps('Get-VM'), psAs('undo', undo(4))), { part: 2 }),
    );

  it('takes the last step back first, and within a step the last block', () => {
    expect(order(linesOf(bundle(), 'hosts/srv1/undo.ps1'), [1, 2, 3, 4].map(undo))).toEqual(
      [4, 3, 2, 1].map(undo),
    );
  });

  it('offers its steps in that order', () => {
    expect(textOf(bundle(), 'hosts/srv1/undo.ps1')).toContain(
      "param([Alias('Step')] [ValidateSet('9:3', '9:2', '9:1')] [string[]] $LabworkStep = @('9:3', '9:2', '9:1'))",
    );
  });

  it('opens and closes a step once, though it has two blocks', () => {
    const lines = linesOf(bundle(), 'hosts/srv1/undo.ps1');
    const frame = ["if ($LabworkStep -contains '9:2') {", '. {', '}'];
    const marks = ["Write-LabworkStep '9:2' 'begun'", "Write-LabworkStep '9:2' 'done'"];
    const own = order(lines, [...frame, ...marks, undo(2), undo(3)]);
    expect(own.slice(own.indexOf(frame[0]!), own.indexOf(marks[1]!) + 2)).toEqual([
      frame[0],
      marks[0],
      ...['. {', undo(3), '}'],
      ...['. {', undo(2), '}'],
      marks[1],
      '}',
    ]);
  });

  it('of a switch has them last first as well', () => {
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

  it('does not say what must be done on other devices before: that is the order of applying', () => {
    const text = textOf(
      bundleOf(
        part(
          step('9:1', 'One', fence('ios on=sw2', 'show clock'), fence('ios on=sw2 undo', 'show clock')) +
            step('9:2', 'Two', ps('Get-VM'), psAs('undo', undo(1)), psAs('verify', 'Get-VM')),
        ),
      ),
      'hosts/srv1/undo.ps1',
    );
    expect(text).not.toContain('Before this');
  });
});

describe('an apply script', () => {
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
    expect(linesOf(bundle, 'hosts/srv1/apply.ps1').filter((line) => line.includes('Before this'))).toEqual([
      '#     Before this: sw1, step 9:1.',
      '#     Before this: sw2, step 9:2.',
    ]);
    expect(
      linesOf(bundle, 'switches/sw2/2-change.ios').filter((line) => line.includes('Before this')),
    ).toEqual(['!     Before this: sw1, step 9:1; srv1, step 9:2.']);
    expect(textOf(bundle, 'README.md')).toContain(
      [
        '1. sw1, step 9:1: One',
        '2. srv1, step 9:2: Two',
        '3. sw2, step 9:2: Two',
        '4. srv1, step 9:3: Three',
        '5. srv1, step 9:4: Four',
      ].join('\r\n'),
    );
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
      'hosts/srv1/apply.ps1',
    );
    const wanted = [
      'Get-VM',
      '# Not in this script: Get-VMHost',
      '# Not in this script: Get-VMSwitch',
      '#   Only to look at.',
      'Get-VMSwitch',
    ];
    expect(order(lines, [...wanted, 'Get-VMHost'])).toEqual(wanted);
  });

  it('has no example of a step in which it does nothing', () => {
    const bundle = bundleOf(
      part(
        step('9:1', 'One', ps('Get-VM')) +
          step(
            '9:2',
            'Two',
            psAs('example because="To see."', 'Get-VMHost'),
            fence('ios on=sw2', 'show clock'),
          ),
      ),
    );
    expect(textOf(bundle, 'hosts/srv1/apply.ps1')).not.toContain('Get-VMHost');
    expect(textOf(bundle, 'README.md')).toContain(
      '- srv1 (Windows Server 2012 R2), step 9:2: `Get-VMHost`\r\n  To see.',
    );
  });

  it('writes down the steps that it begins and ends; a script that looks does not', () => {
    const bundle = bundleOf(
      part(step('9:1', 'One', ps('Get-VM'), psAs('verify', 'Get-VM'), psAs('undo', 'Get-VM'))),
    );
    expect(
      linesOf(bundle, 'hosts/srv1/apply.ps1').filter((line) => line.startsWith('Write-LabworkStep')),
    ).toEqual(["Write-LabworkStep '9:1' 'begun'", "Write-LabworkStep '9:1' 'done'"]);
    expect(textOf(bundle, 'hosts/srv1/apply.ps1')).toContain(
      'Add-Content -LiteralPath $script:LabworkRecord',
    );
    for (const role of ['verify', 'undo'])
      expect(textOf(bundle, `hosts/srv1/${role}.ps1`)).not.toContain('LabworkRecord');
    expect(textOf(bundle, 'hosts/srv1/undo.ps1')).toContain("$ErrorActionPreference = 'Stop'");
    expect(textOf(bundle, 'hosts/srv1/verify.ps1')).not.toContain("'Stop'");
  });

  it('begins with a byte order mark where its commands are not ASCII, and only there', () => {
    const bundle = bundleOf(
      part(
        step(
          '9:1',
          'One',
          ps("Get-VM -Name 'Zürich'"),
          psAs('verify', 'Get-VM'),
          fence('ios on=sw2', 'show clock'),
        ),
      ),
    );
    expect(textOf(bundle, 'hosts/srv1/apply.ps1')!.startsWith('\uFEFF#')).toBe(true);
    expect(textOf(bundle, 'hosts/srv1/apply.ps1')).toContain("\r\nGet-VM -Name 'Zürich'\r\n");
    expect(textOf(bundle, 'hosts/srv1/verify.ps1')!.startsWith('#')).toBe(true);
    expect(textOf(bundle, 'switches/sw2/2-change.ios')!.startsWith('!')).toBe(true);
  });

  it('asks for an administrator on every version whose PowerShell can say so', () => {
    const on = (platform: string) =>
      textOf(
        bundleOf(
          part(step('9:1', 'One', ps('Get-VM'), fence(`powershell on=srv1 platform=${platform}`, 'Get-VM'))),
        ),
        `hosts/srv1/${platform}/apply.ps1`,
      )!;
    expect(on('windows-server-2016')).toContain(
      '#Requires -Version 5.1\r\n#Requires -RunAsAdministrator\r\n',
    );
  });
});

describe('a bundle', () => {
  it('is none of a post that is no labwork', () => {
    expect(makeBundle(check(note(fence('powershell on=srv1', 'Get-VM'))), { site })).toBeUndefined();
  });

  it('has no script of a role that no block has, and no switch files without a switch', () => {
    const bundle = bundleOf(part(step('9:1', 'One', ps('Get-VM'))));
    expect(bundle.files.map(({ path }) => path)).toEqual([
      'CHANGELOG.md',
      'README.md',
      'SHA256SUMS',
      'hosts/srv1/apply.ps1',
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
    expect(linesOf(bundle, 'README.md').filter((line) => line.startsWith('| '))).toEqual([
      '| what | value | name in the lab |',
      '| --- | --- | --- |',
      '| NIC team | T1 | team |',
      '| virtual switch | Converged-Of-The-Rack | vswitch |',
    ]);
  });
});
