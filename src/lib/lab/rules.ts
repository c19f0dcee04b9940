import { diagnoser } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What a lab can have wrong. */
export const rules = {
  'lab/schema': 'error',
  'lab/duplicate-name': 'error',
  'lab/duplicate-vlan': 'error',
  'lab/duplicate-subnet': 'error',
  'lab/duplicate-address': 'error',
  'lab/address-outside-subnet': 'error',
  'lab/dhcp-range': 'error',
  'lab/unknown-device': 'error',
  'lab/unknown-port': 'error',
  'lab/port-linked-twice': 'error',
} as const satisfies RuleTable;

export type LabRuleId = keyof typeof rules;

export const diagnose = diagnoser(rules);
