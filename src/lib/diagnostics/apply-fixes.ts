import type { Diagnostic, Edit } from './diagnostic.ts';

export interface Fixed {
  readonly text: string;
  /** The diagnostics whose fix was applied. */
  readonly applied: readonly Diagnostic[];
}

/** Fixes that are certain to be what the author meant. */
export function isSafe({ fix }: Diagnostic): boolean {
  return fix?.safety === 'safe';
}

/**
 * Applies the fixes that are `wanted`, by default the safe ones, to the text they were found in. A fix is applied whole or not at
 * all: one that overlaps a fix before it waits for the next check of the new text.
 */
export function applyFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
  wanted: (diagnostic: Diagnostic) => boolean = isSafe,
): Fixed {
  const applied: Diagnostic[] = [];
  const chosen: Edit[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (!fix || !wanted(diagnostic) || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => !isInside(edit, text) || chosen.some((other) => overlap(edit, other))))
      continue;
    chosen.push(...fix.edits);
    applied.push(diagnostic);
  }
  chosen.sort((a, b) => a.start - b.start || a.end - b.end);
  let fixed = '';
  let done = 0;
  for (const edit of chosen) {
    fixed += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return { text: fixed + text.slice(done), applied };
}

function isInside({ start, end }: Edit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length;
}

/** Two insertions at one place overlap as well: their order would be a guess. */
function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end ? true : a.start === b.start;
}
