import { slug } from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import type { Heading, RootContent } from 'mdast';
import { inlineCode, parseMarkdown } from '../../lib/engine.ts';
import type { Segment } from '../../lib/guide/guide.ts';
import type { SourceFile } from '../../lib/source/source-file.ts';

export interface MarkdownOptions {
  /** So many levels below those of the text its headings stand on the page. */
  readonly headingShift?: 0 | 1;
}

/** A Markdown text of the program's own, without a front matter of its page, as segments of a body. */
export function markdownSegments(file: SourceFile, { headingShift = 0 }: MarkdownOptions = {}): Segment[] {
  return parseMarkdown(file).children.flatMap((node) => segmentsOf(node, headingShift));
}

function segmentsOf(node: RootContent, shift: number): Segment[] {
  if (node.type === 'code')
    return [
      { component: 'StaticBlock', props: { lang: node.lang ?? 'text', code: node.value }, children: [] },
    ];
  const named: RootContent = node.type === 'heading' ? headingOf(node, shift) : node;
  const html = toHtml(toHast({ type: 'root', children: [named] }, { handlers: { inlineCode } }));
  return node.type === 'table' ? [{ component: 'Table', props: {}, children: [html] }] : [html];
}

function headingOf(heading: Heading, shift: number): Heading {
  const depth = Math.min(6, heading.depth + shift) as Heading['depth'];
  return { ...heading, depth, data: { hProperties: { id: slug(toString(heading)) } } };
}
