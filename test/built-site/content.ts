import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../src/workspace/facts.ts';
import { createEngine } from '../../src/lib/engine.ts';
import { groupGuides } from '../../src/workspace/group-posts.ts';
import { kinds } from '../../src/lib/guide/front-matter.ts';
import type { Lab } from '../../src/lib/lab/lab.ts';
import type { CheckedLabwork } from '../../src/lib/check/labwork.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';

const content = 'src/content';

/** The project's own posts, read and checked straight from their sources, to hold the built pages against. */
export function checkedLabworks(): readonly CheckedLabwork[] {
  const engine = createEngine({ catalogue: loadCatalogue() });
  const read = (path: string) => createSourceFile(path, readFileSync(path, 'utf8'));
  const labs = new Map<string, Lab>();
  for (const name of readdirSync(join(content, 'labs'))) {
    const { value } = engine.readLab(read(`${content}/labs/${name}`));
    if (value) labs.set(value.id, value);
  }
  const guides = kinds.flatMap((kind) =>
    readdirSync(join(content, kind))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => engine.readGuide(read(`${content}/${kind}/${name}`))),
  );
  return groupGuides(guides).map((group) => engine.checkLabwork(group, labs));
}
