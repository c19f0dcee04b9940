import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import { compileLabwork } from '../../src/lib/compiled/compile-labwork.ts';
import type { CompiledLabwork } from '../../src/lib/compiled/compiled-labwork.ts';
import { runCompiled } from '../../src/lib/compiled/run-compiled.ts';
import type { ReaderValues } from '../../src/lib/lab/with-values.ts';
import type * as readerEngine from '../../src/lib/reader-engine.ts';
import { makePlan } from '../../src/lib/plan/make-plan.ts';
import type { ReaderFile } from '../../tools/build-reader-engine.ts';
import { buildReaderEngine } from '../../tools/build-reader-engine.ts';
import { findBrowser } from '../../tools/find-browser.mjs';
import { launchBrowser } from '../built-site/browser.ts';
import { check } from '../lib/fixture-posts.ts';
import { labworksWithValues } from '../lib/compiled/labworks.ts';

const site = 'https://blog.example';
const files = await buildReaderEngine();
const compressed = (part: ReaderFile['part']) =>
  files.filter((file) => file.part === part).reduce((sum, file) => sum + file.compressed, 0);

describe('what a browser loads', () => {
  // KiB with gzip: what it takes to plan, the tables of switches (data), and what it takes besides to make a zip.
  it.each<[ReaderFile['part'], number]>([
    ['code', 65],
    ['facts', 19],
    ['bundle', 124],
  ])('is small: %s has at most %d KiB', (part, most) => {
    expect(compressed(part) / 1024).toBeLessThanOrEqual(most);
  });

  it('has nothing in it that reads posts and labs, knows commands, or finds faults', () => {
    const modules = files.flatMap((file) => [...file.modules.keys()]);
    const told = modules.filter((module) =>
      /\/(?:guide|assist|import|ledger|text-checks|lint|binding|catalogue)\/|explain-|parse-|zod|satteri|remark/.test(
        module,
      ),
    );
    expect(told.toSorted()).toMatchInlineSnapshot(`
      [
        "src/lib/dialects/powershell/binding/arguments.ts",
        "src/lib/dialects/powershell/lint/command-call.ts",
        "src/lib/dialects/powershell/lint/refused-when-run.ts",
      ]
    `);
  });
});

/** What the same engine makes there and here. */
interface Made {
  readonly plan: string;
  readonly zip: string;
  readonly files: readonly (readonly [path: string, base64: string])[];
}

function madeHere(compiled: CompiledLabwork, values: ReaderValues): Made {
  const { labwork } = runCompiled(compiled, values);
  const bundle = makeBundle(labwork!, { site })!;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    plan: JSON.stringify(makePlan(labwork!)),
    zip: base64(bundle.zip),
    files: bundle.files.map(({ path, bytes }) => [path, base64(bytes)]),
  };
}

const browserPath = findBrowser();
if (browserPath === undefined) console.warn('No Chromium was found: bytes made in one were not compared.');

describe.skipIf(browserPath === undefined)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(labworksWithValues())('the same engine makes the same bytes: $name', async ({ guides, sets }) => {
    const compiled = compileLabwork(check(...guides))!;
    // Another time zone and another language: neither may show.
    const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati', locale: 'ar-EG' });
    const page = await context.newPage();
    await page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const file = files.find((one) => one.name === name);
      return name === ''
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>reader</title>' })
        : route.fulfill(
            file ? { contentType: 'text/javascript', body: file.text } : { status: 404, body: '' },
          );
    });
    await page.goto('http://reader.example/');
    for (const values of sets) {
      const made = await page.evaluate(
        async ([json, own, address]): Promise<Made> => {
          const engine = (await import(`${location.origin}/reader-engine.js`)) as typeof readerEngine;
          const { labwork } = engine.runCompiled(JSON.parse(json) as CompiledLabwork, own);
          const { makeBundle: make } = await engine.loadBundleMaker();
          const bundle = make(labwork!, { site: address })!;
          const base64 = (bytes: Uint8Array) => {
            let text = '';
            for (const byte of bytes) text += String.fromCharCode(byte);
            return btoa(text);
          };
          return {
            plan: JSON.stringify(engine.makePlan(labwork!)),
            zip: base64(bundle.zip),
            files: bundle.files.map(({ path, bytes }) => [path, base64(bytes)] as const),
          };
        },
        [JSON.stringify(compiled), values, site] as const,
      );
      const here = madeHere(compiled, values);
      expect(made.files).toEqual(here.files);
      expect(made.plan).toBe(here.plan);
      expect(made.zip).toBe(here.zip);
    }
    await context.close();
  });
});
