// `npm run build`: makes the site in dist/, where it is not there already. Arguments are those of `astro build`; `--force` makes it
// anew and from nothing; `--future` shows posts before their day. Another build in this folder is waited for. With LABWORKS_PLAIN_BUILD=1 it is made by documented means of
// Astro alone, from nothing.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { clearCache, lockFolder } from '../src/build/clear-cache.ts';
import { buildContent } from '../src/build/content-build.ts';
import { keepServer, openServer } from '../src/build/kept-server.ts';
import { digestOfInputs, isBuilt, setInputs } from '../src/build/last-build.ts';
import { prefetchContent } from '../src/build/prefetch.ts';
import { isFastBuild } from '../src/build/switch.ts';
import { diskProblem } from '../src/workspace/disk-problem.ts';
import { takeLock } from '../src/workspace/folder-lock.ts';
import { projectRoot } from '../src/workspace/paths.ts';
import { today } from '../src/workspace/today.ts';

// What the disk refuses is told in words, whoever meets it; Astro prints each error that ends it by this one call.
const printError = console.error;
console.error = (...parts: unknown[]) => {
  const problem = diskProblem(parts.map(String).join(' '));
  if (problem === undefined) printError(...parts);
  else printError(problem);
};
process.on('uncaughtException', (error) => {
  // What an author is to read has no stack.
  console.error(error.stack || error.message);
  process.exit(1);
});

const given = process.argv.slice(2);
if (given.includes('--future')) process.env['LABWORKS_FUTURE'] = '1';
const args = given.filter((arg) => arg !== '--future');
// Held until this process ends.
await takeLock(lockFolder, {
  onWait: ({ pid, since }) =>
    console.log(
      `Another build (process ${pid}, since ${since.toLocaleTimeString()}) is under way in this folder; this one begins when that ends.`,
    ),
  onLost() {
    console.error(
      'This build was stopped for so long that another one has begun in its place. It ends here.',
    );
    process.exit(1);
  },
});
const isForced = args.includes('--force');
if (isForced) clearCache();
if (isFastBuild()) await buildFast();
else await buildPlainly();

async function buildPlainly(): Promise<void> {
  // Of an earlier build.
  rmSync(join(projectRoot, '.cache/astro'), { recursive: true, force: true });
  (await import('./run.mjs')).run('astro', ['build', ...args]);
}

async function buildFast(): Promise<void> {
  // Made before anything is read: what is edited from here on is made by the next build.
  const options = args.filter((arg) => arg !== '--force');
  // Astro sets some of its own.
  const variables = { ...process.env };
  const inputsNow = () => digestOfInputs(options, projectRoot, today(), variables);
  const inputs = inputsNow();
  if (!isForced && isBuilt(inputs)) {
    console.log(
      'dist/ is up to date: nothing that it is made from has changed (--force builds all the same).',
    );
    return;
  }
  // Astro needs more than a second to get ready; the content is brought up to date meanwhile.
  const { content } = prefetchContent();
  // After warnings a build is no reason to skip the next one: they would not be reported again. Errors are reported by Astro.
  content.then(
    ({ warnings }) => warnings.count === 0 && setInputs(inputs),
    () => undefined,
  );
  // With options of Astro's the site may be another than the configuration says.
  if (options.length === 0) {
    const server = openServer(inputs.program);
    if (server && (await buildContent(server, siteIntegrations()))) return;
    keepServer(() => inputsNow().program);
  }
  const manifest = createRequire(import.meta.url).resolve('astro/package.json');
  process.argv = [process.argv[0]!, 'astro', 'build', ...args];
  await import(pathToFileURL(join(dirname(manifest), 'bin/astro.mjs')).href);
}

async function siteIntegrations(): Promise<readonly AstroIntegration[]> {
  const { default: config } = await import('../astro.config.mjs');
  return config.integrations.flat();
}
