import type { AstroPrerenderer, RouteData } from 'astro';
import { pageFileOfAddress } from './output-paths.ts';

/** What is called while Astro renders pages. */
interface RenderListener {
  /** Asked once for whether a path is rendered at all. */
  chosen(): Promise<(path: { readonly pathname: string; readonly route: RouteData }) => boolean>;
  /** Called once before any page is rendered, with all pages and the cache keys of their routes; gives the volume of a page. */
  onPaths(keys: ReadonlyMap<string, string | undefined>): (path: string) => number;
  /** Called with each page that is rendered; pages that are restored from an earlier build are not. */
  onPage(path: string, html: string): void;
}

/**
 * Has Astro's own prerenderer render the pages volume by volume, and hands on each as it is rendered. Pages are named by their
 * files: `labworks/x/index.html`.
 */
export function renderByVolume(
  prerenderer: AstroPrerenderer,
  { chosen, onPaths, onPage }: RenderListener,
): AstroPrerenderer {
  let pages: ReadonlySet<string> = new Set();
  return {
    ...prerenderer,
    async getStaticPaths() {
      const isChosen = await chosen();
      const paths = (await prerenderer.getStaticPaths()).filter(isChosen);
      const keys = new Map(
        paths
          .filter(({ route }) => route.type === 'page')
          .map(({ pathname, cacheKey }) => [pageFileOfAddress(pathname), cacheKey]),
      );
      pages = new Set(keys.keys());
      const volumeOf = onPaths(keys);
      const placed = paths.map((path) => {
        const isPage = path.route.type === 'page';
        return { path, volume: isPage ? volumeOf(pageFileOfAddress(path.pathname)) : Infinity };
      });
      // What is no page comes last: Pagefind works on the last volumes meanwhile.
      return placed.sort((a, b) => (a.volume === b.volume ? 0 : a.volume - b.volume)).map(({ path }) => path);
    },
    async render(request, options) {
      const result = await prerenderer.render(request, options);
      const { response, ...others } = result instanceof Response ? { response: result } : result;
      const path = pageFileOfAddress(decodeURI(new URL(request.url).pathname));
      if (!response.ok || !pages.has(path)) return result;
      // Read once and handed on as text: a copy of a response is read piece by piece.
      const html = await response.text();
      onPage(path, html);
      return { ...others, response: new Response(html, response) };
    },
  };
}
