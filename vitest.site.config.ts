import { defineConfig } from 'vitest/config';

// Tests of `dist/`, on its files and in a real browser. One worker: the pages are looked at one after the other.
export default defineConfig({
  test: {
    include: ['test/built-site/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    globalSetup: ['test/built-site/serve.ts'],
  },
});
