import { parseXml } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/lib/figure/figure.ts';
import { readFigure } from '../../../src/lib/figure/read-figure.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { active, broken, sound, svg, unsupported } from './drawings.ts';

const read = (text: string) => readFigure(createSourceFile('src/content/figures/rack-view.svg', text));

/** What is told: the rule, and what it marks. */
const told = (text: string) =>
  read(text).diagnostics.map(({ rule, range: { start, end } }) => [
    rule,
    text.slice(start.offset, end.offset),
  ]);

const written = ({ content }: Figure, prefix = '') => svg(content.join(prefix));

describe('a drawing', () => {
  it.each(Object.entries(sound))('may have %s', (_what, content) => {
    const { value, diagnostics } = read(svg(content));
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ id: 'rack-view', attributes: { viewBox: '0 0 40 20' } });
    // What was written is XML, and reads as itself.
    parseXml(written(value!));
    expect(written(read(written(value!)).value!)).toBe(written(value!));
  });

  it.each(active)('cannot run, load or lead elsewhere: %s', (content, marked) => {
    expect(told(svg(content))).toEqual([['figure/active-content', marked]]);
    expect(read(svg(content)).value).toBeUndefined();
  });

  it.each(unsupported)('cannot have what is not shown: %s', (content, marked) => {
    expect(told(svg(content))).toEqual([['figure/unsupported', marked]]);
    expect(read(svg(content)).value).toBeUndefined();
  });

  it.each(broken.map((text) => [text.slice(0, 60), text]))('is not this: %s', (_title, text) => {
    expect(told(text).map(([rule]) => rule)).toEqual(['figure/syntax']);
    expect(read(text).value).toBeUndefined();
  });

  it('asks for no stylesheet', () => {
    const text = `<?xml version="1.0"?>\n<?xml-stylesheet href="https://elsewhere.example/x.css"?>\n${svg('<rect/>')}`;
    expect(told(text)).toEqual([
      ['figure/active-content', '<?xml-stylesheet href="https://elsewhere.example/x.css"?>'],
    ]);
  });

  it('is told of each thing once, at its place, also behind characters of two units', () => {
    const text = svg('<text>😀</text>\n<rect style="a"/><rect style="b"/><rect style="c"/>');
    const [diagnostic, ...more] = read(text).diagnostics;
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({
      range: { start: { line: 2, column: 7 } },
      why: 'It stands 3 times in the file.',
    });
    expect(told('<svg>😀😀<g></svg>')).toEqual([['figure/syntax', '<']]);
  });

  it('leaves out what draws nothing: notes of editors, and words that its alt stands for', () => {
    const { value } = read(
      svg(
        '<!-- made by hand --><metadata><x/></metadata><i:grid xmlns:i="urn:editor"/><rect data-name="a" aria-label="b" role="c" i:label="d"/>',
        ' id="Layer_1" version="1.1" role="img" aria-labelledby="x" xmlns:i="urn:editor" i:zoom="3"',
      ),
    );
    expect(value).toEqual({ id: 'rack-view', attributes: { viewBox: '0 0 40 20' }, content: ['<rect />'] });
  });

  it('has its ids, and all that names them, behind a prefix', () => {
    const { value } = read(svg('<g id="a"/><use href="#a"/><rect fill="url(#a)" stroke="url( \'#a\' )"/>'));
    expect(value!.content.join('p.')).toBe(
      '<g id="p.a" /><use href="#p.a" /><rect fill="url(#p.a)" stroke="url( &#x27;#p.a&#x27; )" />',
    );
  });
});
