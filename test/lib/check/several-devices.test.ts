import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { check, engine, fence, findings, found, note, part, post, rack } from '../fixture-posts.ts';

const onBoth = (info: string, ...lines: readonly string[]) =>
  part(`## 9:1 A step\n\n${fence(info, ...lines)}`);

describe('a block on several devices', () => {
  it('is run on each of them, and stands on the page once', () => {
    const { tracks, guides } = check(onBoth('ios on=sw1,sw2', 'configure terminal', 'vlan 30', 'end'));
    expect(tracks.map(({ device, blocks }) => [device.name, blocks.length])).toEqual([
      ['sw1', 1],
      ['sw2', 1],
    ]);
    expect(guides[0]!.blocks.map(({ devices }) => devices.map(({ name }) => name))).toEqual([['sw1', 'sw2']]);
  });

  it('is in the bundle of each', () => {
    const checked = check(onBoth('ios on=sw1,sw2', 'configure terminal', 'vlan 30', 'end'));
    const { files } = makeBundle(checked, { site: 'https://a.example' })!;
    const scripts = files.filter(({ path }) => path.endsWith('/2-change.ios'));
    expect(scripts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['switches/sw1/2-change.ios', 'switches/sw2/2-change.ios']),
    );
    for (const { bytes } of scripts) expect(new TextDecoder().decode(bytes)).toContain('vlan 30');
  });

  it('may be on a group of the lab', () => {
    const lab = rack();
    const labs = new Map([[lab.id, { ...lab, groups: [{ name: 'switches', devices: ['sw1', 'sw2'] }] }]]);
    const checked = engine.checkLabwork([onBoth('ios on=switches', 'show vlan')], labs);
    expect(checked.tracks.map(({ device }) => device.name)).toEqual(['sw1', 'sw2']);
    const slip = engine.checkLabwork([onBoth('ios on=swiches', 'show vlan')], labs);
    expect(slip.guides[0]!.diagnostics.map(({ hint }) => hint)).toEqual(['Did you mean `on=switches`?']);
  });

  it('has what is wrong in it told once', () => {
    expect(found(onBoth('ios on=sw1,sw2', 'configure terminal', 'vlan 9999', 'end'))).toHaveLength(1);
  });

  it('must name devices that are there', () => {
    expect(
      findings(onBoth('ios on=sw1,sw22', 'show vlan')).map(({ message, hint }) => [message, hint]),
    ).toEqual([['The lab “rack” has no device “sw22”.', 'Did you mean `on=sw2`?']]);
  });

  it('must be in the dialect of each', () => {
    expect(found(onBoth('ios on=sw1,srv1', 'show vlan'))).toEqual(['guide/wrong-dialect “on=sw1,srv1”']);
  });
});

describe('a block that names no device, in a post without a lab', () => {
  const alone = (info: string, ...lines: readonly string[]) => note(fence(info, ...lines), '');
  const blockOf = (guide: ReturnType<typeof note>) => check(guide).guides[0]!.blocks[0]!;

  it('is checked on all platforms of its dialect', () => {
    const block = blockOf(alone('powershell', 'Get-Date'));
    expect(block.takenBy).toContain('windows-server-2012');
    expect(block.takenBy).toContain('windows-server-2025');
    expect(block.evidence).toBe('bound');
  });

  it('is wrong where it is wrong on each', () => {
    expect(found(alone('powershell', 'Get-VM -Nmae a'))).toEqual([
      expect.stringContaining('powershell/unknown-parameter'),
    ]);
    expect(found(alone('powershell', 'if ($a {'))).not.toEqual([]);
    expect(found(alone('ios', 'configure terminal', 'vlan 9999'))).toHaveLength(1);
  });

  it('is not wrong where one takes it, and says which', () => {
    const guide = alone('powershell', 'Get-VM | Where-Object { $_.State ? 1 : 2 }');
    expect(found(guide)).toEqual([]);
    expect(blockOf(guide).takenBy).toEqual(['powershell-7']);
  });

  it('is on the platform of the post, where that runs it', () => {
    const front = 'platform: windows-server-2016';
    expect(check(note(fence('powershell', 'Get-Date'), front)).guides[0]!.blocks[0]!.platform).toBe(
      'windows-server-2016',
    );
    expect(check(note(fence('ios', 'show vlan'), front)).guides[0]!.blocks[0]!.takenBy).toBeDefined();
  });

  it('is read by itself, however others in the post are placed', () => {
    const guide = note(
      `${fence('powershell', 'Get-Date')}\n${fence('powershell platform=windows-server-2012', 'Get-Date')}`,
      '',
    );
    expect(
      check(guide).guides[0]!.blocks.map(({ block, takenBy }) => [block.id, takenBy === undefined]),
    ).toEqual([
      ['block-1', false],
      ['block-2', true],
    ]);
  });

  it('is told of nothing but itself where the front matter cannot be read', () => {
    const guide = post(
      'labworks/a.mdx',
      'title: A',
      `## 1:1 A\n\n${fence('ios on=sw1', 'vlan {{a}}')}\n${fence('ios on=sw1', 'configure terminal', 'vlan 9999')}`,
    );
    const rules = findings(guide).map(({ rule }) => rule);
    expect(rules.filter((rule) => !rule.startsWith('guide/front-matter'))).toHaveLength(1);
  });
});
