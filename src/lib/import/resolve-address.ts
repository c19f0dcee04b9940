import { leadsOut } from './file-finder.ts';
import type { ImportPlan, PlannedPost } from './plan-import.ts';
import { addressKey, fileKey } from './plan-import.ts';
import type { FoundFile, SourcePost, SourceSite } from './source-post.ts';

/** Where a link or a picture of a post leads to now. */
export type ResolvedAddress =
  /** As it did: to another site, or within the post. */
  | { readonly kind: 'same' }
  | { readonly kind: 'post'; readonly url: string }
  | { readonly kind: 'file'; readonly file: FoundFile }
  /** To something of the old site that did not come along; an address where it can still be asked for. */
  | { readonly kind: 'left'; readonly url: string | undefined; readonly why: string };

export interface AddressBook {
  readonly kind: string;
  readonly plan: ImportPlan;
  readonly site: SourceSite;
  /** Finds a file among those that came with the posts; `from` is the base of the post. */
  findFile(address: string, from: string): FoundFile | undefined;
}

export function resolveAddress(
  written: string,
  { base, addresses, draft }: Pick<SourcePost, 'base' | 'addresses' | 'draft'>,
  { kind, plan, site, findFile }: AddressBook,
): ResolvedAddress {
  const url = written.trim();
  if (url === '') return { kind: 'left', url: undefined, why: 'It leads nowhere.' };
  if (url.startsWith('#')) return { kind: 'same' };
  const path = pathOf(url, site);
  if (path === undefined) return { kind: 'same' };
  const [, anchor = ''] = /#(.+)$/.exec(path) ?? [];
  const isFromRoot = path.startsWith('/');
  const around = isFromRoot ? [path] : [joined(base, path), joined(addresses[0] ?? base, path), path];
  for (const one of around) {
    const found = plan.posts.get(addressKey(one));
    if (!found || addressKey(one) === '/') continue;
    if (found.draft && !draft)
      return {
        kind: 'left',
        url: absolute(isFromRoot ? path : one, site),
        why: 'The post it leads to is a draft.',
      };
    return { kind: 'post', url: `/${kind}/${found.slug}/${fragmentOf(anchor, found)}` };
  }
  const byName = /\.(?:mdx?|markdown)$/i.test(path.replace(/#.*$/, ''))
    ? plan.named.get(fileKey(path))
    : undefined;
  if (byName && (!byName.draft || draft))
    return { kind: 'post', url: `/${kind}/${byName.slug}/${fragmentOf(anchor, byName)}` };
  if (isFromRoot ? leadsOut(path) : leadsOut(base.replace(/[^/]*$/, '') + path))
    return {
      kind: 'left',
      url: absolute(isFromRoot ? path : '', site),
      why: 'Its path leads out of what came along, and nothing there is read.',
    };
  const file = around.map((one) => findFile(one.replace(/[?#].*$/, ''), base)).find(Boolean);
  if (file) return { kind: 'file', file };
  return {
    kind: 'left',
    url: absolute(isFromRoot ? path : (around[1] ?? path), site),
    why: 'What it leads to did not come along.',
  };
}

/** Where a heading of the post has that anchor here; comments and other places of the old page are none. */
function fragmentOf(anchor: string, { anchors }: PlannedPost): string {
  return anchors.includes(anchor) ? `#${anchor}` : '';
}

/** An address of the old site from its root, or as it stands where it begins at the post; undefined for all other sites. */
function pathOf(url: string, { origins }: SourceSite): string | undefined {
  if (/^(?:https?:)?\/\//i.test(url)) {
    const bare = (text: string) => text.replace(/^(?:https?:)?\/\/(?:www\.)?/i, '').replace(/\/$/, '');
    for (const origin of origins) {
      const own = bare(origin);
      const rest = bare(url);
      if (rest.toLowerCase().startsWith(own.toLowerCase()) && /^(?:[/?#]|$)/.test(rest.slice(own.length))) {
        const path = url.replace(/^(?:https?:)?\/\/(?:www\.)?/i, '').slice(own.length);
        return path.startsWith('/') ? path : `/${path}`;
      }
    }
    return undefined;
  }
  return /^[a-z][a-z\d+.-]*:/i.test(url) ? undefined : url;
}

/** A path that begins at another, a file's or an address. */
function joined(base: string, path: string): string {
  if (path.startsWith('?')) return path;
  const parts = base.replace(/[^/]*$/, '').split('/');
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.length > 1) parts.splice(-2, 1);
    } else if (part !== '.') parts.splice(-1, 1, part, '');
  }
  return parts.join('/').replace(/\/$/, '');
}

function absolute(path: string, { origins: [origin] }: SourceSite): string | undefined {
  // A name that stands for the address of the site is none.
  return origin === undefined || !/^https?:/i.test(origin)
    ? undefined
    : `${origin}/${path.replace(/^\/+/, '')}`;
}
