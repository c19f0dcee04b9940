import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What the site's identity can have wrong. */
export const rules = {
  'site/schema': 'error',
} as const satisfies RuleTable;

export type IdentityRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
