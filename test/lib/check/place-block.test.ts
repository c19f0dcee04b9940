import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { check, engine, fence, findings, marked, note, part, post } from '../fixture-posts.ts';

const inLab = (info: string) => part(`## 9:1 A step\n\n${fence(info, 'show clock')}`);

/** What is said of a block with this fence, with what to do about it. */
function saidOf(guide: ReturnType<typeof part>): string[][] {
  const said = findings(guide);
  return said.map((diagnostic) => [
    marked(guide, [diagnostic])[0]!,
    diagnostic.message,
    diagnostic.hint ?? '',
  ]);
}

describe('a block of a post without a lab', () => {
  it('may not name a device', () => {
    expect(saidOf(note(fence('ios on=sw1', 'show clock'), ''))).toEqual([
      [
        'guide/unknown-device “on=sw1”',
        'The block runs on “sw1”, but this post has no lab.',
        'Name the lab in the front matter: `lab: …`.',
      ],
    ]);
  });

  it('need not name its platform', () => {
    expect(saidOf(note(fence('ios', 'show clock'), ''))).toEqual([]);
  });

  it.each([
    ['ios platform=sg300', 'switch', 'SG300', 'switch'],
    ['powershell platform=windows-server-2016', 'server', 'Windows Server 2016', 'host'],
  ])('runs on a machine without a name: %s', (info, name, title, kind) => {
    const code = info.startsWith('ios') ? 'show vlan' : 'Get-VM';
    const [track] = check(note(fence(info, code), '')).tracks;
    expect([track!.device.name, track!.device.title, track!.device.class, track!.alternative]).toEqual([
      name,
      title,
      kind,
      false,
    ]);
  });
});

describe('a block of a post with a lab', () => {
  it('must say which of several devices it runs on', () => {
    expect(saidOf(inLab('ios'))).toEqual([
      [
        'guide/missing-device “ios”',
        'The block does not say where it runs, and the lab “rack” has 2 devices for IOS.',
        'Add `on=sw1` or `on=sw2`.',
      ],
    ]);
  });

  it('need not say so where there is only one of its dialect', () => {
    const { guides } = check(part(`## 9:1 A step\n\n${fence('powershell', 'Get-VM')}`));
    expect(guides[0]!.diagnostics).toEqual([]);
    expect(guides[0]!.blocks.map(({ device }) => device.name)).toEqual(['srv1']);
  });

  it('cannot run where the lab has no device of its dialect', () => {
    const yaml =
      'title: Bare\nsummary: No host.\ndevices:\n  - { name: sw1, title: SW1, class: switch, platform: sg300 }\n';
    const lab = engine.readLab(createSourceFile('labs/bare.yaml', yaml)).value!;
    const guide = post(
      'field-notes/bare.mdx',
      'title: A\ndate: 2014-04-10\nsummary: A.\nlab: bare',
      `${fence('powershell', 'Get-VM')}\n${fence('powershell on=sw1', 'Get-VM')}`,
    );
    const { diagnostics } = engine.checkLabwork([guide], new Map([[lab.id, lab]])).guides[0]!;
    expect(diagnostics.map(({ rule, message, hint }) => [rule, message, hint])).toEqual([
      [
        'guide/missing-device',
        'The block does not say where it runs, and the lab “bare” has no device for PowerShell.',
        'Add the device to the lab.',
      ],
      [
        'guide/wrong-dialect',
        'sw1 is a SG300, which does not run PowerShell.',
        'Give the device a platform in the lab.',
      ],
    ]);
  });

  it('must name a device of the lab, and is told which was probably meant', () => {
    expect(saidOf(inLab('ios on=sw11'))).toEqual([
      ['guide/unknown-device “on=sw11”', 'The lab “rack” has no device “sw11”.', 'Did you mean `on=sw1`?'],
    ]);
    expect(saidOf(inLab('ios on=backbone'))).toEqual([
      [
        'guide/unknown-device “on=backbone”',
        'The lab “rack” has no device “backbone”.',
        'Devices for IOS are sw1, sw2.',
      ],
    ]);
  });

  it('must be in the dialect of its device', () => {
    expect(saidOf(inLab('ios on=srv1'))).toEqual([
      [
        'guide/wrong-dialect “on=srv1”',
        'srv1 is a Windows Server 2012 R2, which does not run IOS.',
        'Devices for IOS are sw1, sw2.',
      ],
    ]);
  });

  it('cannot run on a device that has no platform', () => {
    expect(saidOf(inLab('ios on=shelf'))).toEqual([
      [
        'guide/wrong-dialect “on=shelf”',
        'The lab gives shelf no platform, so nothing can run on it.',
        'Devices for IOS are sw1, sw2.',
      ],
    ]);
  });

  it('may be for the alternatives of its device, and for no other platform', () => {
    expect(saidOf(inLab('ios on=sw1 platform=generic-ios'))).toEqual([
      [
        'guide/unknown-platform “platform=generic-ios”',
        'The block is written for Catalyst IOS, which is no alternative of sw1 in the lab.',
        'Its alternatives are sg300.',
      ],
    ]);
    expect(saidOf(inLab('ios on=sw2 platform=sg300'))).toEqual([
      [
        'guide/unknown-platform “platform=sg300”',
        'The block is written for SG300, which is no alternative of sw2 in the lab.',
        'Add it to the alternatives of sw2, or leave out `platform=`.',
      ],
    ]);
  });

  it('is a plain block where it names the platform that its device is', () => {
    const { tracks } = check(
      part(`## 9:1 A step\n\n${fence('ios on=sw1 platform=catalyst-2960s', 'show vlan brief')}`),
    );
    expect(tracks.map(({ platform, alternative }) => [platform, alternative])).toEqual([
      ['catalyst-2960s', false],
    ]);
  });
});

describe('a post whose lab is missing', () => {
  const missing = (lab: string) => part(`## 9:1 A step\n\n${fence('ios on=sw1', 'show clock')}`, { lab });

  it('is told at its name, with what was probably meant, and nothing else', () => {
    expect(saidOf(missing('rak'))).toEqual([
      [
        'guide/unknown-lab “rak”',
        'There is no lab “rak”, or it has errors of its own.',
        'Did you mean “rack”?',
      ],
    ]);
    expect(saidOf(missing('daisetta'))).toEqual([
      [
        'guide/unknown-lab “daisetta”',
        'There is no lab “daisetta”, or it has errors of its own.',
        'Write src/content/labs/daisetta.yaml, or mend it. Labs at hand: rack.',
      ],
    ]);
  });

  it('is told so where there is no lab at all', () => {
    const [said] = engine.checkLabwork([missing('rack')], new Map()).guides[0]!.diagnostics;
    expect(said!.hint).toBe('Write src/content/labs/rack.yaml, or mend it. Labs at hand: none.');
  });
});
