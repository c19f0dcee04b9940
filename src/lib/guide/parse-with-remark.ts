import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import type { Data, Processor } from 'unified';
import { unified } from 'unified';
import type { SourceFile } from '../source/source-file.ts';
import { createExpressionReader } from './read-expression.ts';
import { countMark } from './count-mark.ts';
import type { SyntaxFault } from './syntax-error.ts';
import { explainSyntaxError } from './syntax-error.ts';

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
const mdx = markdown().use(remarkMdx, { acorn: createExpressionReader() }).use(noteOpenings).freeze();

/** A tree, or what keeps it from being one. */
export type RemarkReading =
  { readonly tree: Root; readonly fault?: never } | { readonly tree?: never; readonly fault: SyntaxFault };

/** The tree of a post by the reference parser, or the first thing that is broken in it, at its exact place. Not linear. */
export function parseWithRemark(file: SourceFile): RemarkReading {
  lastOpening = undefined;
  try {
    const tree = mdx.parse(file.text);
    // The parser leaves a byte order mark out of its count.
    if (file.text.startsWith('\uFEFF')) countMark(tree);
    return { tree };
  } catch (error) {
    return { fault: explainSyntaxError(file, error, lastOpening) };
  }
}

/** The tree of a text that is Markdown only, in which nothing can be broken. */
export function parseMarkdownWithRemark(file: SourceFile): Root {
  const tree = markdown.parse(file.text);
  if (file.text.startsWith('\uFEFF')) countMark(tree);
  return tree;
}

/** Where the latest `{` or `<` stood that could open an expression or a tag: errors are told at the end, and are about this. */
let lastOpening: number | undefined;

type Construct = Extract<
  NonNullable<NonNullable<NonNullable<Data['micromarkExtensions']>[number]['text']>[number]>,
  { tokenize: unknown }
>;

function noteOpenings(this: Processor): void {
  const note: Construct = {
    tokenize(_effects, _ok, nok) {
      return (code) => {
        lastOpening = this.now().offset;
        return nok(code);
      };
    },
  };
  const openings = { 60: note, 123: note };
  (this.data().micromarkExtensions ??= []).push({ flow: openings, text: openings });
}
