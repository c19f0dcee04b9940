import { defineConfig } from 'vitest/config';

// The tests that mutants are shown to (`npm run mutate`): those of the engine's rooms. Left out is what starts a process of its own, which runs the code without
// the mutant and so calls every change a fault.
export default defineConfig({
  test: {
    // Each mutant loads every test file that reaches it. Who is in a hurry names those of the room: `MUTATE_TESTS='test/lib/bundle/**/*.test.ts' npm run mutate -- …`.
    include: [process.env['MUTATE_TESTS'] ?? 'test/lib/**/*.test.ts'],
    exclude: ['test/lib/bundle/time-zones.test.ts', 'node_modules/**'],
    environment: 'node',
    // Node reads TypeScript itself, from its cache: each mutant loads the engine anew, and Vite’s module runner takes twice the time for it.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
