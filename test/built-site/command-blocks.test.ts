import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { launchBrowser } from './browser.ts';
import { checkedLabworks } from './content.ts';
import { builtFiles, readBuilt } from './pages.ts';
import type { SourceBlock } from './source-blocks.ts';
import { sourcePosts } from './source-blocks.ts';

const origin = inject('origin');
const posts = sourcePosts();

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What a reader sees, line by line: hidden text is not in it, and prompts are drawn and no text. */
const shown = async (code: Locator) =>
  (await code.locator('.line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n');

describe('the sources', () => {
  it('have blocks in both dialects, with values and variants', () => {
    const blocks = posts.flatMap((post) => post.blocks);
    expect(posts.length).toBeGreaterThanOrEqual(2);
    expect(blocks.length).toBeGreaterThan(20);
    expect(new Set(blocks.map(({ dialect }) => dialect))).toEqual(new Set(['powershell', 'ios']));
    expect(blocks.some(({ platform }) => platform === 'sg300')).toBe(true);
    expect(blocks.map(({ text }) => text).join('\n')).not.toContain('{{');
  });

  it('are the blocks that the engine has read, character by character', () => {
    const read = checkedLabworks()
      .flatMap(({ guides }) => guides)
      .filter(({ guide }) => guide.data?.kind === 'labworks')
      .flatMap(({ blocks }) => blocks.map(({ resolved }) => resolved.text));
    expect(read.toSorted()).toEqual(posts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).toSorted());
  });
});

describe('a command block', () => {
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

describe('the bundle of a labwork', () => {
  const labworks = [...new Set(posts.flatMap(({ labwork }) => labwork ?? []))];
  const zipOf = (labwork: number) => {
    const found = builtFiles().filter((file) => file.startsWith(`bundles/labworks-${labwork}-`));
    expect(found).toHaveLength(1);
    return readBuilt(`/${found[0]!}`);
  };
  const folderOf = ({ dialect, device, platform }: SourceBlock) =>
    [dialect === 'powershell' ? 'hosts' : 'switches', device, platform].filter(Boolean).join('/');

  it.each(labworks)('%i holds each block in the script of its device and role, in order', (labwork) => {
    const files = unzipSync(zipOf(labwork));
    const at = new Map<string, number>();
    const blocks = posts.filter((post) => post.labwork === labwork).flatMap((post) => post.blocks);
    for (const block of blocks.filter(({ role }) => role !== 'example')) {
      const path = `${folderOf(block)}/${block.role}.${block.dialect === 'powershell' ? 'ps1' : 'ios'}`;
      const script = new TextDecoder().decode(files[path]).replaceAll('\r\n', '\n');
      const found = script.indexOf(`\n${block.text}\n`, at.get(path) ?? 0);
      expect(
        found,
        `${path} has not, after what it has already, the block of line ${block.line}`,
      ).toBeGreaterThan(-1);
      at.set(path, found + block.text.length);
    }
    // An example is never a line that runs: without comments, no apply script has it.
    for (const block of blocks.filter(({ role }) => role === 'example')) {
      const path = `${folderOf(block)}/apply.${block.dialect === 'powershell' ? 'ps1' : 'ios'}`;
      const script = new TextDecoder().decode(files[path]).replaceAll('\r\n', '\n');
      expect(script).not.toContain(`\n${block.text}\n`);
      expect(script.length).toBeGreaterThan(0);
    }
  });

  it.each(labworks)('%i is byte for byte the one that the command line writes', (labwork) => {
    const checked = checkedLabworks().find(({ guides }) =>
      guides.some(({ guide: { data } }) => data?.kind === 'labworks' && data.labwork === labwork),
    )!;
    const made = makeBundle(checked, { site: packageJson.homepage })!;
    expect(zipOf(labwork).equals(made.zip)).toBe(true);
    const page = readBuilt(`/labworks/${labwork}/`).toString();
    expect(page).toContain(made.sha256);
  });
});

describe('without JavaScript', () => {
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

  it('the bundle downloads', async () => {
    const page = await plain.newPage();
    await page.goto(`${origin}/labworks/2/`);
    const link = page.locator('a[href^="/bundles/"][href$=".zip"]').first();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toMatch(/^labworks-2-\d+\.\d+\.\d+\.zip$/);
    expect(await download.failure()).toBeNull();
    await page.close();
  });
});
