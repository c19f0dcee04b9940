import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { observe } from './observe.ts';

const { keptServer } = await import(new URL('src/build/kept-server.ts', process.env.PROJECT));

const pathOf = (url) => relative('dist', fileURLToPath(url));

/** Says what it sees of a build where the fast build of the real site relies on it. */
const observer = {
  name: 'observer',
  hooks: {
    'astro:config:setup'({ updateConfig }) {
      updateConfig({ experimental: { incrementalBuild: true }, vite: { build: { emptyOutDir: false } } });
    },
    'astro:build:start'({ setPrerenderer }) {
      observe('build:start', { loaded: existsSync('loaded'), output: existsSync('dist/stray.txt') });
      setPrerenderer((prerenderer) => ({
        ...prerenderer,
        async getStaticPaths() {
          const paths = await prerenderer.getStaticPaths();
          const sorted = paths.toSorted((a, b) => (a.pathname < b.pathname ? 1 : -1));
          observe(
            'paths',
            sorted.map(({ pathname, route, cacheKey }) => [pathname, route.type, cacheKey ?? 'none']),
          );
          return sorted;
        },
        async render(request, options) {
          observe('render', new URL(request.url).pathname);
          const result = await prerenderer.render(request, options);
          const response = result instanceof Response ? result : result.response;
          observe('result', response instanceof Response && response.ok);
          return result;
        },
      }));
    },
    'astro:build:done'({ assets }) {
      observe('build:done', {
        files: [...assets.values()].flat().map(pathOf).sort(),
        keys: existsSync('.cache/incremental-build.json'),
      });
    },
  },
};

export default {
  trailingSlash: 'always',
  cacheDir: './.cache',
  logger: { entrypoint: new URL('./logger.ts', import.meta.url) },
  build: { concurrency: 4, inlineStylesheets: 'never' },
  integrations: [[observer, keptServer(process.cwd())]],
};
