import { defineConfig } from 'vitest/config';

// The tests that mutants are shown to (`npm run mutate`): those of the four rooms and of the labs they work on, bundled by `tools/bundle-tests.mjs`. Left out is what
// starts a process of its own, which runs the code without the mutant and so calls every change a fault.
export default defineConfig({
  test: {
    // Who is in a hurry names those of one room: `MUTATE_TESTS='bundle/**' npm run mutate -- …`.
    include: [
      `.built/test/lib/${process.env['MUTATE_TESTS'] ?? '{check,models,bundle,guide,lab}/**'}/*.test.mjs`,
    ],
    exclude: ['.built/test/lib/bundle/time-zones.test.mjs'],
    environment: 'node',
    // Node loads the bundled modules itself, without Vite's module runner.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    resolveSnapshotPath: (path, extension) =>
      path
        .replace(/[\\/]\.built(?=[\\/])/, '')
        .replace(/([^\\/]+)\.mjs$/, (_, name: string) => `__snapshots__/${name}.ts${extension}`),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
