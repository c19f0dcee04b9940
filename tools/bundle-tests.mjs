// Makes one module of each unit test and all that it needs, in `.built/`: Stryker's `buildCommand`, run in its sandbox. A mutant is shown to its tests in a worker of
// its own, and there the loading of hundreds of small modules would take ten times as long as the tests.
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';

await build({
  entryPoints: globSync('test/lib/**/*.test.ts'),
  outdir: '.built',
  outbase: '.',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  target: 'node22',
  logLevel: 'warning',
  plugins: [
    {
      name: 'folder of the source',
      setup({ onLoad }) {
        onLoad({ filter: /\/(?:src|test)\/.*\.ts$/ }, ({ path }) => ({
          loader: 'ts',
          contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', () =>
            JSON.stringify(dirname(path)),
          ),
        }));
      },
    },
  ],
});
