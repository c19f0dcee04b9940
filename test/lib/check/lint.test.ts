import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/workspace/facts.ts';
import { projectRoot } from '../../../src/workspace/paths.ts';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { createEngine } from '../../../src/lib/engine.ts';
import { createSourceFile } from '../../../src/lib/source/source-file.ts';

const engine = createEngine({ catalogue: loadCatalogue() });
const open = (path: string) =>
  createSourceFile(path, readFileSync(join(projectRoot, 'test/fixtures/lint', path), 'utf8'));
const post = open('labworks/old-ways.mdx');

function check() {
  const { value: lab } = engine.readLab(open('labs/bench.yaml'));
  const { guides } = engine.checkLabwork([engine.readGuide(post)], new Map([[lab!.id, lab!]]));
  return guides[0]!.diagnostics;
}

describe('lint of a labwork', () => {
  it('knows what earlier blocks made: aliases and teams; and leaves aliases of examples alone', () => {
    expect(
      check().map(({ rule, range }) => `${post.text.split('\n')[range.start.line - 1]} <- ${rule}`),
    ).toEqual([
      "mkteam -Name '{{team}}' -TeamMembers 'Ethernet' -Confirm:$false <- powershell/alias-in-script",
      "New-VMSwitch -Name 'Bench' -NetAdapterName '{{team}}' <- powershell/refused-when-run",
    ]);
  });

  it('writes an alias out in the post itself', () => {
    expect(applyFixes(post.text, check()).text).toBe(
      post.text.replace("mkteam -Name '{{team}}'", "New-NetLbfoTeam -Name '{{team}}'"),
    );
  });
});
