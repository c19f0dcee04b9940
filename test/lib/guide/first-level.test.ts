import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead } from './read-fixture.ts';

const read = (body: string) => readGuide(createSourceFile('allegories/post.md', allegoryHead + body));
const mended = (body: string) => {
  const { file, diagnostics } = read(body);
  return applyFixes(file.text, diagnostics).text.slice(allegoryHead.length);
};

describe('a heading of the first level', () => {
  it.each([
    ['# One\n\n## Two\n\n# Three', '## One\n\n### Two\n\n## Three'],
    ['## Zero\n\n# One\n\n### Two', '## Zero\n\n## One\n\n#### Two'],
    ['One\n===\n\nTwo\n---\n\nText', 'One\n---\n\n### Two\n\nText'],
    ['<h1 id="a">One</h1>\n\n<h2>Two</h2>', '<h2 id="a">One</h2>\n\n<h3>Two</h3>'],
    ['> # One\n> ## Two', '> ## One\n> ### Two'],
    ['# A post\n\nText.\n\n## One', 'Text.\n\n## One'],
    ['Text.\n\n# A Post\n', 'Text.\n\n'],
    ['# One\n\n# A post', '## One\n\n## A post'],
  ])('is made one of the second, and what is below it goes along: %j', (body, expected) => {
    expect(read(body).diagnostics.map(({ rule }) => rule)).toContain('guide/heading');
    expect(mended(body)).toBe(expected);
    expect(read(expected).diagnostics).toEqual([]);
  });

  it.each(['# One\n\n###### Two', 'One\nand more\n===', '<h1>One\n\nTwo'])(
    'is left to the author where that is not certain: %j',
    (body) => {
      expect(read(body).diagnostics.map(({ rule }) => rule)).toContain('guide/heading');
      expect(mended(body)).toBe(body);
    },
  );
});
