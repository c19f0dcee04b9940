import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { contentSchemas } from '../src/lib/engine.ts';

// Writes the JSON Schemas of labs, comparisons, front matter and `site.yaml` for editors: `node tools/run.mjs tools/build-schemas.ts`. They lie
// in `public`, so that a file names the one that it has by a path, and readers of the site find them at `/schemas/`.

const folder = join(import.meta.dirname, '../public/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(contentSchemas())) {
  const path = join(folder, `${name}.json`);
  const options = { ...(await resolveConfig(path)), filepath: path };
  writeFileSync(path, await format(JSON.stringify(schema), options));
}
