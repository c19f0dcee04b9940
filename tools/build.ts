// `npm run build`: makes the site in dist/, where it is not there already. Takes what `astro build` takes; `--force` makes it anew.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digestOfInputs, isBuilt, noteInputs } from '../src/build/last-build.ts';
import { prefetchContent } from '../src/build/prefetch.ts';

const args = process.argv.slice(2);
const isForced = args.includes('--force');
// Taken before anything is read: what is edited from here on is made by the next build.
const inputs = digestOfInputs(args.filter((arg) => arg !== '--force'));
if (!isForced && isBuilt(inputs)) {
  console.log('dist/ is up to date: nothing that it is made from has changed (--force builds all the same).');
} else {
  // Astro takes more than a second to get ready; the content is brought up to date meanwhile.
  const { content } = prefetchContent();
  // After warnings a build is no reason to leave the next one out: they would not be told again. Errors are told by Astro.
  content.then(
    ({ warnings }) => warnings.count === 0 && noteInputs(inputs),
    () => undefined,
  );
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  process.argv = [process.argv[0]!, 'astro', 'build', ...args];
  await import(pathToFileURL(join(dirname(manifest), 'bin/astro.mjs')).href);
}
