import { diagnoser } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What only shows when the bundles that were released are held to their status, and to the posts. */
export const rules = {
  'release/none': 'info',
  'release/other-guide': 'info',
  'release/changed': 'error',
  'release/new-part': 'warning',
  'release/program': 'warning',
  'release/file': 'error',
  'release/status': 'error',
  'release/debug-file': 'error',
  'release/unfinished': 'error',
  'release/front-matter': 'error',
} as const satisfies RuleTable;

export type ReleaseRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
