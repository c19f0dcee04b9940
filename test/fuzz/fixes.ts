import { applyFixes, isSafe } from '../../src/lib/diagnostics/apply-fixes.ts';
import { applySoundFixes, isSyntaxError } from '../../src/lib/diagnostics/sound-fixes.ts';
import type { Diagnostic, Edit } from '../../src/lib/diagnostics/diagnostic.ts';

interface Problem {
  readonly kind: string;
  readonly detail: string;
}

/** More rounds than this mean that two fixes undo each other; the command line goes no further either. */
const mostRounds = 10;

/**
 * What is wrong with the fixes of a text: an edit outside of it or behind its own end, one that leaves its diagnostic standing, errors
 * of syntax that the fixes brought in, fixes that never come to an end. `found` is what `check` finds in `text`.
 */
export function problemsOfFixes(
  text: string,
  found: readonly Diagnostic[],
  check: (text: string) => readonly Diagnostic[],
): Problem[] {
  const problems: Problem[] = [];
  for (const diagnostic of found) {
    const { fix, rule } = diagnostic;
    if (!fix) continue;
    if (fix.edits.some(({ start, end }) => !(0 <= start && start <= end && end <= text.length)))
      problems.push({ kind: `edit out of place: ${rule}`, detail: JSON.stringify(fix) });
    else if (fix.edits.length > 0 && applyFixes(text, [diagnostic], () => true).applied.length === 0)
      problems.push({ kind: `edits that overlap: ${rule}`, detail: JSON.stringify(fix) });
  }
  if (problems.length > 0) return problems;
  const safe = found.filter(isSafe);
  for (const diagnostic of safe.slice(0, 3)) {
    const again = check(applyFixes(text, [diagnostic], () => true).text);
    if (again.some((other) => isSame(diagnostic, other)))
      problems.push({ kind: `fix that leaves it: ${diagnostic.rule}`, detail: diagnostic.message });
  }
  if (safe.length === 0) return problems;
  let fixed = text;
  let now = found;
  for (let round = 0; ; round++) {
    const { text: next, applied } = applySoundFixes(fixed, now, isSafe, check);
    if (applied.length === 0 || next === fixed) break;
    if (round === mostRounds)
      return [...problems, { kind: `fixes without end: ${applied[0]!.rule}`, detail: next }];
    fixed = next;
    now = check(next);
  }
  // What else cannot be repaired for certain may hide an error of syntax: of its line or block only that is told.
  const hides = found.some((one) => one.severity === 'error' && !isSafe(one) && !isSyntaxError(one));
  const before = found.filter(isSyntaxError);
  const after = hides ? [] : now.filter(isSyntaxError);
  if (after.length > before.length)
    problems.push({ kind: 'syntax error by a fix', detail: `${after.at(-1)!.message}\n${fixed}` });
  return problems;
}

/** Whether a diagnostic of the fixed text is that of the text before, at the place where that now stands. */
function isSame({ rule, message, range, fix }: Diagnostic, other: Diagnostic): boolean {
  const shift = fix!.edits
    .filter(({ end }) => end <= range.start.offset)
    .reduce((sum, { start, end, text }: Edit) => sum + text.length - (end - start), 0);
  return (
    other.rule === rule &&
    other.message === message &&
    other.range.start.offset === range.start.offset + shift
  );
}
