import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { isRedirect } from './src/build/redirects.ts';
import { siteBuild, siteLogger } from './src/build/integration.ts';
import { siteUrl } from './src/workspace/identity.ts';

// `defineConfig` would only give the type, and load all that `astro/config` has beside it, at every build.
/** @satisfies {import('astro').AstroUserConfig} */
export default {
  site: siteUrl(),
  output: 'static',
  trailingSlash: 'always',
  cacheDir: './.cache/astro',
  prefetch: false,
  logger: siteLogger(),
  integrations: [
    mdx(),
    // The page that is shown where there is none, the search form, and old addresses are nothing to find.
    sitemap({
      // What changed in a post is found from the post.
      filter: (page) => !/\/(?:404|search)\/$|\/[^/]+\/[^/]+\/changes\/$/.test(page) && !isRedirect(page),
    }),
    siteBuild(),
  ],
  markdown: { syntaxHighlight: false },
  // Pages are rendered while others wait for the disk.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  vite: { build: { assetsInlineLimit: 0 } },
};
