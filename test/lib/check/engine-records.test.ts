import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { projectRoot } from '../../../src/workspace/paths.ts';
import { createEngine } from '../../../src/lib/engine.ts';
import type { EngineRecords } from '../../../src/lib/check/engine-records.ts';
import { readEngineRecords } from '../../../src/lib/check/data-file.ts';
import { blockDigest } from '../../../src/lib/check/engine-records.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const fixtures = join(projectRoot, 'test/fixtures/compatibility');
const open = (path: string) => createSourceFile(path, readFileSync(join(fixtures, path), 'utf8'));

/** The blocks of the fixture for srv1, checked by an engine that has these records. */
function blocksWith(records: EngineRecords) {
  const engine = createEngine({ catalogue: loadCatalogue(), records });
  const { value: lab } = engine.readLab(open('labs/ages.yaml'));
  const { guides } = engine.checkLabwork(
    [engine.readGuide(open('labworks/ages.mdx'))],
    new Map([[lab!.id, lab!]]),
  );
  return guides[0]!.blocks;
}

const read = (json: string) => readEngineRecords(createSourceFile('a.json', json));

describe('a record of PowerShell’s own engine', () => {
  it('is kept by what was asked: the platform and the code with its values', () => {
    expect(blockDigest('windows-server-2016', "Get-NetLbfoTeam -Name 'Bench-Team'")).toBe(
      createHash('sha256').update("windows-server-2016\nGet-NetLbfoTeam -Name 'Bench-Team'").digest('hex'),
    );
  });

  it('stands on the block it is about, and on no other', () => {
    const digest = blockDigest('windows-server-2012-r2', "Get-NetAdapter -Name 'Ethernet'");
    const records = read(JSON.stringify({ [digest]: { engine: '7.6.9', date: '2026-11-25' } }));
    expect(records.diagnostics).toEqual([]);
    const agreed = blocksWith(records.value).filter((block) => block.agreed);
    expect(agreed.map(({ resolved, agreed: by }) => [resolved.text, by])).toEqual([
      ["Get-NetAdapter -Name 'Ethernet'", { engine: '7.6.9', date: '2026-11-25' }],
    ]);
  });

  it('is told of nothing where nobody asked', () => {
    expect(blocksWith(new Map()).every(({ agreed }) => agreed === undefined)).toBe(true);
  });

  it.each([
    ['[]', '1:1 The document does not fit'],
    ['{"abc": {"engine": "7.6.9", "date": "2026-11-25"}}', '1:2 “abc” does not fit'],
    [`{\n"${'0'.repeat(64)}": {"engine": "7.6.9"}}`, '2:70'],
    ['{\n  "abc": ', '2:10 This is no JSON: it ends before it is complete.'],
    ['<<<<<<< HEAD\n{}', '1:1 This is no JSON: “<<<<<<<” was not expected here.'],
    ['{ "a": }', '1:8 This is no JSON: “}” was not expected here.'],
    ['{ "a": 1 } // that was all', '1:12 This is no JSON: “//” was not expected here.'],
    ['', '1:1 This is no JSON: it ends before it is complete.'],
  ])('is none where the file has another shape, which is told where: %s', (json, told) => {
    const { value, diagnostics } = read(json);
    expect(value.size).toBe(0);
    const [first] = diagnostics;
    expect(first!.rule).toBe('content/data-file');
    const { line, column } = first!.range.start;
    expect(`${String(line)}:${String(column)} ${first!.message}`).toContain(told);
  });
});
