import type { FoundFile } from './source-post.ts';

/** Finds files among the paths of a tree, with `/` between folders, by what posts call them. */
export interface FileFinder {
  find(address: string, from: string): FoundFile | undefined;
}

/** Folders whose files a site has at its root. */
const roots = [
  '',
  'static/',
  'public/',
  'assets/',
  'source/',
  'content/',
  'docs/',
  'src/',
  'images/',
  'content/images/',
];

/** `paths` are those of files that lie in the tree; nothing else is ever found. */
export function createFileFinder(paths: readonly string[]): FileFinder {
  const whole = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    whole.set(path.toLowerCase(), path);
    const name = nameOf(path).toLowerCase();
    const known = byName.get(name);
    if (known) known.push(path);
    else byName.set(name, [path]);
  }
  const found = (path: string | undefined): FoundFile | undefined =>
    path === undefined ? undefined : { id: path, name: nameOf(path) };
  const bySuffix = (wanted: string): string | undefined => {
    const same = byName.get(nameOf(wanted)) ?? [];
    let best: string | undefined;
    let longest = 0;
    let isTied = false;
    for (const path of same) {
      const length = commonEnd(path.toLowerCase(), wanted);
      if (length > longest) [best, longest, isTied] = [path, length, false];
      else if (length === longest) isTied = true;
    }
    return isTied ? undefined : best;
  };
  return {
    find(address) {
      const path = decoded(address).replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
      if (path === '' || leadsOut(path)) return undefined;
      for (const one of [
        path,
        path.replace(/-\d+x\d+(?=\.[a-z]+$)/, ''),
        path.replace(/-scaled(?=\.[a-z]+$)/, ''),
      ]) {
        const direct = roots.map((root) => whole.get(root + one)).find(Boolean) ?? bySuffix(one);
        if (direct !== undefined) return found(direct);
      }
      return undefined;
    },
  };
}

/** Whether a path leaves the folder that it begins in. */
export function leadsOut(path: string): boolean {
  let depth = 0;
  for (const part of decoded(path).replaceAll('\\', '/').split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** How many folders and names two paths end alike with. */
function commonEnd(one: string, other: string): number {
  const own = one.split('/').reverse();
  const others = other.split('/').reverse();
  let count = 0;
  while (count < own.length && own[count] === others[count]) count++;
  return count;
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
