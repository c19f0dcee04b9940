// Run in a copy of the project, `node …/see-content.ts CASES.json`: puts each case in the place of the content, and prints as JSON what
// the build makes of it from nothing, what it makes of it after another content, what the check says, and what the command line bundles.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Content } from '../../src/build/content.ts';
import type { ContentCase, Sight, SightOfBuild } from './content-cases.ts';

const root = process.cwd();
const content = join(root, 'src/content');
const base = join(root, 'base-content');
const load = async <Module>(path: string) =>
  (await import(pathToFileURL(join(root, 'src', path)).href)) as Module;

const { updateContent } = await load<typeof import('../../src/build/update.ts')>('build/update.ts');
const { run } = await load<typeof import('../../src/cli/commands/check.ts')>('cli/commands/check.ts');
const { readLabwork } = await load<typeof import('../../src/cli/labwork.ts')>('cli/labwork.ts');
const { createEngine, loadBundler } = await load<typeof import('../../src/lib/engine.ts')>('lib/engine.ts');
const { loadCatalogue } = await load<typeof import('../../src/workspace/facts.ts')>('workspace/facts.ts');
const { siteUrl } = await load<typeof import('../../src/workspace/identity.ts')>('workspace/identity.ts');

const engine = createEngine({ catalogue: loadCatalogue() });
const { makeBundle } = await loadBundler();

renameSync(content, base);
const cases = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as ContentCase[];
const sights: Sight[] = [];
for (const one of cases) {
  rmSync(join(root, '.cache'), { recursive: true, force: true });
  reset();
  await updateContent({ serving: false });
  apply(one);
  const incremental = sightOf(await updateContent({ serving: false }));
  rmSync(join(root, '.cache'), { recursive: true, force: true });
  const cold = sightOf(await updateContent({ serving: false }));
  sights.push({ name: one.name, cold, incremental, check: await check(), bundle: bundle() });
}
process.stdout.write(JSON.stringify(sights));

function reset(): void {
  rmSync(content, { recursive: true, force: true });
  cpSync(base, content, { recursive: true });
}

function apply({ write = {}, link = {}, remove = [] }: ContentCase): void {
  for (const path of remove) rmSync(join(content, path));
  for (const [path, bytes] of Object.entries(write)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), Buffer.from(bytes, 'base64'));
  }
  for (const [path, target] of Object.entries(link)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    symlinkSync(
      target,
      join(content, path),
      existsSync(join(content, path, '..', target)) ? 'file' : 'junction',
    );
  }
}

function sightOf({ posts, labs, labworks, errors, warnings }: Content): SightOfBuild {
  return {
    posts: posts.map(
      ({ path, membership, data }) => `${path} ${membership.labwork ?? '-'} ${data?.slug ?? '-'}`,
    ),
    labs: labs.map(({ id }) => id),
    bundles: labworks.map(({ draft, bundle: { name, sha256 } }) => `${name} ${draft} ${sha256}`),
    errors: errors.count,
    diagnostics: diagnosticsIn(`${errors.text}\n\n${warnings.text}`),
  };
}

async function check(): Promise<{ readonly code: number; readonly diagnostics: string[] }> {
  const printed: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text) => printed.push(String(text)) > 0;
  try {
    const code = await run([]);
    return { code, diagnostics: diagnosticsIn(printed.join('').replace(/(?:^|\n)[^\n]*\n$/, '')) };
  } finally {
    process.stdout.write = write;
  }
}

/** The sum of the bundle, or why there is none. */
function bundle(): string {
  try {
    const { guides, labs } = readLabwork(['7'], engine, '');
    const published = guides.filter(({ data }) => !data?.draft);
    return makeBundle(engine.checkLabwork(published, labs), { site: siteUrl })?.sha256 ?? 'nothing';
  } catch (error) {
    return (error as Error).name;
  }
}

/** In one order: the build tells errors before warnings. */
function diagnosticsIn(text: string): string[] {
  return text
    .trim()
    .split(/\n\n+(?=\w+\[)/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .sort();
}
