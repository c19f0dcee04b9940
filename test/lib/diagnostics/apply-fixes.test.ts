import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/lib/diagnostics/apply-fixes.ts';
import type { Diagnostic, Fix } from '../../../src/lib/diagnostics/diagnostic.ts';
import { rules } from '../../../src/lib/rules.ts';
import { diagnoser } from '../../../src/lib/diagnostics/rule-table.ts';
import { createSourceFile, rangeAt } from '../../../src/lib/source/source-file.ts';

const diagnose = diagnoser(rules);

const file = createSourceFile('a', 'abcdef');
const withFix = (safety: Fix['safety'], ...edits: [number, number, string][]): Diagnostic =>
  diagnose({
    rule: 'hygiene/prompt',
    file,
    range: rangeAt(file, 0, 1),
    message: 'x.',
    fix: { title: 'x', safety, edits: edits.map(([start, end, text]) => ({ start, end, text })) },
  });
const fixed = (...diagnostics: Diagnostic[]) => applyFixes(file.text, diagnostics).text;

describe('applying fixes', () => {
  it('makes all edits of all safe fixes, in whatever order they come', () => {
    expect(fixed(withFix('safe', [5, 6, 'F']), withFix('safe', [0, 1, ''], [2, 2, '!!']))).toBe('b!!cdeF');
  });

  it('leaves unsafe fixes alone', () => {
    expect(fixed(withFix('unsafe', [0, 1, 'x']))).toBe('abcdef');
  });

  it('takes a fix whole or not at all where it overlaps another', () => {
    const result = applyFixes(file.text, [
      withFix('safe', [1, 3, 'X']),
      withFix('safe', [2, 4, 'Y'], [5, 6, 'Z']),
      withFix('safe', [3, 4, 'D']),
    ]);
    expect(result.text).toBe('aXDef');
    expect(result.applied).toHaveLength(2);
  });

  it('does not guess the order of two insertions at one place', () => {
    expect(fixed(withFix('safe', [2, 2, 'X']), withFix('safe', [2, 2, 'Y']))).toBe('abXcdef');
  });

  it('ignores edits outside of the text', () => {
    expect(fixed(withFix('safe', [4, 99, 'X']))).toBe('abcdef');
  });
});
