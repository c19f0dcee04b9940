import type { AstroPrerenderer } from 'astro';
import { describe, expect, it } from 'vitest';
import { renderByVolume } from '../../src/build/render-by-volume.ts';

const paths = [
  { pathname: '/a/', route: { type: 'page' }, cacheKey: 'key of a' },
  { pathname: '/data.json', route: { type: 'endpoint' } },
  { pathname: '/b', route: { type: 'page' } },
  { pathname: '/left-out/', route: { type: 'page' } },
];

function wrapped(result: (html: string) => Response | { response: Response; metadata: string }) {
  const seen = { keys: [] as unknown[], pages: [] as unknown[] };
  const own = {
    name: 'own',
    getStaticPaths: () => Promise.resolve(paths),
    render: (request: Request) => Promise.resolve(result(`page ${new URL(request.url).pathname}`)),
  } as unknown as AstroPrerenderer;
  const prerenderer = renderByVolume(own, {
    chosen: () => Promise.resolve(({ pathname }) => pathname !== '/left-out/'),
    onPaths(keys) {
      seen.keys.push(...keys);
      return (path) => ['b/index.html', 'a/index.html', 'data.json/index.html'].indexOf(path);
    },
    onPage: (path, html) => void seen.pages.push([path, html]),
  });
  const render = (path: string) => prerenderer.render(new Request(`https://x.example${path}`), {} as never);
  return { seen, prerenderer, render };
}

describe('a prerenderer that renders by volume', () => {
  it('leaves out what is not chosen, sorts the paths by volume and knows the pages by their files', async () => {
    const { seen, prerenderer } = wrapped((html) => new Response(html));
    const sorted = await prerenderer.getStaticPaths();
    expect(sorted.map(({ pathname }) => pathname)).toEqual(['/b', '/a/', '/data.json']);
    expect(seen.keys).toEqual([
      ['a/index.html', 'key of a'],
      ['b/index.html', undefined],
    ]);
  });

  it('hands on each page, whether the result is a response or has one, and gives the result back', async () => {
    for (const shape of [
      (html: string) => new Response(html),
      (html: string) => ({ response: new Response(html), metadata: 'm' }),
    ]) {
      const { seen, prerenderer, render } = wrapped(shape);
      await prerenderer.getStaticPaths();
      const result = await render('/a/');
      expect(seen.pages).toEqual([['a/index.html', 'page /a/']]);
      const { response } = result instanceof Response ? { response: result } : result;
      expect(await response.text()).toBe('page /a/');
      if (shape('') instanceof Response) continue;
      expect(result).toMatchObject({ metadata: 'm' });
    }
  });

  it('passes over endpoints, and pages that failed', async () => {
    const { seen, prerenderer, render } = wrapped((html) => new Response(html));
    await prerenderer.getStaticPaths();
    await render('/data.json');
    expect(seen.pages).toEqual([]);
    const failing = wrapped(() => new Response('', { status: 500 }));
    await failing.prerenderer.getStaticPaths();
    await failing.render('/a/');
    expect(failing.seen.pages).toEqual([]);
  });
});
