import { kinds } from '../guide/front-matter.ts';
import { addressOfAlias } from '../guide/aliases.ts';
import { addressOfPost } from '../guide/links.ts';
import { publicationOf } from '../guide/publication.ts';
import { tagSlug } from '../guide/tag-slug.ts';
import type { Corpus, CorpusGuide } from './corpus.ts';

/** What lies at an address of the site. */
export interface SitePage {
  /** The post, where it is one; nothing is known of the anchors of other pages. */
  readonly guide?: CorpusGuide;
}

/** All addresses of the site, as the routes make them of the content. */
export interface SiteAddresses {
  readonly pages: ReadonlyMap<string, SitePage>;
  /** Posts that readers are not shown, by the addresses that they will have. */
  readonly unpublished: ReadonlyMap<string, CorpusGuide>;
  /** The posts that are shown, by the addresses that they had before. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Of the posts that have a changelog on their pages. */
  readonly corrected: ReadonlySet<string>;
}

/** Every page and file of the site but those whose names are digests, which nobody links to. `fixed`: what no post is behind. */
export function addressesOf(corpus: Corpus, fixed: ReadonlySet<string>): SiteAddresses {
  const pages = new Map<string, SitePage>();
  const unpublished = new Map<string, CorpusGuide>();
  const aliases = new Map<string, string>();
  const corrected = new Set<string>();
  for (const address of fixed) pages.set(address, {});
  for (const kind of kinds) pages.set(`/${kind}/`, {});
  for (const id of corpus.labs.keys()) pages.set(`/labs/${id}/`, {});
  for (const id of corpus.comparisons)
    for (const ending of ['csv', 'json']) pages.set(`/comparisons/${id}.${ending}`, {});
  for (const key of corpus.figures)
    if (!key.includes('/') && !corpus.pictures?.has(key)) pages.set(`/figures/${key}.svg`, {});
  const revised = (id: string, classes: readonly string[]) => {
    if (classes.length > 1)
      for (const name of ['', 'atom.xml', 'feed.json']) pages.set(`/${id}/changes/${name}`, {});
  };
  for (const [id, classes] of corpus.revisions ?? [])
    if (
      corpus.labs.has(id.replace(/^labs\//, '')) ||
      corpus.comparisons.has(id.replace(/^comparisons\//, ''))
    )
      revised(id, classes);
  /** By number: the slugs of the published parts. */
  const labworks = new Map<number, string[]>();
  for (const guide of corpus.guides) {
    const { data, file } = guide;
    const address = addressOfPost(file.path);
    if (data && publicationOf(data, corpus.today) !== 'published') {
      unpublished.set(address, guide);
      continue;
    }
    pages.set(address, { guide });
    for (const tag of data?.tags ?? []) pages.set(`/tags/${tagSlug(tag) ?? ''}/`, {});
    for (const alias of data?.aliases ?? []) aliases.set(addressOfAlias(alias), address);
    const recorded = data && corpus.revisions?.get(`${data.kind}/${data.slug}`);
    if (recorded) revised(`${data.kind}/${data.slug}`, recorded);
    if (recorded && recorded.length > 1) corrected.add(address);
    if (data?.kind === 'debug') corrected.add(`/${data.corrects.post}/`);
    if (data?.kind === 'labworks')
      labworks.set(data.labwork, [...(labworks.get(data.labwork) ?? []), data.slug]);
  }
  for (const [number, slugs] of labworks) {
    pages.set(`/labworks/${number}/`, {});
    if (slugs.some((slug) => isTold(slug, corpus))) pages.set(`/corrections/labworks-${number}/`, {});
  }
  return { pages, unpublished, aliases, corrected };
}

/** Whether a part of a labwork is among the corrections. */
function isTold(slug: string, { revisions, guides }: Corpus): boolean {
  const ref = `labworks/${slug}`;
  const recorded = revisions?.get(ref);
  if (recorded) return recorded.some((kind) => !untold.has(kind));
  return guides.some(({ data }) => data?.kind === 'debug' && data.corrects.post === ref);
}

/** What changelogs alone tell. */
const untold: ReadonlySet<string> = new Set(['publication', 'editorial', 'program']);

/** Files that are made when the site is built, and are known by no name before. */
const made = ['/pictures/', '/_astro/', '/pagefind/', '/sitemap'];

/** Whether nothing can be said of an address before the site is built. */
export function isMadeLater(address: string): boolean {
  return made.some((start) => address.startsWith(start));
}
