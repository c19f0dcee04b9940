import { diagnoser, rulesWith } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What PowerShell refuses, and what its readers should be warned of. */
export const rules = {
  'powershell/syntax': { severity: 'error', strictInBundles: true },
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
  'powershell/missing-mandatory': { severity: 'info', strictInBundles: true },
  'powershell/will-ask': { severity: 'info', ofBundles: true },
  'powershell/wrong-platform': 'error',
  'powershell/two-commands-on-one-line': 'error',
  'powershell/broken-continuation': 'error',
  'powershell/not-splatted': 'error',
  'powershell/unquoted-argument': 'error',
  'powershell/list-in-quotes': 'warning',
  'powershell/refused-when-run': 'error',
  'powershell/script-head': { severity: 'error', ofBundles: true },
  'powershell/leaves-script': { severity: 'error', ofBundles: true },
  'powershell/reserved-name': { severity: 'error', ofBundles: true },
  'powershell/plain-text-secret': { severity: 'warning', ofWriting: true, strictInBundles: true },
  'powershell/alias-in-script': { severity: 'warning', ofWriting: true, ofScripts: true },
  'powershell/deprecated': 'warning',
  'powershell/destructive-without-guard': 'warning',
  'powershell/casing': { severity: 'info', ofWriting: true },
  'powershell/positional-argument': { severity: 'info', ofWriting: true, optional: true },
} as const satisfies RuleTable;

export type PowerShellRuleId = keyof typeof rules;

/** Not reported of what is substituted: that is the lab's. */
export const rulesOfWriting = rulesWith(rules, 'ofWriting');

export const optionalRules = rulesWith(rules, 'optional');

export const diagnose = diagnoser(rules);
