import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { kinds } from '../../src/lib/engine.ts';

/** Text files of a site that show content. The pages of rules and of accuracy are the program's own. */
const isShown = (path: string) =>
  /\.(?:html|xml|json|txt|csv|svg|js|webmanifest)$/.test(path) &&
  !/^(?:rules|accuracy|pagefind|schemas)\//.test(path);

/**
 * What names a site, its posts and its labs, as its own files say: names and titles of posts, names of files, devices, networks and values,
 * addresses. Without what the other content or the program says as well, and without what is shorter than three letters.
 */
export function wordsOf(project: string, other: string): readonly string[] {
  const said = [
    ...textsIn(join(other, 'src'), /\.(?:mdx?|ya?ml|svg|ts|astro)$/),
    // As anchors are made of headings.
  ].map((text) => text.toLowerCase());
  const slugged = said.map((text) => text.replace(/[^a-z0-9.]+/g, '-'));
  const isSaid = (word: string) => {
    const low = word.toLowerCase();
    return said.some((text) => text.includes(low)) || slugged.some((text) => text.includes(low));
  };
  const words = new Set([...wordsOfSite(project), ...wordsOfPosts(project), ...wordsOfLabs(project)]);
  return [...words].filter((word) => word.length >= 3 && !isSaid(word));
}

/** Where the words stand on a site that was built in `project`, each as a word of its own. */
export function findWords(
  project: string,
  words: readonly string[],
): readonly { readonly path: string; readonly word: string }[] {
  const dist = join(project, 'dist');
  const patterns = words.map((word) => [word, asWord(word)] as const);
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(isShown)
    .sort()
    .flatMap((path) => {
      const text = `${path}\n${readFileSync(join(dist, path), 'utf8')}`;
      return patterns.filter(([, pattern]) => pattern.test(text)).map(([word]) => ({ path, word }));
    });
}

/** Finds a word where no letter or digit stands beside it. */
function asWord(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`, 'iu');
}

function wordsOfSite(project: string): string[] {
  const site = parse(readFileSync(join(project, 'src/site.yaml'), 'utf8')) as Record<string, unknown>;
  return ['name', 'tagline', 'description', 'address'].map((key) => site[key]).filter(isText);
}

function wordsOfPosts(project: string): string[] {
  const content = join(project, 'src/content');
  return [...kinds, 'comparisons', 'figures'].flatMap((kind) =>
    filesIn(join(content, kind), /\.(?:mdx?|markdown|ya?ml|svg|png|jpe?g|webp|avif|gif)$/).flatMap((path) => {
      const name = basename(path, extname(path));
      const title = /^title: *(['"]?)(.*)\1$/m.exec(readFileSync(path, 'utf8'))?.[2];
      return [name === 'index' ? basename(dirname(path)) : name, title].filter(isText);
    }),
  );
}

interface Lab {
  readonly [key: string]: unknown;
}

/** Every text of a lab that names something: its own title, and of what it has the names, titles, addresses and values. */
function wordsOfLabs(project: string): string[] {
  return filesIn(join(project, 'src/content/labs'), /\.ya?ml$/).flatMap((path) => {
    const names: unknown[] = [basename(path, extname(path))];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value as Lab)) {
          if (['name', 'title', 'subnet', 'gateway', 'value', 'domain', 'id'].includes(key)) names.push(part);
          if (key === 'hosts') names.push(...Object.values(part as Lab));
          visit(part);
        }
    };
    visit(parse(readFileSync(path, 'utf8')));
    return names.filter(isText);
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';

const textsIn = (folder: string, names: RegExp) =>
  filesIn(folder, names).map((path) => readFileSync(path, 'utf8'));

function filesIn(folder: string, names: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
