import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests of `dist/`, on its files and in a real browser, and of the site as its authors see it. One worker with one browser at a time; in it, tests that say so look at
// a page on each core.
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    maxConcurrency: availableParallelism(),
    globalSetup: ['test/built-site/serve.ts'],
    projects: [
      // Only look at files and pages, and share what their worker has loaded.
      {
        extends: true,
        test: { name: 'as built', include: ['test/built-site/**/*.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'as served and built again',
          include: ['test/served-site/**/*.test.ts', 'test/site-builds/**/*.test.ts'],
        },
      },
    ],
  },
});
