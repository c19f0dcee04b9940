import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What only shows when the content is held to what was recorded of it. */
export const rules = {
  'ledger/unrecorded-change': 'error',
  'ledger/not-recorded': 'info',
  'ledger/program-change': 'error',
  'ledger/hidden-change': 'error',
  'ledger/debug-file': 'error',
  'ledger/unknown-words': 'error',
  'ledger/changed-entry': 'error',
  'ledger/lost-entry': 'error',
  'ledger/two-entries': 'error',
  'ledger/entry': 'error',
  'ledger/lost-post': 'error',
} as const satisfies RuleTable;

export type LedgerRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
