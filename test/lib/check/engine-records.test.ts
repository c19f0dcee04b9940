import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { projectRoot } from '../../../src/workspace/paths.ts';
import { createEngine } from '../../../src/lib/engine.ts';
import { blockDigest, readEngineRecords } from '../../../src/lib/check/engine-records.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const fixtures = join(projectRoot, 'test/fixtures/compatibility');
const open = (path: string) => createSourceFile(path, readFileSync(join(fixtures, path), 'utf8'));

/** The blocks of the fixture for srv1, checked by an engine that has these records. */
function blocksWith(records: ReturnType<typeof readEngineRecords>) {
  const engine = createEngine({ catalogue: loadCatalogue(), records });
  const { value: lab } = engine.readLab(open('labs/ages.yaml'));
  const { guides } = engine.checkLabwork(
    [engine.readGuide(open('labworks/ages.mdx'))],
    new Map([[lab!.id, lab!]]),
  );
  return guides[0]!.blocks;
}

describe('a record of PowerShell’s own engine', () => {
  it('is kept by what was asked: the platform and the code with its values', () => {
    expect(blockDigest('windows-server-2016', "Get-NetLbfoTeam -Name 'Bench-Team'")).toBe(
      createHash('sha256').update("windows-server-2016\nGet-NetLbfoTeam -Name 'Bench-Team'").digest('hex'),
    );
  });

  it('stands on the block it is about, and on no other', () => {
    const digest = blockDigest('windows-server-2012-r2', "Get-NetAdapter -Name 'Ethernet'");
    const records = readEngineRecords(JSON.stringify({ [digest]: { engine: '7.6.9', date: '2026-11-25' } }));
    const agreed = blocksWith(records).filter((block) => block.agreed);
    expect(agreed.map(({ resolved, agreed: by }) => [resolved.text, by])).toEqual([
      ["Get-NetAdapter -Name 'Ethernet'", { engine: '7.6.9', date: '2026-11-25' }],
    ]);
  });

  it('is told of nothing where nobody asked', () => {
    expect(blocksWith(new Map()).every(({ agreed }) => agreed === undefined)).toBe(true);
  });

  it.each([
    '[]',
    '{"abc": {"engine": "7.6.9", "date": "2026-11-25"}}',
    `{"${'0'.repeat(64)}": {"engine": "7.6.9"}}`,
  ])('is refused where it has another shape: %s', (json) => {
    expect(() => readEngineRecords(json)).toThrow(/not as they must be/);
  });
});
