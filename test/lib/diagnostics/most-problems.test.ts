import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '../../../src/lib/diagnostics/diagnostic.ts';
import { firstProblems } from '../../../src/lib/diagnostics/most-problems.ts';

const at = (offset: number, severity: Severity): Diagnostic => {
  const place = { offset, line: 1, column: offset + 1 };
  return { rule: 'a/b', severity, file: 'f', range: { start: place, end: place }, message: String(offset) };
};

describe('the first problems of a file', () => {
  it('are all of them where there are not too many', () => {
    const found = [at(0, 'info'), at(1, 'error')];
    expect(firstProblems(found, 2)).toBe(found);
  });

  it.each([
    ['the next error', ['info', 'info', 'info', 'warning', 'error'], 4, 'error'],
    ['the next warning where no error is left', ['error', 'info', 'info', 'warning'], 3, 'warning'],
    ['the next note where only notes are left', ['error', 'error', 'info', 'info'], 2, 'info'],
  ] as const)('say where the rest begins: at %s', (_, severities, offset, severity) => {
    const told = firstProblems(
      severities.map((each, index) => at(index, each)),
      2,
    );
    expect(told).toHaveLength(3);
    expect(told[2]).toMatchObject({ severity, range: { start: { offset } } });
    expect(told[2]!.message).toBe('More is wrong from here on: these are the first 2 problems of the file.');
  });
});
