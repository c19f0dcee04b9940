import { describe, expect, it } from 'vitest';
import { metadataOf } from '../../../src/lib/bundle/labwork-metadata.ts';
import { check, fence, note, part, post } from '../fixture-posts.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { bundleOf, hostScript, manifestOf, rackParts, site, step, textOf } from './rack-bundle.ts';

const one = (id: string) => step(id, 'A step', fence('powershell on=srv1', 'Get-VM'));
describe('the version of a bundle', () => {
  it('is that of the release, whatever its parts say, and names the zip', () => {
    const bundle = bundleOf(part(one('9:1'), { release: '1.9.0' }));
    expect([bundle.version, bundle.name]).toEqual(['1.0.0', 'labworks-9-1.0.0.zip']);
    expect(manifestOf(bundle)).toMatchObject({
      version: '1.0.0',
      status: `${site}/bundles/labworks-9/status.json`,
      parts: [{ release: '1.0.0' }],
    });
  });

  it('is none of a release where nothing was released, and its content is in its name', () => {
    const build = (code: string) =>
      makeBundle(check(part(step('9:1', 'A step', fence('powershell on=srv1', code)))), { site })!;
    const bundle = build('Get-VM');
    expect(bundle.version).toBe('0.0.0-unreleased');
    expect(bundle.name).toBe(`labworks-9-unreleased-${bundle.sha256.slice(0, 12)}.zip`);
    expect(build('Get-VM').name).toBe(bundle.name);
    expect(build('Get-NetAdapter').name).not.toBe(bundle.name);
    expect(manifestOf(bundle)).not.toHaveProperty('status');
    const texts = ['README.md', 'CHANGELOG.md', hostScript].map((path) => textOf(bundle, path)!);
    for (const text of texts) {
      expect(text).toMatch(/no release|not released/);
      expect(text).not.toContain('status.json');
      expect(text).not.toMatch(/[Rr]elease \d/);
    }
  });
});

describe('what a labwork requires', () => {
  it('is what any of its parts requires, each once, in the order in which they say it', () => {
    const { requires } = manifestOf(bundleOf(...rackParts()));
    expect(requires).toEqual({
      platforms: ['windows-server-2012-r2'],
      licences: ['Server Standard', 'Server Datacenter', 'Client access'],
      hardware: ['Two cables', 'A rack'],
    });
  });

  it('includes what the second part alone requires', () => {
    const { requires } = manifestOf(
      bundleOf(
        part(one('9:1')),
        part(one('9:2'), { part: 2, licences: ['Client access'], hardware: ['A rack'] }),
      ),
    );
    expect([requires.licences, requires.hardware]).toEqual([['Client access'], ['A rack']]);
  });
});

describe('the facts about a labwork', () => {
  it('lead to the pages of its parts and to the anchors of its steps', () => {
    const facts = metadataOf(check(part(one('9:1')), part(one('9:2'), { part: 2 })), site)!;
    expect([facts.number, facts.title, facts.url]).toEqual([9, 'The rack', `${site}/labworks/9/`]);
    expect(facts.steps.map(({ id, url }) => [id, url])).toEqual([
      ['9:1', `${site}/labworks/rack-part-1/#step-9-1`],
      ['9:2', `${site}/labworks/rack-part-2/#step-9-2`],
    ]);
    expect(facts.postOf('labworks/rack-part-2.mdx')).toBe('labworks/rack-part-2.mdx');
    expect(facts.postOf('elsewhere.mdx')).toBe('elsewhere.mdx');
  });

  it('name a post by its kind and slug, wherever its file lies', () => {
    const path = '/home/author/blog/src/content/labworks/the-rack.mdx';
    const bundle = bundleOf(part(one('9:1'), { path }));
    expect(manifestOf(bundle).sourceMap.map(({ post }) => post)).toEqual(['labworks/the-rack.mdx']);
    expect(manifestOf(bundle).parts.map(({ url }) => url)).toEqual([`${site}/labworks/the-rack/`]);
  });

  it('leave out a post whose front matter cannot be read', () => {
    const broken = post('labworks/broken.mdx', 'title: Broken', one('9:2'));
    const facts = metadataOf(check(part(one('9:1')), broken), site)!;
    expect(facts.parts).toHaveLength(1);
    expect(facts.steps.map(({ url }) => url)).toEqual([
      `${site}/labworks/rack-part-1/#step-9-1`,
      '#step-9-2',
    ]);
    expect(metadataOf(check(broken), site)).toBeUndefined();
  });

  it('are none for a post that is no labwork', () => {
    expect(metadataOf(check(note('Words.')), site)).toBeUndefined();
  });

  it('have the steps in which a device changes, with what is left to the hand there', () => {
    const { executionSteps } = metadataOf(
      check(
        part(
          step(
            '9:1',
            'One',
            fence('ios on=sw1', 'show clock'),
            fence('ios on=sw1', 'show version'),
            fence('ios on=sw1 verify', 'show clock'),
            fence('ios on=sw1 example because="By hand."', 'reload', 'show clock'),
            fence('ios on=sw2 example because="By hand."', 'reload'),
            fence('ios on=sw1 platform=sg300', 'show clock'),
            fence('ios on=sw1 platform=sg300 example because="By hand."', 'reload of the SG300'),
          ) + step('9:2', 'Two', fence('ios on=sw1', 'show clock')),
        ),
      ),
      site,
    )!;
    expect(executionSteps).toEqual([
      { device: 'sw1', step: '9:1', scripted: true, byHand: ['reload'] },
      { device: 'sw2', step: '9:1', scripted: false, byHand: ['reload'] },
      { device: 'sw1', step: '9:2', scripted: true, byHand: [] },
    ]);
  });
});
