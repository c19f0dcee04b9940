import { isScalar } from 'yaml';
import type { Scalar } from 'yaml';
import type { Slice } from '../source/slice.ts';
import { sliceOf, sliceOfRuns } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';

/**
 * The text of a scalar, each character traced to its place in the file; `start` is the offset of the YAML there. Undefined where escapes
 * or folded lines make another text of what is written, and for what is no scalar.
 */
export function scalarSlice(file: SourceFile, node: unknown, start: number): Slice | undefined {
  if (!isScalar(node) || !node.range) return undefined;
  const from = start + node.range[0];
  const to = start + node.range[1];
  const found = asWritten(file, node, from, to);
  return found.text === node.value ? found : undefined;
}

/** What stands between the quotes, of a pair of single quotes one. */
function asWritten(file: SourceFile, node: Scalar, from: number, to: number): Slice {
  if (node.type === 'QUOTE_DOUBLE') return sliceOf(file, from + 1, to - 1);
  if (node.type !== 'QUOTE_SINGLE') return sliceOf(file, from, to);
  const runs: { start: number; end: number }[] = [];
  let begin = from + 1;
  for (let at = begin; at < to - 1; at++) {
    if (file.text[at] !== "'") continue;
    runs.push({ start: begin, end: at });
    begin = at + 1;
    at++;
  }
  runs.push({ start: begin, end: to - 1 });
  return sliceOfRuns(
    file,
    runs.filter(({ start, end }) => end > start),
  );
}
