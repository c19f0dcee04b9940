import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Slice } from '../../source/slice.ts';
import { originOffset, originRange, originSpan, touchesSubstituted } from '../../source/slice.ts';
import { rangeAt } from '../../source/source-file.ts';
import type { BindingProblem } from './binding/binding.ts';
import { diagnose } from './rules.ts';
import type { SyntaxProblem } from './syntax/tree.ts';

/** A finding at its place in the file, with its fix where that changes nothing that was filled in. */
export function placed(slice: Slice, problem: BindingProblem): Diagnostic {
  const { start, end, replace, repair, ...finding } = problem;
  const range = originRange(slice, start, Math.min(end, slice.text.length));
  const fix: Fix | undefined = repair
    ? { title: repair.title, safety: 'safe', edits: repair.edits }
    : replace && { title: replace.title, safety: 'unsafe', edits: [{ start, end, text: replace.text }] };
  return diagnose({ ...finding, file: slice.file, range, ...fixIn(slice, fix) });
}

/** What is filled in cannot be written into the file. */
function fixIn(slice: Slice, fix: Fix | undefined): { readonly fix?: Fix } {
  if (!fix || fix.edits.some(({ start, end }) => touchesSubstituted(slice, start, end))) return {};
  const edits = fix.edits.map(({ start, end, text }) => ({ ...originSpan(slice, start, end), text }));
  return { fix: { ...fix, edits } };
}

/** What is wrong with a text as PowerShell, at its place in the file. `isFile`: nothing comes behind it. */
export function syntaxDiagnostic(
  slice: Slice,
  { start, end, message, hint, before, repair, endsText }: SyntaxProblem,
  isFile: boolean,
): Diagnostic {
  const range = (from: number, to: number) => {
    const whole = originRange(slice, from, Math.min(to, slice.text.length));
    // What is missing at the end of a line is told before the line break, whatever that is in the file.
    if (slice.text[from] !== '\n') return whole;
    return rangeAt(slice.file, originOffset(slice, from, 'end'), whole.end.offset);
  };
  return diagnose({
    rule: 'powershell/syntax',
    ...(endsText && !isFile ? { severity: 'warning' as const } : {}),
    file: slice.file,
    range: range(start, end),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...fixIn(slice, repair && { ...repair, safety: 'safe' }),
    ...(before === undefined
      ? {}
      : {
          related: [
            { file: slice.file.path, range: range(before.start, before.end), message: before.message },
          ],
        }),
  });
}
