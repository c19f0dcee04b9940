import { describe, expect, it } from 'vitest';
import { siteBuild, siteLogger } from '../../src/build/integration.ts';
import { searchIndex } from '../../src/build/search-index.ts';
import { isFastBuild } from '../../src/build/switch.ts';

const namesOf = (options: { readonly fast: boolean }) => siteBuild(options).map(({ name }) => name);

describe('the integration of the build', () => {
  it('moves the index away before dist/ is cleared, and looks at dist/ after all that writes to it, before it records the build', () => {
    expect(namesOf({ fast: true })).toEqual([
      'site-address',
      'error-overlay',
      'served-pictures',
      'live-content',
      'kept-server',
      'search-index',
      'redirects',
      'release-files',
      'history-pages',
      'cached-output',
      'host-headers',
      'check-output',
      'last-build',
    ]);
  });

  it('without the fast build does nothing before a build has made all pages, or the site is served', () => {
    expect(namesOf({ fast: false })).toEqual([
      'site-address',
      'error-overlay',
      'served-pictures',
      'plain-search-index',
      'redirects',
      'release-files',
      'host-headers',
      'check-output',
    ]);
    const hooks = siteBuild({ fast: false }).flatMap((integration) => Object.keys(integration.hooks));
    expect(new Set(hooks)).toEqual(new Set(['astro:build:done', 'astro:server:setup']));
  });

  it("has a logger of its own, and without the fast build Astro's", () => {
    expect(siteLogger({ fast: true })).toMatchObject({ entrypoint: expect.any(URL) as URL });
    expect(siteLogger({ fast: false })).toBeUndefined();
  });

  it('is switched by the environment', () => {
    expect(isFastBuild({})).toBe(true);
    expect(isFastBuild({ LABWORKS_PLAIN_BUILD: '0' })).toBe(true);
    expect(isFastBuild({ LABWORKS_PLAIN_BUILD: '1' })).toBe(false);
  });

  it('fails a build in which Astro did not use the prerenderer it was given', async () => {
    const done = searchIndex().hooks['astro:build:done'] as (options: object) => Promise<void>;
    await expect(done({})).rejects.toThrow('see ARCHITECTURE.md, Building');
  });
});
