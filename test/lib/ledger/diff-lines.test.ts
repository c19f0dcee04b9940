import { describe, expect, it } from 'vitest';
import type { DiffPart, FoldedLines } from '../../../src/lib/ledger/diff-lines.ts';
import { diffProjections, foldUnchanged } from '../../../src/lib/ledger/diff-lines.ts';
import { createChance, pick } from '../../chance.ts';

const guide = [
  'title: Team the ports',
  '## 2:4 Team',
  'The team takes its frames by [LACP](https://example.org/lacp).',
  '```powershell on=smb1',
  "New-NetLbfoTeam -Name Converged -TeamMembers 'Ethernet 1', 'Ethernet 2' -TeamingMode Lacp",
  'Get-NetLbfoTeam',
  '```',
  '| Host | Time |',
  '| smb1 | 12 s |',
  '- one',
  '- two',
];

const replaced = (line: number, ...text: string[]) => guide.toSpliced(line, 1, ...text);

/** The diff in signs: a part a line, and what is worded anew in brackets. */
const written = (parts: readonly (DiffPart | FoldedLines)[]) =>
  parts.flatMap((part): string[] => {
    switch (part.kind) {
      case 'same':
        return part.lines.map(({ text }) => `  ${text}`);
      case 'folded':
        return [`… ${part.count} ${part.heading ?? ''}`.trimEnd()];
      case 'changed':
        return [
          `~ ${part.pieces.map(({ sign, text }) => (sign === ' ' ? text : `[${sign}${text}]`)).join('')}`,
        ];
      default:
        return [`${part.kind === 'removed' ? '-' : '+'} ${part.line.text}`];
    }
  });
const changes = (before: readonly string[], after: readonly string[]) =>
  written(diffProjections(before, after)).filter((line) => !line.startsWith('  '));

/** Both sides, read back from the diff. */
function sides(parts: readonly DiffPart[]): [before: string[], after: string[]] {
  const [before, after]: [string[], string[]] = [[], []];
  for (const part of parts) {
    if (part.kind === 'same')
      for (const { text } of part.lines) [before, after].forEach((side) => side.push(text));
    else if (part.kind === 'changed') {
      const without = (sign: string) =>
        part.pieces
          .filter((piece) => piece.sign !== sign)
          .map(({ text }) => text)
          .join('');
      before.push(without('+'));
      after.push(without('-'));
    } else (part.kind === 'removed' ? before : after).push(part.line.text);
  }
  return [before, after];
}

describe('the diff of two projections', () => {
  it('is one stretch where nothing changed', () => {
    expect(diffProjections(guide, guide)).toEqual([
      { kind: 'same', lines: guide.map((text, line) => ({ text, code: line >= 3 && line <= 6 })) },
    ]);
    expect(diffProjections([], [])).toEqual([]);
  });

  it('names the words of prose that changed, an address and a number as one word each', () => {
    expect(
      changes(guide, replaced(2, 'The team takes its frames by [LACP](https://example.com/lacp).')),
    ).toEqual([
      '~ The team takes its frames by [LACP]([-https://example.org/lacp][+https://example.com/lacp]).',
    ]);
    expect(
      changes(['It lies at 10.10.30.1, not at 10.10.40.1.'], ['It lies at 10.10.31.1, at 10.10.40.1.']),
    ).toEqual(['~ It lies at [-10.10.30.1][+10.10.31.1], [-not ]at 10.10.40.1.']);
    expect(changes(guide, replaced(8, '| smb1 | 14 s |'))).toEqual(['~ | smb1 | [-12][+14] s |']);
  });

  it('leaves no word by chance between words that are all others', () => {
    const rest =
      ' If you have read of network virtualization you will recognise the shape: a frame in a packet.';
    expect(
      changes(
        [`Underneath, it uses NVGRE to encapsulate its traffic.${rest}`],
        [
          `Underneath, it uses an encapsulation that is not NVGRE; additions of its own let it wrap traffic by kind.${rest}`,
        ],
      ),
    ).toEqual([
      `~ Underneath, it uses [-NVGRE to encapsulate its ][+an encapsulation that is not NVGRE; additions of its own let it wrap ]traffic[+ by kind].${rest}`,
    ]);
    expect(changes(['the blue and the red cable'], ['the grey and the black cable'])).toEqual([
      '~ the [-blue][+grey] and the [-red][+black] cable',
    ]);
  });

  it('names the tokens of code that changed, and its white space', () => {
    const line = guide[4]!;
    expect(changes(guide, replaced(4, line.replace('-TeamingMode Lacp', '-TeamingMode Static')))).toEqual([
      "~ New-NetLbfoTeam -Name Converged -TeamMembers 'Ethernet 1', 'Ethernet 2' -TeamingMode [-Lacp][+Static]",
    ]);
    expect(changes(['```', 'if ($a) {', '```'], ['```', '  if ($b) {', '```'])).toEqual([
      '~ [+  ]if ([-$a][+$b]) {',
    ]);
  });

  it('takes no line of code for a line of text that became another', () => {
    expect(changes(['```ios', 'vlan 10', '```'], ['vlan 10'])).toEqual(['- ```ios', '- ```']);
    expect(changes(['```ios', 'vlan 10', '```'], ['vlan 20'])).toEqual([
      '- ```ios',
      '- vlan 10',
      '- ```',
      '+ vlan 20',
    ]);
  });

  it('ends a fence at a fence as long as its own', () => {
    const text = ['````md', '```ios', '```', '````', '- ~~~', 'shut', '- ~~~', 'after'];
    const [part] = diffProjections(text, text);
    expect(part?.kind === 'same' && part.lines.map(({ code }) => code)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('pairs a line with what became of it, among lines that are new and lines that are gone', () => {
    const before = ['one two three four', 'gone with it', 'five six seven eight'];
    const after = ['quite another thing', 'one two three 4', 'five six 7 eight'];
    expect(changes(before, after)).toEqual([
      '+ quite another thing',
      '~ one two three [-four][+4]',
      '- gone with it',
      '~ five six [-seven][+7] eight',
    ]);
  });

  it('shows two lines that share little as one taken away and one added', () => {
    expect(changes(['The switch is slow.'], ['Nobody knows why the host sleeps.'])).toEqual([
      '- The switch is slow.',
      '+ Nobody knows why the host sleeps.',
    ]);
  });

  it('folds what stayed, under the last heading of it', () => {
    const parts = diffProjections(guide, replaced(8, '| smb1 | 14 s |'));
    expect(written(foldUnchanged(parts, 1))).toEqual([
      '… 7 ## 2:4 Team',
      '  | Host | Time |',
      '~ | smb1 | [-12][+14] s |',
      '  - one',
      '  - two',
    ]);
    expect(written(foldUnchanged(diffProjections(guide, guide), 3))).toEqual(['… 11 ## 2:4 Team']);
  });

  it('holds both texts, whatever they are', () => {
    const chance = createChance(14);
    const words = [
      'switch',
      'vlan',
      '10',
      '10.0.0.1',
      '$name',
      '-Force',
      ' ',
      '  ',
      '```',
      '~~~',
      '- ',
      '|',
      'ä',
      '👩‍💻',
      "don't",
      '\n',
      '',
    ];
    const line = () => Array.from({ length: Math.floor(chance() * 9) }, () => pick(chance, words)).join('');
    for (let round = 0; round < 400; round++) {
      const before = Array.from({ length: Math.floor(chance() * 14) }, line);
      const after = before.flatMap((text) => {
        const lot = chance();
        if (lot < 0.1) return [];
        if (lot < 0.2) return [text, line()];
        return lot < 0.4 ? [text + pick(chance, words)] : [text];
      });
      for (const [one, other] of [
        [before, after],
        [after, before],
        [before, Array.from({ length: 9 }, line)],
      ] as const) {
        const parts = diffProjections(one, other);
        expect(sides(parts)).toEqual([one, other]);
        parts.forEach((part, index) => {
          if (part.kind === 'same') expect(parts[index + 1]?.kind).not.toBe('same');
          if (part.kind !== 'changed') return;
          expect(part.pieces.some(({ sign }) => sign !== ' ')).toBe(true);
          expect(part.pieces.every(({ text }) => text !== '')).toBe(true);
        });
      }
    }
  });

  it('ends on texts that have nothing in common, and on lines as long as posts', () => {
    const many = (name: string) => Array.from({ length: 4000 }, (_, index) => `${name} ${index} of its own`);
    expect(sides(diffProjections(many('left'), many('right')))).toEqual([many('left'), many('right')]);
    const long = (name: string) => [
      ['same', ...Array.from({ length: 6000 }, (_, index) => `${name}${index % 7}`)].join(' the '),
    ];
    expect(sides(diffProjections(long('a'), long('b')))).toEqual([long('a'), long('b')]);
  });
});
