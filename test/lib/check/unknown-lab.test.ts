import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/lib/engine.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { loadCatalogue } from '../../../src/workspace/facts.ts';

const engine = createEngine({ catalogue: loadCatalogue() });

describe('a lab that is not there', () => {
  it.each([
    ['lab: daisett', '5:6'],
    ['lab: "daisett"', '5:7'],
    ["'lab' : 'daisett' # lab: x", '5:10'],
    ['lab:\n  daisett', '6:3'],
    ['tags: [x]\nlab: daisett', '6:6'],
    ['shortTitle: >\n  A lab:\n  lab: daisett\nlab: daisett', '8:6'],
  ])('is told at its name: %j', (fields, place) => {
    const text = `---\ntitle: A post\ndate: 2014-04-08\nsummary: A daisett lab.\n${fields}\n---\n\nlab: x\n`;
    const guide = engine.readGuide(createSourceFile('field-notes/x.mdx', text));
    expect(guide.diagnostics).toEqual([]);
    const [checked] = engine.checkLabwork([guide], new Map()).guides;
    expect(
      checked!.diagnostics.map(({ rule, range: { start, end } }) => [
        rule,
        `${start.line}:${start.column}`,
        text.slice(start.offset, end.offset),
      ]),
    ).toEqual([['guide/unknown-lab', place, 'daisett']]);
  });
});
