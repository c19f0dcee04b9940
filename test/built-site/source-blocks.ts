import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The command blocks of the posts as a person with a text editor would take them out: fences by their marks, values by looking them
 * up in the lab's file. It shares nothing with the engine, so that a character the engine loses is missed here.
 */
export interface SourcePost {
  /** `/labworks/converged-switching-part-1/` */
  readonly url: string;
  readonly labwork: number | undefined;
  readonly part: number;
  readonly blocks: readonly SourceBlock[];
}

export interface SourceBlock {
  /** Of the opening fence, from 1. */
  readonly line: number;
  readonly dialect: 'powershell' | 'ios';
  readonly device: string;
  readonly platform: string | undefined;
  readonly role: 'apply' | 'verify' | 'undo' | 'example';
  /** Lines between the fences, values filled in. */
  readonly text: string;
}

interface LabFile {
  readonly networks: readonly Network[];
  readonly values: readonly { readonly name: string; readonly value: string | number }[];
}

interface Network {
  readonly id: string;
  readonly name: string;
  readonly vlan: number;
  readonly subnet?: string;
  readonly hosts?: Readonly<Record<string, string>>;
}

const content = 'src/content';

/** Every post of the kind `labworks`, in the order of labwork and part. */
export function sourcePosts(): SourcePost[] {
  return readdirSync(`${content}/labworks`)
    .map((name) => readPost(name, readFileSync(`${content}/labworks/${name}`, 'utf8')))
    .sort((a, b) => (a.labwork ?? 0) - (b.labwork ?? 0) || a.part - b.part);
}

function readPost(name: string, text: string): SourcePost {
  const setting = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
  const lab = parse(readFileSync(`${content}/labs/${setting('lab')}.yaml`, 'utf8')) as LabFile;
  const lines = text.split(/\r?\n/);
  const blocks: SourceBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const fence = /^```(powershell|ios)\b(.*)$/.exec(lines[at]!);
    if (!fence) continue;
    const end = lines.indexOf('```', at);
    const word = (key: string) => new RegExp(`\\b${key}=(\\S+)`).exec(fence[2]!)?.[1];
    const role = (['verify', 'undo', 'example'] as const).find((flag) =>
      new RegExp(`\\s${flag}\\b`).test(fence[2]!.replace(/"[^"]*"/g, '')),
    );
    blocks.push({
      line: at + 1,
      dialect: fence[1] as SourceBlock['dialect'],
      device: word('on') ?? '',
      platform: word('platform'),
      role: role ?? 'apply',
      text: lines
        .slice(at + 1, end)
        .join('\n')
        .replace(/\{\{(.+?)\}\}/g, (_match, path: string) => valueOf(lab, path)),
    });
    at = end;
  }
  return {
    url: `/labworks/${name.replace(/\.mdx$/, '')}/`,
    labwork: Number(setting('labwork')) || undefined,
    part: Number(setting('part')),
    blocks,
  };
}

function valueOf({ networks, values }: LabFile, path: string): string {
  const [first, id, key, host] = path.split('.');
  if (first !== 'networks') return String(values.find(({ name }) => name === path)!.value);
  const network = networks.find((entry) => entry.id === id)!;
  if (key === 'prefix') return network.subnet!.split('/')[1]!;
  if (key === 'hosts') return network.hosts![host!]!;
  return String(network[key as 'name' | 'vlan']);
}
