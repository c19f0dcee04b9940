import { kinds } from '../guide/front-matter.ts';
import { addressOfAlias } from '../guide/aliases.ts';
import { addressOfPost } from '../guide/links.ts';
import { publicationOf } from '../guide/publication.ts';
import { tagSlug } from '../guide/tag-slug.ts';
import type { Lab } from '../lab/lab.ts';
import type { Corpus, CorpusGuide } from './corpus.ts';

/** What lies at an address of the site. */
export interface SitePage {
  /** The post, where it is one. */
  readonly guide?: CorpusGuide;
  /** Of another page, beside that of its content; undefined where nobody knows them. */
  readonly anchors?: readonly string[];
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
  for (const address of fixed) {
    const anchors = corpus.site?.anchors?.get(address) ?? (overviews.has(address) ? [] : undefined);
    pages.set(address, anchors ? { anchors } : {});
  }
  for (const kind of kinds) pages.set(`/${kind}/`, { anchors: [] });
  for (const [id, lab] of corpus.labs) pages.set(`/labs/${id}/`, { anchors: anchorsOfLab(lab) });
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
    for (const tag of data?.tags ?? []) pages.set(`/tags/${tagSlug(tag) ?? ''}/`, { anchors: [] });
    for (const alias of data?.aliases ?? []) aliases.set(addressOfAlias(alias), address);
    const recorded = data && corpus.revisions?.get(`${data.kind}/${data.slug}`);
    if (recorded) revised(`${data.kind}/${data.slug}`, recorded);
    if (recorded && recorded.length > 1) corrected.add(address);
    // What posts share has its changes on a page of their own.
    if (data?.kind === 'debug' && !/^(?:labs|comparisons)\//.test(data.corrects.post))
      corrected.add(`/${data.corrects.post}/`);
    if (data?.kind === 'labworks')
      labworks.set(data.labwork, [...(labworks.get(data.labwork) ?? []), data.slug]);
  }
  for (const [number, slugs] of labworks) {
    const released = [...fixed].flatMap(
      (name) => new RegExp(`^/bundles/labworks-${number}-(.+)\\.zip$`).exec(name)?.[1] ?? [],
    );
    const anchors = [...anchorsOfLabwork, ...released.map((release) => `release-${release}`)];
    pages.set(`/labworks/${number}/`, { anchors });
    if (slugs.some((slug) => isTold(slug, corpus))) pages.set(`/corrections/labworks-${number}/`, {});
  }
  // Releases of labworks that are not there are not offered; the others have their checksums together.
  for (const address of fixed) {
    const number = releaseAddress.exec(address)?.[1];
    if (number === undefined) continue;
    if (labworks.has(Number(number))) pages.set('/bundles/SHA256SUMS', {});
    else pages.delete(address);
  }
  return { pages, unpublished, aliases, corrected };
}

/** `/bundles/labworks-2-1.0.0.zip`, `/bundles/labworks-2/status.json` */
const releaseAddress = /^\/bundles\/labworks-(\d+)[-/]/;

/** Pages of the program's own that have no anchors. */
const overviews: ReadonlySet<string> = new Set([...['/', '/labs/', '/tags/', '/rules/', '/accuracy/']]);

/** The sections of the page of a labwork, and of what it says of running the bundle; notes on compatibility have numbers. */
const anchorsOfLabwork = [
  ...['compatibility', 'plan', 'checked', 'bundle', 'releases', 'verify', 'run', 'corrections'],
  ...['order', 'running-them', 'if-it-is-not-right', 'going-back', 'not-in-the-scripts'],
  ...Array.from({ length: 50 }, (_, index) => `compatibility-${index + 1}`),
];

function anchorsOfLab({ devices, groups, values }: Lab): string[] {
  return [
    ...['networks', 'devices'],
    ...(groups.length > 0 ? ['groups'] : []),
    ...(values.length > 0 ? ['values'] : []),
    ...devices.map(({ name }) => `device-${name}`),
  ];
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

/** What is made when the site is built, and is known by no name before: files, and the pages of a list that is too long for one. */
const made =
  /^\/(?:pictures\/|_astro\/|pagefind\/|sitemap|bundles\/labworks-\d+-unreleased-|corrections\/(?:[\w-]+\/)*(?:older|class|severity|kind)-[\w-]+\/)/;

/** Whether nothing can be said of an address before the site is built. */
export function isMadeLater(address: string): boolean {
  return made.test(address);
}
