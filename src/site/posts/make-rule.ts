import { createSourceFile, isRuleId, readRulePage, rules } from '../../lib/engine.ts';
import { createHighlight } from './highlight.ts';
import { languagesOf, withListings } from './listings.ts';
import { markdownSegments } from './markdown-segments.ts';
import type { RuleSummary } from './records.ts';
import type { Source } from '../../workspace/content.ts';

/** The page of a rule, `src/content/rules/<id>.md`. */
export async function makeRule(source: Source & { readonly digest: string }): Promise<RuleSummary> {
  const { path, digest, text } = source;
  const file = createSourceFile(path, text);
  const { value: page, diagnostics } = readRulePage(file);
  const { id, title, summary, fixable } = page;
  const segments = markdownSegments(file);
  const body = withListings(segments, await createHighlight(languagesOf(segments)));
  const severity = isRuleId(id) ? rules[id] : undefined;
  return { id, path, digest, title, summary, fixable, severity, body, diagnostics };
}
