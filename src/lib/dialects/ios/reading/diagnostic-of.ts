import type { Diagnostic, Finding } from '../../../diagnostics/diagnostic.ts';
import type { Slice } from '../../../source/slice.ts';
import { originRange, originSpan } from '../../../source/slice.ts';
import type { LineProblem } from './line-problem.ts';

/** What is wrong with the line that begins at `offset` of a slice. `diagnose` is of the room whose rule it is. */
export function toDiagnostic<Rule extends string>(
  problem: LineProblem<Rule>,
  slice: Slice,
  offset: number,
  diagnose: (finding: Finding<Rule>) => Diagnostic,
): Diagnostic {
  const { start, end, replacement, meant, reply, holds: _, ...finding } = problem;
  const from = offset + start;
  const to = offset + end;
  return diagnose({
    ...(reply === undefined ? {} : { why: `The switch replies: ${reply.split('\n', 1)[0]!}` }),
    ...finding,
    file: slice.file,
    range: originRange(slice, from, to),
    ...(replacement === undefined
      ? {}
      : {
          fix: {
            title: `Write \`${replacement}\``,
            safety: 'unsafe',
            edits: [{ ...originSpan(slice, from, to), text: replacement }],
          },
        }),
  });
}
