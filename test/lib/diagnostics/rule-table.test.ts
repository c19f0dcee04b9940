import { describe, expect, it } from 'vitest';
import type { RuleTable } from '../../../src/lib/diagnostics/rule-table.ts';
import { diagnoser, rulesWith, severitiesOf } from '../../../src/lib/diagnostics/rule-table.ts';
import { createSourceFile, rangeAt } from '../../../src/lib/source/source-file.ts';
import { optionalRules, rules } from '../../../src/lib/rules.ts';

const table = {
  'made/error': 'error',
  'made/taste': { severity: 'info', optional: true },
  'made/writing': { severity: 'warning', ofWriting: true, ofScripts: true },
} as const satisfies RuleTable;

describe('a table of rules', () => {
  it('knows the severity of each, whether it has traits or not', () => {
    expect(severitiesOf(table)).toEqual({
      'made/error': 'error',
      'made/taste': 'info',
      'made/writing': 'warning',
    });
  });

  it('finds the rules that have a trait', () => {
    expect([...rulesWith(table, 'optional')]).toEqual(['made/taste']);
    expect([...rulesWith(table, 'ofScripts')]).toEqual(['made/writing']);
    expect([...rulesWith(table, 'inOutput')]).toEqual([]);
  });

  it('gives a diagnostic the severity of its rule, unless the finding has one of its own', () => {
    const file = createSourceFile('a.ps1', 'x');
    const finding = { file, range: rangeAt(file, 0, 1), message: 'm' };
    const diagnose = diagnoser(table);
    expect(diagnose({ ...finding, rule: 'made/writing' }).severity).toBe('warning');
    expect(diagnose({ ...finding, rule: 'made/error' }).severity).toBe('error');
    expect(diagnose({ ...finding, rule: 'made/writing', severity: 'info' }).severity).toBe('info');
  });
});

describe('the rules of the engine', () => {
  it('are each an error, a warning or an information', () => {
    expect([...new Set(Object.values(rules))].sort()).toEqual(['error', 'info', 'warning']);
  });

  it('are reported without being asked for, but for those of taste', () => {
    expect([...optionalRules]).toEqual(['powershell/positional-argument']);
  });
});
