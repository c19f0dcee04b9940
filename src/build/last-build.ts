import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { mtimeKey } from '../workspace/mtime-key.ts';
import { digestOf } from '../workspace/digest.ts';
import { readCacheFile } from '../workspace/cache-files.ts';
import { writeCacheFile } from '../workspace/write-file.ts';
import { listPaths } from '../workspace/list-files.ts';
import { reasonOf } from '../workspace/text-file.ts';
import { contentName, projectRoot } from '../workspace/paths.ts';
import { today } from '../workspace/today.ts';
import { sharedValue } from './shared-value.ts';

// A build of what has been built before would need seconds and change no file. So the last whole build is recorded: what it was
// made from, and the files that it wrote.

/** What is known of the last whole build. */
interface BuildRecord {
  readonly inputs: string;
  readonly output: string;
}

const recordOf = (root: string) => join(root, '.cache/last-build.json');
const outputOf = (root: string) => join(root, 'dist');

/** Folders and files that a site is made from, as far as they exist. */
const inputFolders = ['src', 'public', 'tools'];
const inputFiles = [
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // What is installed, as npm last wrote it.
  'node_modules/.package-lock.json',
];
/** Variables of the environment that Astro, Vite and the content read. */
const variables = /^(?:PUBLIC_|ASTRO_|VITE_|NODE_ENV$|LABWORKS_FUTURE$)/;

/** Digests of what a site is made from. */
export interface BuildInputs {
  /** Of everything: a build of the same makes the same site. */
  readonly all: string;
  /** Of everything but the content and the day: with the same, Astro bundles the same. */
  readonly program: string;
}

/** What a build with these arguments is made from; a few hundredths of a second for a thousand posts. */
export function digestOfInputs(
  args: readonly string[],
  root = projectRoot,
  day = today(),
  environmentNow: NodeJS.ProcessEnv = process.env,
): BuildInputs {
  const dotenv = readdirSync(root).filter((name) => name.startsWith('.env'));
  const files = [
    ...inputFolders.flatMap((folder) =>
      listPaths(join(root, folder), { folders: 'all', links: 'followed' }).map((path) => `${folder}/${path}`),
    ),
    ...inputFiles.filter((file) => existsSync(join(root, file))),
    ...dotenv,
  ];
  const environment = Object.entries(environmentNow)
    .filter(([name]) => variables.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { content = [], others = [] } = Object.groupBy(files, (file) =>
    isContent(file) ? 'content' : 'others',
  );
  const digestOfFiles = (paths: readonly string[]) =>
    digestOf(...paths.flatMap((path) => [path, readInput(root, path)]));
  const program = digestOf(process.version, root, JSON.stringify([args, environment]), digestOfFiles(others));
  return {
    program,
    all: digestOf(
      program,
      // Posts are published on their day.
      day,
      digestOfFiles(content),
      // A link that leads nowhere is content, too, and told.
      ...listPaths(join(root, 'src'), { folders: 'all', links: 'files' }),
    ),
  };
}

/**
 * What cannot be read is told by whoever needs it. Files of the content may be many, and large, and are read by the update all the same:
 * they are known by when they were written.
 */
function readInput(root: string, file: string): Uint8Array | string {
  const path = join(root, file);
  if (isContent(file)) return mtimeKey(path) ?? '';
  try {
    return readFileSync(path);
  } catch (error) {
    return reasonOf(error);
  }
}

function isContent(file: string): boolean {
  return file.startsWith(`${contentName}/`);
}

/** True where the last whole build was made from the same, and what it wrote lies there untouched. */
export function isBuilt({ all }: BuildInputs, root = projectRoot): boolean {
  const last = readCacheFile<BuildRecord>(recordOf(root));
  return last?.inputs === all && last.output === digestOfOutput(root);
}

/** Records a whole build. */
export function recordBuild({ all }: BuildInputs, root = projectRoot): void {
  const build: BuildRecord = { inputs: all, output: digestOfOutput(root) };
  writeCacheFile(recordOf(root), JSON.stringify(build));
}

const inputsOfBuild = sharedValue<BuildInputs>('inputs');

/** Sets what the build that is about to start is made from; it is recorded when the build is done. */
export function setInputs(inputs: BuildInputs): void {
  inputsOfBuild.value = inputs;
}

/** Stands last, after everything that writes to the site's folder. A build whose inputs were not set has no record. */
export function lastBuild(): AstroIntegration {
  return {
    name: 'last-build',
    hooks: {
      'astro:build:start'() {
        rmSync(recordOf(projectRoot), { recursive: true, force: true });
      },
      'astro:build:done'({ dir }) {
        const inputs = inputsOfBuild.value;
        if (inputs !== undefined && relative(outputOf(projectRoot), fileURLToPath(dir)) === '')
          recordBuild(inputs);
      },
    },
  };
}

function digestOfOutput(root: string): string {
  const output = outputOf(root);
  return digestOf(
    listPaths(output, { folders: 'all', links: 'followed' })
      .map((file) => `${file}\n${mtimeKey(join(output, file))}`)
      .join('\n'),
  );
}
