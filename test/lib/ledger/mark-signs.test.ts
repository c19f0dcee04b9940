import { describe, expect, it } from 'vitest';
import { markPassage } from '../../../src/lib/ledger/mark-passage.ts';
import { note } from '../fixture-posts.ts';

describe('a corrected passage', () => {
  it.each(['`-Name` of Gi1/0/20-23', 'a (b) [c] {d} + e?', '1.5 * 2 = 3^1 | $4', 'C:\\Temp'])(
    'is found with the signs in it: %s',
    (words) => {
      const guide = note(`First.\n\nIt is ${words} now.`);
      const change = { kind: 'words', was: 'It is.', now: `It is ${words} now.` } as never;
      const edits = markPassage(guide, change, { of: 'a-file', id: 'one' }, (text) => text);
      expect(edits).toHaveLength(2);
      const [before, after] = edits!;
      expect(guide.file.text.slice(before!.start, after!.start)).toBe(`It is ${words} now.`);
    },
  );
});
