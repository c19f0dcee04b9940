import { rulesWith, severitiesOf } from './diagnostics/rule-table.ts';
import { rules as check } from './check/rules.ts';
import { rules as comparison } from './comparison/rules.ts';
import { rules as figure } from './figure/rules.ts';
import { rules as guide } from './guide/rules.ts';
import { rules as identity } from './identity/rules.ts';
import { rules as lab } from './lab/rules.ts';
import { rules as ledger } from './ledger/rules.ts';
import { rules as releases } from './ledger/releases/rules.ts';
import { rules as picture } from './picture/rules.ts';
import { rules as devices } from './platforms/rules.ts';

const tables = {
  ...guide,
  ...check,
  ...lab,
  ...ledger,
  ...comparison,
  ...figure,
  ...picture,
  ...identity,
  ...releases,
  ...devices,
} as const;

/**
 * Every rule of the engine, composed from the rooms that find them: its permanent id and default severity. What a rule means, why, and
 * its examples stand on its page, `src/content/rules/<id>.md`; a test holds the two to each other and runs the examples.
 */
export const rules = severitiesOf(tables);

export type RuleId = keyof typeof rules;

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}

/** Rules that are a matter of taste: reported only where somebody asks for them. */
export const optionalRules: ReadonlySet<RuleId> = rulesWith(tables, 'optional');
