import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import type { BundleRelease } from '../../../src/lib/bundle/release.ts';
import { check, fence, part } from '../fixture-posts.ts';
import { bundleOf, rackParts, site, step, textOf } from './rack-bundle.ts';

const host = (role = '') => fence(`powershell on=srv1${role}`, 'Get-VM');
const onSwitch = fence('ios on=sw2', 'show vlan brief');

describe('the instructions of a bundle', () => {
  it('are what its README says', () => {
    const bundle = bundleOf(...rackParts());
    const readme = textOf(bundle, 'README.md')!.replaceAll('\r\n', '\n');
    expect(readme).toContain(`\n\n${bundle.instructions}\n\n`);
    expect(bundle.instructions.match(/^## .*$/gm)).toEqual([
      '## Order',
      '## Not in the scripts',
      '## Running them',
      '## If it is not right',
      '## Going back',
    ]);
  });

  it('say how a host is brought to run what was downloaded, and what a policy may forbid', () => {
    const { instructions } = bundleOf(part(step('9:1', 'One', host())));
    expect(instructions).toContain('    Unblock-File -Path .\\*.ps1\n');
    expect(instructions).toContain(
      '    powershell.exe -NoProfile -ExecutionPolicy RemoteSigned -File .\\Invoke-Labwork.ps1 -Apply -Step 9:1\n',
    );
    expect(instructions).toContain('`Get-ExecutionPolicy -List`');
    expect(instructions).not.toMatch(/terminal length/);
  });

  it('say of a switch how to see all and to paste without loss', () => {
    const { instructions } = bundleOf(part(step('9:1', 'One', onSwitch)));
    expect(instructions).toMatch(
      /- `0-precheck`:[^]*- `1-backup`:[^]*- `2-change`:[^]*- `3-verify`:[^]*- `4-save`:[^]*9600 baud/,
    );
    expect(instructions).toContain('    npx labworks plan 9 --device NAME --running FILE --out FOLDER\n');
    expect(instructions).toContain('`Get-Content FILE`');
    expect(instructions).not.toContain('Unblock-File');
  });

  it('go back from the last step to the first, and say which the guide does not take back', () => {
    const { instructions } = bundleOf(
      part(step('9:1', 'One', onSwitch) + step('9:2', 'Two', host(), host(' undo'))),
    );
    expect(instructions).toContain('**To go back**, `-Undo`');
    expect(instructions.split('## Going back')[1]!.match(/^\d\..*$/gm)).toEqual([
      '1. srv1, step 9:2 (Two): with its script, -Undo',
      '2. sw2, step 9:1 (One): by hand, the guide shows no undo',
    ]);
  });

  it('say of each step what goes offline, what takes its time, and what shows that it is right', () => {
    const bundle = bundleOf(
      part(
        step(
          '9:1',
          'Frames',
          fence('ios on=sw2', 'configure terminal', 'system mtu jumbo 9000', 'end', 'write memory'),
        ) +
          step(
            '9:2',
            'A trunk',
            fence(
              'ios on=sw2',
              'configure terminal',
              'interface GigabitEthernet1/0/1',
              ' switchport mode trunk',
              'end',
              'write memory',
            ),
            fence('powershell on=srv1', "New-NetLbfoTeam -Name 'T1' -TeamMembers 'Ethernet' -Confirm:$false"),
          ),
      ),
    );
    const order = bundle.instructions.split('## Running them')[0]!;
    expect(order.slice(order.indexOf('1. '))).toMatchInlineSnapshot(`
      "1. sw2, step 9:1: Frames
         - not done at once: frames are larger after a restart of the switch, which takes every port down for some minutes
         - right when \`3-verify\` prints under step 9:1 what stands above each of its commands
      2. sw2, step 9:2: A trunk
         - off the network meanwhile: GigabitEthernet1/0/1
         - not done at once: a port that comes up again passes nothing for up to 30 seconds, while spanning tree listens
         - right when \`3-verify\` prints under step 9:2 what stands above each of its commands
      3. srv1, step 9:2: A trunk
         - off the network meanwhile: Ethernet
         - not done at once: the team is not up at once
         - right when \`-Verify -Step 9:2\` ends with 0

      "
    `);
    expect(bundle.instructions.split('## Going back')[1]).toContain(
      '2. sw2, step 9:2 (A trunk): with its undo file',
    );
  });

  it('say what to do when it is not right, at each kind of device that there is', () => {
    const of = (text: string) =>
      bundleOf(part(step('9:1', 'One', text))).instructions.split('## If it is not right')[1]!;
    expect(of(host())).toMatch(/ends with 3: it refused and changed nothing/);
    expect(of(host())).not.toContain('switch');
    expect(of(onSwitch)).toMatch(/refuses a line[^]*Do not save/);
    expect(of(onSwitch)).not.toContain('ends with 3');
  });

  it('promise no way back where the guide has none', () => {
    const { instructions } = bundleOf(part(step('9:1', 'One', onSwitch)));
    expect(instructions).toMatch(/## Going back\n\nThe guide shows no commands that take its steps back/);
  });
});

describe('the README of a release', () => {
  it('says on which versions of Windows Server its scripts run, and what keeps them from the others', () => {
    const readme = textOf(bundleOf(...rackParts()), 'README.md')!;
    expect(readme).toMatch(
      /- srv1: Windows Server 2012, .*Windows Server 2019\r\n {2}- not Windows Server 2022\. In step 9:4: /,
    );
    expect(readme).not.toContain('- sw1: Windows');
  });

  it('says how each file is checked, on Windows and on Linux, and which ports are the lab’s', () => {
    const readme = textOf(bundleOf(...rackParts()), 'README.md')!;
    expect(readme).toContain(
      "    Get-Content SHA256SUMS | ForEach-Object { $sum, $file = $_ -split '\\s+', 2\r\n",
    );
    expect(readme).toContain('    sha256sum -c --quiet SHA256SUMS');
    expect(readme).toContain('| sw1 | GigabitEthernet1/0/1 |  | srv1, Ethernet |');
  });

  const older = {
    version: '0.9.0',
    date: '2014-04-09',
    changes: ['The first release.'],
    withdrawn: { date: '2014-04-10', reason: 'It *harms* a rack.', debug: 'harm' },
    remedy: 'Ask the switch: `show clock`.',
  };
  const newest = { version: '1.0.0', date: '2014-04-10', changes: ['Another.'], remedy: 'Nothing.' };
  const readmeOf = (releases: readonly BundleRelease[]) =>
    textOf(makeBundle(check(...rackParts()), { site, releases })!, 'README.md')!.replaceAll('\r\n', '\n');

  it('says what those have to do who ran an older one', () => {
    expect(readmeOf([older, newest])).toContain(
      [
        '## If you ran an older release',
        '',
        '- **0.9.0** of 2014-04-09, withdrawn on 2014-04-10: It \\*harms\\* a rack.',
        '  - What to do: Ask the switch: \\`show clock\\`.',
        '  - The whole story: https://blog.example/debug/harm/',
        '',
      ].join('\n'),
    );
  });

  it('says nothing of itself, and nothing where nothing was found', () => {
    expect(readmeOf([newest])).not.toContain('If you ran');
    const { version, date, changes } = older;
    expect(readmeOf([{ version, date, changes }, newest])).not.toContain('If you ran');
  });
});
