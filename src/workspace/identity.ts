import manifest from '../../package.json' with { type: 'json' };
import type { Reading } from '../lib/diagnostics/diagnostic.ts';
import type { SiteIdentity } from '../lib/identity/schema.ts';
import { createSourceFile, readSite, unreadableSite } from '../lib/site.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { siteFile, siteName } from './site-file.ts';
import { readText } from './text-file.ts';

/** Of the project, which is also what `labworks --version` prints. */
export const version = manifest.version;

/** Reads who the site is, as the file says now; `value` is undefined where it does not hold. */
export function readIdentity(
  path = siteFile,
): Reading<SiteIdentity | undefined> & { readonly file: SourceFile } {
  const read = readText(path);
  if ('problem' in read) {
    const file = createSourceFile(siteName, '');
    return { file, value: undefined, diagnostics: [unreadableSite(file, read.problem)] };
  }
  const file = createSourceFile(siteName, read.text);
  return { file, ...readSite(file) };
}

/** Where `npm start` serves the site: where its pages are found as long as it has no address. */
const servedAt = 'http://localhost:4321';

/** Where the site is published, without a slash at the end. */
export function siteUrl(): string {
  return readIdentity().value?.address ?? servedAt;
}
