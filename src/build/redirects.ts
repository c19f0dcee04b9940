import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Redirect } from '../site/types/redirect.ts';
import { cachedValues } from '../workspace/cached-values.ts';
import { projectRoot } from '../workspace/paths.ts';

// Old addresses have pages, which lead on wherever the site is hosted. A host that reads `_redirects` (Netlify, Cloudflare Pages) answers
// with the new address itself, which search engines and feed readers understand.

/** The old addresses of a build's content. */
function builtRedirects(): Redirect[] {
  return cachedValues('redirects', { serving: false }) as Redirect[];
}

/** Whether a page of a build, by its full address, only leads to another one. */
export function isRedirect(page: string): boolean {
  known ??= new Set(builtRedirects().map(({ from }) => from));
  return known.has(decodeURI(new URL(page).pathname));
}

let known: ReadonlySet<string> | undefined;

/** The lines of `_redirects`, with and without the slash, behind those that its author has written. */
export function redirectRules(redirects: readonly Redirect[], own: string): string {
  const rules = redirects.flatMap(({ from, to }) =>
    [from.slice(0, -1), from].map((path) => `${encodeURI(path)} ${to} 301\n`),
  );
  return `${own}${own === '' || own.endsWith('\n') ? '' : '\n'}${rules.join('')}`;
}

/** Stands after what empties the site's folder, and before what lists its files. */
export function redirects(): AstroIntegration {
  return {
    name: 'redirects',
    hooks: {
      async 'astro:build:done'({ dir }) {
        const text = redirectRules(builtRedirects(), ownRules());
        if (text !== '') await writeFile(new URL('_redirects', dir), text);
      },
    },
  };
}

/** What lies in `public` is served as it is, and stays. */
function ownRules(): string {
  try {
    return readFileSync(join(projectRoot, 'public/_redirects'), 'utf8');
  } catch {
    return '';
  }
}
