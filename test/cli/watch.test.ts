import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labworks, root } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'labworks-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('check --watch', () => {
  it('checks at once, and again when a file has changed', async () => {
    const file = join(folder, 'a.ps1');
    writeFileSync(file, 'Get-Date\n');
    const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'check', 'a.ps1', '--watch'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    try {
      await expect.poll(() => out, { timeout: 30_000 }).toContain('No problems in 1 file.');
      writeFileSync(file, 'Get-Date -Nonsense\n');
      await expect.poll(() => out, { timeout: 30_000 }).toContain('1 error in 1 file.');
      expect(out).toContain('a.ps1 has changed.');
      writeFileSync(file, 'Get-Date\n');
      await expect.poll(() => out.match(/No problems in 1 file\./g)?.length, { timeout: 30_000 }).toBe(2);
    } finally {
      child.kill();
    }
  }, 100_000);

  it.each(['--fix', '--update', '--stdin'])('does not go with %s', (word) => {
    const { code, err } = labworks(['check', '--watch', word]);
    expect(code).toBe(2);
    expect(err).toContain(`it does not go with ${word}`);
  });
});

describe('a text without an ending of its own', () => {
  const file = join(folder, 'core.cfg');

  it('is read as what the platform runs', () => {
    writeFileSync(file, 'vlan 9999\n');
    const { code, out } = labworks(['check', file, '--platform', 'catalyst-2960s']);
    expect(code).toBe(1);
    expect(out).toContain('ios/out-of-range');
  });

  it('is told to need one', () => {
    const { code, err } = labworks(['check', file]);
    expect(code).toBe(2);
    expect(err).toContain('name what it is for with --platform');
  });
});

describe('the summary', () => {
  it('names the commands of which the facts are silent', () => {
    const script = join(folder, 'b.ps1');
    writeFileSync(script, 'Get-Date\nInvoke-Nobody 1\nInvoke-Nobody 2\nSet-Nothing\n');
    expect(labworks(['check', script]).out).toContain(
      '4 commands checked; of 3 the facts say nothing (Invoke-Nobody, Set-Nothing).',
    );
  });
});
