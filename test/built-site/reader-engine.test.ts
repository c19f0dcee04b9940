import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../../src/lib/bundle/make-bundle.ts';
import { compileLabwork } from '../../src/lib/compiled/compile-labwork.ts';
import type { CompiledLabwork } from '../../src/lib/compiled/compiled-labwork.ts';
import { runCompiled } from '../../src/lib/compiled/run-compiled.ts';
import type { ReaderValues } from '../../src/lib/lab/with-values.ts';
import type * as readerEngine from '../../src/lib/reader-engine.ts';
import { makePlan } from '../../src/lib/plan/make-plan.ts';
import { buildReaderEngine } from '../../tools/build-reader-engine.ts';
import { check } from '../lib/fixture-posts.ts';
import { labworksWithValues } from '../lib/compiled/labworks.ts';
import { launchBrowser } from './browser.ts';

const site = 'https://blog.example';
const files = await buildReaderEngine();
const reader =
  '<!doctype html><title>reader</title><script type="module">import * as engine from "/reader-engine.js"; globalThis.readerEngine = engine;</script>';

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

describe('the engine of a reader, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(labworksWithValues())('makes the same bytes as here: $name', async ({ guides, sets }) => {
    const compiled = compileLabwork(check(...guides))!;
    // Another time zone and another language: neither may show.
    const context = await browser.newContext({ timezoneId: 'Pacific/Kiritimati', locale: 'ar-EG' });
    const page = await context.newPage();
    await page.route('**/*', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const file = files.find((one) => one.name === name);
      return name === ''
        ? route.fulfill({ contentType: 'text/html', body: reader })
        : route.fulfill(
            file ? { contentType: 'text/javascript', body: file.text } : { status: 404, body: '' },
          );
    });
    await page.goto('http://reader.example/');
    for (const values of sets) {
      const made = await page.evaluate(
        async ([json, own, address]): Promise<Made> => {
          const engine = (globalThis as unknown as { readonly readerEngine: typeof readerEngine })
            .readerEngine;
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
