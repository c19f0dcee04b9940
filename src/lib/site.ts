// The small door: who the site is, for whom the engine would take ten times as long to load. Astro's configuration asks at the start
// of every build.

export { readSite, unreadableSite } from './identity/read-site.ts';
export { createSourceFile } from './source/source-file.ts';
