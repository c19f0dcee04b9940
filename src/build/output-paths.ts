/** What Astro made for the routes of a build: paths from the folder of the site, with `/`, as `labworks/x/index.html`. */
export function pathsOf(assets: ReadonlyMap<string, readonly URL[]>, dir: URL): string[] {
  // A site has thousands: the addresses are cut, and no path is taken apart.
  return [...assets.values()].flat().map(({ href }) => decodeURIComponent(href.slice(dir.href.length)));
}

/** The file of a page, by its address: `/labworks/x/` is in `labworks/x/index.html`. */
export function pageFileOfAddress(pathname: string): string {
  const path = pathname.replace(/^\/+|\/+$/g, '');
  return path === '' ? 'index.html' : `${path}/index.html`;
}
