import { loadCatalogue } from '../../src/workspace/facts.ts';
import { createEngine, publicationOf } from '../../src/lib/engine.ts';
import { readSources } from '../../src/workspace/content.ts';
import { today } from '../../src/workspace/today.ts';
import { groupGuides } from '../../src/workspace/group-posts.ts';
import type { Lab } from '../../src/lib/lab/lab.ts';
import type { CheckedLabwork } from '../../src/lib/check/labwork.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';

/** The project's own posts, read and checked straight from their sources, to hold the built pages against. */
export function checkedLabworks(): readonly CheckedLabwork[] {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const sources = readSources();
  const labs = new Map<string, Lab>();
  for (const { path, text } of sources.labs) {
    const { value } = engine.readLab(createSourceFile(path, text));
    if (value) labs.set(value.id, value);
  }
  const guides = sources.posts
    .map(({ path, text }) => engine.readGuide(createSourceFile(path, text)))
    .filter(({ data }) => !data || publicationOf(data, today()) === 'published');
  return groupGuides(guides).map((group) => engine.checkLabwork(group, labs));
}
