import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/lib/guide/guide.ts';
import { resolvePicture } from '../../../src/lib/guide/picture-source.ts';
import { placeOfPost } from '../../../src/lib/guide/post-place.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead } from './read-fixture.ts';

const path = 'src/content/allegories/a-rack/index.mdx';
const readRack = (body: string) => readGuide(createSourceFile(path, `${allegoryHead}${body}\n`));

/** Calls as `Name{props}(children)`, HTML as it is. */
const shown = (segments: readonly Segment[]): string =>
  segments
    .map((segment) => {
      if (typeof segment === 'string') return segment.trim();
      const props = Object.entries(segment.props).map(([name, value]) => `${name}=${String(value)}`);
      return `${segment.component}{${props.join(' ')}}`;
    })
    .join('');

describe('a post', () => {
  it.each([
    ['src/content/debug/a.mdx', { folder: 'debug', slug: 'a', hasFolder: false }],
    ['src/content/debug/a/index.mdx', { folder: 'debug', slug: 'a', hasFolder: true }],
    ['debug\\a\\index.mdx', { folder: 'debug', slug: 'a', hasFolder: true }],
    ['debug/index.mdx', { folder: 'debug', slug: 'index', hasFolder: false }],
    ['drafts/a/index.mdx', { folder: 'a', slug: 'index', hasFolder: false }],
    ['a.mdx', { folder: '', slug: 'a', hasFolder: false }],
  ])('lies in a folder, its own or that of its kind: %s', (at, place) => {
    expect(placeOfPost(at)).toEqual(place);
  });

  it('has the kind and the address of its folder', () => {
    expect(readRack('x').data).toMatchObject({ kind: 'allegories', slug: 'a-rack' });
  });
});

describe('the cover of a post', () => {
  const withCover = (cover: string) =>
    readGuide(createSourceFile(path, allegoryHead.replace('date:', `cover: ${cover}\ndate:`) + 'x\n'));

  it.each([
    ['rack', 'rack'],
    ['./rack.jpg', 'allegories/a-rack/rack.jpg'],
    ['"../../figures/rack.svg"', 'rack'],
  ])('is named as any picture is: %s', (written, key) => {
    const { data, references, diagnostics } = withCover(written);
    expect(data?.cover).toBe(key);
    expect(references.map(({ kind, name, range }) => [kind, name, range.start.line])).toEqual([
      ['figure', key, 3],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it('is told at its place where it is none of the content, or lies beside the post', () => {
    const { data, diagnostics } = withCover('https://example.com/rack');
    expect(data?.cover).toBeUndefined();
    expect(diagnostics.map(({ rule, range }) => [rule, range.start])).toMatchObject([
      ['guide/image', { line: 3, column: 8 }],
    ]);
    expect(withCover('/images/rack.jpg').references).toMatchObject([
      { name: 'allegories/a-rack/rack.jpg', astray: { path: './rack.jpg', isPath: true } },
    ]);
  });
});

describe('what a picture is named by', () => {
  it.each([
    ['overlay', 'overlay'],
    ['./rack.jpg', 'allegories/a-rack/rack.jpg'],
    ['rack.JPG', 'allegories/a-rack/rack.JPG'],
    [' ./img/../img/rack.jpg ', 'allegories/a-rack/img/rack.jpg'],
    ['img\\rack.png', 'allegories/a-rack/img/rack.png'],
    ['my%20rack.png', 'allegories/a-rack/my rack.png'],
    ['100%.png', 'allegories/a-rack/100%.png'],
    ['../../figures/overlay.svg', 'overlay'],
    ['../a-rack/rack.jpg', 'allegories/a-rack/rack.jpg'],
  ])('is its key: %j', (source, key) => {
    expect(resolvePicture(path, source)).toEqual({ key });
  });

  it.each([
    ['https://example.com/a.png', /elsewhere/],
    ['//example.com/a.png', /elsewhere/],
    ['data:image/png;base64,AAAA', /elsewhere/],
    ['javascript:alert(1)//.png', /elsewhere/],
    ['file:///etc/a.png', /elsewhere/],
    ['/img/a.png', /no path from this post/],
    ['C:\\img\\a.png', /no path from this post/],
    ['../a.png', /neither beside/],
    ['../../../../../etc/a.png', /neither beside/],
    ['../../labs/a.png', /neither beside/],
    ['../other/a.png', /neither beside/],
    ['%2e%2e/%2e%2e/%2e%2e/a.png', /neither beside/],
    ['a.heic', /no picture by its name/],
    ['a.mdx', /no picture by its name/],
    ['', /no picture by its name/],
    ['Overlay', /no picture by its name/],
  ])('is refused with what to do: %j', (source, problem) => {
    const found = resolvePicture(path, source);
    expect(found).toMatchObject({ problem: expect.stringMatching(problem) as string });
    expect(found).toHaveProperty('hint', expect.stringMatching(/\.$/));
  });

  it('has nothing beside a post without a folder of its own', () => {
    expect(resolvePicture('src/content/debug/a.mdx', '../figures/a.png')).toEqual({ key: 'a' });
    expect(resolvePicture('src/content/debug/a.mdx', 'a.png')).toMatchObject({
      hint: expect.stringContaining('debug/a/index.mdx') as string,
    });
  });
});

describe('a picture in Markdown', () => {
  const key = 'allegories/a-rack/a.png';
  it.each([
    ['![A](a.png)', `Figure{src=${key} alt=A}`],
    ['![A](<a.png> "Ours")', `Figure{src=${key} alt=A caption=Ours}`],
    ['![A][one]\n\n[one]: ./a.png "Ours"', `Figure{src=${key} alt=A caption=Ours}`],
    ['![A](a.png)\n![A](a.png)', `Figure{src=${key} alt=A}Figure{src=${key} alt=A}`],
    ['x ![A](a.png "t") y', `<p>xPicture{src=${key} alt=A title=t}y</p>`],
    [
      '[![A](a.png)](https://a.example)',
      `<p><a href="https://a.example" rel="noopener">Picture{src=${key} alt=A}</a></p>`,
    ],
    ['- ![A](a.png)', `<ul>\n<li>Figure{src=${key} alt=A}</li>\n</ul>`],
  ])('is a figure where it stands alone, and part of a line elsewhere: %j', (body, expected) => {
    const { body: segments, diagnostics, references } = readRack(body);
    expect(diagnostics).toEqual([]);
    expect(references.every(({ kind, name }) => kind === 'figure' && name === key)).toBe(true);
    expect(references.length).toBe(body.split('![').length - 1);
    expect(shown(segments)).toBe(expected);
  });

  it('names what it shows at its place, in the order of the text', () => {
    const { references, file } = readRack(
      '<Figure src="b" alt="B" />\n\n![A](./a.png)\n\n<Figure src="c" alt="C" />',
    );
    expect(
      references.map(({ name, range }) => [name, file.text.slice(range.start.offset, range.end.offset)]),
    ).toEqual([
      ['b', 'b'],
      [key, './a.png'],
      ['c', 'c'],
    ]);
  });
});

describe('a figure', () => {
  it('has a transcript, and none of it is a picture for those who do not see', () => {
    const { body, diagnostics } = readRack(
      '<Figure src="./a.png" alt="" decorative caption="c" transcript="Get-VM\nRunning" />',
    );
    expect(diagnostics).toEqual([]);
    expect(body[0]).toMatchObject({
      props: { src: 'allegories/a-rack/a.png', alt: '', caption: 'c', transcript: 'Get-VM\nRunning' },
    });
  });
});
