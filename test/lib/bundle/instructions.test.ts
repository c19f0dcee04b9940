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
    expect(instructions).toContain('    terminal length 0\n    show running-config\n');
    expect(instructions).toMatch(/`terminal datadump`[^]*9600 baud/);
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

  it('promise no way back where the guide has none', () => {
    const { instructions } = bundleOf(part(step('9:1', 'One', onSwitch)));
    expect(instructions).toMatch(/## Going back\n\nThe guide shows no commands that take its steps back/);
  });
});

describe('the README of a release', () => {
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
