import { diagnoser } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What only the state of a switch shows: refusals and risks. */
export const rules = {
  'ios/command-rejected': 'error',
  'ios/protocol-mismatch': 'error',
  'ios/channel-full': 'error',
  'ios/channel-ends-differ': 'error',
  'ios/channel-one-sided': 'warning',
  'ios/trunk-ends-differ': 'warning',
  'ios/portfast-on-trunk': 'warning',
  'ios/needs-reload': 'warning',
  'ios/not-saved': 'warning',
  'ios/lockout-risk': 'warning',
  'ios/not-followed': 'warning',
} as const satisfies RuleTable;

export type SwitchRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
