import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { filesBelow } from '../compare-heads/inputs.ts';

/** What Pagefind writes before the JSON of a page. */
const signature = 'pagefind_dcd';

/**
 * What the search knows of each page, by its address, of all volumes of the index: its text, its titles, its filters. The other files
 * of the index are in the order of hash tables, and are not the same in two builds of one content.
 */
export function searchPages(dist: string): ReadonlyMap<string, string> {
  const folder = join(dist, 'pagefind');
  if (!existsSync(folder)) return new Map();
  const pages = filesBelow(folder)
    .filter((path) => path.endsWith('.pf_fragment'))
    .map((path) => gunzipSync(readFileSync(join(folder, path))).toString('utf8'))
    .map((text) => (text.startsWith(signature) ? text.slice(signature.length) : text))
    .map((text) => [(JSON.parse(text) as { url: string }).url, text] as const);
  return new Map(pages);
}
