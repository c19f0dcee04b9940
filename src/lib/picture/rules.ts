import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What a picture that a post shows can have wrong. */
export const rules = {
  'picture/unreadable': 'error',
  'picture/too-large': 'error',
  'picture/wrong-ending': 'warning',
} as const satisfies RuleTable;

export type PictureRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
