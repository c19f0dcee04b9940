import { describe, expect, it } from 'vitest';
import type { Guide, Segment } from '../../../src/lib/guide/guide.ts';
import { readGuide } from '../../../src/lib/guide/read-guide.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import type { Range } from '../../../src/lib/source/source-file.ts';
import { createChance, pick } from '../../chance.ts';
import { allegoryHead, fixture, readBody } from './read-fixture.ts';

function rangesIn({ diagnostics, steps, blocks, outputs, passages, references }: Guide): Range[] {
  return [
    ...diagnostics.flatMap(({ range, related }) => [range, ...(related ?? []).map((other) => other.range)]),
    ...[...steps, ...passages, ...references].map(({ range }) => range),
    ...blocks.flatMap(({ fence, meta }) => [fence, ...Object.values(meta)]),
    ...outputs.map(({ fence }) => fence),
  ];
}

function holdTogether(guide: Guide): void {
  const { file } = guide;
  for (const { start, end } of rangesIn(guide)) {
    for (const { line, column, offset } of [start, end]) {
      expect(offset).toBeLessThanOrEqual(file.text.length);
      expect(file.lineStarts[line - 1]! + column - 1).toBe(offset);
    }
    expect(start.offset).toBeLessThanOrEqual(end.offset);
  }
  const ids = new Set(guide.blocks.map(({ id }) => id));
  const visit = (segments: readonly Segment[]) => {
    for (const segment of segments) {
      if (typeof segment === 'string') expect(segment).not.toMatch(/<script|<[^>]*(?:javascript:|\son\w+=)/i);
      else {
        if (segment.component === 'CommandBlock') expect(ids).toContain(segment.props['block']);
        visit(segment.children);
      }
    }
  };
  visit(guide.body);
  for (const { rule, message, hint } of guide.diagnostics) {
    expect(rule).toMatch(/^guide\//);
    expect(message).toMatch(/[.?!]$/);
    expect(hint).toMatch(/\S/);
  }
}

const pieces = [
  '{',
  '}',
  '{{',
  '}}',
  '{/*',
  '*/}',
  '<',
  '</',
  '>',
  '/>',
  '<Aside>',
  '</Aside>',
  '<b>',
  '</b>',
  '<Value of="x" />',
  '<Figure ',
  '```',
  '~~~',
  '```powershell on=smb1\n',
  '```output\n',
  '"',
  "'",
  '`',
  '*',
  '**',
  '_',
  '[',
  '](',
  '[^a]',
  '[^a]: x',
  '![',
  '|',
  '|-|-|\n',
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '\t',
  '    ',
  '> ',
  '- ',
  '1. ',
  '# ',
  '## 2:6 x\n',
  '---\n',
  '\0',
  '\uFEFF',
  '\u200B',
  '\uD800',
  '🙂',
  '&#x6A;avascript:',
  'import x\n',
  'export ',
  '$',
  '\\',
  '[a](javascript:x)',
  '<script>',
  '<b onclick="x">',
  '{`',
  '${',
  'steps: 9:1-9:2\n',
  ': ',
  '- [x] ',
  '===\n',
];

describe('hostile posts', () => {
  const base = fixture('labworks/everything.mdx');

  it('never throw, and every place told is in the file', () => {
    const chance = createChance(20140421);
    for (let round = 0; round < 400; round++) {
      let text = base;
      for (let edit = 0; edit <= round % 4; edit++) {
        const start = Math.floor(chance() * text.length);
        const end = chance() < 0.5 ? start : Math.min(text.length, start + Math.floor(chance() * 60));
        text = text.slice(0, start) + pick(chance, pieces) + text.slice(end);
      }
      if (round % 10 === 0) text = text.slice(0, Math.floor(chance() * text.length));
      if (round % 7 === 0) text = text.replaceAll('\n', '\r\n');
      holdTogether(readGuide(createSourceFile('labworks/everything.mdx', text)));
    }
  });

  it('may be made of nothing but signs', () => {
    const chance = createChance(7);
    for (let round = 0; round < 200; round++) {
      const text = Array.from({ length: 60 }, () => pick(chance, pieces)).join(round % 2 ? '' : ' ');
      holdTogether(readBody(text));
    }
  });

  it.each([
    ['quotes in quotes', '> '.repeat(20_000)],
    ['lists in lists', '- '.repeat(20_000)],
    ['lists below lists', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['tags in tags', '<Aside>\n'.repeat(100) + '</Aside>\n'.repeat(100)],
    ['open tags', '<Aside>\n'.repeat(20_000)],
    ['open braces', '{'.repeat(50_000)],
    ['braces in braces', '{'.repeat(20_000) + '}'.repeat(20_000)],
    ['an open string before many braces', `{"${'}'.repeat(50_000)}`],
    ['an open comment before many braces', `{/*${'}'.repeat(50_000)}`],
    ['open brackets', '['.repeat(50_000)],
    ['stars', '*'.repeat(50_000)],
    ['emphasis in emphasis', '*a **b '.repeat(20_000)],
    ['a table of very many columns', `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|x\n'.repeat(500)}`],
    ['a post of a million characters', 'word '.repeat(200_000)],
  ])('are told and not read: %s', (_, body) => {
    const guide = readBody(body);
    expect(guide.diagnostics.map(({ rule }) => rule)).toEqual(['guide/mdx-syntax']);
    holdTogether(guide);
  });

  it.each([
    ['a huge line', 'word '.repeat(20_000)],
    ['very many blocks', '```text\nx\n```\n\n'.repeat(2000)],
    ['very many blocks that never close', '````text\n\n'.repeat(2000)],
    ['very many headings', '## 2:1 x\n\n'.repeat(2000)],
    ['very many items', '- x\n'.repeat(3000)],
    [
      'very many notes',
      Array.from({ length: 500 }, (_unused, index) => `[^${index}]\n\n[^${index}]: x\n`).join('\n'),
    ],
  ])('are read in good time: %s', (_, body) => {
    holdTogether(readBody(body));
  });

  it('keep names of things that every object has out of their props', () => {
    const guide = readBody('<Aside __proto__="x" constructor="y">z</Aside>');
    expect(guide.diagnostics.map(({ message }) => message)).toEqual([
      '<Aside> has no prop “__proto__”.',
      '<Aside> has no prop “constructor”.',
    ]);
    expect(readBody('<toString>x</toString>').diagnostics).toHaveLength(1);
    expect(readBody('```powershell constructor\nx\n```').diagnostics).toHaveLength(1);
    expect(readGuide(createSourceFile('constructor/x.mdx', allegoryHead)).diagnostics).toHaveLength(1);
  });
});
