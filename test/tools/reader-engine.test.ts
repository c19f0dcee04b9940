import { describe, expect, it } from 'vitest';
import type { ReaderFile } from '../../tools/build-reader-engine.ts';
import { buildReaderEngine } from '../../tools/build-reader-engine.ts';

const files = await buildReaderEngine();
const compressed = (part: ReaderFile['part']) =>
  files.filter((file) => file.part === part).reduce((sum, file) => sum + file.compressed, 0);

describe('what a browser loads', () => {
  // KiB with gzip: what it takes to plan, the tables of switches (data), and what it takes besides to make a zip.
  it.each<[ReaderFile['part'], number]>([
    ['code', 65],
    ['facts', 19],
    ['bundle', 124],
  ])('is small: %s has at most %d KiB', (part, most) => {
    expect(compressed(part) / 1024).toBeLessThanOrEqual(most);
  });

  it('has nothing in it that reads posts and labs, knows commands, or finds faults', () => {
    const modules = files.flatMap((file) => [...file.modules.keys()]);
    const told = modules.filter((module) =>
      /\/(?:guide|assist|import|ledger|text-checks|lint|binding|catalogue)\/|explain-|parse-|zod|satteri|remark/.test(
        module,
      ),
    );
    expect(told.toSorted()).toMatchInlineSnapshot(`
      [
        "src/lib/dialects/powershell/binding/arguments.ts",
        "src/lib/dialects/powershell/lint/command-call.ts",
        "src/lib/dialects/powershell/lint/refused-when-run.ts",
      ]
    `);
  });
});
