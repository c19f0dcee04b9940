import type { Code, Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parsePost } from '../../../src/lib/guide/parse-post.ts';
import { sliceOfCode } from '../../../src/lib/guide/code-lines.ts';
import type { Slice } from '../../../src/lib/source/slice.ts';
import { originOffset } from '../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';

function codesIn(text: string) {
  const file = createSourceFile('labworks/x.mdx', text);
  const codes: Code[] = [];
  const open: Nodes[] = parsePost(file).value ? [parsePost(file).value!] : [];
  for (let node = open.shift(); node; node = open.shift()) {
    if (node.type === 'code') codes.push(node);
    else if ('children' in node) open.push(...node.children);
  }
  return codes.map((code) => ({ code, slice: sliceOfCode(file, code) }));
}

/** Every character stands in the file where the slice says, but for what is left of a tab, and for a lone CR. */
function holdToFile({ file, text, pieces }: Slice): void {
  let at = 0;
  for (const piece of pieces) {
    expect(piece.at).toBe(at);
    const part = text.slice(at, at + piece.length);
    const from = file.text.slice(piece.from, piece.from + piece.fromLength);
    if (piece.substituted)
      expect([/^ +$/.test(part) && from === '\t', part === '\n' && from === '\r']).toContain(true);
    else expect(part).toBe(from);
    at += piece.length;
  }
  expect(at).toBe(text.length);
}

/** Around a block: what its first line begins with, what all others do, and what comes before and after. */
const nestings = [
  { name: 'nothing', first: '', other: '' },
  { name: 'three blanks', first: '   ', other: '   ' },
  { name: 'less than the fence', first: '   ', other: ' ' },
  { name: 'a list', first: '- ', other: '  ' },
  { name: 'a numbered list', first: '10. ', other: '    ' },
  { name: 'a list with a tab', first: '-\t', other: '\t' },
  { name: 'a list in a list', first: '- 1. ', other: '     ' },
  { name: 'a list indented by tabs', first: '1.  ', other: '\t' },
  { name: 'a quote', first: '> ', other: '> ' },
  { name: 'a quote without blanks', first: '>', other: '>' },
  { name: 'a quote with tabs', first: '>\t', other: '>\t' },
  { name: 'a list in a quote', first: '> - ', other: '>   ' },
  { name: 'a quote in a list', first: '- > ', other: '  > ' },
  { name: 'a tag', first: '  ', other: '  ', before: '<Aside>', after: '</Aside>' },
  { name: 'a tag, deep', first: '      ', other: '      ', before: '<Aside>', after: '</Aside>' },
  { name: 'a tag with tabs', first: '\t', other: '\t', before: '<Aside>', after: '</Aside>' },
  { name: 'a tag in a list', first: '    ', other: '    ', before: '- <Aside>', after: '  </Aside>' },
];
const fences = ['```', '````', '~~~', '~~~~~'];
const lines = [
  'Get-NetAdapter',
  '  indented',
  '\ttab',
  ' \t mixed',
  '',
  '   ',
  '\t',
  "'{{vswitch}}'",
  '> not a quote',
  '- not a list',
  '{ braces',
  '<b>',
  '``',
  '~~',
  'trailing  ',
  '\\',
  '“curly”',
  '🙂',
  '<!-- x -->',
  'import a',
  '---',
];

function blockIn(
  nesting: (typeof nestings)[number],
  fence: string,
  code: readonly string[],
  end: string,
): string {
  const inner = [`${fence}powershell on=smb1`, ...code, fence];
  const nested = inner.map((line, index) => (index === 0 ? nesting.first : nesting.other) + line);
  const { before, after } = nesting;
  return [
    'Before.',
    '',
    ...(before ? [before] : []),
    ...nested,
    ...(after ? [after] : []),
    '',
    'After.',
    '',
  ].join(end);
}

describe('the code of a block', () => {
  it.each(nestings)('is what the Markdown parser makes of it, in $name', (nesting) => {
    const chance = createChance(nesting.name.length * 7919);
    for (let round = 0; round < 40; round++) {
      const code = Array.from({ length: Math.floor(chance() * 6) }, () => pick(chance, lines));
      const text = blockIn(nesting, pick(chance, fences), code, pick(chance, ['\n', '\r\n', '\r']));
      const found = codesIn(text);
      expect(found.length, text).toBeGreaterThan(0);
      for (const { code: node, slice } of found) {
        expect(slice.text, JSON.stringify(text)).toBe(node.value.replace(/\r\n?/g, '\n'));
        holdToFile(slice);
      }
    }
  });

  it('keeps a blank line at either end, and no line break', () => {
    const [found] = codesIn('```ios\n\nvlan 11\n\n```\n');
    expect(found!.slice.text).toBe('\nvlan 11\n');
  });

  it('is empty for an empty block', () => {
    expect(codesIn('```ios\n```\n')[0]!.slice).toMatchObject({ text: '', pieces: [] });
    expect(codesIn('```ios')[0]!.slice.text).toBe('');
  });

  it('is one run where nothing had to be stripped', () => {
    expect(codesIn('```ios\na\n b\n\nc\n```\n')[0]!.slice.pieces).toHaveLength(1);
  });

  it('leads back to the word in the file', () => {
    const text = '\uFEFFx\r\n\r\n> - ```ios\r\n>   vlan 11\r\n>    name LM\r\n>   ```\r\n';
    const { slice } = codesIn(text)[0]!;
    expect(slice.text).toBe('vlan 11\n name LM');
    expect(originOffset(slice, slice.text.indexOf('LM'), 'start')).toBe(text.indexOf('LM'));
  });
});
