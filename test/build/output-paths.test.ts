import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { pageFileOfAddress, pathsOf } from '../../src/build/output-paths.ts';

it('names what was made by paths from the folder of the site, whatever is in a name', () => {
  const names = ['index.html', 'tags/c-sharp/index.html', 'pictures/100 %/größe.webp', 'a/#b?.json'];
  const assets = new Map([
    ['/', [pathToFileURL(`/site/dist/${names[0]!}`)]],
    ['/others', names.slice(1).map((name) => pathToFileURL(`/site/dist/${name}`))],
  ]);
  expect(pathsOf(assets, pathToFileURL('/site/dist/'))).toEqual(names);
});

it('has each page in a folder of its own', () => {
  expect(['/', '/a/', '/a/b', ''].map(pageFileOfAddress)).toEqual([
    'index.html',
    'a/index.html',
    'a/b/index.html',
    'index.html',
  ]);
});
