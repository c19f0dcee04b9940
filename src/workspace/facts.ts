import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineRecords } from '../lib/check/engine-records.ts';
import type { CatalogueIndex, ModuleFacts } from '../lib/dialects/powershell/catalogue/catalogue-format.ts';
import type { CatalogueSource } from '../lib/dialects/powershell/catalogue/catalogue.ts';
import type { GalleryNames } from '../lib/dialects/powershell/catalogue/gallery.ts';
import type { Rehearsals } from '../lib/check/rehearsal.ts';
import type { Engine } from '../lib/engine.ts';
import { createEngine, createSourceFile, readEngineRecords, readRehearsals } from '../lib/engine.ts';
import type { Reading } from '../lib/diagnostics/diagnostic.ts';
import type { SourceFile } from '../lib/source/source-file.ts';
import { contentFolder, projectRoot, shownPath } from './paths.ts';
import { readText } from './text-file.ts';

/** The facts about PowerShell's commands; a module's are read when a command of it is met. */
export function loadCatalogue(): CatalogueSource {
  const folder = join(projectRoot, 'src/lib/dialects/powershell/catalogue');
  const json = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  return {
    index: json('index.json') as CatalogueIndex,
    module: (name) => json(`modules/${name}.json`) as ModuleFacts,
    gallery: () => json('gallery.json') as GalleryNames,
  };
}

/** The engine with all that a bundle is made from, of the project's own: whoever makes one makes the same bytes with it. */
export function openEngine(): Engine {
  return createEngine({
    catalogue: loadCatalogue(),
    records: loadEngineRecords(),
    rehearsals: loadRehearsals(),
  });
}

/** What PowerShell's own engine agreed with; nothing where it was never asked, or the records cannot be used, which the check tells. */
export function loadEngineRecords(): EngineRecords {
  return loadRecords('powershell-engine.json', readEngineRecords) ?? new Map();
}

/** What was rehearsed, in the same way. */
function loadRehearsals(): Rehearsals {
  return loadRecords('rehearsal.json', readRehearsals) ?? new Map();
}

function loadRecords<Records>(
  name: string,
  readRecords: (file: SourceFile) => Reading<Records>,
): Records | undefined {
  const path = join(contentFolder, 'evidence', name);
  const read = readText(path);
  return 'problem' in read ? undefined : readRecords(createSourceFile(shownPath(path), read.text)).value;
}
