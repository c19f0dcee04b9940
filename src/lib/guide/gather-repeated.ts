import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { rulesOfHabit } from './rules.ts';

/** So many lines are named beside the first. */
const mostLines = 8;

/**
 * One diagnostic for what is wrong in the same way in many places of a post: told at the first of them, with the lines of the others, and
 * with the fixes of all in one. What one can be mended by itself and another cannot is told of each.
 */
export function gatherRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    if (!rulesOfHabit.has(one.rule)) continue;
    const key = JSON.stringify([one.rule, one.message, one.fix?.safety]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const first = new Map<Diagnostic, Diagnostic[]>();
  const others = new Set<Diagnostic>();
  for (const [one, ...rest] of groups.values()) {
    first.set(one!, rest);
    for (const other of rest) others.add(other);
  }
  return diagnostics.filter((one) => !others.has(one)).map((one) => withOthers(one, first.get(one) ?? []));
}

function withOthers(one: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  if (others.length === 0) return one;
  const lines = [...new Set(others.map(({ range }) => range.start.line))].filter(
    (line) => line !== one.range.start.line,
  );
  const named = lines.slice(0, mostLines).join(', ');
  const where =
    lines.length === 0
      ? `${others.length + 1} times`
      : lines.length > mostLines
        ? `so too in lines ${named} and ${lines.length - mostLines} more`
        : `so too in line${lines.length > 1 ? 's' : ''} ${named.replace(/, (?=\d+$)/, () => ' and ')}`;
  const { fix } = one;
  return {
    ...one,
    message: `${one.message.replace(/\.$/, () => '')} (${where}).`,
    ...(fix && {
      fix: { ...fix, edits: [...fix.edits, ...others.flatMap((other) => other.fix?.edits ?? [])] },
    }),
  };
}
