import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { replaceContent } from '../../tools/copy-project.ts';
import { buildWell, otherContent, projectCopy, siteOf, startBuild } from './built-copy.ts';

// One build at a time is under way in a folder, and one that is killed takes nothing with it.

const copy = projectCopy();
replaceContent(copy, otherContent);
let clean: ReturnType<typeof siteOf>;

function fromNothing(): void {
  for (const folder of [
    'dist',
    '.cache/labworks',
    '.cache/astro',
    '.cache/pagefind',
    '.cache/last-build.json',
  ])
    rmSync(join(copy, folder), { recursive: true, force: true });
}

beforeAll(() => {
  buildWell(copy);
  clean = siteOf(copy);
}, 300_000);

describe('two builds that begin at the same moment', () => {
  it('both succeed: one waits for the other and says so', async () => {
    fromNothing();
    const both = await Promise.all([startBuild(copy), startBuild(copy)]);
    const printed = both.map((build) => build.printed).join('\n');
    expect(
      both.map(({ status }) => status),
      printed,
    ).toEqual([0, 0]);
    expect(printed).toMatch(/Another build \(process \d+, since .*\) is under way in this folder/);
    // It then finds that there is nothing to do.
    expect(printed).toContain('dist/ is up to date');
    expect(siteOf(copy)).toEqual(clean);
    expect(existsSync(join(copy, 'dist/.prerender'))).toBe(false);
  });
});

describe('a build that is killed', () => {
  it.each([
    ['while it reads the content', /Syncing content/],
    ['while the pages are bundled', /Building static entrypoints/],
    ['while the pages are rendered', /generating static routes/],
  ])('%s leaves nothing that the next one trips over', async (_, moment) => {
    fromNothing();
    const killed = await startBuild(copy, (printed, kill) => moment.test(printed) && kill());
    expect(killed.status).toBeNull();
    expect(readdirSync(join(copy, '.cache/build-lock'))).toHaveLength(1);
    expect(buildWell(copy)).not.toContain('Another build');
    expect(siteOf(copy)).toEqual(clean);
    expect(readdirSync(join(copy, '.cache/build-lock'))).toEqual([]);
  });
});

describe("what Astro left of an older build's own files", () => {
  it('is removed, also where nothing else has changed', () => {
    mkdirSync(join(copy, 'dist/.prerender/chunks'), { recursive: true });
    writeFileSync(join(copy, 'dist/.prerender/chunks/x.mjs'), 'x');
    buildWell(copy);
    expect(siteOf(copy)).toEqual(clean);
    expect(existsSync(join(copy, 'dist/.prerender'))).toBe(false);
  });
});
