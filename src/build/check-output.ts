import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LabworkSummary } from '../site/posts/records.ts';
import { cachedValues } from '../workspace/cached-values.ts';
import { listPaths } from '../workspace/list-files.ts';
import { projectRoot, shownPath } from '../workspace/paths.ts';

// Whatever went before, a build ends with a look at what it hands over: nothing is empty, and every bundle is the one that its page and
// its manifest describe.

/** What is known of the files of a site. */
export interface ExpectedOutput {
  /** The folder whose files are served as they are. */
  readonly publicFolder: string;
  /** The SHA-256 of each bundle, in hexadecimal, by its path from the folder of the site. */
  readonly bundles: ReadonlyMap<string, string>;
}

/** What is wrong with the files below `root`, a sentence each. */
export function findUnsound(root: string, { publicFolder, bundles }: ExpectedOutput): string[] {
  return listPaths(root, { folders: 'all', links: 'followed' }).flatMap((path) => {
    const file = join(root, path);
    const isEmpty = statSync(file).size === 0;
    if (!isEmpty && !path.endsWith('.zip')) return [];
    // What an author puts there is served as it is.
    const given = statSync(join(publicFolder, path), { throwIfNoEntry: false });
    if (given && (given.size === 0 || !isEmpty)) return [];
    if (isEmpty) return [`${shownPath(file)} is empty.`];
    const expected = bundles.get(path);
    const found = createHash('sha256').update(readFileSync(file)).digest('hex');
    if (found === expected) return [];
    return [`${shownPath(file)} has the SHA-256 ${found}, expected ${expected ?? 'no such bundle'}.`];
  });
}

/** Fails a build whose files are not sound. Stands after everything that writes to the site's folder or removes from it, and before what records the build. */
export function checkOutput(): AstroIntegration {
  return {
    name: 'check-output',
    hooks: {
      'astro:build:done'({ dir }) {
        const labworks = cachedValues('bundles', { serving: false }) as LabworkSummary[];
        const bundles = new Map(labworks.map(({ bundle }) => [`bundles/${bundle.name}`, bundle.sha256]));
        const unsound = findUnsound(fileURLToPath(dir), {
          publicFolder: join(projectRoot, 'public'),
          bundles,
        });
        if (unsound.length === 0) return;
        throw new Error(
          `The site is not sound and must not be published. Run \`npm run build -- --force\`.\n${unsound.join('\n')}`,
        );
      },
    },
  };
}
