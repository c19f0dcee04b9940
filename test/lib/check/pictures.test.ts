import { describe, expect, it } from 'vitest';
import { checkContentFiles } from '../../../src/lib/check/check-content-files.ts';
import { checkUnnamedFigures, picturesNamedBy } from '../../../src/lib/check/check-unused-pictures.ts';
import { checkCorpus } from '../../../src/lib/check/check-corpus.ts';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import type { PictureReading } from '../../../src/lib/picture/picture.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead } from '../guide/read-fixture.ts';

const png: PictureReading = { format: 'png', width: 9, height: 9, frames: 1, digest: 'a' };

/** What is told of a post that shows this, with these pictures beside it or among the figures. */
function told(body: string, pictures: Readonly<Record<string, PictureReading>>): string[] {
  const { text, diagnostics } = checked(body, pictures);
  return diagnostics.map(
    ({ rule, range, message, hint }) =>
      `${rule} “${text.slice(range.start.offset, range.end.offset)}” ${message} ${hint}`,
  );
}

/** The post, with what is certain mended. */
function mended(body: string, pictures: Readonly<Record<string, PictureReading>>): string {
  const { text, diagnostics } = checked(body, pictures);
  return applyFixes(text, diagnostics).text;
}

function checked(body: string, pictures: Readonly<Record<string, PictureReading>>) {
  const guide = readGuide(createSourceFile('allegories/a-rack/index.mdx', `${allegoryHead}${body}\n`));
  const found = checkCorpus({
    guides: [guide],
    labs: new Map(),
    comparisons: new Set(),
    figures: new Set(Object.keys(pictures)),
    pictures: new Map(
      Object.entries(pictures).map(([key, reading]) => [
        key,
        { path: key.includes('.') ? key : `figures/${key}.png`, reading },
      ]),
    ),
  });
  return { text: guide.file.text, diagnostics: [...guide.diagnostics, ...found] };
}

describe('a picture that a post shows', () => {
  const beside = 'allegories/a-rack/rack.png';

  it('is there', () => {
    expect(told('![A](rack.png)', { [beside]: png })).toEqual([]);
    expect(told('<Figure src="rack" alt="A" />', { rack: png })).toEqual([]);
  });

  it.each([
    [
      '![A](rakc.png)',
      { [beside]: png },
      /^guide\/unknown-reference “rakc.png” .*Did you mean “rack.png”\?$/,
    ],
    ['![A](./rack.jpg)', { [beside]: png }, /Did you mean “rack.png”\?$/],
    ['![A](./overlay.png)', { overlay: png }, /Did you mean the figure “overlay”\?$/],
    ['![A](./zzz.png)', {}, /No picture lies there\.$/],
    ['![A](./zzz.png)', { [beside]: png }, /There are rack\.png\.$/],
  ] as const)('is missing, and what was meant is named: %j', (body, pictures, expected) => {
    expect(told(body, pictures)[0]).toMatch(expected);
  });

  it.each([
    ['![A](/img/rack.png)', '“/img/rack.png” is no path from this post.'],
    [
      '![A](https://blog.example/2014/rack.png?w=300)',
      '“https://blog.example/2014/rack.png?w=300” lies elsewhere,',
    ],
    ['![A](../../static/rack.png)', '“../../static/rack.png” lies neither'],
    ['<Figure src="/img/rack.png" alt="A" />', '“/img/rack.png” is no path from this post.'],
  ])('is found beside the post where a path leads elsewhere: %s', (body, message) => {
    const url = /[/.:\w]*rack\.png[?\w=]*/.exec(body)![0];
    const [found, ...more] = told(body, { [beside]: png });
    expect(found).toContain(`guide/image “${url}” ${message}`);
    expect(found).toMatch(/It lies beside the post: write `\.\/rack\.png`\.$/);
    expect(more).toEqual([]);
    expect(told(body, {})[0]).toMatch(
      /Put the picture beside the post, and write its name: `\.\/rack\.jpg`\.$/,
    );
    expect(mended(body, { [beside]: png })).toContain(body.replace(url, () => './rack.png'));
  });

  it('of which the name has signs of Markdown is written so that they are none', () => {
    expect(mended('![A](</img/my rack (1).png>)', { 'allegories/a-rack/my rack (1).png': png })).toContain(
      '![A](<./my%20rack%20%281%29.png>)',
    );
  });

  it('is told at its place where it cannot be shown', () => {
    const broken: PictureReading = { kind: 'unreadable', problem: 'is damaged', hint: 'Save it anew.' };
    expect(told('![A](rack.png)', { [beside]: broken })).toEqual([
      'picture/unreadable “rack.png” The picture rack.png is damaged. Save it anew.',
    ]);
  });

  it.each([
    ['rack.jpg', true],
    ['rack.PNG', false],
    ['rack.jpeg', true],
  ])('is told where its name says another format: %s', (name, isTold) => {
    const rules = told(`![A](${name})`, { [`allegories/a-rack/${name}`]: png });
    expect(rules.map((line) => line.split(' ')[0])).toEqual(isTold ? ['picture/wrong-ending'] : []);
  });
});

describe('a picture that no post shows', () => {
  it('is told by the post that it lies beside', () => {
    const pictures = { 'allegories/a-rack/a.png': png, 'allegories/a-rack-2/b.png': png, c: png };
    expect(told('x', pictures)).toEqual([
      expect.stringMatching(/^content\/unused-file “” The picture a\.png lies/),
    ]);
  });

  it('is told where there is no post', () => {
    const files = ['allegories/a/index.mdx', 'allegories/a/b/c.png', 'allegories/d/e.png', 'figures/f.webp'];
    const found = checkContentFiles({ files, unreadable: [], root: 'src/content' });
    expect(found.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'content/unused-file src/content/allegories/d/e.png',
    ]);
  });

  it('lies where another has its name', () => {
    const found = (files: string[]) => checkContentFiles({ files, unreadable: [], root: 'src/content' });
    expect(found(['figures/a.png', 'figures/a.svg']).map(({ rule }) => rule)).toEqual([
      'content/same-address',
    ]);
    expect(found(['debug/a.mdx', 'debug/a/index.mdx']).map(({ rule }) => rule)).toEqual([
      'content/same-address',
    ]);
  });
});

describe('a figure that no post names', () => {
  const broken: PictureReading = { kind: 'unreadable', problem: 'is damaged', hint: 'Save it anew.' };
  const toldOf = (keys: readonly string[], named: readonly string[], reading: PictureReading = broken) => {
    const pictures = new Map(keys.map((key) => [key, { path: `src/content/${key}.png`, reading }]));
    return checkUnnamedFigures(pictures, new Set(named)).map(
      ({ rule, file, message }) => `${rule} ${file} ${message}`,
    );
  };

  it('is told at its own file where it cannot be shown', () => {
    expect(toldOf(['rack'], ['switch'])).toEqual([
      'picture/unreadable src/content/rack.png The picture rack.png is damaged.',
    ]);
  });

  it('is left to the post that names it, lies beside one, or is sound', () => {
    expect(toldOf(['rack'], ['rack'])).toEqual([]);
    expect(toldOf(['allegories/a/rack.png'], [])).toEqual([]);
    expect(toldOf(['rack'], [], png)).toEqual([]);
  });

  it('is named by a cover as well', () => {
    const text = allegoryHead.replace('date:', 'cover: rack\ndate:');
    const guide = readGuide(
      createSourceFile('allegories/a-rack/index.mdx', `${text}![A](../../figures/switch.png)\n`),
    );
    expect(picturesNamedBy(guide)).toEqual(['rack', 'switch']);
  });
});
