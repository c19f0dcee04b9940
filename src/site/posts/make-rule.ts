import { slug } from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { z } from 'zod';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.ts';
import {
  createSourceFile,
  diagnose,
  inlineCode,
  isRuleId,
  rangeAt,
  readYaml,
  rules,
} from '../../lib/engine.ts';
import type { Segment } from '../../lib/guide/guide.ts';
import { createHighlight } from './highlight.ts';
import { languagesOf, withListings } from './listings.ts';
import type { RuleSummary } from './records.ts';
import type { Source } from '../../workspace/content.ts';

const schema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  fixable: z.boolean(),
});

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/** The page of a rule, `src/content/rules/<id>.md`. */
export async function makeRule(source: Source & { readonly digest: string }): Promise<RuleSummary> {
  const { path, digest, text } = source;
  const file = createSourceFile(path, text);
  const id = path.replace(/^.*\/rules\//, '').replace(/\.md$/, '');
  const tree = parser.parse(text);
  const yaml = tree.children[0]?.type === 'yaml' ? tree.children[0] : undefined;
  const start = yaml ? text.indexOf('\n') + 1 : 0;
  const front = readYaml(file, schema, 'guide/front-matter', start, start + (yaml?.value.length ?? 0));
  const diagnostics: Diagnostic[] = [...front.diagnostics];
  if (!isRuleId(id)) {
    diagnostics.push(
      diagnose({
        rule: 'guide/unknown-reference',
        file,
        range: rangeAt(file, 0, 3),
        message: `There is no rule “${id}”.`,
        hint: 'Name the file after a rule of src/lib/rules.ts, or add the rule there.',
      }),
    );
  }
  const { title = id, summary = '', fixable = false } = front.value ?? {};
  const segments = segmentsOf(tree.children);
  const body = withListings(segments, await createHighlight(languagesOf(segments)));
  const severity = isRuleId(id) ? rules[id] : undefined;
  return { id, path, digest, title, summary, fixable, severity, body, diagnostics };
}

function segmentsOf(nodes: readonly RootContent[]): Segment[] {
  return nodes.flatMap((node): Segment[] => {
    if (node.type === 'yaml') return [];
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
