import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/lib/engine.ts';
import { copyProject } from '../../tools/copy-project.ts';

// A post that attacks whoever reads its diagnostics, checked by the command line and by the build of one project.

const post = `---
title: Hostile
date: 2020-01-01
summary: A pic\u202eture.
---
Text that turns \u202e around, and a \u200b gap.

\`\`\`powershell platform=windows-server-2012-r2
New-VM -Name 'a\u202eb\u2066' -Nme 'c\u200bd\u00a0e'
Get-VM –Name x\u001b[2J
\`\`\`
`;

const copy = mkdtempSync(join(tmpdir(), 'labworks-same-view-'));

beforeAll(() => {
  copyProject(copy);
  for (const folder of [...kinds, 'rules'])
    rmSync(join(copy, 'src/content', folder), { recursive: true, force: true });
  mkdirSync(join(copy, 'src/content/field-notes'));
  writeFileSync(join(copy, 'src/content/field-notes/hostile.mdx'), post);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function node(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return stdout || stderr;
}

/** One text a diagnostic, in an order that both share: the build sets errors before warnings. */
const diagnosticsIn = (text: string): string[] =>
  text
    .trimEnd()
    .split(/\n\n(?=\w+\[)/)
    .sort();

describe('the command line and the build', () => {
  it('show an author the same text for the same diagnostics', () => {
    const checked = node('src/cli/main.ts', 'check').replace(/\n\n[^\n]*\n$/, '');
    const script = `import('./src/build/update.ts')
      .then(({ updateContent }) => updateContent({ serving: false }))
      .then(({ errors, warnings, notes }) => console.log([errors.text, warnings.text, notes.text].filter(Boolean).join('\\n\\n')))`;
    const built = node('-e', script);
    expect(checked).toContain('‹U+202E›');
    expect(diagnosticsIn(checked).length).toBeGreaterThan(4);
    expect(diagnosticsIn(built)).toEqual(diagnosticsIn(checked));

    expect(built).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u00a0\u200b\u202e\u2066]/);
  });
});
