import { existsSync } from 'node:fs';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served: `http://localhost:4000`. */
    origin: string;
  }
}

/** Serves `dist/` for the tests of the built site. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no built site in dist/. Run `npm run build` first.');
  const server = await preview({ logLevel: 'error', server: { port: 0, host: 'localhost' } });
  project.provide('origin', `http://localhost:${server.port}`);
  return () => server.stop();
}
