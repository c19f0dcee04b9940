import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceClassIds } from '../src/lib/platforms/device-class.ts';
import { dialectIds } from '../src/lib/platforms/dialects.ts';
import { platformIds } from '../src/lib/platforms/platforms.ts';
import { rules } from '../src/lib/rules.ts';

const root = resolve(import.meta.dirname, '..');

/** What each room may import from, besides itself and packages. The house of ARCHITECTURE.md; imports point downward only. */
const mayImport: Record<string, readonly string[]> = {
  'lib/source': [],
  'lib/writing': [],
  'lib/diagnostics': ['lib/source'],
  'lib/dialects': ['lib/source', 'lib/diagnostics', 'lib/dialects/text-checks'],
  'lib/dialects/text-checks': ['lib/source', 'lib/diagnostics', 'lib/dialects'],
  'lib/dialects/powershell': ['lib/source', 'lib/diagnostics', 'lib/dialects', 'lib/dialects/text-checks'],
  'lib/dialects/ios': ['lib/source', 'lib/diagnostics', 'lib/dialects', 'lib/dialects/text-checks'],
  'lib/models': ['lib/source', 'lib/diagnostics', 'lib/dialects'],
  'lib/models/host': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/dialects/powershell',
    'lib/models',
  ],
  'lib/models/switch': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/dialects/text-checks',
    'lib/dialects/ios',
    'lib/models',
  ],
  'lib/platforms': ['lib/writing', 'lib/dialects/**', 'lib/models/**'],
  'lib/lab': ['lib/source', 'lib/diagnostics', 'lib/dialects/text-checks', 'lib/platforms'],
  'lib/guide': ['lib/source', 'lib/diagnostics', 'lib/platforms', 'lib/picture'],
  'lib/comparison': ['lib/source', 'lib/diagnostics'],
  'lib/figure': ['lib/source', 'lib/diagnostics'],
  'lib/picture': ['lib/source', 'lib/diagnostics'],
  'lib/identity': ['lib/source', 'lib/diagnostics'],
  'lib/drawing': ['lib/comparison', 'lib/lab', 'lib/platforms'],
  'lib/accuracy': [],
  'lib/check': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/dialects/text-checks',
    'lib/models',
    'lib/platforms',
    'lib/lab',
    'lib/guide',
    'lib/picture',
    'lib/accuracy',
  ],
  'lib/assist': [
    ...['lib/source', 'lib/dialects', 'lib/models', 'lib/platforms', 'lib/lab', 'lib/guide'],
    ...['lib/check', 'lib/plan', 'lib/comparison', 'lib/identity'],
  ],
  'lib/plan': ['lib/source', 'lib/models', 'lib/platforms', 'lib/check'],
  'lib/bundle': [
    'lib/writing',
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/platforms',
    'lib/lab',
    'lib/guide',
    'lib/check',
    'lib/plan',
  ],
  'lib/import': [
    'lib/source',
    'lib/diagnostics',
    'lib/dialects',
    'lib/dialects/text-checks',
    'lib/platforms',
    'lib/lab',
    'lib/guide',
    'lib/picture',
    'lib/check',
  ],
  'lib/ledger': ['lib/writing', 'lib/source', 'lib/diagnostics', 'lib/guide'],
  // Composition: may use every room of the engine.
  lib: ['lib/**'],
  // Shapes, and what the site calls its kinds.
  'site/types': ['lib/**'],
  'site/kinds': ['lib/**'],
  // What pages show, made of the engine's values while the content is brought up to date.
  'site/posts': ['lib/**', 'site/types', 'workspace'],
  workspace: ['lib/**', 'cli', 'site', 'site/posts'],
  site: ['lib/**', 'site/types', 'site/kinds', 'site/identity', 'site/posts', 'workspace'],
  // Who the site is, which stands on every page.
  'site/identity': ['lib/**', 'site', 'site/types'],
  // Work that threads share, and the check of posts whose results are kept.
  jobs: ['lib/**', 'site/posts', 'workspace'],
  build: ['lib/**', 'jobs', 'site', 'site/types', 'site/kinds', 'site/posts', 'workspace'],
  // src/content.config.ts
  '.': ['site', 'build'],
  cli: ['lib/**', 'jobs', 'workspace'],
  components: ['components/**', 'lib/**', 'site/types', 'site/kinds', 'styles', 'scripts'],
  layouts: ['components/**', 'lib/**', 'site/types', 'site/kinds', 'site/identity', 'styles', 'scripts'],
  pages: [
    'layouts',
    'components/**',
    'site',
    'site/types',
    'site/kinds',
    'site/identity',
    'styles',
    'lib/**',
  ],
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

/** The room of a file: the longest known folder it lies in. `site/kinds.ts` is a room of its own, which components may use, and `site/site.ts` one for layouts. */
function roomOf(file: string): string {
  const path = relative(join(root, 'src'), file).replaceAll('\\', '/');
  if (path === 'site/kinds.ts') return 'site/kinds';
  if (path === 'site/site.ts') return 'site/identity';
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

/** From the project's root, with `/` everywhere. */
function nameOf(file: string): string {
  return relative(root, file).replaceAll('\\', '/');
}

/** Files that import each other, directly or around corners, types included: each group sorted, the groups by their first file. */
function circlesAmong(files: readonly string[]): string[][] {
  const known = new Set(files);
  const targets = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => resolve(dirname(file), specifier.replace(/\?.*$/, '')))
        .filter((target) => known.has(target)),
    ]),
  );
  const reachable = (from: string): Set<string> => {
    const reached = new Set<string>();
    const waiting = [...targets.get(from)!];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      waiting.push(...targets.get(file)!);
    }
    return reached;
  };
  const reach = new Map(files.map((file) => [file, reachable(file)]));
  const groups = files
    .filter((file) => reach.get(file)!.has(file))
    .map((file) => [...reach.get(file)!].filter((other) => reach.get(other)!.has(file)).sort());
  return [...new Map(groups.map((group) => [group[0]!, group])).values()].sort((a, b) =>
    a[0]! < b[0]! ? -1 : 1,
  );
}

/** Without comments, so that an example in one counts for nothing. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^[ \t]*\/\*\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm, '');
}

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
    const outside = ['src/cli', 'src/workspace', 'src/jobs', 'src/build', 'tools', 'bench'].flatMap(
      (folder) => filesUnder(join(root, folder)),
    );
    const engine = join(root, 'src/lib');
    const doors = outside.flatMap((file) =>
      importsOf(file, 'values')
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ file, target: resolve(dirname(file), specifier) }))
        .filter(({ target }) => !relative(engine, target).startsWith('..')),
    );
    expect(doors.length).toBeGreaterThan(20);
    // Who the site is has a door of its own, for the one file that is asked before there is work for an engine.
    const isDoor = ({ file, target }: { file: string; target: string }) =>
      target === join(engine, 'engine.ts') ||
      (target === join(engine, 'site.ts') && file === join(root, 'src/workspace/identity.ts'));
    expect(
      doors
        .filter((door) => !isDoor(door))
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
      // All by the digest that is their key.
      'src/pages/[kind]/[slug].astro imports site/views.ts',
      // Made of their props alone.
      'src/pages/[kind]/[slug]/changes/atom.xml.ts imports site/correction-feeds.ts',
      'src/pages/[kind]/[slug]/changes/atom.xml.ts imports site/feed.ts',
      'src/pages/[kind]/[slug]/changes/feed.json.ts imports site/correction-feeds.ts',
      'src/pages/[kind]/[slug]/changes/feed.json.ts imports site/feed.ts',
      'src/pages/[kind]/[slug]/changes/index.astro imports site/changes-html.ts',
      // By the digest that is in their key.
      'src/pages/[kind]/[slug]/changes/index.astro imports site/histories.ts',
      'src/pages/bundles/[name].zip.ts imports site/bundles.ts',
      'src/pages/pictures/[file].ts imports site/pictures.ts',
    ]);
  });

  // Astro bundles what pages import, at every build; they show what the engine made, and do not need it themselves.
  it('keeps the engine out of the pages, and of all that they are made of', () => {
    const shown = /^(?:pages|layouts|components|site|site\/types|site\/kinds|site\/identity)$/;
    const loaded = new Set(
      files.filter((file) => shown.test(roomOf(file).replace(/(?<=components)\/.*/, ''))),
    );
    expect(loaded.size).toBeGreaterThan(80);
    const wrong: string[] = [];
    for (const file of loaded)
      for (const specifier of importsOf(file, 'values')) {
        if (!specifier.startsWith('.')) continue;
        const target = resolve(dirname(file), specifier.replace(/\?.*$/, ''));
        if (!files.includes(target)) continue;
        if (roomOf(target).startsWith('lib')) wrong.push(`${relative(root, file)} imports ${specifier}`);
        else loaded.add(target);
      }
    expect(wrong).toEqual([]);
  });

  // The main thread of a build loads these, some of them through Vite; the engine is for the thread that reads the content.
  it('keeps the engine out of the configuration and of the content’s loaders', () => {
    const starts = ['astro.config.mjs', 'src/content.config.ts'].map((name) => join(root, name));
    const loaded = new Set(starts);
    for (const file of loaded)
      for (const specifier of importsOf(file, 'values')) {
        const target = resolve(dirname(file), specifier);
        if (specifier.startsWith('.') && files.includes(target)) loaded.add(target);
      }
    expect(loaded.size).toBeGreaterThan(20);
    expect(loaded).toContain(join(root, 'src/build/loader.ts'));
    expect(loaded).not.toContain(join(root, 'src/lib/engine.ts'));
  });

  it('lets the makers of what pages show have values of the engine through its door only', () => {
    const makers = files.filter((file) => roomOf(file) === 'site/posts');
    expect(makers.length).toBeGreaterThan(10);
    const wrong = makers.flatMap((file) =>
      importsOf(file, 'values')
        .filter((specifier) => /\/lib\/(?!engine\.ts$)/.test(specifier))
        .map((specifier) => `${relative(root, file)} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  // It would delay every build after an edit.
  it('loads the highlighter of other languages only when there is code in one', () => {
    const importing = files.filter((file) => importsOf(file, 'values').some((name) => /^shiki\b/.test(name)));
    expect(importing.map((file) => relative(root, file).replaceAll('\\', '/'))).toEqual([
      'src/site/posts/grammar-tokens.ts',
    ]);
    expect(readFileSync(importing[0]!, 'utf8')).not.toMatch(/^import (?!type\b).*'shiki\b/m);
  });

  // What a dialect, platform or class of devices does is asked of its value: a third dialect or another switch touches its own rooms alone.
  it('knows dialects, platforms and classes of devices by name in their own rooms only', () => {
    const words = [...dialectIds, ...platformIds, ...deviceClassIds].join('|');
    const literal = new RegExp(`(['"\x60])(?:${words})\\1`);
    const named = files
      .filter((file) => !/^lib\/(?:dialects|models|platforms)\b/.test(roomOf(file)))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => literal.test(line))
          .map((line) => `${relative(root, file).replaceAll('\\', '/')}: ${line.trim()}`),
      );
    expect(named).toEqual([
      // Classes and colours of the styles, and scopes of TextMate grammars.
      'src/components/chrome/Footer.astro: <Device name="host" class="host" />',
      'src/components/chrome/Footer.astro: <Device name="switch" class="switch" />',
      "src/components/comparison/Chart.astro: const colours = ['signal', 'host', 'switch', 'soft'];",
      "src/site/posts/grammar-tokens.ts: keyword: ['keyword.control', 'storage', 'keyword.other', 'keyword', 'variable.language'],",
    ]);
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

  // A statement holds expressions, and an expression holds statements: the parser of such a grammar calls itself.
  it('has no circle but that of the PowerShell parser', () => {
    const parser = [
      ...['attributes', 'commands', 'control-flow', 'definitions', 'expressions', 'functions', 'handlers'],
      ...['hashtable', 'members', 'pipelines', 'primary', 'script-block', 'statements'],
    ].map((name) => `src/lib/dialects/powershell/syntax/parse-${name}.ts`);
    expect(circlesAmong(files).map((group) => group.map(nameOf))).toEqual([parser]);
  });

  it('gives every type a name of its own', () => {
    const places = new Map<string, string[]>();
    for (const file of files.filter((path) => path.endsWith('.ts')))
      for (const [, name] of codeOf(file).matchAll(/^(?:export )?(?:declare )?(?:interface|type) (\w+)/gm))
        places.set(name!, [...(places.get(name!) ?? []), nameOf(file)]);
    const twice = [...places].filter(([, found]) => found.length > 1);
    expect(Object.fromEntries(twice)).toEqual({});
  });

  it('finds the implementation of a rule from its id', () => {
    const engine = files.filter((file) => roomOf(file).startsWith('lib') && !/\brules\.ts$/.test(file));
    const texts = engine.map((file) => ({ name: nameOf(file), text: codeOf(file) }));
    const elsewhere = Object.keys(rules).map((rule) => {
      const found = texts.filter(({ text }) => text.includes(`'${rule}'`));
      return [rule, found.map(({ name }) => name.replace('src/lib/', ''))] as const;
    });
    expect(Object.fromEntries(elsewhere.filter(([, found]) => found.length !== 1))).toEqual({});
  });
});
