import { defineConfig } from 'vitest/config';

// The unit tests: everything but the site as it is built and served.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/built-site/**', 'test/served-site/**', 'test/site-builds/**', 'node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
