// Mutation testing of the rooms that decide what readers get, by hand and never in CI: a full run takes long.
//
//   npm run mutate                                             all four rooms
//   npm run mutate -- --mutate 'src/lib/bundle/**/*.ts'        one room, or one file
//
// What is known of earlier runs is in `.cache/` and used again, so a second run over the same code is short; `--force` where only
// a test was changed, which Stryker does not see. Reports: `reports/mutation/`.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/lib/{check,models,bundle,guide}/**/*.ts'],
  testRunner: 'vitest-5',
  plugins: ['@stryker-mutator/vitest-runner', './tools/mutation-runner.mjs'],
  buildCommand: 'node tools/bundle-tests.mjs',
  vitest: { configFile: 'vitest.mutate.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // Texts: of names the compiler knows the choices, and tests do not repeat how a message is worded.
  mutator: { excludedMutations: ['StringLiteral'] },
  // What runs while modules load (tables, schemas) would be tried against every test there is.
  ignoreStatic: true,
  ignorePatterns: [
    'dist',
    'reports',
    'public',
    'bench',
    'docs',
    '.astro',
    '.cache',
    'test/built-site',
    'test/served-site',
  ],
  disableTypeChecks: 'src/lib/{check,models,bundle,guide}/**/*.ts',
  concurrency: 2,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: '.cache/mutation.json',
  tempDirName: '.cache/mutation',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
};
