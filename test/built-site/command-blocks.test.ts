import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import type { Manifest } from '../../src/lib/bundle/manifest.ts';
import type { ReleaseStatus } from '../../src/lib/ledger/releases/status.ts';
import { lastRelease, releasesOf } from '../../src/lib/ledger/releases/status.ts';
import { siteUrl } from '../../src/workspace/identity.ts';
import { launchBrowser } from './browser.ts';
import { checkedLabworks } from './content.ts';
import { builtFiles, readBuilt } from './pages.ts';
import type { SourceBlock } from './source-blocks.ts';
import { postsWithBlocks, sourcePosts } from './source-blocks.ts';

const origin = inject('origin');
const posts = postsWithBlocks();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a reader sees, line by line: hidden text is not in it, and prompts are drawn and no text. */
const shown = async (code: Locator) =>
  (await code.locator('.line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n');

describe('the sources', () => {
  it('are the blocks that the engine has read, character by character', () => {
    const read = checkedLabworks()
      .flatMap(({ guides }) => guides)
      .flatMap(({ blocks }) => blocks.map(({ resolved }) => resolved.text));
    expect(read.toSorted()).toEqual(posts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).toSorted());
  });
});

// A site may have no commands and no labworks; `test/site-builds/other-content.test.ts` runs all of this on one that has them.
describe.skipIf(posts.length === 0)('a command block', () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  });

  it.each(posts)('on $url shows and copies the bytes of its source', async ({ url, blocks }) => {
    const page = await context.newPage();
    await page.goto(origin + url);
    const figures = page.locator('[data-block]');
    expect(await figures.count()).toBe(blocks.length);
    for (const [index, { text, line }] of blocks.entries()) {
      const figure = figures.nth(index);
      const code = figure.locator('code[data-payload]');
      expect(await code.evaluate((element) => element.textContent), `line ${line}`).toBe(text);
      expect(await shown(code), `line ${line}`).toBe(text);
      const devices = await figure.locator('> figcaption > .device').allInnerTexts();
      expect(devices, `line ${line}`).toEqual([...new Set(devices)]);
      await page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
      await figure.getByRole('button', { name: /copy/i }).click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      // What a reader copies by selecting the listing with its frame: prompts, marks and the button are not part of it.
      await figure
        .locator('pre')
        .first()
        .evaluate((element) => getSelection()!.selectAllChildren(element));
      await page.keyboard.press('ControlOrMeta+c');
      const selected = await page.evaluate(() => navigator.clipboard.readText());
      expect(selected.replaceAll('\r\n', '\n').replace(/\n$/, ''), `line ${line}`).toBe(text);
    }
    await page.close();
  });
});

const corrected = sourcePosts().filter(({ url }) => readBuilt(url).includes('class="old"'));
if (corrected.length === 0) console.log('skipped: corrected lines, for no post has any.');

describe.skipIf(corrected.length === 0)('lines that were wrong', () => {
  it.each(corrected)(
    'on $url are shown on demand, and are copied by no means without their warning',
    async ({ url }) => {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      await page.goto(origin + url);
      for (const old of await page.locator('.old').all()) {
        expect(await old.locator('[data-payload], button').count()).toBe(0);
        expect(await old.evaluate((element) => element.closest('.listing:has(> .old)'))).toBeNull();
        const fold = page.locator('details.was', { has: old });
        if ((await fold.count()) > 0) {
          expect(await old.isVisible()).toBe(false);
          await fold.locator('summary').click();
        }
        expect(await old.isVisible()).toBe(true);
        // A double click, a drag over some letters, or whatever else selects a part.
        await old.locator('del').dblclick({ position: { x: 4, y: 4 } });
        await page.keyboard.press('ControlOrMeta+c');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toMatch(/^\S* ?Wrong, and corrected on .+\. Do not use:\r?\n/);
      }
      await context.close();
    },
  );
});

describe('a listing that runs nowhere', () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  });

  it.each(sourcePosts().filter((post) => post.shown.length > 0))(
    'on $url shows the bytes of its source, and copies them, of a change the new side',
    async ({ url, shown: sources }) => {
      const page = await context.newPage();
      await page.goto(origin + url);
      const figures = page.locator('figure[data-lang]');
      expect(await figures.count()).toBe(sources.length);
      for (const [index, { lang, text }] of sources.entries()) {
        const code = figures.nth(index).locator('code[data-payload]');
        const lines = await code.evaluate((element) =>
          [...(element.querySelector('.line') ? element.children : [element])].map((line) => ({
            text: line.textContent,
            isLeft: line.matches('del, .head'),
          })),
        );
        // The signs of a diff are drawn.
        const whole = lines.map((line) => line.text).join('');
        if (lang !== 'diff') expect(whole).toBe(text);
        else expect(whole.split('\n')).toHaveLength(text.split('\n').length);
        const button = figures.nth(index).getByRole('button', { name: /copy/i });
        if ((await button.count()) === 0) continue;
        await page.evaluate(() => navigator.clipboard.writeText('nothing was copied'));
        await button.click();
        const kept = lines.filter(({ isLeft }) => !isLeft).map((line) => line.text);
        const wanted = lines.at(-1)?.isLeft ? kept.join('').replace(/\n$/, '') : kept.join('');
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(wanted);
      }
      await page.close();
    },
  );

  it('is folded where it is long, and opened without JavaScript', async () => {
    const long = sourcePosts().filter(({ shown: sources }) =>
      sources.some(({ text }) => text.split('\n').length > 40),
    );
    const plain = await browser.newContext({ javaScriptEnabled: false });
    for (const { url } of long.slice(0, 1)) {
      const page = await plain.newPage();
      await page.goto(origin + url);
      const pre = page.locator('figure[data-lang] pre:has(+ .fold)').first();
      const height = async () => (await pre.boundingBox())!.height;
      const folded = await height();
      await pre.locator('+ .fold summary').click();
      expect(await height()).toBeGreaterThan(folded * 1.3);
      await pre.locator('+ .fold summary').click();
      await page.emulateMedia({ media: 'print' });
      expect(await height()).toBeGreaterThan(folded);
    }
    await plain.close();
  });
});

/** Those with something to run. */
const labworks = [
  ...new Set(
    posts
      .filter(({ blocks }) => blocks.some(({ role }) => role !== 'example'))
      .flatMap(({ labwork }) => labwork ?? []),
  ),
];

describe.skipIf(labworks.length === 0)('the bundle of a labwork', () => {
  /** What the posts make, as the command line does it. */
  const madeOf = (labwork: number) => {
    const checked = checkedLabworks().find(({ guides }) =>
      guides.some(({ guide: { data } }) => data?.kind === 'labworks' && data.labwork === labwork),
    )!;
    return makeBundle(checked, { site: siteUrl() })!;
  };
  /** What the scripts of a bundle run, out of their very lines: by folder and role, block by block in the order of the lines. */
  const runsOf = (files: Readonly<Record<string, Uint8Array>>): ReadonlyMap<string, readonly string[]> => {
    const { sourceMap } = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Manifest;
    const blocks = new Map<string, { line: number; own: string }[]>();
    // The order of a role is that of its own file; what is kept for saving comes along.
    const isSaving = ({ script }: { readonly script: string }) => /\/4-save\.\w+$/.test(script);
    for (const { script, role, post, block, line, lines, inserted = [] } of [
      ...sourceMap.filter((entry) => !isSaving(entry)),
      ...sourceMap.filter(isSaving),
    ]) {
      const text = new TextDecoder().decode(files[script]).split(/\r?\n/);
      let own = text.slice(lines[0] - 1, lines[1]).join('\n');
      // Where a script has a parameter, the guide has the value of its lab.
      for (const { start, end, was } of inserted.toReversed())
        own = own.slice(0, start) + was + own.slice(end);
      const [name = '', ...folders] = script.split('/').toReversed();
      const place = `${folders.toReversed().join('/')} ${role ?? name.replace(/\..*$/, '')}`;
      const key = `${place} ${post} ${block}`;
      blocks.set(key, [...(blocks.get(key) ?? []), { line, own }]);
    }
    const runs = new Map<string, string[]>();
    for (const [key, parts] of blocks) {
      const place = key.split(' ', 2).join(' ');
      // What saves or asks stands in a file of its own, and not always behind the others.
      const text = parts.toSorted((a, b) => a.line - b.line).map(({ own }) => own);
      runs.set(place, [...(runs.get(place) ?? []), text.join('\n')]);
    }
    return runs;
  };
  /** The folder of a device and a role of it, whatever folder its class has; of the one device that fits, where the block names none. */
  const isPlaceOf =
    ({ dialect, device, platform, role }: SourceBlock) =>
    (place: string) => {
      const [path = '', own] = place.split(' ');
      const [, name, ...rest] = path.split('/');
      // Of several devices each has a script, and the first one stands for them.
      return (
        own === role &&
        (device === undefined || name === device) &&
        rest.join('/') === (platform ?? '') &&
        path.startsWith(dialect === 'powershell' ? 'hosts/' : 'switches/')
      );
    };

  it.each(labworks)('%i holds each block in the script of its device and role, in order', (labwork) => {
    const files = unzipSync(madeOf(labwork).zip);
    const runs = runsOf(files);
    const at = new Map<string, number>();
    const blocks = posts.filter((post) => post.labwork === labwork).flatMap((post) => post.blocks);
    // What was done last is undone first.
    const undos = blocks.filter(({ role }) => role === 'undo').toReversed();
    const others = blocks.filter(({ role }) => role === 'apply' || role === 'verify');
    for (const block of [...others, ...undos]) {
      const place = [...runs.keys()].find(isPlaceOf(block)) ?? 'no script';
      const found = runs.get(place)?.indexOf(block.text, at.get(place) ?? 0) ?? -1;
      expect(
        found,
        `${place} has not, after what it has already, the block of line ${block.line}`,
      ).toBeGreaterThan(-1);
      at.set(place, found + 1);
    }
    // An example is never a line that runs, unless another block is the same.
    const applied = new Set(others.map(({ text }) => text));
    const run = new Set([...runs.values()].flat());
    const changing = Object.entries(files).filter(([path]) =>
      /^\w+\/[^/]+\/.*(?:2-change\.\w+|\.ps1)$/.test(path),
    );
    expect(changing.length).toBeGreaterThan(0);
    for (const { text, role } of blocks) {
      if (role !== 'example' || applied.has(text)) continue;
      expect(run).not.toContain(text);
      for (const [path, bytes] of changing)
        expect(new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'), path).not.toContain(`\n${text}\n`);
    }
  });

  it.each(labworks)(
    '%i is byte for byte the newest release, or the one that the command line writes',
    (labwork) => {
      const page = readBuilt(`/labworks/${labwork}/`).toString();
      const offered = /href="(\/bundles\/[^"]+\.zip)"/.exec(page)![1]!;
      const digest = createHash('sha256').update(readBuilt(offered)).digest('hex');
      expect(page).toContain(digest);
      const status = `bundles/labworks-${labwork}/status.json`;
      if (!builtFiles().includes(status)) {
        expect(digest).toBe(madeOf(labwork).sha256);
        return;
      }
      const { log } = JSON.parse(readBuilt(`/${status}`).toString()) as ReleaseStatus;
      const { zip, sha256 } = lastRelease(log)!;
      expect([offered, digest]).toEqual([`/bundles/${zip}`, sha256]);
      const sums = readBuilt('/bundles/SHA256SUMS').toString().split('\n');
      for (const event of releasesOf(log)) {
        const bytes = readBuilt(`/bundles/${event.zip}`);
        const line = `${createHash('sha256').update(bytes).digest('hex')}  ${event.zip}`;
        expect(line).toBe(`${event.sha256}  ${event.zip}`);
        expect(sums).toContain(line);
        expect(page).toContain(event.sha256);
      }
    },
  );
});

describe.skipIf(posts.length === 0)('without JavaScript', () => {
  let plain: BrowserContext;
  beforeAll(async () => {
    plain = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: true });
  });

  it.each(posts)(
    'every block of $url can be read, and there is no button that does nothing',
    async (post) => {
      const page = await plain.newPage();
      await page.goto(origin + post.url);
      const codes = page.locator('[data-block] code[data-payload]');
      expect(await codes.count()).toBe(post.blocks.length);
      for (const [index, { text, line }] of post.blocks.entries()) {
        expect(await codes.nth(index).isVisible(), `line ${line}`).toBe(true);
        expect(await shown(codes.nth(index)), `line ${line}`).toBe(text);
      }
      expect(await page.getByRole('button', { name: /copy/i }).filter({ visible: true }).count()).toBe(0);
      await page.close();
    },
  );

  it.each(labworks.slice(0, 1))('the bundle of labwork %i downloads', async (labwork) => {
    const page = await plain.newPage();
    await page.goto(`${origin}/labworks/${labwork}/`);
    const link = page.locator('a[href^="/bundles/"][href$=".zip"]').first();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^labworks-${labwork}-(?:\\d+\\.\\d+\\.\\d+|unreleased-[0-9a-f]{12})\\.zip$`),
    );
    expect(await download.failure()).toBeNull();
    await page.close();
  });
});
