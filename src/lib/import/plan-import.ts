import { slug as slugOf } from 'github-slugger';
import { alias, addressOfAlias } from '../guide/aliases.ts';
import { slug } from '../guide/front-matter.ts';
import type { SourcePost } from './source-post.ts';

/** What of a post must be known before any is written: where links lead to. */
export interface PostHead extends Pick<
  SourcePost,
  'source' | 'name' | 'addresses' | 'base' | 'draft' | 'title'
> {
  /** What its headings are called by; undefined where only a page of the old site would say it. */
  readonly anchors?: readonly string[];
}

/** A post at its place here. */
export interface PlannedPost {
  readonly slug: string;
  readonly draft: boolean;
  readonly anchors: readonly string[];
}

/** Where posts will lie, and which addresses lead to them. */
export interface ImportPlan {
  /** By source. */
  readonly slugs: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** By source: addresses that cannot lead on from here, and why. */
  readonly lost: ReadonlyMap<string, readonly { readonly address: string; readonly why: string }[]>;
  /** The post at an address or a path of before, as `addressKey` writes it. */
  readonly posts: ReadonlyMap<string, PlannedPost>;
  /** The one post whose file has a name, for programs that find it by that. */
  readonly named: ReadonlyMap<string, PlannedPost | undefined>;
}

/** `reserved`: addresses of pages that the site has. */
export function planImport(
  heads: Iterable<PostHead>,
  kind: string,
  reserved: ReadonlySet<string> = new Set(),
): ImportPlan {
  const slugs = new Map<string, string>();
  const aliases = new Map<string, string[]>();
  const lost = new Map<string, { address: string; why: string }[]>();
  const posts = new Map<string, PlannedPost>();
  const named = new Map<string, PlannedPost | undefined>();
  const taken = new Set<string>();
  const led = new Set<string>();
  const all = [...heads];
  for (const head of all) {
    const name = uniqueName(nameOf(head), taken);
    taken.add(name);
    slugs.set(head.source, name);
    const planned = { slug: name, draft: head.draft, anchors: head.anchors ?? [] };
    const file = fileKey(head.base);
    named.set(file, named.has(file) ? undefined : planned);
    for (const address of [...head.addresses, head.base]) {
      const key = addressKey(address);
      if (!posts.has(key)) posts.set(key, planned);
    }
  }
  const own = new Set([...taken].map((name) => `/${kind}/${name}/`));
  for (const { source, addresses } of all) {
    const kept: string[] = [];
    const left: { address: string; why: string }[] = [];
    for (const address of new Set(addresses)) {
      const path = decoded(address);
      const written = path.includes('?') ? undefined : alias.safeParse(path).data;
      const led_ = written === undefined ? undefined : addressOfAlias(written).toLowerCase();
      if (written === undefined || led_ === undefined)
        left.push({
          address,
          why:
            path === '/'
              ? 'It was the front page.'
              : 'No page of a static site can answer at such an address.',
        });
      else if (reserved.has(led_))
        left.push({ address, why: 'The site has a page of its own at that address.' });
      else if (own.has(led_)) {
        if (led_ !== `/${kind}/${slugs.get(source)!}/`)
          left.push({ address, why: 'Another of the posts has that address now.' });
      } else if (led.has(led_)) {
        if (!kept.some((one) => addressOfAlias(one).toLowerCase() === led_))
          left.push({ address, why: 'Another of the posts had that address as well.' });
      } else {
        led.add(led_);
        kept.push(written);
      }
    }
    aliases.set(source, kept);
    if (left.length > 0) lost.set(source, left);
  }
  return { slugs, aliases, lost, posts, named };
}

/** The last part of a path. */
export function fileKey(path: string): string {
  return addressKey(path).replace(/^.*\//, '');
}

/** An address or a path in the one form that they are compared in. */
export function addressKey(address: string): string {
  const [path = '', query = ''] = address.replace(/#.*$/, '').split('?');
  const id = /(?:^|&)(?:p|page_id|attachment_id)=(\d+)/.exec(query)?.[1];
  if (id !== undefined) return `?p=${id}`;
  return `/${decoded(path)
    .replace(/\/(?:index|_index|README)\.(?:html?|mdx?|markdown)$/i, '')
    .replace(/\.(?:html?|mdx?|markdown)$/i, '')
    .replace(/^\/+|\/+$/g, '')}`.toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function nameOf({ name, title, source }: PostHead): string {
  for (const text of [decoded(name), title, source]) {
    const made = nameForAddress(text);
    if (made !== undefined && made.length > 1) return made;
  }
  return 'post';
}

/** The last part of an address, made of words; undefined where they have no letter of the alphabet and no digit. */
export function nameForAddress(text: string): string | undefined {
  // Letters with signs are written without them.
  const made = slugOf(
    text
      .replaceAll('ß', 'ss')
      .normalize('NFKD')
      .replace(/[^\p{ASCII}]/gu, '')
      .replace(/[._/\s]+/g, '-'),
  )
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .slice(0, 100)
    .replace(/^-|-$/g, '');
  return slug.safeParse(made).success ? made : undefined;
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(one)) return one;
  }
}
