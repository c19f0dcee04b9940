import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What a figure can have wrong. */
export const rules = {
  'figure/syntax': 'error',
  'figure/active-content': 'error',
  'figure/unsupported': 'error',
} as const satisfies RuleTable;

export type FigureRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
