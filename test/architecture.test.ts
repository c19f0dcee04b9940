import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** What each room may import from, besides itself and packages. The house of ARCHITECTURE.md; imports point downward only. */
const mayImport: Record<string, readonly string[]> = {
  'lib/source': [],
  'lib/diagnostics': ['lib/source'],
  'lib/dialects': ['lib/source', 'lib/diagnostics', 'lib/platforms', 'lib/dialects/text-checks'],
  'lib/dialects/text-checks': ['lib/source', 'lib/diagnostics', 'lib/dialects'],
  'lib/dialects/powershell': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/platforms',
    'lib/dialects/text-checks',
  ],
  'lib/dialects/ios': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/platforms',
    'lib/dialects/text-checks',
  ],
  'lib/models': ['lib/source', 'lib/diagnostics', 'lib/dialects'],
  'lib/models/switch': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/dialects/ios',
    'lib/models',
    'lib/platforms',
  ],
  'lib/platforms': [],
  'lib/lab': ['lib/source', 'lib/diagnostics', 'lib/dialects', 'lib/platforms'],
  'lib/guide': ['lib/source', 'lib/diagnostics', 'lib/dialects', 'lib/lab', 'lib/platforms'],
  'lib/comparison': ['lib/source', 'lib/diagnostics'],
  'lib/drawing': ['lib/comparison', 'lib/lab', 'lib/platforms'],
  'lib/accuracy': [],
  'lib/check': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/dialects/text-checks',
    'lib/dialects/ios',
    'lib/platforms',
    'lib/lab',
    'lib/guide',
    'lib/models',
    'lib/models/switch',
  ],
  'lib/bundle': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/platforms',
    'lib/lab',
    'lib/guide',
    'lib/check',
  ],
  // Composition: may use every room of the engine.
  lib: ['lib/**'],
  'site/types': ['lib/**'],
  workspace: ['lib/**'],
  site: ['lib/**', 'site/types', 'workspace'],
  build: ['lib/**', 'site', 'site/types', 'workspace'],
  // src/content.config.ts
  '.': ['site', 'build'],
  cli: ['lib/**', 'workspace'],
  components: ['components/**', 'lib/**', 'site/types', 'scripts'],
  layouts: ['components/**', 'lib/**', 'site/types', 'styles', 'scripts'],
  pages: ['layouts', 'components/**', 'site', 'site/types', 'lib/**'],
};

/** Node modules and globals that the engine must not touch: no disk, no network, no clock, no randomness. */
const engineForbids = [
  /from '(?:node:|astro)/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
  /\bfetch\(/,
  /\bprocess\./,
];

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/src[\\/]content[\\/]/.test(file));
}

/** The room of a file: the longest known folder it lies in. `site/types.ts` is a room of its own: only shapes. */
function roomOf(file: string): string {
  const path = relative(join(root, 'src'), file).replaceAll('\\', '/');
  if (path === 'site/types.ts') return 'site/types';
  const folder = dirname(path);
  const rooms = Object.keys(mayImport).filter((room) => folder === room || folder.startsWith(`${room}/`));
  return rooms.sort((a, b) => b.length - a.length)[0] ?? folder;
}

/** All that a file imports, or what is still there when types are gone. */
function importsOf(file: string, what: 'all' | 'values' = 'all'): string[] {
  const whole = readFileSync(file, 'utf8');
  const text = what === 'all' ? whole : whole.replace(/\b(?:import|export) type\b[^;]*;/g, '');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

const allowed = (room: string, target: string): boolean =>
  room === target ||
  (mayImport[room] ?? []).some((entry) =>
    entry.endsWith('/**')
      ? target === entry.slice(0, -3) || target.startsWith(entry.slice(0, -2))
      : entry === target,
  );

describe('the house', () => {
  const files = filesUnder(join(root, 'src'));

  it('has files to look at', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('lets imports point downward only', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      for (const specifier of importsOf(file)) {
        if (!specifier.startsWith('.')) continue;
        const target = resolve(dirname(file), specifier.replace(/\?.*$/, ''));
        if (!target.startsWith(join(root, 'src') + '/') && !target.startsWith(join(root, 'src') + '\\'))
          continue;
        const targetRoom = roomOf(target);
        if (targetRoom === 'content' || targetRoom.startsWith('content/')) {
          if (room.startsWith('lib')) wrong.push(`${relative(root, file)} imports ${specifier}`);
          continue;
        }
        if (!allowed(room, targetRoom))
          wrong.push(`${relative(root, file)} (${room}) imports ${specifier} (${targetRoom})`);
      }
    }
    expect(wrong).toEqual([]);
  });

  // Types may come from where they are; tests may look at single parts.
  it('lets the command line, the workspace, the build and the tools into the engine by its door only', () => {
    const outside = ['src/cli', 'src/workspace', 'src/build', 'tools', 'bench'].flatMap((folder) =>
      filesUnder(join(root, folder)),
    );
    const engine = join(root, 'src/lib');
    const doors = outside.flatMap((file) =>
      importsOf(file, 'values')
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ file, target: resolve(dirname(file), specifier) }))
        .filter(({ target }) => !relative(engine, target).startsWith('..')),
    );
    expect(doors.length).toBeGreaterThan(20);
    expect(
      doors
        .filter(({ target }) => target !== join(engine, 'engine.ts'))
        .map(
          ({ file, target }) => `${relative(root, file)} passes the door by for ${relative(engine, target)}`,
        ),
    ).toEqual([]);
  });

  // A page that is restored from an earlier build is not asked again what it reads. See src/site/paths.ts.
  it('lets a page that has a key read nothing but its props', () => {
    const keyed = files.filter(
      (file) => roomOf(file) === 'pages' && /\bgetStaticPaths\b/.test(readFileSync(file, 'utf8')),
    );
    expect(keyed.length).toBeGreaterThan(5);
    const reads = keyed.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => /\/site\/(?!paths\.ts$)/.test(specifier))
        .map(
          (specifier) =>
            `${relative(root, file).replaceAll('\\', '/')} imports ${specifier.replace(/^.*\/site\//, 'site/')}`,
        ),
    );
    expect(reads.sort()).toEqual([
      // Both by the digest that is their key.
      'src/pages/[kind]/[slug].astro imports site/views.ts',
      'src/pages/bundles/[name].zip.ts imports site/bundles.ts',
    ]);
  });

  // Astro bundles what pages import, at every build; they show what the engine made, and do not need it themselves.
  it('keeps the engine out of the pages', () => {
    const loaded = new Set(files.filter((file) => roomOf(file) === 'pages'));
    for (const file of loaded)
      for (const specifier of importsOf(file, 'values')) {
        const target = resolve(dirname(file), specifier.replace(/\?.*$/, ''));
        if (specifier.startsWith('.') && files.includes(target)) loaded.add(target);
      }
    const rooms = new Set([...loaded].map(roomOf));
    expect(rooms).toContain('lib/guide');
    expect([...rooms].filter((room) => /^lib\/(?:check|models|dialects\/)/.test(room))).toEqual([]);
  });

  // It would delay every build after an edit.
  it('loads the highlighter of other languages only when there is code in one', () => {
    const importing = files.filter((file) => importsOf(file, 'values').some((name) => /^shiki\b/.test(name)));
    expect(importing.map((file) => relative(root, file).replaceAll('\\', '/'))).toEqual([
      'src/site/posts/grammar-tokens.ts',
    ]);
    expect(readFileSync(importing[0]!, 'utf8')).not.toMatch(/^import (?!type\b).*'shiki\b/m);
  });

  it('keeps disk, network, clock and chance out of the engine', () => {
    const wrong: string[] = [];
    for (const file of files.filter((path) => roomOf(path).startsWith('lib'))) {
      const text = readFileSync(file, 'utf8');
      for (const pattern of engineForbids)
        if (pattern.test(text)) wrong.push(`${relative(root, file)}: ${pattern}`);
    }
    expect(wrong).toEqual([]);
  });
});
