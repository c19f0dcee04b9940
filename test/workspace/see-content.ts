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
import type * as updating from '../../src/build/update.ts';
import type * as bundling from '../../src/cli/commands/bundle.ts';
import type * as checking from '../../src/cli/commands/check.ts';
import type { ContentCase, Sight, SightOfBuild } from './content-cases.ts';

const root = process.cwd();
const content = join(root, 'src/content');
const base = join(root, 'base-content');
const load = async <Module>(path: string) =>
  (await import(pathToFileURL(join(root, 'src', path)).href)) as Module;

const { updateContent } = await load<typeof updating>('build/update.ts');
const { run: runCheck } = await load<typeof checking>('cli/commands/check.ts');
const { run: runBundle } = await load<typeof bundling>('cli/commands/bundle.ts');

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
  sights.push({ name: one.name, cold, incremental, check: await check(), bundle: await bundle() });
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

function sightOf({ posts, labs, labworks, errors, warnings, notes }: Content): SightOfBuild {
  return {
    posts: posts.map(
      ({ path, membership, data }) => `${path} ${membership.labwork ?? '-'} ${data?.slug ?? '-'}`,
    ),
    labs: labs.map(({ id }) => id),
    bundles: labworks.map(({ draft, bundle: { name, sha256 } }) => `${name} ${draft} ${sha256}`),
    errors: errors.count,
    diagnostics: diagnosticsIn(`${errors.text}\n\n${warnings.text}\n\n${notes.text}`),
  };
}

async function check(): Promise<Sight['check']> {
  let code = 2;
  const { out } = await captured(async () => {
    code = await runCheck([]);
  });
  // The last line is the summary.
  return { code, diagnostics: diagnosticsIn(out.replace(/(?:^|\n)[^\n]*\n$/, '')) };
}

/** The sum of the bundle that the command line makes, or the exit code with which it makes none. */
async function bundle(): Promise<string> {
  let code = 2;
  const { out } = await captured(async () => {
    code = await runBundle(['7', '--list']).catch(() => 2);
  });
  return /sha256 (\w+)/.exec(out)?.[1] ?? String(code);
}

/** What is printed meanwhile. */
async function captured(work: () => Promise<void>): Promise<{ readonly out: string }> {
  const printed: string[] = [];
  const streams = [process.stdout, process.stderr] as const;
  const writes = streams.map((stream) => stream.write.bind(stream));
  process.stdout.write = (text) => printed.push(String(text)) > 0;
  process.stderr.write = () => true;
  try {
    await work();
    return { out: printed.join('') };
  } finally {
    streams.forEach((stream, index) => (stream.write = writes[index]!));
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
