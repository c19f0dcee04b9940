import { rulesWith, severitiesOf } from '../../diagnostics/rule-table.ts';
import type { RuleTable } from '../../diagnostics/rule-table.ts';

/** What commands pick up on their way, in any dialect. */
export const rules = {
  'hygiene/curly-quote': 'error',
  'hygiene/long-dash': 'error',
  'hygiene/no-break-space': 'error',
  'hygiene/zero-width-character': 'error',
  'hygiene/bidi-control': 'error',
  'hygiene/homoglyph': 'error',
  'hygiene/control-character': 'error',
  'hygiene/prompt': 'error',
  'hygiene/output-in-commands': 'error',
  'hygiene/html-entity': 'error',
  'hygiene/lost-backslash': 'error',
  'hygiene/secret': { severity: 'error', inOutput: true },
  'hygiene/public-address': 'warning',
} as const satisfies RuleTable;

export type TextRuleId = keyof typeof rules;

export const severities = severitiesOf(rules);

/** Reported within printed output, too. */
export const rulesInOutput: ReadonlySet<string> = rulesWith(rules, 'inOutput');
