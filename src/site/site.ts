import type { SiteIdentity } from '../lib/identity/schema.ts';
import { getCorpus } from './corpus.ts';

/** Who the site is: `src/site.yaml`, as the content loader left it. */
export function getSite(): SiteIdentity {
  const { site } = getCorpus();
  if (!site) throw new Error('The site does not say who it is: mend src/site.yaml.');
  return site;
}

/** `/labworks/2/` as a full address. */
export function absolute(path: string): string {
  return new URL(path, `${getSite().address}/`).href;
}
