import { diagnoser } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What PowerShell refuses, and what its readers should be warned of. */
export const rules = {
  'powershell/syntax': 'error',
  'powershell/unknown-command': 'error',
  'powershell/unknown-parameter': 'error',
  'powershell/ambiguous-parameter': 'error',
  'powershell/duplicate-parameter': 'error',
  'powershell/missing-value': 'error',
  'powershell/split-parameter': 'error',
  'powershell/bad-type': 'error',
  'powershell/bad-enum': 'error',
  'powershell/out-of-range': 'error',
  'powershell/unexpected-argument': 'error',
  'powershell/parameter-set-conflict': 'error',
  'powershell/missing-mandatory': 'error',
  'powershell/wrong-platform': 'error',
  'powershell/two-commands-on-one-line': 'error',
  'powershell/refused-when-run': 'error',
  'powershell/plain-text-secret': 'error',
  'powershell/alias-in-script': 'warning',
  'powershell/deprecated': 'warning',
  'powershell/destructive-without-guard': 'warning',
  'powershell/casing': 'info',
  'powershell/positional-argument': 'info',
} as const satisfies RuleTable;

export type PowerShellRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
