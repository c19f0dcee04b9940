import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/lib/guide/guide.ts';
import { figuresIn, withFigureIds } from '../../src/site/figure-ids.ts';
import { standaloneFigure } from '../../src/site/figures.ts';
import { figureOf } from './fixtures.ts';

const style = (name: string) => readFileSync(`src/styles/${name}.css`, 'utf8');
const figure = (src: string): Segment => ({ component: 'Figure', props: { src, alt: 'A.' }, children: [] });

describe('a figure as a file of its own', () => {
  const tokens = new Map(
    [...style('tokens').matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map((match) => [
      match[1],
      match,
    ]),
  );
  const classes = [...style('figures').matchAll(/^\.([fs])-([a-z-]+) \{/gm)];

  it.each(classes.map((match) => [`${match[1]}-${match[2]}`, match[1], match[2]]))(
    'has the colours of .%s, as the site has them',
    (name, letter, colour) => {
      const property = letter === 'f' ? 'fill' : 'stroke';
      const text = standaloneFigure(figureOf('a', { content: [`<path class="${name}" />`] }));
      const [, , light, dark] = tokens.get(colour) ?? ['', '', 'none', 'none'];
      expect(text).toContain(
        `.${name}{${property}:${light}}@media(prefers-color-scheme:dark){.${name}{${property}:${dark}}}`,
      );
    },
  );

  it('is SVG by its namespace, with its attributes', () => {
    const text = standaloneFigure(
      figureOf('a', { attributes: { viewBox: '0 0 1 1', 'font-family': '"A" & B' } }),
    );
    expect(text).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 1 1" font-family="&#34;A&#34; &#38; B"><style>.*<\/style><path \/><\/svg>\n$/,
    );
  });
});

describe('the first picture of a page', () => {
  const firstIn = (segments: readonly Segment[]): unknown[] =>
    segments.flatMap((segment) => (typeof segment === 'string' ? [] : [segment.props['first']]));

  it('is marked where it is on the first screen, and no other is', () => {
    expect(firstIn(withFigureIds(['<p>x</p>', figure('a'), figure('b')]))).toEqual([true, undefined]);
    expect(firstIn(withFigureIds([`<p>${'x'.repeat(4000)}</p>`, figure('a'), figure('b')]))).toEqual([
      undefined,
      undefined,
    ]);
    expect(firstIn(withFigureIds([figure('a')], 'debug/found'))).toEqual([undefined]);
  });
});

describe('the ids of figures', () => {
  it('are words, whatever the picture is called', () => {
    const [first, second] = withFigureIds([figure('debug/a/my rack.svg'), figure('debug/a/my-rack.svg')]);
    expect([first, second].map((segment) => (segment as { props: object }).props)).toMatchObject([
      { ids: 'debug-a-my-rack-svg.' },
      { ids: 'debug-a-my-rack-svg.2.' },
    ]);
  });

  it('begin with the name of the figure, counted where it is shown again, wherever it stands', () => {
    const aside: Segment = {
      component: 'Aside',
      props: {},
      children: ['<p>', figure('rack'), figure('lab')],
    };
    const idsIn = (segments: readonly Segment[]): unknown[] =>
      segments.flatMap((segment) =>
        typeof segment === 'string' ? [] : [segment.props['ids'], ...idsIn(segment.children)],
      );
    expect(idsIn(withFigureIds([figure('rack'), aside, figure('rack')]))).toEqual([
      'rack.',
      undefined,
      'rack.2.',
      'lab.',
      'rack.3.',
    ]);
    expect(idsIn(withFigureIds([figure('rack')], 'debug/found'))).toEqual(['debug.found.rack.']);
    expect(figuresIn([figure('rack'), aside])).toEqual(['rack', 'rack', 'lab']);
  });
});
