import type { SiteIdentity } from '../lib/identity/schema.ts';
import { getCorpus } from './corpus.ts';
import type { ShareImage } from './types/share-image.ts';

/** Who the site is: `src/site.yaml`, as the content loader left it. */
export function getSite(): SiteIdentity {
  const { site } = getCorpus();
  if (!site) throw new Error('The site does not say who it is: mend src/site.yaml.');
  return site;
}

/** What is shown of a page that has no image of its own, where a link to it is shared. */
export function getSiteImage(): ShareImage | undefined {
  return getCorpus().shareImages.get('/');
}

/** `/labworks/2/` as a full address. */
export function absolute(path: string): string {
  return new URL(path, `${getSite().address}/`).href;
}
