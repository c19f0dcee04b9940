import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CatalogueIndex, ModuleFacts } from '../lib/dialects/powershell/catalogue/catalogue-format.ts';
import type { CatalogueSource } from '../lib/dialects/powershell/catalogue/catalogue.ts';
import { kinds } from '../lib/guide/front-matter.ts';
import type { EngineRecords } from '../lib/check/engine-records.ts';
import { readEngineRecords } from '../lib/check/engine-records.ts';
import { contentFolder, projectRoot } from './paths.ts';

/** A text of the content, by its path from the project's root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Everything under src/content, as it lies on the disk. */
export interface Sources {
  readonly posts: readonly Source[];
  readonly labs: readonly Source[];
  readonly comparisons: readonly Source[];
  readonly rules: readonly Source[];
  /** Reports of measurements. */
  readonly accuracy: readonly Source[];
  /** Names without extension. */
  readonly figures: readonly string[];
}

export function readSources(): Sources {
  return {
    posts: kinds.flatMap((kind) => read(kind, /\.mdx$/)),
    labs: read('labs', /\.yaml$/),
    comparisons: read('comparisons', /\.yaml$/),
    rules: read('rules', /\.md$/),
    accuracy: read('accuracy', /\.json$/),
    figures: list('figures', /\.svg$/).map((path) => path.replace(/^.*\//, '').replace(/\.svg$/, '')),
  };
}

function read(folder: string, pattern: RegExp): Source[] {
  // A byte order mark is no part of the text.
  return list(folder, pattern).map((path) => ({
    path,
    text: readFileSync(join(projectRoot, path), 'utf8').replace(/^\uFEFF/, ''),
  }));
}

function list(folder: string, pattern: RegExp): string[] {
  const root = join(contentFolder, folder);
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.name.startsWith('.'))
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What PowerShell's own engine agreed with. */
export function loadEngineRecords(): EngineRecords {
  return readEngineRecords(readFileSync(join(contentFolder, 'evidence/powershell-engine.json'), 'utf8'));
}

/** The facts about PowerShell's commands; a module's are read when a command of it is met. */
export function loadCatalogue(): CatalogueSource {
  const folder = join(projectRoot, 'src/lib/dialects/powershell/catalogue');
  const json = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return {
    index: json('index.json') as CatalogueIndex,
    module: (name) => json(`modules/${name}.json`) as ModuleFacts,
  };
}
