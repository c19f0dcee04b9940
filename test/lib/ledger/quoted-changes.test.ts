import { describe, expect, it } from 'vitest';
import { earlierLines, quotation, quotedChanges } from '../../../src/lib/engine.ts';
import { plainWords } from '../../../src/lib/ledger/plain-words.ts';
import { createChance, pick } from '../../chance.ts';
import { linesOf, projectionOfNote } from './recorded-posts.ts';

const quoted = (was: string, now: string) =>
  quotedChanges(linesOf(was), linesOf(now)).map(({ kind, was: old, now: fresh }) => [kind, old, fresh]);

describe('the changes of a post, as they are quoted', () => {
  it.each<[what: string, was: string, now: string, ...changes: (readonly string[])[]]>([
    ['the sentence', 'One. It is 10. Two.', 'One. It is 20. Two.', ['words', 'It is 10.', 'It is 20.']],
    [
      'sentences beside each other',
      'One. It is 1. It was 1. Two.',
      'One. It is 2. It was 2. Two.',
      ['words', 'It is 1. It was 1.', 'It is 2. It was 2.'],
    ],
    [
      'a version within its sentence',
      'It is 1.2.3 here.',
      'It is 1.2.4 here.',
      ['words', 'It is 1.2.3 here.', 'It is 1.2.4 here.'],
    ],
    ['an item without its mark', '- a\n- it is 1', '- a\n- it is 2', ['words', 'it is 1', 'it is 2']],
    ['a heading', '## Team 1', '## Team 2', ['heading', 'Team 1', 'Team 2']],
    [
      'a cell',
      '| a | b |\n|---|---|\n| c | 1 s |',
      '| a | b |\n|---|---|\n| c | 2 s |',
      ['cell', '1 s', '2 s'],
    ],
    ['what is new', 'One.', 'One.\n\nTwo is new.', ['words', '', 'Two is new.']],
    ['what is gone', 'One.\n\nTwo is old.', 'One.', ['words', 'Two is old.', '']],
    ['a whole block', '```text\na\nb 1\n```', '```text\na\nb 2\n```', ['code', 'a\nb 1', 'a\nb 2']],
    [
      'a block in a list, as it is written',
      '- x\n\n  ```text\n  a\n    b 1\n  ```',
      '- x\n\n  ```text\n  a\n    b 2\n  ```',
      ['code', 'a\n  b 1', 'a\n  b 2'],
    ],
    [
      'one of two blocks',
      '```text\na\n```\n\n```text\nb 1\n```',
      '```text\na\n```\n\n```text\nb 2\n```',
      ['code', 'b 1', 'b 2'],
    ],
    [
      'a block with two changes once',
      '```text\na 1\nb\nc 1\n```',
      '```text\na 2\nb\nc 2\n```',
      ['code', 'a 1\nb\nc 1', 'a 2\nb\nc 2'],
    ],
    [
      'what is said of a picture',
      'One.\n\n<Figure src="tray" alt="A tray." caption="It holds 12 drips." />',
      'One.\n\n<Figure src="tray" alt=\'A "blue" tray.\' caption="It holds 13 drips." />',
      ['picture', 'A tray.\nIt holds 12 drips.', 'A "blue" tray.\nIt holds 13 drips.'],
    ],
    [
      'a picture that is new',
      'One.',
      'One.\n\n<Figure src="tray" alt="A tray." />',
      ['picture', '', 'A tray.\ntray'],
    ],
    [
      'what is said in a tag',
      '<Aside title="It is 1.">\n\nOne.\n\n</Aside>',
      '<Aside title="It is 2.">\n\nOne.\n\n</Aside>',
      ['words', 'It is 1.', 'It is 2.'],
    ],
    [
      'what stands within a tag that is new',
      'One.',
      'One.\n\n<Aside>\n\nTwo.\n\n</Aside>',
      ['words', '', 'Two.'],
    ],
    ['a block that is new', 'One.', 'One.\n\n```text\na\n```', ['code', '', 'a']],
    ['a block that is gone', 'One.\n\n```text\na\n```', 'One.', ['code', 'a', '']],
  ])('are %s', (_, was, now, ...changes) => {
    expect(quoted(was, now)).toEqual(changes);
  });

  it('are the words of a picture in Markdown, and its file by its name', () => {
    const before = ['![A rack of [eight] switches.](field-notes/x/rack.png "In March.")'];
    const after = ['![A rack of [nine] switches.](field-notes/x/racks.png "In March.")'];
    expect(quotedChanges(before, after)).toEqual([
      {
        kind: 'picture',
        was: 'A rack of [eight] switches.\nrack.png',
        now: 'A rack of [nine] switches.\nracks.png',
      },
    ]);
  });

  it('are fields of the front matter without their names', () => {
    const lines = projectionOfNote('One.').lines;
    expect(quotedChanges(lines, lines.toSpliced(0, 1, 'title: Three switches'))).toEqual([
      { kind: 'head', was: 'Two switches', now: 'Three switches' },
    ]);
  });

  it('stand in both revisions, whatever changes, and lead from the one to the other', () => {
    const chance = createChance(3);
    const words = 'one two three four `code` [link](https://a.example) 10 20 not. So Then'.split(' ');
    const sentence = () => Array.from({ length: 6 }, () => pick(chance, words)).join(' ');
    const makers = [
      () => `${sentence()}. And ${sentence()}.`,
      () => `- ${sentence()}`,
      () => `> ${sentence()}`,
      () => `\`\`\`text\n${sentence()}\n${sentence()}\n\`\`\``,
      () => `| a | b |\n|---|---|\n| ${sentence()} | ${sentence()} |`,
    ];
    for (let round = 0; round < 150; round++) {
      const parts = Array.from({ length: 5 }, () => pick(chance, makers)());
      const at = Math.floor(chance() * parts.length);
      const before = linesOf(parts.join('\n\nBetween.\n\n'));
      const after = linesOf(
        parts
          .with(
            at,
            parts[at]!.replace(pick(chance, words), () => pick(chance, words)),
          )
          .join('\n\nBetween.\n\n'),
      );
      const changes = quotedChanges(before, after).map((change) => ({ ...change, ...quotation(change) }));
      for (const { was, now, kind } of changes) {
        const holds = (lines: readonly string[], text: string) =>
          kind === 'code'
            ? text.split('\n').every((line) => lines.some((other) => other.includes(line)))
            : plainWords(lines).includes(text);
        expect(holds(before, was), `${was}\n\n${before.join('\n')}`).toBe(true);
        expect(holds(after, now), `${now}\n\n${after.join('\n')}`).toBe(true);
      }
    }
  });
});

describe('the lines before a correction', () => {
  const lines = [
    'title: One',
    'It uses [it](https://a.example), like NVGRE. Yes.',
    '```text',
    'a',
    'b 2',
    '```',
  ];

  it('have what was quoted in the place of what stands there now', () => {
    expect(earlierLines(lines, [{ was: 'like VXLAN', now: 'like NVGRE' }])![1]).toBe(
      'It uses [it](https://a.example), like VXLAN. Yes.',
    );
    expect(earlierLines(lines, [{ was: 'It was it, as NVGRE.', now: 'It uses it, like NVGRE.' }])![1]).toBe(
      'It was it, as NVGRE. Yes.',
    );
    expect(earlierLines(lines, [{ was: 'a\nb 1\nc', now: 'a\nb 2' }])).toEqual([
      ...lines.slice(0, 3),
      'a',
      'b 1',
      'c',
      '```',
    ]);
  });

  it('are not known where the words stand nowhere', () => {
    expect(earlierLines(lines, [{ was: 'x', now: 'like GRE' }])).toBeUndefined();
    expect(earlierLines(lines, [])).toEqual(lines);
  });
});
