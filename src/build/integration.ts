import type { AstroIntegration, AstroUserConfig } from 'astro';
import { cachedOutput } from './cache-output.ts';
import { checkOutput } from './check-output.ts';
import { errorOverlay } from './error-overlay.ts';
import { historyPages } from './history-pages.ts';
import { hostHeaders } from './host-headers.ts';
import { keptServer } from './kept-server.ts';
import { lastBuild } from './last-build.ts';
import { liveContent } from './live-content.ts';
import { plainSearchIndex } from './plain-search-index.ts';
import { redirects } from './redirects.ts';
import { releaseFiles } from './release-files.ts';
import { searchIndex } from './search-index.ts';
import { servedPictures } from './served-pictures.ts';
import { siteAddress } from './site-address.ts';
import { isFastBuild } from './switch.ts';

export interface SiteBuildOptions {
  /** False: by documented means of Astro and Pagefind alone. The site is the same, and takes longer. */
  readonly fast?: boolean;
}

/** All that this site's build adds to Astro's. Stands last among the integrations. */
export function siteBuild({ fast = isFastBuild() }: SiteBuildOptions = {}): AstroIntegration[] {
  const output = cachedOutput();
  return fast
    ? [
        siteAddress(),
        errorOverlay(),
        servedPictures(),
        liveContent(),
        keptServer(),
        searchIndex(),
        redirects(),
        releaseFiles(),
        historyPages(output.written),
        output.integration,
        // Of the files that stay.
        hostHeaders(),
        checkOutput(),
        lastBuild(),
      ]
    : [
        siteAddress(),
        errorOverlay(),
        servedPictures(),
        plainSearchIndex(),
        redirects(),
        releaseFiles(),
        hostHeaders(),
        checkOutput(),
      ];
}

/** The logger of the site's build: an integration cannot bring one. Undefined for Astro's own. */
export function siteLogger({ fast = isFastBuild() }: SiteBuildOptions = {}): AstroUserConfig['logger'] {
  return fast ? { entrypoint: new URL('build-log.ts', import.meta.url) } : undefined;
}
