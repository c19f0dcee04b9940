import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Analysis, Dialect } from '../dialects/dialect.ts';
import { checkText } from '../dialects/text-checks/check-text.ts';
import type { Replacement, Slice } from '../source/slice.ts';
import { replaceInSlice, sliceOffset } from '../source/slice.ts';

/**
 * Hygiene first, then the dialect. The dialect reads the text as hygiene would repair it, so that a curly quote is told once
 * and what stands behind it is still checked; where the repair is not certain, its lines are left to hygiene alone.
 */
export function checkCode<Session>(
  code: Slice,
  dialect: Dialect<Session>,
  session: Session,
): Analysis<Session> {
  const hygiene = checkText(code, dialect.text);
  const read = repaired(code, hygiene);
  const analysis = dialect.analyze(read, session);
  const spoiled = new Set<number>();
  for (const { severity, fix, range } of hygiene) {
    if (severity !== 'error' || fix?.safety === 'safe') continue;
    for (let line = range.start.line; line <= range.end.line; line++) spoiled.add(line);
  }
  const rest = analysis.diagnostics.filter(({ range }) => !spoiled.has(range.start.line));
  // Tokens are of the text as it stands.
  const tokens = read.text === code.text ? analysis.tokens : () => dialect.analyze(code, session).tokens();
  return { ...analysis, tokens, diagnostics: [...hygiene, ...rest].sort(byPosition) };
}

/** By place, then by rule, so that a list of diagnostics is the same on every run. */
export function byPosition(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}

function repaired(code: Slice, hygiene: readonly Diagnostic[]): Slice {
  const replacements: Replacement[] = [];
  for (const { fix, severity } of hygiene) {
    // An error's likely repair is read as well, though nothing is told of its line: the lines after it depend on what it does.
    if (!fix || (fix.safety !== 'safe' && severity !== 'error')) continue;
    for (const edit of fix.edits) {
      const start = sliceOffset(code, edit.start);
      const end = sliceOffset(code, edit.end);
      if (start !== undefined && end !== undefined && start <= end)
        replacements.push({ start, end, text: edit.text });
    }
  }
  replacements.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart = replacements.filter(
    ({ start }, index) => index === 0 || start >= replacements[index - 1]!.end,
  );
  return replaceInSlice(code, apart);
}
