import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LabworkSummary } from '../site/posts/records.ts';
import { cachedValues } from '../workspace/cached-values.ts';
import { listPaths } from '../workspace/list-files.ts';
import { projectRoot } from '../workspace/paths.ts';
import { labworkOfFile, releasesFolder } from '../workspace/release-paths.ts';

/**
 * Released files that are not offered, by their paths from the folder of releases: of labworks that are not there, or were released under
 * the number of another guide. Whoever replaces the content publishes nothing of what was there before.
 */
export function otherReleases(files: readonly string[], offered: ReadonlySet<number>): string[] {
  return files.filter((path) => {
    const labwork = labworkOfFile(path);
    return labwork !== undefined && !offered.has(labwork);
  });
}

/** Stands before what lists the files of the site. */
export function releaseFiles(): AstroIntegration {
  return {
    name: 'release-files',
    hooks: {
      'astro:build:done'({ dir }) {
        const labworks = cachedValues('bundles', { serving: false }) as LabworkSummary[];
        const offered = new Set(
          labworks.filter(({ releases }) => releases.length > 0).map(({ number }) => number),
        );
        const files = listPaths(join(projectRoot, releasesFolder), { folders: 'all', links: 'followed' });
        for (const path of otherReleases(files, offered))
          rmSync(join(fileURLToPath(dir), 'bundles', path), { force: true });
      },
    },
  };
}
