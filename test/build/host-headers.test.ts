import { describe, expect, it } from 'vitest';
import { filePolicies } from '../../src/build/host-headers.ts';

/** By the path of its rule. */
const policiesOf = (...files: string[]) =>
  Object.fromEntries(
    [...filePolicies(files).matchAll(/^(\/\S*)\n {2}Content-Security-Policy: (.*)$/gm)].map((match) => [
      match[1],
      match[2],
    ]),
  );

describe('the headers of files that are no pages', () => {
  it('let a drawing have its colours and a script search, and nothing else', () => {
    expect(
      policiesOf('figures/a.svg', 'figures/b.svg', 'search/pagefind.js', 'search/words.json', 'feed.json'),
    ).toEqual({
      '/feed.json': "default-src 'none'; sandbox",
      '/figures/*': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
      '/search/*': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    });
  });

  it('hold for each file where a folder has pages as well, and for no page', () => {
    expect(
      Object.keys(policiesOf('index.html', 'posts/a/index.html', 'posts/a/rack view.svg', 'icon.svg')),
    ).toEqual(['/icon.svg', '/posts/a/rack%20view.svg']);
  });
});
