import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// What Astro and Pagefind document nowhere stands in the files that the table in ARCHITECTURE.md names, and nowhere else.

const root = resolve(import.meta.dirname, '../..');
const building = /\n## Building\n[\s\S]*?(?=\n## )/.exec(
  readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'),
)![0];
const sources = [
  ...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|astro)$/.test(path))
    .map((path) => `src/${path.replaceAll('\\', '/')}`),
  'tools/build.ts',
  'astro.config.mjs',
];

const traces: readonly (readonly [pattern: RegExp, files: readonly string[]])[] = [
  [/astro:content-changed/, ['src/build/live-content.ts']],
  [/\bhighlightedCode\b/, ['src/build/error-overlay.ts']],
  [/SKIP_FORMAT|├─/, ['src/build/build-log.ts']],
  [/incremental-build\.json|emptyOutDir/, ['src/build/cache-output.ts']],
  [
    /\bAstroPrerenderer\b/,
    ['src/build/content-build.ts', 'src/build/kept-server.ts', 'src/build/render-by-volume.ts'],
  ],
  [/\bsetPrerenderer\b/, ['src/build/content-build.ts', 'src/build/search-index.ts']],
  [
    /prerender-entry|\.prerender\b|\bsetInternals\b|static-paths|\bastroAsset\b/,
    ['src/build/kept-server.ts'],
  ],
  [/\boutputFile\b/, ['src/build/kept-pages.ts']],
  [/'astro:routes:resolved'/, ['src/build/content-build.ts']],
  [/\bglobalThis, |Symbol\.for\(/, ['src/build/shared-value.ts']],
  [/bin\/astro\.mjs/, ['tools/build.ts']],
  [/astro\/content\/config/, ['src/content.config.ts']],
  [/\?process=|pf_meta/, ['src/build/search-indexer.ts']],
];

describe('what is documented nowhere', () => {
  it.each(traces)('%s stands where ARCHITECTURE.md says', (pattern, files) => {
    const found = sources.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual(files);
    for (const file of files) expect(building).toContain(file.replace(/^src\/build\//, ''));
  });

  it('names tests that are there', () => {
    const named = [...building.matchAll(/`(test\/[\w/-]+\.test\.ts)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(3);
    for (const path of named) expect(readFileSync(join(root, path), 'utf8')).toContain('describe(');
  });
});
