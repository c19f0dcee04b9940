import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const elsewhere = ['test/built-site/**', 'test/served-site/**', 'test/site-builds/**', 'node_modules/**'];
/** Stands in front of modules, which no other test must see. */
const mocking = ['test/lib/check/read-once.test.ts'];

// What one worker has compiled the others need not.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules/.cache/tests');

// The unit tests: everything but the site as it is built and served. Those of the engine, which touches nothing outside of itself, share
// the engine that their worker has loaded; every other file has a worker of its own.
export default defineConfig({
  test: {
    environment: 'node',
    // By default Vitest keeps one core free, and the tests wait for processes that they start.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Node runs the project's TypeScript as it is, here as everywhere.
    experimental: { viteModuleRunner: false },
    projects: [
      {
        extends: true,
        test: { name: 'engine', include: ['test/lib/**/*.test.ts'], exclude: mocking, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'around it',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, 'test/lib/**/!(read-once).test.ts'],
        },
      },
    ],
  },
});
