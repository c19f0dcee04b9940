import type { Nodes, Root } from 'mdast';
import type { Diagnostic, Reading } from '../diagnostics/diagnostic.ts';
import type { Range, SourceFile } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';
import { parseHtml } from './html/parse-html.ts';
import { findTooMuch, tooMuchForRemark } from './limits.ts';
import { mendMdx } from './mend-mdx.ts';
import { rangeOf } from './node-range.ts';
import { parseMarkdownWithRemark, parseWithRemark } from './parse-with-remark.ts';
import { parseWithSatteri } from './parse-with-satteri.ts';
import { formatOfPost } from './post-place.ts';
import { recoverMdx } from './recover-mdx.ts';
import type { DoubtfulPlace } from './settle-as-remark.ts';
import { syntaxProblem } from './syntax-error.ts';

/** No post needs more; what walks the tree may then call itself. */
const maxDepth = 60;

/**
 * The post as a Markdown tree, positions counted in the file's own offsets. Where its MDX is broken, every fault is told, and the tree is
 * what is left when its signs are taken for text; undefined where that cannot be read either. Satteri reads it; remark, in thirty times
 * the time, reads what Satteri refuses, and what it may read otherwise. HTML in Markdown is elements of it. `written` is the post as its
 * author wrote it, where something in `file` stands for what no parser reads.
 */
export function parsePost(file: SourceFile, written = file): Reading<Root | undefined> {
  const tooMuch = findTooMuch(file);
  if (tooMuch) return { value: undefined, diagnostics: [tooMuch] };
  const reading = formatOfPost(file.path) === 'mdx' ? readMdx(file, written) : readMarkdown(file);
  const tooDeep = reading.value && findTooDeep(reading.value);
  if (!tooDeep) return reading;
  return {
    value: undefined,
    diagnostics: [...reading.diagnostics, refusedDepth(file, rangeOf(file, tooDeep))],
  };
}

function refusedDepth(file: SourceFile, range: Range): Diagnostic {
  const message = `Blocks are nested more than ${maxDepth} deep here.`;
  return syntaxProblem(file, range, message, 'Make the structure of the post flatter.');
}

function readMdx(file: SourceFile, written: SourceFile): Reading<Root | undefined> {
  const fast = parseWithSatteri(file);
  if (fast.tree) return { value: fast.tree, diagnostics: [] };
  const mended = mendMdx(file, written);
  if (!mended) return readDoubtful(file, fast.doubtful);
  const rest = parseWithSatteri(mended.file);
  const { value, diagnostics } = rest.tree
    ? { value: rest.tree, diagnostics: [] }
    : readDoubtful(mended.file, rest.doubtful);
  return { value, diagnostics: [...mended.diagnostics, ...diagnostics] };
}

function readDoubtful(file: SourceFile, doubtful: DoubtfulPlace): Reading<Root | undefined> {
  const tooMuch = tooMuchForRemark(file);
  if (tooMuch === undefined) return recoverMdx(file, parseWithRemark(file));
  return { value: undefined, diagnostics: [explainDoubt(file, doubtful, tooMuch)] };
}

function readMarkdown(file: SourceFile): Reading<Root | undefined> {
  const { tree, doubtful } = parseWithSatteri(file, 'md');
  const tooMuch = tree ? undefined : tooMuchForRemark(file);
  if (doubtful && tooMuch !== undefined)
    return { value: undefined, diagnostics: [explainDoubt(file, doubtful, tooMuch)] };
  const root = tree ?? parseMarkdownWithRemark(file);
  try {
    return { value: root, diagnostics: parseHtml(file, root) };
  } catch (error) {
    // The parser of HTML calls itself for every element within another.
    if (!(error instanceof RangeError)) throw error;
    return { value: undefined, diagnostics: [refusedDepth(file, rangeAt(file, 0, 1))] };
  }
}

/** What stands in a post that is too much for the parser that could tell exactly. */
function explainDoubt(file: SourceFile, { doubt, at, reason }: DoubtfulPlace, tooMuch: string): Diagnostic {
  const message =
    reason === undefined
      ? `Here stands ${doubt}, which is not read in this post: ${tooMuch}.`
      : `MDX cannot be read from here on: ${reason}.`;
  return syntaxProblem(
    file,
    rangeAt(file, at, at + 1),
    message,
    reason === undefined
      ? 'Write it in another way, or split the post.'
      : `You are told exactly what it is where the post is shorter: ${tooMuch}.`,
  );
}

function findTooDeep(tree: Root): Nodes | undefined {
  const open: [Nodes, number][] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > maxDepth) return node;
    if (!('children' in node)) continue;
    for (const child of node.children)
      if ('children' in child || depth === maxDepth) open.push([child, depth + 1]);
  }
  return undefined;
}
