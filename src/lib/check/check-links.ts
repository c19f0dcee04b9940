import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { shortened } from '../diagnostics/shortened.ts';
import { rangeInField } from '../guide/field-ranges.ts';
import type { GuideLink } from '../guide/guide.ts';
import { addressOfPost } from '../guide/links.ts';
import { isPostFile } from '../guide/post-place.ts';
import { rangeAt } from '../source/source-file.ts';
import type { Corpus, CorpusGuide, SiteAround } from './corpus.ts';
import type { Nearest } from './nearest-address.ts';
import { nearestAddress, nearestAnchor } from './nearest-address.ts';
import { diagnose } from './rules.ts';
import type { SiteAddresses } from './site-addresses.ts';
import { addressesOf, isMadeLater } from './site-addresses.ts';

/**
 * That the links of posts to the site itself lead to a page that readers are shown, and to an anchor that it has. Where nobody says what
 * the site has beside its posts, nothing is said.
 */
export function checkLinks(corpus: Corpus): Diagnostic[] {
  const { site, guides } = corpus;
  const all = site?.identity ? [...guides, asGuide(site.identity)] : guides;
  if (!site || all.every((guide) => linksOf(guide).length === 0)) return [];
  const addresses = addressesOf(corpus, site.addresses);
  return all.flatMap((guide) => {
    const from = isPostFile(guide.file.path) ? addressOfPost(guide.file.path) : '/';
    return linksOf(guide).flatMap((link) => {
      const target = targetOf(link.url, from, site.origin);
      return target ? (checkTarget(guide, link, target, from, addresses) ?? []) : [];
    });
  });
}

/** The site's own links, which every page has. */
function asGuide({ file, links }: NonNullable<SiteAround['identity']>): CorpusGuide {
  return { file, links, data: undefined, fields: {}, references: [], passages: [], anchors: undefined };
}

/** The posts, as kind/slug, that a post may link to or stand in the place of: what must be read to say whether its links lead anywhere. */
export function linkedPosts(guide: CorpusGuide, origin: string | undefined): string[] {
  const from = addressOfPost(guide.file.path);
  const urls = [...linksOf(guide).map(({ url }) => url), ...(guide.data?.aliases ?? [])];
  return urls.flatMap((url) => {
    const path = targetOf(url, from, origin)?.path.toLowerCase() ?? '';
    return /^\/([a-z-]+\/[a-z0-9-]+)\/?$/.exec(path)?.[1] ?? [];
  });
}

/** The links of a post: those of the body, and those that the front matter gives. */
export function linksOf(guide: CorpusGuide): readonly GuideLink[] {
  const { data } = guide;
  if (data?.kind !== 'labworks' || data.reading.length === 0) return guide.links;
  const ofFields = data.reading.flatMap(({ url }, index) => {
    if (url === undefined) return [];
    const { start, end } = rangeInField(guide, `reading.${index}.url`, url);
    return { url, start: start.offset, end: end.offset };
  });
  return [...ofFields, ...guide.links];
}

/** Where on the site a link leads. */
interface Target {
  readonly path: string;
  /** What stands behind `?` and `#`, with these. */
  readonly query: string;
  readonly hash: string;
}

/** Undefined for what leads elsewhere. */
function targetOf(url: string, from: string, origin = 'http://site'): Target | undefined {
  const target = URL.parse(url, origin + from);
  // A site may be named by either of the two protocols.
  const isOwn =
    target && /^https?:$/.test(target.protocol) && target.host === origin.replace(/^https?:\/\//, '');
  return isOwn ? { path: unescaped(target.pathname), query: target.search, hash: target.hash } : undefined;
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function checkTarget(
  guide: CorpusGuide,
  link: GuideLink,
  { path, query, hash }: Target,
  from: string,
  addresses: SiteAddresses,
): Diagnostic | undefined {
  if (isMadeLater(path)) return undefined;
  const isHere = path === from;
  const page = isHere ? { guide } : addresses.pages.get(path);
  if (page?.guide) return checkAnchor(guide, link, page.guide, { path, query, hash }, addresses);
  if (page) return page.anchors && checkAnchorOfPage(guide, link, page.anchors, { path, query, hash });
  const waiting = addresses.unpublished.get(path);
  if (waiting) return unpublishedTarget(guide, link, path, waiting);
  const { pages, unpublished, aliases } = addresses;
  const now = aliases.get(path.endsWith('/') ? path : `${path}/`);
  if (now !== undefined)
    return report(guide, link, {
      rule: 'guide/indirect-link',
      message: `${path} is an old address, and leads to ${now}.`,
      near: { name: now + query + hash, certain: true },
      otherwise: '',
    });
  const isPost = (address: string) => unpublished.has(address) || pages.get(address)?.guide !== undefined;
  const found = nearestAddress(path, [...pages.keys(), ...unpublished.keys()], isPost);
  // What is written from the post begins like its own address, which is not meant by that.
  const isAround = found?.certain === false && found.name === from && path.startsWith(from);
  const near = isAround ? undefined : found && certainWith(hash, found, addresses);
  // Most hosts lead from the one to the other.
  const isSlashOnly = near?.certain === true && near.name === `${path}/`;
  return report(guide, link, {
    rule: isSlashOnly ? 'guide/indirect-link' : 'guide/broken-link',
    message: isSlashOnly
      ? `The address of the page is ${near.name}, with a slash at its end.`
      : `There is no page ${shortened(path)} on this site.`,
    near: near && { ...near, name: near.name + query + hash },
    otherwise: 'Link to a post as /kind/slug/, or to another page of the site.',
  });
}

/** A page that has no such anchor is less certain to be what was meant. */
function certainWith(hash: string, near: Nearest, { pages }: SiteAddresses): Nearest {
  const page = pages.get(near.name);
  const anchors = page?.guide?.anchors ?? page?.anchors;
  const anchor = unescaped(hash.slice(1));
  const has = anchor === '' || anchors === undefined || ['content', ...anchors].includes(anchor);
  return has ? near : { ...near, certain: false };
}

function checkAnchor(
  guide: CorpusGuide,
  link: GuideLink,
  target: CorpusGuide,
  { path, query, hash }: Target,
  { pages, corrected }: SiteAddresses,
): Diagnostic | undefined {
  const anchor = unescaped(hash.slice(1));
  // A browser goes to the top, and to words of the page, by itself.
  if (!target.anchors || anchor === '' || anchor === 'top' || anchor.startsWith(':~:')) return undefined;
  const anchors = ['content', ...(corrected.has(path) ? ['changelog'] : []), ...target.anchors];
  if (anchors.includes(anchor)) return undefined;
  const near = nearestAnchor(anchor, anchors);
  const page = target === guide ? '' : path + query;
  const elsewhere = near?.certain ? undefined : inOtherPart(anchor, target, pages);
  return report(guide, link, {
    rule: 'guide/broken-link',
    message: `${target === guide ? 'This page' : path} has no anchor “${shortened(anchor)}”.`,
    near: elsewhere ?? (near && { ...near, name: `${page}#${near.name}` }),
    otherwise: anchorHint(anchors),
  });
}

/** An anchor of a page that is no post. */
function checkAnchorOfPage(
  guide: CorpusGuide,
  link: GuideLink,
  own: readonly string[],
  { path, query, hash }: Target,
): Diagnostic | undefined {
  const anchor = unescaped(hash.slice(1));
  const anchors = ['content', ...own];
  if (anchor === '' || anchor === 'top' || anchor.startsWith(':~:') || anchors.includes(anchor))
    return undefined;
  const near = nearestAnchor(anchor, anchors);
  return report(guide, link, {
    rule: 'guide/broken-link',
    message: `${path} has no anchor “${shortened(anchor)}”.`,
    near: near && { ...near, name: `${path}${query}#${near.name}` },
    otherwise: anchorHint(anchors),
  });
}

/** Where a step is that stands in another part of the labwork. */
function inOtherPart(
  anchor: string,
  { data }: CorpusGuide,
  pages: SiteAddresses['pages'],
): Nearest | undefined {
  if (data?.kind !== 'labworks') return undefined;
  const found = [...pages].flatMap(([address, { guide }]) => {
    const isPart = guide?.data?.kind === 'labworks' && guide.data.labwork === data.labwork;
    const near = isPart && guide.anchors ? nearestAnchor(anchor, guide.anchors) : undefined;
    return near?.certain ? [`${address}#${near.name}`] : [];
  });
  return found.length === 1 ? { name: found[0]!, certain: true } : undefined;
}

interface LinkProblem {
  readonly rule: 'guide/broken-link' | 'guide/indirect-link';
  readonly message: string;
  /** What was most likely meant. */
  readonly near: Nearest | undefined;
  /** What to do where nothing is near. */
  readonly otherwise: string;
}

function report(
  { file }: CorpusGuide,
  { url, start, end }: GuideLink,
  { rule, message, near, otherwise }: LinkProblem,
): Diagnostic {
  const isWhole = file.text.slice(start, end) === url;
  const range = rangeAt(file, start, end);
  const hint = near ? (near.certain ? `Write ${near.name}.` : `Did you mean ${near.name}?`) : otherwise;
  const found = { rule, file, range, message, hint };
  if (!near?.certain || !isWhole) return diagnose(found);
  const edits = [{ start, end, text: near.name }];
  return diagnose({ ...found, fix: { title: `Write ${near.name}`, safety: 'safe', edits } });
}

function anchorHint(anchors: readonly string[]): string {
  const named = anchors.filter((anchor) => !/^(?:note-|content$)/.test(anchor));
  if (named.length === 0) return 'It has none: leave out what stands behind `#`.';
  const more = named.length > 5 ? ' …' : '.';
  return `It has ${named
    .slice(0, 5)
    .map((anchor) => `#${anchor}`)
    .join(', ')}${more}`;
}

/** A post may link to one that is published no later than itself. */
function unpublishedTarget(
  guide: CorpusGuide,
  { start, end }: GuideLink,
  path: string,
  { data }: CorpusGuide,
): Diagnostic | undefined {
  const own = guide.data;
  // Of a post that cannot be read nothing is known.
  if (!data || (!own && isPostFile(guide.file.path))) return undefined;
  if (own && (own.draft || (!data.draft && own.date >= data.date))) return undefined;
  return diagnose({
    rule: 'guide/broken-link',
    file: guide.file,
    range: rangeAt(guide.file, start, end),
    message: data.draft
      ? `${path} is a draft, which readers are not shown.`
      : `${path} is not published before ${data.date}.`,
    hint: data.draft
      ? 'Publish it first, or leave out the link.'
      : `Date this post ${data.date} or later, or leave out the link until then.`,
  });
}
