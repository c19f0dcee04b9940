import { describe, expect, it } from 'vitest';
import { powershellCase } from '../../fuzz/commands.ts';
import { engine } from '../../fuzz/commands.ts';
import { problemsOfFixes } from '../../fuzz/fixes.ts';
import { applySoundFixes } from '../../../src/lib/diagnostics/sound-fixes.ts';
import { isSafe } from '../../../src/lib/diagnostics/apply-fixes.ts';
import { createSourceFile, sliceOf } from '../../../src/lib/engine.ts';

const check = (text: string) =>
  engine.checkScript(sliceOf(createSourceFile('a.ps1', text)), 'powershell-7').diagnostics;

describe('fixes that would make a text worse', () => {
  it('are left out, and the others are applied', () => {
    const text = 'Get-VM -Name “a”\n&gt; using\n';
    const { text: fixed, applied } = applySoundFixes(text, check(text), isSafe, check);
    expect(fixed).toBe('Get-VM -Name "a"\n&gt; using\n');
    expect(applied.map(({ rule }) => rule)).not.toContain('hygiene/html-entity');
  });

  it.each([5011019239, 5021016615, 5031019625, 5032017225, 5042016622, 5052016975, 5061019344, 41004354])(
    'are not among those of what the fuzz made of %i',
    (seed) => {
      const text = powershellCase(seed);
      expect(problemsOfFixes(text, check(text), check)).toEqual([]);
    },
  );
});
