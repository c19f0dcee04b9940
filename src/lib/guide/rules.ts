import { diagnoser, rulesWith } from '../diagnostics/rule-table.ts';
import type { RuleTable } from '../diagnostics/rule-table.ts';

/** What a post itself can have wrong: its Markdown, front matter, fences, steps. */
export const rules = {
  'guide/unfinished-merge': 'error',
  'guide/mdx-syntax': 'error',
  'guide/markdown-only': { severity: 'error', byHabit: true },
  'guide/expression': 'error',
  'guide/import-export': 'error',
  'guide/unknown-component': 'error',
  'guide/component-props': 'error',
  'guide/active-html': 'error',
  'guide/html-structure': 'error',
  'guide/html-without-effect': { severity: 'warning', byHabit: true },
  'guide/unread-markdown': 'warning',
  'guide/heading': 'error',
  'guide/image': 'error',
  'guide/alt-text': 'error',
  'guide/captions': 'error',
  'guide/unsafe-link': 'error',
  'guide/footnote': 'error',
  'guide/undefined-reference': 'error',
  'guide/table-cells': 'error',
  'guide/indented-code': 'error',
  'guide/aside': 'error',
  'guide/tab-alternatives': 'error',
  'guide/math': 'error',
  'guide/emoji-code': 'error',
  'guide/foreign-syntax': 'error',
  'guide/front-matter': 'error',
  'guide/unknown-language': { severity: 'error', byHabit: true },
  'guide/unknown-meta': 'error',
  'guide/foreign-meta': { severity: 'error', byHabit: true },
  'guide/line-range': 'error',
  'guide/conflicting-meta': 'error',
  'guide/missing-reason': 'error',
  'guide/misplaced-output': 'error',
  'guide/step-order': 'error',
  'guide/step-number': 'error',
  'guide/block-outside-step': 'error',
} as const satisfies RuleTable;

export type GuideRuleId = keyof typeof rules;

/** What a post has in many places, by habit or by the program that it comes from, and what is decided once for all of them. */
export const rulesOfHabit: ReadonlySet<string> = rulesWith(rules, 'byHabit');

export const diagnose = diagnoser(rules);
