import type { Code, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import ipaddr from 'ipaddr.js';
import { unified } from 'unified';
import { parse } from 'yaml';
import { placeInContent } from '../../src/lib/check/content-places.ts';
import { readSources } from '../../src/workspace/content.ts';
import { today } from '../../src/workspace/today.ts';

/**
 * The blocks of the posts as remark finds them, values filled in by looking them up in the lab's file. It shares nothing with the
 * engine, so that a character the engine loses is missed here.
 */
export interface SourcePost {
  /** `/labworks/wiring-the-rack/` */
  readonly url: string;
  readonly labwork: number | undefined;
  readonly part: number;
  readonly source: string;
  readonly tree: Root;
  /** Command blocks alone. */
  readonly blocks: readonly SourceBlock[];
  /** The texts of all listings but outputs, in their order. */
  readonly listings: readonly string[];
  /** What is only shown, with its language. */
  readonly shown: readonly { readonly lang: string; readonly text: string }[];
}

export interface SourceBlock {
  /** Of the opening fence, from 1. */
  readonly line: number;
  readonly dialect: 'powershell' | 'ios';
  /** The first of several; undefined where the block leaves it to the lab. */
  readonly device: string | undefined;
  readonly platform: string | undefined;
  readonly role: 'apply' | 'verify' | 'undo' | 'example';
  /** Lines between the fences, values filled in. */
  readonly text: string;
}

interface LabFile {
  readonly groups?: readonly { readonly name: string; readonly devices: readonly string[] }[];
  readonly domain?: string;
  readonly devices?: readonly { readonly name: string; readonly title?: string }[];
  readonly networks?: readonly Network[];
  readonly values?: readonly { readonly name: string; readonly value: string | number }[];
}

interface Network {
  readonly id: string;
  readonly name: string;
  readonly vlan: number;
  readonly subnet?: string;
  readonly gateway?: string;
  readonly dns?: readonly string[];
  readonly dhcp?: readonly { readonly from: string; readonly to: string }[];
  readonly hosts?: Readonly<Record<string, string>>;
}

interface Front {
  readonly lab?: string;
  readonly labwork?: number;
  readonly part?: number;
  readonly draft?: boolean;
  readonly date?: string;
}

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();
const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).freeze();

/** Braces of formulas and of shortcodes are no programs, and all that is asked of the tree holds without MDX too. */
function treeOf(path: string, source: string): Root {
  if (!path.endsWith('.mdx')) return markdown.parse(source);
  try {
    return mdx.parse(source);
  } catch {
    return markdown.parse(source);
  }
}

/** Every post that is published, in the order of labwork and part. */
export function sourcePosts(): SourcePost[] {
  const { posts, labs } = readSources();
  const labOf = (id: string | undefined) => {
    const file = labs.find(({ path }) => placeInContent(path.replace(/^src\/content\//, ''))?.id === id);
    return (file ? parse(file.text) : {}) as LabFile;
  };
  return posts
    .flatMap(({ path, text }) => {
      const source = text.replaceAll('\r\n', '\n');
      const tree = treeOf(path, source);
      const [head] = tree.children;
      const front = (head?.type === 'yaml' ? parse(head.value) : {}) as Front;
      const isShown = front.draft !== true && String(front.date) <= today();
      return !isShown ? [] : [readPost({ path, source, tree, front, lab: labOf(front.lab) })];
    })
    .sort((a, b) => (a.labwork ?? 0) - (b.labwork ?? 0) || a.part - b.part);
}

/** The posts that have command blocks. */
export function postsWithBlocks(): SourcePost[] {
  return sourcePosts().filter(({ blocks }) => blocks.length > 0);
}

interface Read {
  readonly path: string;
  readonly source: string;
  readonly tree: Root;
  readonly front: Front;
  readonly lab: LabFile;
}

function readPost({ path, source, tree, front, lab }: Read): SourcePost {
  const codes = codesIn(tree);
  const isCommands = (lang: string | null | undefined) => lang === 'powershell' || lang === 'ios';
  const textOf = ({ value, lang }: Code) =>
    isCommands(lang) ? value.replace(/\{\{(.+?)\}\}/g, (_match, of: string) => valueOf(lab, of)) : value;
  const isPart = path.includes('/labworks/');
  return {
    url: path.replace(/^src\/content/, '').replace(/(?:\/index)?\.(?:mdx?|markdown)$/, '/'),
    labwork: isPart ? front.labwork : undefined,
    part: front.part ?? 0,
    source,
    tree,
    blocks: codes.filter(({ lang }) => isCommands(lang)).map((code) => blockOf(code, textOf(code), lab)),
    shown: codes
      .filter(({ lang }) => !isCommands(lang) && isListing(lang))
      .map(({ lang, value }) => ({ lang: lang ?? '', text: value })),
    listings: codes.filter(({ lang }) => isListing(lang)).map(textOf),
  };
}

/** An output stands with its commands, and what is `math` is shown as a formula. */
function isListing(lang: string | null | undefined): boolean {
  return lang !== 'output' && lang !== 'math';
}

function blockOf({ lang, meta, position }: Code, text: string, lab: LabFile): SourceBlock {
  const words = (meta ?? '').replace(/"[^"]*"/g, '""');
  const word = (key: string) => new RegExp(`(?:^|\\s)${key}=(\\S+)`).exec(words)?.[1];
  const role = (['verify', 'undo', 'example'] as const).find((flag) =>
    new RegExp(`(?:^|\\s)${flag}(?:\\s|$)`).test(words),
  );
  return {
    line: position!.start.line,
    dialect: lang as SourceBlock['dialect'],
    device: firstDevice(word('on'), lab),
    platform: word('platform'),
    role: role ?? 'apply',
    text,
  };
}

function firstDevice(on: string | undefined, { groups = [] }: LabFile): string | undefined {
  const [first] = on?.split(',') ?? [];
  return groups.find(({ name }) => name === first)?.devices[0] ?? first;
}

function codesIn(node: Root | Root['children'][number]): Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap((child) => codesIn(child as typeof node)) : [];
}

function valueOf({ domain, devices, networks, values }: LabFile, path: string): string {
  const [first, id, key, place, end] = path.trim().split('.');
  if (path.trim() === 'domain') return domain!;
  if (first === 'devices') {
    const { name, title = name } = devices!.find((device) => device.name === id)!;
    return key === 'fqdn' ? `${title}.${domain!}` : title;
  }
  if (first !== 'networks') return String(values!.find(({ name }) => name === path.trim())!.value);
  const network = networks!.find((entry) => entry.id === id)!;
  switch (key) {
    case 'prefix':
      return network.subnet!.split('/')[1]!;
    case 'network':
      return ipaddr.IPv4.networkAddressFromCIDR(network.subnet!).toString();
    case 'broadcast':
      return ipaddr.IPv4.broadcastAddressFromCIDR(network.subnet!).toString();
    case 'mask':
    case 'wildcard': {
      const { octets } = ipaddr.IPv4.subnetMaskFromPrefixLength(Number(network.subnet!.split('/')[1]));
      return octets.map((octet) => (key === 'mask' ? octet : 255 - octet)).join('.');
    }
    case 'dns':
      return network.dns![Number(place) - 1]!;
    case 'dhcp':
      return network.dhcp![Number(place) - 1]![end as 'from' | 'to'];
    case 'hosts':
      return network.hosts![place!]!;
    default:
      return String(network[key as 'name' | 'vlan' | 'subnet' | 'gateway']);
  }
}
