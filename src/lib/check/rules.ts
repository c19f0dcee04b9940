import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What only shows when blocks stand on their devices, and posts beside each other. */
export const rules = {
  'guide/output-differs': 'error',
  'guide/output-not-modelled': 'error',
  'guide/unknown-lab': 'error',
  'guide/unknown-device': 'error',
  'guide/missing-device': 'error',
  'guide/wrong-dialect': 'error',
  'guide/unknown-platform': 'error',
  'guide/unknown-value': 'error',
  'guide/value-type': 'error',
  'guide/unknown-reference': 'error',
  'guide/unknown-rule': 'error',
  'guide/unused-allow': 'warning',
  'guide/broken-link': 'error',
  'guide/indirect-link': 'warning',
  'correction/unknown-passage': 'error',
  'correction/passage-differs': 'error',
  'correction/revision-order': 'error',
  'guide/future-date': 'info',
  'guide/date-order': 'warning',
  'guide/same-number': 'error',
  'lab/vlan-not-carried': 'error',
  'lab/bundle-ends-differ': 'error',
  'lab/bundle-split': 'error',
  'lab/address-twice': 'error',
  'lab/address-outside-network': 'error',
  'lab/address-in-other-vlan': 'error',
  'lab/address-lost': 'error',
  'lab/management-cut': 'error',
  'lab/jumbo-not-carried': 'warning',
  'content/unused-file': 'warning',
  'content/lost-address': 'warning',
  'content/unreadable-file': 'error',
  'content/data-file': 'error',
  'content/file-name': 'error',
  'content/same-address': 'error',
} as const satisfies RuleTable;

export type CheckRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
