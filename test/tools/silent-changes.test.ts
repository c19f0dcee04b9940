import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

it('catches every silent change of what is recorded, with a command to run, and no innocent one', () => {
  const tool = resolve(import.meta.dirname, '../../tools/silent-changes.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, '--more', '--at-once'], {
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined },
  });
  expect(stdout + stderr).not.toMatch(/^ {2}[A-Z ]+ {2}.*/m);
  expect(status).toBe(0);
  expect(stdout.match(/^ {2}caught {2}/gm)!.length).toBeGreaterThan(60);
  expect(stdout.match(/^ {2}free {2}/gm)!.length).toBeGreaterThan(30);
}, 240_000);
