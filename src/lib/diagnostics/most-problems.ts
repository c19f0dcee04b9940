import type { Diagnostic } from './diagnostic.ts';

/** Problems of one file that are told one by one. */
export const mostProblems = 50;

/** Whether no further problem needs to be looked for. */
export function areEnough(found: readonly unknown[]): boolean {
  return found.length > mostProblems;
}

/** The first problems of a file; one after them says that there are more, at the place of the next. */
export function firstProblems(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const next = found[mostProblems];
  if (!next) return found;
  const { rule, severity, file, range } = next;
  const message = `More is wrong from here on: these are the first ${mostProblems} problems of the file.`;
  const hint = 'Correct these, and look again.';
  return [...found.slice(0, mostProblems), { rule, severity, file, range, message, hint }];
}
