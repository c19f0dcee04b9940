import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { readBody, told } from './read-fixture.ts';

const block = (language: string) => `\`\`\`${language}\nx\n\`\`\`\n`;
const tellAll = (body: string) => {
  const guide = readBody(body);
  return guide.diagnostics.map((one) => told(guide, one));
};

describe('what a post has in many places', () => {
  it('is told once, at the first, with the lines of the others', () => {
    expect(tellAll([block('js'), block('sh'), block('js'), block('js')].join('\n'))).toEqual([
      'guide/unknown-language “js”: “js” is no language of code blocks here (so too in lines 15 and 19).',
      'guide/unknown-language “sh”: “sh” is no language of code blocks here.',
    ]);
    expect(tellAll(`${block('js')}\n${block('js')}`)).toEqual([
      'guide/unknown-language “js”: “js” is no language of code blocks here (so too in line 11).',
    ]);
    expect(tellAll('A <b class="x">bold</b> and <b class="y">other</b> word.')).toEqual([
      'guide/html-without-effect “class="x"”: “class” of <b> has no effect here (2 times).',
    ]);
  });

  it('names some lines of very many, and is mended in all of them', () => {
    const body = Array.from({ length: 40 }, () => block('sh')).join('\n');
    const guide = readBody(body);
    expect(guide.diagnostics.map(({ message }) => message)).toEqual([
      '“sh” is no language of code blocks here (so too in lines 11, 15, 19, 23, 27, 31, 35, 39 and 31 more).',
    ]);
    expect(applyFixes(guide.file.text, guide.diagnostics).text).toBe(
      guide.file.text.replaceAll('```sh', '```bash'),
    );
  });

  it('is told of each place that has to be decided by itself', () => {
    expect(tellAll('# One\n\n## Two\n\n# Three')).toHaveLength(2);
    expect(tellAll('<Nobody>a</Nobody>\n\n<Nobody>b</Nobody>')).toHaveLength(2);
  });
});
