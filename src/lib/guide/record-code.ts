import type { Code, Nodes } from 'mdast';
import type { Processor } from 'unified';
import type { Piece, Slice } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';

/** What the Markdown parser kept of a code block: the runs of its lines, and whether a closing fence was there. */
export interface CodeRecord {
  readonly runs: TextRun[];
  fences: number;
}

/** File offsets, and the text that the parser made of them; they differ where an indentation ends within a tab. */
interface TextRun {
  start: number;
  end: number;
  readonly text: string;
}

declare module 'mdast' {
  interface CodeData {
    record?: CodeRecord;
  }
}

/** Teaches remark-parse to note where each line of a fenced code block stands, after lists and quotes were stripped off. */
export function recordCode(this: Processor): void {
  const data = this.data();
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      codeFencedFence() {
        const record = recordOf(this.stack);
        if (record) record.fences++;
      },
      lineEnding(token) {
        if (this.stack.at(-1)?.type !== 'fragment') return;
        const { start, end } = token;
        recordOf(this.stack)?.runs.push({ start: start.offset, end: end.offset, text: '\n' });
      },
    },
    exit: {
      codeFlowValue(token) {
        this.config.exit['data']?.call(this, token);
        const { start, end } = token;
        recordOf(this.stack)?.runs.push({
          start: start.offset,
          end: end.offset,
          text: this.sliceSerialize(token),
        });
      },
    },
  });
}

/** The record of the code block that is being built: the top of the stack, or right under the text collected for it. */
function recordOf(stack: readonly { readonly type: string }[]): CodeRecord | undefined {
  const top = stack.at(-1);
  const node = (top?.type === 'fragment' ? stack.at(-2) : top) as Nodes | undefined;
  if (node?.type !== 'code') return undefined;
  node.data ??= {};
  return (node.data.record ??= { runs: [], fences: 0 });
}

/** The code of a fenced block, every character traced to its file; lines are joined by LF whatever the file's line ends. */
export function sliceOfCode(file: SourceFile, code: Code): Slice {
  const runs = code.data?.record?.runs ?? [];
  const pieces: Piece[] = [];
  let text = '';
  const add = (piece: Omit<Piece, 'at'>, added: string) => {
    const last = pieces.at(-1);
    if (last && !last.substituted && !piece.substituted && last.from + last.length === piece.from) {
      const length = last.length + piece.length;
      pieces[pieces.length - 1] = { at: last.at, length, from: last.from, fromLength: length };
    } else pieces.push({ at: text.length, ...piece });
    text += added;
  };
  const first = runs[0]?.text === '\n' ? 1 : 0;
  const end = runs.length > first && runs.at(-1)?.text === '\n' ? runs.length - 1 : runs.length;
  for (const run of runs.slice(first, end)) {
    const { start, end: to } = run;
    if (run.text === '\n') {
      // The parser counts the indentation of the next line to the line break. Of CR LF only the LF is kept.
      const from = file.text.startsWith('\r\n', start) ? start + 1 : start;
      const isSubstituted = file.text[from] !== '\n';
      add({ length: 1, from, fromLength: 1, ...(isSubstituted && { substituted: true as const }) }, '\n');
      continue;
    }
    const blanks = run.text.length - (to - start);
    if (blanks > 0) {
      // The indentation of the block ends within this tab: what is left of it is blanks.
      add({ length: blanks, from: start - 1, fromLength: 1, substituted: true }, ' '.repeat(blanks));
    }
    if (to > start) {
      add({ length: to - start, from: start, fromLength: to - start }, file.text.slice(start, to));
    }
  }
  return { file, text, pieces };
}
