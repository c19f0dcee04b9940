import { diagnoser } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What a switch refuses by its command tables alone. */
export const rules = {
  'ios/unknown-command': 'error',
  'ios/ambiguous-command': 'error',
  'ios/incomplete-command': 'error',
  'ios/wrong-mode': 'error',
  'ios/wrong-platform': 'error',
  'ios/out-of-range': 'error',
  'ios/bad-argument': 'error',
  'ios/bad-interface': 'error',
  'ios/prompt-left-in': 'error',
  'ios/two-commands-on-one-line': 'error',
  'ios/missing-no-form': 'error',
  'ios/plain-text-secret': 'error',
  'ios/unclosed-text': { severity: 'error', ofBundles: true, ofFiles: true },
} as const satisfies RuleTable;

export type IosRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
