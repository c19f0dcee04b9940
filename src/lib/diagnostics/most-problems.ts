import type { Diagnostic, Severity } from './diagnostic.ts';

/** Problems of one file of data that are told one by one. */
export const mostProblems = 50;

/** Problems of one post, script or configuration that are told one by one. */
export const mostInCode = 1000;

/** Whether no further problem needs to be looked for. */
export function areEnough(found: readonly unknown[]): boolean {
  return found.length > mostProblems;
}

/**
 * The first problems of a file, which are in the order of their places. One after them says that there are more: at the place of the next
 * one, or of the next error where there is one, so that no file passes for the number of its warnings.
 */
export function firstProblems(found: readonly Diagnostic[], most = mostProblems): readonly Diagnostic[] {
  if (found.length <= most) return found;
  const rest = found.slice(most);
  const ofSeverity = (wanted: Severity) => rest.find(({ severity }) => severity === wanted);
  const { rule, severity, file, range } = ofSeverity('error') ?? ofSeverity('warning') ?? rest[0]!;
  const message = `More is wrong from here on: these are the first ${most} problems of the file.`;
  const hint = 'Correct these, and look again.';
  return [...found.slice(0, most), { rule, severity, file, range, message, hint }];
}
