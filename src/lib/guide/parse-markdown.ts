import type { Root } from 'mdast';
import type { SourceFile } from '../source/source-file.ts';
import { parseMarkdownWithRemark } from './parse-with-remark.ts';
import { parseWithSatteri } from './parse-with-satteri.ts';

/** The tree of a text of the program's own that is Markdown and no MDX, such as the page of a rule, as `parsePost` makes a post's. */
export function parseMarkdown(file: SourceFile): Root {
  return parseWithSatteri(file, 'md').tree ?? parseMarkdownWithRemark(file);
}
