import { describe, expect, it } from 'vitest';
import {
  newAllegory,
  newComparison,
  newDebugFile,
  newFailFile,
  newFieldNotes,
  newLab,
  newLabworksPart,
} from '../../src/cli/new-templates.ts';
import { createEngine, createSourceFile, nameForAddress } from '../../src/lib/engine.ts';
import { loadCatalogue } from '../../src/workspace/facts.ts';

const engine = createEngine({ catalogue: loadCatalogue() });
const facts = { title: 'Two switches: “a” & <b> # it’s', date: '2026-01-02', summary: undefined };
const lab = engine.readLab(createSourceFile('labs/rack.yaml', newLab(facts)));

const posts: readonly (readonly [path: string, text: string])[] = [
  ['allegories/a.mdx', newAllegory(facts)],
  ['field-notes/a.mdx', newFieldNotes(facts)],
  ['fail-files/a.mdx', newFailFile(facts, 7)],
  [
    'labworks/a.mdx',
    newLabworksPart(facts, { lab: 'rack', labwork: 9, part: 1, series: 'Racks', step: 1 }, lab.value!),
  ],
  ['debug/a.mdx', newDebugFile(facts, { post: 'field-notes/b', revision: 2, reporter: 'Sam' })],
];

describe('what is begun', () => {
  it.each(posts)('holds as it is, as a draft: %s', (path, text) => {
    const guide = engine.readGuide(createSourceFile(`src/content/${path}`, text));
    const [checked] = engine.checkLabwork([guide], new Map([['rack', lab.value!]])).guides;
    expect(guide.data?.draft).toBe(true);
    expect(guide.data?.title).toBe(facts.title);
    expect(checked!.diagnostics).toEqual([]);
  });

  it('is a Debug File that nothing marks yet', () => {
    const [notes, debug] = [posts[1]!, posts[4]!].map(([path, text]) =>
      engine.readGuide(createSourceFile(`src/content/${path.replace('notes/a', 'notes/b')}`, text)),
    );
    const found = engine.checkCorpus({
      guides: [notes!, debug!],
      today: '2026-01-02',
      labs: new Map(),
      comparisons: new Set(),
      figures: new Set(),
      pictures: new Map(),
      site: { origin: undefined, addresses: new Set() },
    });
    expect(found).toEqual([]);
  });

  it('is a lab and a comparison', () => {
    expect(lab.diagnostics).toEqual([]);
    expect(
      engine.readComparison(createSourceFile('comparisons/a.yaml', newComparison(facts))).diagnostics,
    ).toEqual([]);
  });

  it('is named by its title', () => {
    expect(nameForAddress('Two switches: “a” & <b>')).toBe('two-switches-a-b');
    expect(nameForAddress('Größe & Café')).toBe('grosse-cafe');
    expect(nameForAddress('日本')).toBeUndefined();
    expect(nameForAddress('CON')).toBeUndefined();
  });
});
