import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { filesIn } from '../../../src/workspace/list-files.ts';
import { projectRoot } from '../../../src/workspace/paths.ts';
import type { Bundle } from '../../../src/lib/bundle/make-bundle.ts';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import type { Engine } from '../../../src/lib/engine.ts';
import { createEngine } from '../../../src/lib/engine.ts';
import type { CheckedLabwork } from '../../../src/lib/check/labwork.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

export const site = 'https://blog.example';

export function checker(): Engine {
  return createEngine({ catalogue: loadCatalogue() });
}

/** A labwork of two parts with all that a post can have in it, for a lab of one host and one switch. */
export function checkedLabwork(engine: Engine = checker()): CheckedLabwork {
  const open = (path: string) => createSourceFile(path, readFileSync(path, 'utf8'));
  const { value: lab } = engine.readLab(open(join(projectRoot, 'test/fixtures/workshop/labs/workshop.yaml')));
  if (!lab) throw new Error('The lab does not hold.');
  const guides = filesIn(join(projectRoot, 'test/fixtures/workshop/labworks'), ['.mdx'])
    .map((path) => engine.readGuide(open(path)))
    .filter(({ data }) => data?.kind === 'labworks' && data.labwork === 2);
  return engine.checkLabwork(guides, new Map([[lab.id, lab]]));
}

export function labworkBundle(): Bundle {
  const bundle = makeBundle(checkedLabwork(), {
    site,
    releases: [{ version: '1.0.0', date: '2014-04-21', changes: ['The first release.'] }],
  });
  if (!bundle) throw new Error('There is nothing to bundle.');
  return bundle;
}
