import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { builtFiles, builtPages, readBuilt } from './pages.ts';

// Read by parsers that take nothing that is not well-formed.

const endingIn = (pattern: RegExp) => builtFiles().filter((file) => pattern.test(file));
const text = (path: string) => readBuilt(path).toString('utf8');

describe('a file of data', () => {
  it.each(endingIn(/\.(?:xml|svg)$/))('%s is well-formed XML', (file) => {
    expect(parseXml(text(`/${file}`)).root).toBeTruthy();
  });

  it.each(endingIn(/\.json$/))('%s is JSON', (file) => {
    expect(JSON.parse(text(`/${file}`))).toBeTruthy();
  });

  it('within a page is JSON, too', () => {
    const described = builtPages().map((page) =>
      [...text(page).matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map(
        (match) => match[1]!,
      ),
    );
    const posts = builtPages().filter((page) => text(page).includes('property="article:published_time"'));
    const found = described.flat();
    expect(described.filter((data) => data.length > 0).length).toBeGreaterThanOrEqual(posts.length);
    for (const data of found) expect(JSON.parse(data)).toMatchObject({ '@context': 'https://schema.org' });
  });
});
