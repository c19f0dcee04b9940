import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What a comparison can have wrong. */
export const rules = {
  'comparison/schema': 'error',
} as const satisfies RuleTable;

export type ComparisonRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
