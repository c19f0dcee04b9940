import { describe, expect, it } from 'vitest';
import type { ReaderFile } from '../../tools/build-reader-engine.ts';
import { buildReaderEngine } from '../../tools/build-reader-engine.ts';

const files = await buildReaderEngine();
const kibibytes = (part: ReaderFile['part'], how: 'brotli' | 'gzip') =>
  files.filter((file) => file.part === part).reduce((sum, file) => sum + file[how], 0) / 1024;

describe('what a browser loads', () => {
  // KiB: what it takes to plan, the tables of switches (data), and what it takes besides to make a zip.
  it.each<[part: ReaderFile['part'], brotli: number, gzip: number]>([
    ['code', 57.5, 65],
    ['facts', 16.5, 19],
    ['bundle', 93.5, 108],
  ])('is small: %s has at most %d KiB with brotli, %d with gzip', (part, brotli, gzip) => {
    expect(kibibytes(part, 'brotli')).toBeLessThanOrEqual(brotli);
    expect(kibibytes(part, 'gzip')).toBeLessThanOrEqual(gzip);
  });

  it('has nothing in it that reads posts and labs, knows commands, or finds faults', () => {
    const modules = files.flatMap((file) => [...file.modules.keys()]);
    const told = modules.filter((module) =>
      /\/(?:guide|assist|import|ledger|text-checks|lint|binding|catalogue)\/|explain-|parse-|zod|satteri|remark|mdast|micromark|\/yaml\//.test(
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
