import type { Guide } from '../guide/guide.ts';
import { languages } from '../platforms/dialects.ts';
import type { Range } from '../source/source-file.ts';
import { rangeAt } from '../source/source-file.ts';

/** A step of a post with its blocks, or a block before the first step. */
export interface OutlineItem {
  readonly kind: 'step' | 'block';
  readonly name: string;
  readonly detail: string;
  /** All of it. */
  readonly range: Range;
  /** Of its heading, or of the words of its fence. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** The steps and blocks of commands of a post, in their order. */
export function outlineOf({ file, steps, blocks }: Guide): readonly OutlineItem[] {
  const itemOf = (block: Guide['blocks'][number]): OutlineItem => {
    const { fence, code, dialect, role, on } = block;
    const last = code.pieces.at(-1);
    return {
      kind: 'block',
      name: `${languages[dialect].title}${role === 'apply' ? '' : ` ${role}`}${on === undefined ? '' : ` on ${on}`}`,
      detail: code.text.split('\n', 1)[0]!,
      range: rangeAt(
        file,
        fence.start.offset,
        Math.max(fence.end.offset, last ? last.from + last.fromLength : 0),
      ),
      selection: fence,
      children: [],
    };
  };
  const before = blocks.filter(({ step }) => step === undefined).map(itemOf);
  const found = steps.map((step, index): OutlineItem => {
    const next = steps[index + 1]?.range.start;
    const end = next ? next.offset - (next.column - 1) : file.text.length;
    return {
      kind: 'step',
      name: `${step.id} ${step.title}`.trim(),
      detail: '',
      range: rangeAt(file, step.range.start.offset - (step.range.start.column - 1), end),
      selection: step.range,
      children: blocks.filter((block) => block.step === step.id).map(itemOf),
    };
  });
  return [...before, ...found];
}
