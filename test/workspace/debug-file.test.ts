import { describe, expect, it } from 'vitest';
import { singleLine } from '../../src/lib/diagnostics/single-line.ts';
import { createSourceFile, quotation, readGuide } from '../../src/lib/engine.ts';
import type { QuotedChange } from '../../src/lib/ledger/quoted-changes.ts';
import { makeDebugFile } from '../../src/workspace/debug-file.ts';
import { hostileTexts } from '../hostile-texts.ts';

const facts = {
  subject: 'field-notes/two-switches',
  number: 2,
  date: '2014-04-22',
  summary: 'The VLAN is 20.',
  title: 'Two switches',
  class: 'correction',
  severity: 'factual',
  reporter: { name: 'A reader' },
} as const;

const read = (text: string) => readGuide(createSourceFile('debug/two-switches-2.mdx', text));
const change = (kind: QuotedChange['kind'], was: string, now: string) => ({ id: 'one', kind, was, now });

describe('a Debug File that is begun', () => {
  it('says what was wrong, what stands there now and who has told of it', () => {
    const text = makeDebugFile({
      ...facts,
      reporter: { name: 'A reader', role: 'of mine' },
      changes: [
        { ...change('words', 'It is [VLAN](/x/) `10`.', 'It is VLAN `20`.'), id: 'a' },
        { ...change('code', 'vlan 10\n name a', 'vlan 20\n name b'), id: 'b' },
        { ...change('words', '', 'It is new.'), id: 'c' },
        { ...change('heading', 'One', 'Two'), id: 'd' },
      ],
    });
    const { data, diagnostics } = read(text);
    expect(diagnostics).toEqual([]);
    expect(data).toMatchObject({
      title: 'Debug File: Two switches',
      corrects: { post: facts.subject, revision: 2 },
      class: 'correction',
      severity: 'factual',
      reportedBy: { name: 'A reader', role: 'of mine' },
      entry: facts.summary,
      changes: [
        { id: 'a', was: 'It is VLAN 10.', now: 'It is VLAN 20.' },
        { id: 'b', was: 'vlan 10\n name a', now: 'vlan 20\n name b' },
        { id: 'c', was: '', now: 'It is new.' },
      ],
    });
    expect(text).toContain('It said:\n\n> One\n\nIt says now:\n\n> Two');
    expect(text).toContain('```text\nvlan 10\n name a\n```');
  });

  it('can be read whatever the words are, and has them as they are', () => {
    for (const words of hostileTexts(300, 7)) {
      for (const kind of ['words', 'code'] as const) {
        const own = change(kind, `a ${words} b`, `a ${words} c`);
        const text = makeDebugFile({
          ...facts,
          // A post has no other title, and an entry no other summary.
          ...(singleLine.safeParse(words).success && { summary: words.trim(), title: words.trim() }),
          changes: [own],
        });
        const { data, diagnostics } = read(text);
        // A sign that no text should have is told where it stands, and the file is read all the same.
        const wrong = diagnostics.filter(({ rule }) => !/^hygiene\//.test(rule));
        expect(
          wrong.map(({ rule, message }) => `${rule} ${message}`),
          JSON.stringify(words),
        ).toEqual([]);
        if (data?.kind !== 'debug') throw new Error(`${JSON.stringify(words)}: no Debug File`);
        expect(data.changes, JSON.stringify(words)).toMatchObject([{ id: 'one', ...quotation(own) }]);
      }
    }
  });
});
