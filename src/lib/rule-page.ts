import { z } from 'zod';
import { unknownReference } from './check/findings.ts';
import type { Reading } from './diagnostics/diagnostic.ts';
import { readYaml } from './diagnostics/read-yaml.ts';
import { findFrontMatter } from './guide/find-front-matter.ts';
import { frontMatterRule } from './guide/read-front-matter.ts';
import { isRuleId } from './rules.ts';
import type { SourceFile } from './source/source-file.ts';
import { rangeAt } from './source/source-file.ts';

/** What the page of a rule says of itself. */
const schema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  fixable: z.boolean(),
});

export interface RulePageText extends z.output<typeof schema> {
  /** `powershell/unknown-parameter`, by the path; for a page without a rule as well, which the diagnostics report. */
  readonly id: string;
  /** Markdown. */
  readonly text: string;
}

/** Reads the page of a rule, `…/rules/<id>.md`. What its front matter does not say is empty. */
export function readRulePage(file: SourceFile): Reading<RulePageText> {
  const id = file.path.replace(/^.*\/rules\//, '').replace(/\.md$/, '');
  const { start, end, after } = findFrontMatter(file.text) ?? { start: 0, end: 0, after: 0 };
  const front = readYaml(file, schema, frontMatterRule, start, end);
  const diagnostics = [...front.diagnostics];
  if (!isRuleId(id)) {
    const hint = 'Name the file after a rule of src/lib/rules.ts, or add the rule there.';
    diagnostics.push(unknownReference(file, rangeAt(file, 0, 3), `There is no rule “${id}”.`, hint));
  }
  const { title = id, summary = '', fixable = false } = front.value ?? {};
  return { value: { id, title, summary, fixable, text: file.text.slice(after) }, diagnostics };
}
