// As tools/build.ts does it: something is put where other copies of a module find it, and Astro's program runs in this process.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

globalThis[Symbol.for('small-site.shared')] = 'set before Astro';
const { keepServer } = await import(new URL('src/build/kept-server.ts', process.env.PROJECT));
keepServer(() => 'the program');
const manifest = createRequire(import.meta.url).resolve('astro/package.json');
process.argv = [process.argv[0], 'astro', 'build'];
await import(pathToFileURL(join(dirname(manifest), 'bin/astro.mjs')).href);
