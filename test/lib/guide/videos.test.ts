import { describe, expect, it } from 'vitest';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { allegoryHead } from './read-fixture.ts';

const read = (body: string, path = 'src/content/allegories/a-rack/index.mdx') =>
  readGuide(createSourceFile(path, `${allegoryHead}${body}\n`));
const told = (body: string, path?: string) =>
  read(body, path).diagnostics.map(({ rule, message, hint }) => `${rule} ${message} ${hint}`);

describe('a film', () => {
  it('is named with its poster and captions', () => {
    const guide = read('<Video src="./tour.mp4" poster="tour.jpg" title="A tour." captions="./tour.vtt" />');
    expect(guide.diagnostics).toEqual([]);
    expect(guide.references.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'figure allegories/a-rack/tour.mp4',
      'figure allegories/a-rack/tour.jpg',
      'figure allegories/a-rack/tour.vtt',
    ]);
    const props = { src: 'allegories/a-rack/tour.mp4', captions: 'allegories/a-rack/tour.vtt' };
    expect(guide.body).toContainEqual(
      expect.objectContaining({ component: 'Video', props: expect.objectContaining(props) }),
    );
  });

  it('may lie beside the post where its path leads elsewhere, which the content says', () => {
    const guide = read('<Video src="https://x.example/a.mp4" poster="./a.jpg" title="A" silent />');
    expect(guide.diagnostics).toEqual([]);
    expect(guide.body.join('')).not.toContain('Video');
    expect(guide.references).toMatchObject([
      { name: 'allegories/a-rack/a.mp4', astray: { problem: expect.stringContaining('lies elsewhere') } },
    ]);
  });

  it.each([
    ['<Video src="./a.mp4" title="A" silent />', /component-props <Video> has no “poster”/],
    ['<Video src="./a.mp4" poster="./a.jpg" silent />', /component-props <Video> has no “title”/],
    [
      '<Video src="./a.mp4" poster="./a.jpg" title="A" />',
      /guide\/captions <Video> has no captions\. .*WebVTT/,
    ],
    [
      '<Video src="./a.mp4" poster="./a.jpg" title="A" captions="a.vtt" silent />',
      /guide\/captions .*all the same/,
    ],
    [
      '<Video src="./a.avi" poster="./a.jpg" title="A" silent />',
      /guide\/image “\.\/a\.avi” is no film by its name\. .*\.mp4/,
    ],
    [
      '<Video src="./a.mp4" poster="./a.jpg" title="A" captions="./a.srt" />',
      /no file of captions by its name\. .*\.vtt/,
    ],
    [
      '<Video src="./a.mp4" poster="./a.jpg" title="A" silent autoplay />',
      /component-props <Video> has no prop “autoplay”/,
    ],
  ])('is told: %s', (body, expected) => {
    expect(told(body)[0]).toMatch(expected);
    expect(told(body)).toHaveLength(1);
  });

  it('lies beside a post that has a folder of its own', () => {
    const body = '<Video src="./a.mp4" poster="../figures/a.jpg" title="A" silent />';
    expect(told(body, 'src/content/allegories/a-rack.mdx')[0]).toMatch(
      /has no folder of its own. Move the post/,
    );
  });
});
