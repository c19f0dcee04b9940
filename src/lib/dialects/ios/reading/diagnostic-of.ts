import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { diagnose } from '../../../diagnostics/rules.ts';
import type { Slice } from '../../../source/slice.ts';
import { originOffset, originRange } from '../../../source/slice.ts';
import type { LineProblem } from './explain-mismatch.ts';

/** What is wrong with the line that begins at `offset` of a slice. */
export function toDiagnostic(problem: LineProblem, slice: Slice, offset: number): Diagnostic {
  const { start, end, replacement, meant, reply, ...finding } = problem;
  const from = offset + start;
  const to = offset + end;
  return diagnose({
    ...(reply === undefined ? {} : { why: `The switch replies: ${reply}` }),
    ...finding,
    file: slice.file,
    range: originRange(slice, from, to),
    ...(replacement === undefined
      ? {}
      : {
          fix: {
            title: `Write \`${replacement}\``,
            safety: 'unsafe',
            edits: [
              {
                start: originOffset(slice, from, 'start'),
                end: originOffset(slice, to, 'end'),
                text: replacement,
              },
            ],
          },
        }),
  });
}
