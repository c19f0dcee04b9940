import { slug } from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import {
  createSourceFile,
  inlineCode,
  isRuleId,
  parseMarkdown,
  readRulePage,
  rules,
} from '../../lib/engine.ts';
import type { Segment } from '../../lib/guide/guide.ts';
import { createHighlight } from './highlight.ts';
import { languagesOf, withListings } from './listings.ts';
import type { RuleSummary } from './records.ts';
import type { Source } from '../../workspace/content.ts';

/** The page of a rule, `src/content/rules/<id>.md`. */
export async function makeRule(source: Source & { readonly digest: string }): Promise<RuleSummary> {
  const { path, digest, text } = source;
  const file = createSourceFile(path, text);
  const { value: page, diagnostics } = readRulePage(file);
  const { id, title, summary, fixable } = page;
  const segments = segmentsOf(parseMarkdown(file).children);
  const body = withListings(segments, await createHighlight(languagesOf(segments)));
  const severity = isRuleId(id) ? rules[id] : undefined;
  return { id, path, digest, title, summary, fixable, severity, body, diagnostics };
}

function segmentsOf(nodes: readonly RootContent[]): Segment[] {
  return nodes.flatMap((node): Segment[] => {
    if (node.type === 'code')
      return [
        { component: 'StaticBlock', props: { lang: node.lang ?? 'text', code: node.value }, children: [] },
      ];
    const named: RootContent =
      node.type === 'heading' ? { ...node, data: { hProperties: { id: slug(toString(node)) } } } : node;
    const html = toHtml(toHast({ type: 'root', children: [named] }, { handlers: { inlineCode } }));
    return node.type === 'table' ? [{ component: 'Table', props: {}, children: [html] }] : [html];
  });
}
