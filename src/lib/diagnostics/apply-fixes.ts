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
  const taken = takenPlaces(text.length);
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (!fix || !wanted(diagnostic) || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => !isInside(edit, text) || taken.overlaps(edit))) continue;
    for (const edit of fix.edits) {
      taken.add(edit);
      chosen.push(edit);
    }
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

/**
 * The places of a text that edits stand at, each edit looked up in the time of its own length. Two insertions at one place overlap as
 * well: their order would be a guess.
 */
function takenPlaces(length: number): { overlaps(edit: Edit): boolean; add(edit: Edit): void } {
  const starts = new Uint8Array(length + 1);
  const covered = new Uint8Array(length + 1);
  return {
    overlaps: ({ start, end }) =>
      covered[start] === 1 || starts.subarray(start, Math.max(end, start + 1)).includes(1),
    add({ start, end }) {
      starts[start] = 1;
      covered.fill(1, start, end);
    },
  };
}
