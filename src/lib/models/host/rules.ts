import { diagnoser } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What only the state of a host shows. */
export const rules = {
  'powershell/used-before-made': 'error',
  'powershell/never-made': 'warning',
  'powershell/needs-restart': 'warning',
} as const satisfies RuleTable;

export type HostRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
