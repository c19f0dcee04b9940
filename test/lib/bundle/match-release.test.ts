import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/lib/guide/guide.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { matchRelease } from '../../../src/lib/bundle/match-release.ts';
import { partDigests } from '../../../src/lib/bundle/part-digests.ts';
import { contentOf, instructionsOf, unpackBundle } from '../../../src/lib/bundle/read-bundle.ts';
import { check, fence, part } from '../fixture-posts.ts';
import { bundleOf, rackParts, releases, site, step } from './rack-bundle.ts';

const [first, second] = rackParts() as [Guide, Guide];
const released = {
  sha256: bundleOf(first, second).sha256,
  files: Object.fromEntries(bundleOf(first, second).files.map(({ path, sha256 }) => [path, sha256])),
  parts: partDigests(check(first, second)),
};
const matched = (guides: readonly Guide[], options = { site, releases }) => {
  const { match, posts } = matchRelease(check(...guides), released, options)!;
  return [match, ...posts];
};
/** The second part with other words in it. */
const edited = (from: string, to: string, options: Parameters<typeof part>[1] = {}) => {
  const text = second.file.text.replace(/^---[^]*?\n---\n\n/, '');
  expect(text).toContain(from);
  return part(
    text.replace(from, () => to),
    {
      part: 2,
      licences: ['Server Datacenter', 'Client access'],
      hardware: ['Two cables', 'A rack'],
      ...options,
    },
  );
};

describe('a release', () => {
  it('is what the posts make, whatever else their texts say', () => {
    expect(matched([first, second])).toEqual(['same']);
    expect(matched([first, edited('## 9:4', 'More about it.\n\n## 9:4')])).toEqual(['same']);
    expect(matched([first, edited('## 9:4', '## 9:4', { extra: 'tags: [more]' })])).toEqual(['same']);
  });

  it.each([
    ['a command', "Get-NetLbfoTeam -Name '{{team}}'", "Get-NetLbfoTeam -Name '{{team}}' | Format-List"],
    ['a role', 'powershell on=srv1 verify', 'powershell on=srv1 example because="By hand."'],
    ['a title', 'Make the switch', 'Make a switch'],
    ['the number of steps', '## 9:4', '## 9:4 Between\n\n## 9:5'],
  ])('is not what the posts make where %s is another', (_what, from, to) => {
    expect(matched([first, edited(from, to)])).toEqual(['changed', 'labworks/rack-part-2']);
  });

  it('is not what they make where the front matter requires something else, or a part is gone', () => {
    expect(matched([first, edited('## 9:4', '## 9:4', { hardware: ['A hammer'] })])).toEqual([
      'changed',
      'labworks/rack-part-2',
    ]);
    expect(matched([first])).toEqual(['changed', 'labworks/rack-part-2']);
  });

  it('is not all of it where a part came', () => {
    const third = part(step('9:5', 'Look', fence('powershell on=srv1', 'Get-VM')), { part: 3 });
    expect(matched([first, second, third])).toEqual(['grown', 'labworks/rack-part-3']);
    expect(matched([edited('## 9:4', '## 9:4'), third])[0]).toBe('changed');
  });

  it('is of another program, or for another site, where the posts are the same', () => {
    expect(matched([first, second], { site: 'https://other.example', releases })).toEqual(['program']);
  });
});

describe('what a bundle runs', () => {
  const { files, manifest } = unpackBundle(bundleOf(first, second).zip)!;
  const content = contentOf({ files, manifest });

  it('is read from its scripts, for each device, platform and role', () => {
    expect(content.steps).toEqual(['9:1', '9:2', '9:3', '9:4']);
    expect(content.devices).toEqual(
      [
        'sw1 on Catalyst 2960-S',
        'sw1 on SG300',
        'sw2 on Catalyst 2960-S',
        'srv1 on Windows Server 2012 R2',
      ].filter((device) => content.devices.includes(device)),
    );
    const found = (device: string, role: string) =>
      content.runs
        .filter((run) => run.device === device && run.role === role)
        .map(({ step: id, text }) => [id, text]);
    expect(found('srv1 on Windows Server 2012 R2', 'verify')).toEqual([
      ['9:3', "Get-NetLbfoTeam -Name 'T1'"],
    ]);
    expect(found('sw1 on SG300', 'verify')).toEqual([['9:1', 'show vlan']]);
    expect(found('sw1 on Catalyst 2960-S', 'verify')).toEqual([['9:1', 'show vlan brief']]);
    expect(found('sw1 on Catalyst 2960-S', 'by hand')).toEqual([['9:1', 'reload\n! and wait']]);
    const blocks = new Set(
      manifest.sourceMap.map(
        ({ script, block, post }) => `${post} ${block} ${script.split('/').slice(0, -1).join('/')}`,
      ),
    );
    expect(content.runs).toHaveLength(blocks.size + manifest.excluded.length);
    // What saves stands in a file of its own, and its block is read as it was written.
    expect(
      manifest.sourceMap.some(({ script, role }) => script.endsWith('4-save.ios') && role === 'apply'),
    ).toBe(true);
    expect(found('sw2 on Catalyst 2960-S', 'apply')).toEqual([
      [
        '9:2',
        [
          'configure terminal',
          'interface GigabitEthernet1/0/1',
          ' description srv1',
          ' end',
          'write memory',
        ].join('\n'),
      ],
    ]);
  });

  it('is the same whatever release it is, and nothing is read of what is no bundle', () => {
    const build = makeBundle(check(first, second), { site })!;
    expect(contentOf(unpackBundle(build.zip)!)).toEqual(content);
    expect(unpackBundle(new Uint8Array([1, 2, 3]))).toBeUndefined();
    expect(unpackBundle(new Uint8Array())).toBeUndefined();
  });

  it('is run as its README says, which is what its page shows', () => {
    const bundle = bundleOf(first, second);
    expect(instructionsOf(unpackBundle(bundle.zip)!).trim()).toBe(bundle.instructions.trim());
  });
});
