import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import packageJson from './package.json' with { type: 'json' };
import { hostHeaders } from './src/build/host-headers.ts';
import { keptOutput } from './src/build/cache-output.ts';
import { lastBuild } from './src/build/last-build.ts';
import { liveContent } from './src/build/live-content.ts';
import { searchIndex } from './src/build/search-index.ts';

// `defineConfig` would only give the type, and load all that `astro/config` has beside it, at every build.
/** @satisfies {import('astro').AstroUserConfig} */
export default {
  site: packageJson.homepage,
  output: 'static',
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  prefetch: false,
  logger: { entrypoint: new URL('./src/build/build-log.ts', import.meta.url) },
  integrations: [
    mdx(),
    // The page that is shown where there is none, and the search form, are nothing to find.
    sitemap({ filter: (page) => !/\/(?:404|search)\/$/.test(page) }),
    liveContent(),
    searchIndex(),
    hostHeaders(),
    keptOutput(),
    lastBuild(),
  ],
  markdown: { syntaxHighlight: false },
  // Pages are rendered while others wait for the disk.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: { build: { assetsInlineLimit: 0 } },
  experimental: { incrementalBuild: true },
};
