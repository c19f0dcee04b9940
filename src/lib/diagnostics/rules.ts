import type { Diagnostic, Finding, Severity } from './diagnostic.ts';

/**
 * Every rule of the engine: its permanent id and default severity. What a rule means, why, and its examples stand on its
 * page, `src/content/rules/<id>.md`; a test holds the two to each other and runs the examples.
 */
export const rules = {
  // Reading MDX
  'guide/mdx-syntax': 'error',
  'guide/expression': 'error',
  'guide/import-export': 'error',
  'guide/unknown-component': 'error',
  'guide/component-props': 'error',
  'guide/heading': 'error',
  'guide/image': 'error',
  'guide/unsafe-link': 'error',
  'guide/footnote': 'error',
  'guide/front-matter': 'error',
  'guide/unknown-language': 'error',
  'guide/unknown-meta': 'error',
  'guide/conflicting-meta': 'error',
  'guide/missing-reason': 'error',
  'guide/misplaced-output': 'error',
  'guide/output-differs': 'error',
  'guide/output-not-modelled': 'error',
  'guide/step-order': 'error',
  'guide/step-number': 'error',
  'guide/block-outside-step': 'error',
  'guide/unknown-lab': 'error',
  'guide/unknown-device': 'error',
  'guide/missing-device': 'error',
  'guide/wrong-dialect': 'error',
  'guide/unknown-platform': 'error',
  'guide/unknown-value': 'error',
  'guide/value-type': 'error',
  'guide/unknown-reference': 'error',
  // The lab
  'lab/schema': 'error',
  'lab/duplicate-name': 'error',
  'lab/duplicate-vlan': 'error',
  'lab/duplicate-subnet': 'error',
  'lab/duplicate-address': 'error',
  'lab/address-outside-subnet': 'error',
  'lab/unknown-device': 'error',
  'lab/unknown-port': 'error',
  'lab/port-linked-twice': 'error',
  // Comparisons and corrections
  'comparison/schema': 'error',
  'correction/unknown-passage': 'error',
  'correction/passage-differs': 'error',
  // Hygiene, both dialects
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
  'hygiene/secret': 'error',
  'hygiene/public-address': 'warning',
  // PowerShell
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
  // IOS
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
  'ios/protocol-mismatch': 'error',
  'ios/channel-full': 'error',
  'ios/portfast-on-trunk': 'warning',
  'ios/needs-reload': 'warning',
  'ios/not-saved': 'warning',
  'ios/lockout-risk': 'warning',
  'ios/plain-text-secret': 'error',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof rules;

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}

/** Rules that are a matter of taste: told only where somebody asks for them. */
export const optionalRules: ReadonlySet<RuleId> = new Set(['powershell/positional-argument']);

/** The path of a rule's page on the site, from its root. */
export function rulePath(rule: RuleId): string {
  return `/rules/${rule}/`;
}

/** A diagnostic from a finding: the severity is the rule's own unless the finding says otherwise. */
export function diagnose(finding: Finding): Diagnostic {
  const { file, severity, ...rest } = finding;
  return { ...rest, severity: severity ?? rules[finding.rule], file: file.path };
}
