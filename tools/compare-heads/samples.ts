// What tools/compare-heads.ts needs of a checkout's own tests, as JSON on standard output: lines made from the catalogue, random
// switch sessions, and the examples of the rules' pages. A process of its own, since it runs modules of that checkout:
//
//   node tools/run.mjs tools/compare-heads/samples.ts CHECKOUT SEED
//
// The modules are looked for by their names below `test/`. Exit code 2: one is not there, or does not have what is wanted of it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Chance from '../../test/chance.ts';
import type * as RandomSession from '../../test/lib/models/switch/random-session.ts';
import type * as Lines from '../../test/powershell-engine/lines.ts';
import type * as RulePages from '../../test/rule-pages.ts';
import { powershellPlatforms, switchPlatforms } from './platforms.ts';

type CatalogueSource = Parameters<typeof Lines.makeLines>[0];

/** Of each platform. */
const linesEach = 100;
const sessionsEach = 40;
const linesOfSession = 25;

export interface Samples {
  readonly lines: readonly { readonly platform: string; readonly text: string }[];
  readonly sessions: readonly { readonly platform: string; readonly lines: readonly string[] }[];
  readonly examples: readonly SampleExample[];
}

export interface SampleExample {
  readonly rule: string;
  readonly part: 'given' | 'bad' | 'good';
  readonly language: string;
  /** `path=…` and `platform=…` of its fence. */
  readonly meta: Readonly<Record<string, string>>;
  readonly code: string;
}

if (process.argv[1] === import.meta.filename) {
  const [checkout = '', seed = '1'] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await samplesOf(checkout, Number(seed))));
}

async function samplesOf(checkout: string, seed: number): Promise<Samples> {
  const { makeLines } = await load<typeof Lines>(checkout, 'lines.ts', 'makeLines');
  const { createChance } = await load<typeof Chance>(checkout, 'chance.ts', 'createChance');
  const { randomSession } = await load<typeof RandomSession>(checkout, 'random-session.ts', 'randomSession');
  const { readRulePages } = await load<typeof RulePages>(checkout, 'rule-pages.ts', 'readRulePages');
  const source = readCatalogue(checkout);
  const chance = createChance(seed);
  return {
    // PowerShell 7 has no facts of its own to make lines from.
    lines: powershellPlatforms
      .filter((platform) => platform !== 'powershell-7')
      .flatMap((platform) => makeLines(source, platform, linesEach, seed)),
    sessions: switchPlatforms.flatMap((platform) =>
      Array.from({ length: sessionsEach }, () => ({
        platform,
        lines: randomSession(chance, platform, linesOfSession),
      })),
    ),
    examples: readRulePages().flatMap(({ rule, given, examples }) =>
      [...given, ...examples].map(({ part, language, meta, code }) => ({
        rule,
        part,
        language,
        meta: Object.fromEntries(meta),
        code,
      })),
    ),
  };
}

async function load<T extends object>(checkout: string, name: string, wanted: keyof T & string): Promise<T> {
  const folder = join(checkout, 'test');
  const paths = pathsBelow(folder).filter((path) => basename(path) === name);
  for (const path of paths) {
    const module = (await import(pathToFileURL(join(folder, path)).href)) as T;
    if (wanted in module) return module;
  }
  return fail(`no module test/**/${name} of BEFORE exports ${wanted}`);
}

/** The facts are data, and are found by what they are called. */
function readCatalogue(checkout: string): CatalogueSource {
  const folder = join(checkout, 'src');
  const modules = pathsBelow(folder).find((path) => /catalogue[\\/]modules$/.test(path));
  if (modules === undefined) return fail('no folder src/**/catalogue/modules in BEFORE');
  const read = (...names: string[]): unknown =>
    JSON.parse(readFileSync(join(folder, modules, ...names), 'utf8'));
  return {
    index: read('..', 'index.json') as CatalogueSource['index'],
    module: (name) => read(`${name}.json`) as ReturnType<CatalogueSource['module']>,
  };
}

function pathsBelow(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
}

function fail(problem: string): never {
  console.error(`samples: ${problem}.`);
  process.exit(2);
}
