import { describe, expect, it } from 'vitest';
import { makeBundle } from '../../../src/lib/bundle/make-bundle.ts';
import { readRehearsals } from '../../../src/lib/check/data-file.ts';
import type { Rehearsal } from '../../../src/lib/check/rehearsal.ts';
import { rehearsalDigest } from '../../../src/lib/check/rehearsal-digest.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';
import { check } from '../fixture-posts.ts';
import { manifestOf, rackParts, releases as all, site, textOf } from './rack-bundle.ts';

const script = 'hosts/srv1/Invoke-Labwork.ps1';
/** The first one: what went before is in a script that repairs it. */
const releases = all.slice(-1);
const rehearsal: Rehearsal = { powershell: '7.6.9', date: '2026-11-30', scenarios: 3, of: 4, processes: 12 };

describe('the record of a rehearsal', () => {
  const labwork = check(...rackParts());
  const plain = makeBundle(labwork, { site, releases })!;
  const digest = rehearsalDigest(textOf(plain, script)!);
  const bundleWith = (...digests: readonly string[]) =>
    makeBundle(
      { ...labwork, rehearsals: new Map(digests.map((one) => [one, rehearsal])) },
      { site, releases },
    )!;

  it('is evidence in manifest and README where it is of the very script', () => {
    const bundle = bundleWith(digest);
    expect(manifestOf(bundle).rehearsed).toEqual([{ script, ...rehearsal }]);
    expect(textOf(bundle, 'README.md')).toContain(
      'was rehearsed on 2026-11-30: run 12 times in PowerShell 7.6.9',
    );
    expect(textOf(bundle, 'README.md')).toContain('It was executed on no Windows by that.');
  });

  it('says how many runs were in runspaces, where some were', () => {
    const both = new Map([[digest, { ...rehearsal, runspaces: 90 }]]);
    const bundle = makeBundle({ ...labwork, rehearsals: both }, { site, releases })!;
    expect(manifestOf(bundle).rehearsed).toEqual([{ script, ...rehearsal, runspaces: 90 }]);
    expect(textOf(bundle, 'README.md')!.replace(/\s+/g, ' ')).toContain(
      'run 12 times as a process of its own and 90 times in a runspace of one that stays in PowerShell 7.6.9',
    );
  });

  it('is none of another script, and says nothing where there is none', () => {
    const bundle = bundleWith('0'.repeat(64));
    expect(bundle.sha256).toBe(plain.sha256);
    expect(manifestOf(plain).rehearsed).toBeUndefined();
    expect(textOf(plain, 'README.md')).not.toContain('rehearsed');
  });

  it('goes for a release of the script as for what is not released yet, and for nothing else', () => {
    const unreleased = textOf(makeBundle(labwork, { site })!, script)!;
    expect(unreleased).not.toBe(textOf(plain, script));
    expect(rehearsalDigest(unreleased)).toBe(digest);
    for (const line of [
      'Set-StrictMode -Version Latest',
      '# Steps, with commas',
      "$ErrorActionPreference = 'Stop'",
    ]) {
      expect(unreleased).toContain(line);
      expect(rehearsalDigest(unreleased.replace(line, `${line} `))).not.toBe(digest);
    }
  });

  it('is held to its form', () => {
    const read = (value: unknown) =>
      readRehearsals(createSourceFile('rehearsal.json', JSON.stringify(value)));
    expect([...read({ [digest]: rehearsal }).value]).toEqual([[digest, rehearsal]]);
    for (const wrong of [
      { a: rehearsal },
      { [digest]: { ...rehearsal, date: 'today' } },
      { [digest]: { ...rehearsal, more: 1 } },
    ])
      expect(read(wrong).diagnostics).not.toEqual([]);
  });
});
