import type { Root } from 'mdast';
import type { SourceFile } from '../source/source-file.ts';
import { maskPrograms, unmasked } from './mask-programs.ts';
import type { DoubtfulPlace } from './settle-as-remark.ts';
import { settleAsRemark } from './settle-as-remark.ts';
import { countMark } from './count-mark.ts';

// A native program for this machine. Where there is none, remark reads every post, which takes longer and gives the same tree.
const satteri = await import('satteri').catch(() => undefined);

const features = { gfm: true, frontmatter: true } as const;

/** What Satteri makes of a post: the tree that remark makes, or what it takes remark for. */
export type FastReading =
  | { readonly tree: Root; readonly doubtful?: never }
  | { readonly tree?: never; readonly doubtful: DoubtfulPlace };

/** Controls are more to Satteri than to remark; halves of a pair, and the character that it has for its own use, it replaces. */
const foreign = /[\0-\x08\v\f\x0E-\x1F\uF002\p{Surrogate}]/u;
/** A tag behind another one or braces: where a tab is between them, Satteri drops it. */
const besideTag = /[>}][ \t]+[<{]/g;
/** A line that may be below the head of a table, with a tab in it: the two disagree on whether it is. */
const tabbedDelimiters = /^[ \t>]*[-:|][-:| ]*\t[-:| \t]*[-:|][ \t]*$/m;
const frontMatter = /^\uFEFF?---[ \t]*$/m;

export function parseWithSatteri(file: SourceFile, format: 'mdx' | 'md' = 'mdx'): FastReading {
  const { text } = file;
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const foreignAt = text.search(foreign);
  const masked = format === 'mdx' ? maskPrograms(text) : unmasked(text);
  if (!satteri || !masked || foreignAt >= 0)
    return { doubtful: { doubt: 'a character that Satteri changes', at: Math.max(foreignAt, mark) } };
  let tree: Root;
  try {
    const parse = format === 'mdx' ? satteri.mdxToMdast : satteri.markdownToMdast;
    tree = parse(masked.text, { features }) as Root;
  } catch (error) {
    return { doubtful: explainRefusal(file, error) };
  }
  if (mark > 0) countMark(tree);
  // What looks like front matter and is never closed, remark has gone through as such, its lists and quotes lost; and to Satteri
  // dots close it as well.
  if (frontMatter.exec(text)?.index === 0 && !isClosedByDashes(file, tree.children[0]))
    return { doubtful: { doubt: 'front matter that is not closed', at: mark } };
  const tabbed = text.matchAll(besideTag).find(([blanks]) => blanks.includes('\t'));
  if (tabbed) return { doubtful: { doubt: 'a tag beside others', at: tabbed.index } };
  const delimiters = text.search(tabbedDelimiters);
  if (delimiters >= 0) return { doubtful: { doubt: 'a table with tabs', at: delimiters } };
  const doubtful = settleAsRemark(file, masked, tree);
  return doubtful ? { doubtful } : { tree };
}

function isClosedByDashes({ text }: SourceFile, first: Root['children'][number] | undefined): boolean {
  return first?.type === 'yaml' && text.slice(0, first.position?.end.offset).endsWith('---');
}

/** Satteri's messages begin with line and column, and end with notes for programmers. */
function explainRefusal(file: SourceFile, error: unknown): DoubtfulPlace {
  const message = error instanceof Error ? error.message : '';
  const [, line, column, reason] = /^(\d+):(\d+): ([^(\r\n]+)/.exec(message) ?? [];
  const start = file.lineStarts[Number(line) - 1] ?? 0;
  return {
    doubt: 'what Satteri refuses',
    at: Math.min(start + Number(column ?? 1) - 1, file.text.length),
    reason: reason?.trim() ?? 'it is too much at once',
  };
}
