import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { projectRoot } from '../../../src/workspace/paths.ts';
import { windowsServers } from '../../../src/lib/platforms/windows.ts';
import { createEngine } from '../../../src/lib/engine.ts';
import type { Compatibility, CompatibilityNote } from '../../../src/lib/check/compatibility.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const engine = createEngine({ catalogue: loadCatalogue() });
const fixtures = join(projectRoot, 'test/fixtures/compatibility');
const open = (path: string) => createSourceFile(path, readFileSync(join(fixtures, path), 'utf8'));

function compatibility(): Compatibility {
  const { value: lab } = engine.readLab(open('labs/ages.yaml'));
  const guide = engine.readGuide(open('labworks/ages.mdx'));
  expect(guide.diagnostics).toEqual([]);
  return engine.compatibilityOf([guide], new Map([[lab!.id, lab!]]));
}

const { platforms, writtenFor, steps, notes, leftOut } = compatibility();

/** `ok ok error …`, oldest first. */
const verdicts = (step: string) =>
  steps
    .find((one) => one.step === step)!
    .cells.map(({ verdict }) => verdict)
    .join(' ');
const notesOf = (step: string): readonly CompatibilityNote[] => notes.filter((note) => note.step === step);

describe('the compatibility of a labwork', () => {
  it('is told for every Windows Server, and says which the lab has', () => {
    expect(platforms).toEqual(windowsServers);
    expect(platforms).toHaveLength(6);
    expect(writtenFor).toEqual(['windows-server-2012-r2']);
  });

  it('is fine where every version has the command', () => {
    expect(verdicts('8:1')).toBe('ok ok ok ok ok ok');
  });

  it('does not count examples, which nothing runs', () => {
    expect(steps[0]!.cells.map(({ commands }) => commands)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('leaves out what runs on switches, and says so', () => {
    expect(steps.map(({ step }) => step)).toEqual(['8:1', '8:2', '8:3', '8:4', '8:5', '8:6']);
    expect(steps[1]!.cells).toEqual([]);
    expect(leftOut).toEqual(['The switch']);
  });

  it('finds a value that an older version does not take, and says what to do', () => {
    expect(verdicts('8:3')).toBe('error ok ok ok ok ok');
    expect(notesOf('8:3')).toMatchObject([
      { platforms: ['windows-server-2012'], verdict: 'error', rule: 'powershell/bad-enum' },
    ]);
    expect(notesOf('8:3')[0]!.hint).toBeTruthy();
    const { file, range } = notesOf('8:3')[0]!;
    const { text } = open(file);
    expect(text.slice(range.start.offset, range.end.offset)).toBe('Dynamic');
  });

  it('makes one note of the same finding on two versions, which names both', () => {
    expect(verdicts('8:4')).toBe('error error ok ok ok ok');
    const [note, ...more] = notesOf('8:4');
    expect(more).toEqual([]);
    expect(note!.platforms).toEqual(['windows-server-2012', 'windows-server-2012-r2']);
    expect(note!.message).toBe(
      'Add-VMSwitchTeamMember does not exist on Windows Server 2012 and 2012 R2; it came with Windows Server 2016 (module Hyper-V).',
    );
  });

  it('takes the block that was written for a version in the place of the plain one', () => {
    expect(verdicts('8:5')).toBe('ok ok ok ok ok ok');
    expect(steps[4]!.cells.map(({ commands }) => commands)).toEqual([1, 1, 2, 1, 1, 1]);
  });

  it('does not call wrong what the facts are silent about', () => {
    expect(verdicts('8:6')).toBe('unknown unknown unknown unknown unknown unknown');
    expect(notesOf('8:6')).toMatchObject([{ platforms: windowsServers, rule: undefined }]);
    expect(notesOf('8:6')[0]!.message).toBe(
      'Our facts do not tell how Invoke-HouseRule fares on Windows Server 2012, 2012 R2, 2016, 2019, 2022 and 2025.',
    );
  });

  it('numbers its notes in the order of the steps, and every cell that is not fine leads to one', () => {
    expect(notes.map(({ number }) => number)).toEqual(notes.map((_, index) => index + 1));
    for (const { cells } of steps) {
      for (const { platform, verdict, notes: numbers } of cells) {
        expect(numbers.length > 0).toBe(verdict !== 'ok');
        for (const number of numbers) expect(notes[number - 1]!.platforms).toContain(platform);
      }
    }
  });
});
