import { describe, expect, it } from 'vitest';
import { check, fence, findings, found, marked, note, part } from '../fixture-posts.ts';

const step = (id: string, ...blocks: readonly string[]) => `## ${id} A step\n\n${blocks.join('\n')}\n`;

/** A step that gives sw1 a track as an SG300 as well. */
const onSg300 = step(
  '9:2',
  fence('ios on=sw1', 'show vlan brief'),
  fence('ios on=sw1 platform=sg300', 'show vlan'),
);

describe('what is found in a labwork', () => {
  it('is two findings where two rules are broken at one place', () => {
    const guide = part(step('9:1', fence('powershell on=srv1', 'gwmi Win32_Bios')));
    expect(found(guide)).toEqual(['powershell/alias-in-script “gwmi”', 'powershell/deprecated “gwmi”']);
  });

  it('is said once of a plain block that runs on a device and on its alternative', () => {
    const wrong = step('9:1', fence('ios on=sw1', 'show clock', 'writ memry'));
    const guide = part(wrong + onSg300);
    const said = findings(guide);
    expect(marked(guide, said)).toEqual(['ios/unknown-command “memry”']);
    expect(said[0]!.why).not.toContain('SG300');
    const onServers = step(
      '9:1',
      fence('powershell on=srv1', 'ls'),
      fence('powershell on=srv1 verify', 'Get-VM'),
      fence('powershell on=srv1 verify platform=windows-server-2016', 'Get-VM'),
    );
    expect(found(part(onServers))).toEqual(['powershell/alias-in-script “ls”']);
  });

  it('says where it is wrong on the alternative alone, which the author did not have in mind', () => {
    const lines = ['configure terminal', 'vtp mode transparent', 'end', 'write memory'];
    const guide = part(step('9:1', fence('ios on=sw1', ...lines)) + onSg300);
    const said = findings(guide);
    expect(marked(guide, said)).toEqual(['ios/wrong-platform “vtp”']);
    expect(said[0]!.why).toContain(
      'A reader whose sw1 is an SG300 runs this line too: its step has no block with `platform=sg300`.',
    );
    expect(found(part(step('9:1', fence('ios on=sw1', ...lines))))).toEqual([]);
  });

  it('does not hold a variant block against the device that it is not for', () => {
    const guide = part(
      step(
        '9:1',
        fence('ios on=sw1', 'show vlan brief'),
        fence('ios on=sw1 platform=sg300', 'show interfaces status', 'show nonsense-of-sg300'),
      ),
    );
    for (const { why } of findings(guide)) expect(why ?? '').not.toContain('runs this line too');
  });

  it('stands in the order of the text, whichever check found it', () => {
    const guide = part(
      step(
        '9:1',
        fence('powershell on=srv1', 'gwmi Win32_Bios'),
        fence('ios on=sw9', 'show vlan'),
        fence('powershell on=srv1', 'ls'),
      ) + step('9:3', fence('powershell on=srv1', '%')),
    );
    const starts = findings(guide).map(({ range }) => range.start.offset);
    expect(starts.length).toBeGreaterThanOrEqual(5);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('belongs to the post that it is in', () => {
    const good = part(step('9:1', fence('powershell on=srv1', 'Get-NetAdapter')));
    const wrong = part(step('9:2', fence('powershell on=srv1', 'ls')), { part: 2 });
    expect(check(good, wrong).guides.map(({ guide, diagnostics }) => marked(guide, diagnostics))).toEqual([
      [],
      ['powershell/alias-in-script “ls”'],
    ]);
  });

  it('includes a gap between the steps of two parts, at the later one', () => {
    const first = part(step('9:1', fence('powershell on=srv1', 'Get-NetAdapter')));
    const third = part(step('9:3', fence('powershell on=srv1', 'Get-NetAdapter')), { part: 2 });
    expect(check(first, third).guides.map(({ guide, diagnostics }) => marked(guide, diagnostics))).toEqual([
      [],
      ['guide/step-order “9:3-9:3”'],
    ]);
  });
});

describe('the tracks of a labwork', () => {
  const steps =
    step('9:1', fence('ios on=sw1', 'show vlan brief'), fence('ios on=sw2', 'show clock')) + onSg300;
  const trackOf = (device: string, platform: string) =>
    check(part(steps)).tracks.find((track) => track.device.name === device && track.platform === platform)!;
  const textsOf = (device: string, platform: string) =>
    trackOf(device, platform).blocks.map(({ resolved }) => resolved.text);

  it('are one for each device, and one for each alternative that has blocks', () => {
    const names = check(part(steps)).tracks.map(({ device, platform, alternative }) => [
      device.name,
      platform,
      alternative,
    ]);
    expect(names).toEqual([
      ['sw1', 'catalyst-2960s', false],
      ['sw2', 'catalyst-2960s', false],
      ['sw1', 'sg300', true],
    ]);
  });

  it('have the plain blocks on an alternative too, but for those that a variant stands in for', () => {
    expect(textsOf('sw1', 'catalyst-2960s')).toEqual(['show vlan brief', 'show vlan brief']);
    expect(textsOf('sw1', 'sg300')).toEqual(['show vlan brief', 'show vlan']);
    expect(textsOf('sw2', 'catalyst-2960s')).toEqual(['show clock']);
  });

  it('replace role by role: a variant that verifies leaves the plain commands in place', () => {
    const body = step(
      '9:1',
      fence('ios on=sw1', 'show clock'),
      fence('ios on=sw1 verify', 'show vlan brief'),
      fence('ios on=sw1 verify platform=sg300', 'show vlan'),
    );
    const track = check(part(body)).tracks.find(({ platform }) => platform === 'sg300')!;
    expect(track.blocks.map(({ resolved }) => resolved.text)).toEqual(['show clock', 'show vlan']);
  });

  it('go on over the parts in the order they are given in', () => {
    const one = part(step('9:1', fence('ios on=sw1', 'show clock')));
    const two = part(step('9:2', fence('ios on=sw1', 'show vlan brief')), { part: 2 });
    const [track] = check(one, two).tracks;
    expect(track!.blocks.map(({ block }) => block.step)).toEqual(['9:1', '9:2']);
  });

  it('show each block of a post once, a variant as it runs on what it was written for', () => {
    const [checked] = check(part(steps)).guides;
    expect(checked!.blocks.map(({ resolved, platform }) => [resolved.text, platform])).toEqual([
      ['show vlan brief', 'catalyst-2960s'],
      ['show clock', 'catalyst-2960s'],
      ['show vlan brief', 'catalyst-2960s'],
      ['show vlan', 'sg300'],
    ]);
  });

  it('of a post without a lab stand on the platform that the fence names', () => {
    const { lab, tracks } = check(note(fence('ios platform=sg300', 'show vlan'), ''));
    expect(lab).toBeUndefined();
    expect(tracks.map(({ device, platform }) => [device.name, device.class, platform])).toEqual([
      ['switch', 'switch', 'sg300'],
    ]);
  });
});
