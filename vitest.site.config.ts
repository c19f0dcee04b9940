import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests of `dist/`, on its files and in a real browser. One worker with one browser at a time; in it, tests that say so look at
// a page on each core.
export default defineConfig({
  test: {
    include: ['test/built-site/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    maxConcurrency: availableParallelism(),
    globalSetup: ['test/built-site/serve.ts'],
  },
});
