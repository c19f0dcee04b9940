import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedNames } from './seed-names.ts';

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

describe('the program', () => {
  it('says nothing of the posts and labs that it comes with', () => {
    const found = rooms.flatMap(filesIn).flatMap((path) => {
      const text = readFileSync(path, 'utf8').toLowerCase();
      return seedNames
        .filter((name) => text.includes(name))
        .map((name) => `${relative(root, path)}: “${name}”`);
    });
    expect(found).toEqual([]);
  });
});
