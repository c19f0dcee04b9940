import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../src/lib/rules.ts';

const root = resolve(import.meta.dirname, '..');

/** The program and what it says: nothing of it is of one site, whichever that is. */
const rooms = [
  ...['lib', 'cli', 'build', 'jobs', 'workspace', 'site', 'components', 'layouts', 'pages', 'scripts'],
  'content/rules',
];

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, 'src', folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^\.(?:ts|astro|mdx?|ya?ml)$/.test(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));

/**
 * What posts and labs are called, where nobody else could have come to call something so: titles of three words and more, addresses of
 * three parts, names and values of a lab that are put together from two. A rule may have the words of its own id.
 */
function ownNames(): string[] {
  const ids = new Set(Object.keys(rules).map((id) => id.replace(/^.*\//, '')));
  const names: string[] = [];
  const addPhrase = (text: unknown, least: number) => {
    if (typeof text === 'string' && text.length >= 10 && text.split(/[\s_-]+/).length >= least)
      names.push(text);
  };
  for (const folder of ['allegories', 'fail-files', 'labworks', 'debug', 'field-notes'])
    for (const path of existing(`content/${folder}`)) {
      const name = basename(path, extname(path));
      if (!/\.mdx?$/.test(path)) continue;
      const slug = name === 'index' ? basename(dirname(path)) : name;
      if (!ids.has(slug)) addPhrase(slug, 3);
      addPhrase(/^title: *(['"]?)(.*)\1$/m.exec(readFileSync(path, 'utf8'))?.[2], 3);
    }
  for (const path of existing('content/labs')) {
    const lab = parse(readFileSync(path, 'utf8')) as Lab;
    addPhrase(lab.title, 2);
    for (const { name } of lab.devices ?? []) addPhrase(name, 2);
    for (const { value } of lab.values ?? []) addPhrase(value, 2);
  }
  return names;
}

interface Lab {
  readonly title?: unknown;
  readonly devices?: readonly { readonly name?: unknown }[];
  readonly values?: readonly { readonly value?: unknown }[];
}

function existing(folder: string): string[] {
  try {
    return filesIn(folder);
  } catch {
    return [];
  }
}

describe('the program', () => {
  it('says nothing of the posts and labs that it comes with', () => {
    const names = ownNames().map((name) => name.toLowerCase());
    const found = rooms.flatMap(filesIn).flatMap((path) => {
      const text = readFileSync(path, 'utf8').toLowerCase();
      return names.filter((name) => text.includes(name)).map((name) => `${relative(root, path)}: “${name}”`);
    });
    expect(found).toEqual([]);
  });
});
