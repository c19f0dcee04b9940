import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// In a smaller form what `tools/compare-edits.ts` does at length: every kind of file is edited, one after another.

const launcher = join(import.meta.dirname, '../../tools/run.mjs');

describe('a build after an edit', () => {
  it('makes what a build from nothing makes', () => {
    const args = [launcher, 'tools/compare-edits.ts', '--short', '--alone'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, `${stdout}${stderr}`).toBe(0);
    expect(stdout).toMatch(/^\d+ edits, all equal\.$/m);
  }, 600_000);
});
