// Renders all paths by the server that the last build has left, as src/build/content-build.ts does.
import { observe } from './observe.ts';

const { openServer } = await import(new URL('src/build/kept-server.ts', process.env.PROJECT));
const { prerenderer, config } = await openServer('the program', process.cwd()).start();
observe('config', {
  base: config.base,
  trailingSlash: config.trailingSlash,
  buildFormat: config.buildFormat,
  assetsDir: config.assetsDir,
  folders: [config.outDir, config.cacheDir, config.publicDir].map(({ pathname }) =>
    pathname.split('/').at(-2),
  ),
});
for (const { pathname, route, cacheKey } of await prerenderer.getStaticPaths()) {
  const address = new URL(pathname, 'http://localhost:4321');
  const response = await prerenderer.render(new Request(address), { routeData: route });
  observe('rendered', {
    pathname,
    component: route.component,
    type: route.type,
    cacheKey: cacheKey ?? 'none',
    text: await response.text(),
  });
}
