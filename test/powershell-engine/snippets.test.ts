import { describe, expect, it } from 'vitest';
import { scriptSlice } from '../../src/cli/check-targets.ts';
import { createSourceFile } from '../../src/lib/source/source-file.ts';
import { hasDotnet, startEngine } from './engine.ts';
import { placeInText } from './place.ts';
import { engine } from './questions.ts';
import { askSnippets, readSnippetRecords, readSnippets } from './snippets.ts';

const snippets = readSnippets();
const records = readSnippetRecords();
const verdicts = records?.verdicts ?? {};

/** `3:7`, where the first thing that is wrong stands; `nothing` where nothing is. */
function firstOfOurs(file: string, text: string): string {
  const { diagnostics } = engine.checkScript(scriptSlice(createSourceFile(file, text)), 'powershell-7');
  const first = diagnostics.find(({ rule }) => rule === 'powershell/syntax');
  if (!first) return 'nothing';
  // A mistake that leaves an outer block open is told where it is; the block is told with it.
  const { line, column } = (first.related?.[0] ?? first).range.start;
  return `${line}:${column}`;
}

describe('PowerShell’s own parser on every construct of the language', () => {
  it('has a recorded verdict on each, and on nothing else (`npm run judge` records anew)', () => {
    expect(Object.keys(verdicts)).toEqual(snippets.map(({ file }) => file));
  });

  it.each(snippets)('agrees with ours on $file', ({ file, text }) => {
    const [first] = verdicts[file]?.errors ?? [];
    const place = first && placeInText(text, first);
    expect(firstOfOurs(file, text)).toBe(place ? `${place.line}:${place.column}` : 'nothing');
  });

  it.runIf(hasDotnet())(
    'says now what was recorded',
    async () => {
      const judge = await startEngine();
      expect(judge.version).toBe(records?.engine);
      expect(await askSnippets(judge)).toEqual(verdicts);
      await judge.stop();
    },
    120_000,
  );
});
