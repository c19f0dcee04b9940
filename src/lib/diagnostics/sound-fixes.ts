import { applyFixes } from './apply-fixes.ts';
import type { Fixed } from './apply-fixes.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Whether a diagnostic says that a text cannot be read as what it is: every room of a language calls its rule so. */
export function isSyntaxError({ rule }: Pick<Diagnostic, 'rule'>): boolean {
  return /\/(?:mdx-)?syntax$/.test(rule);
}

/**
 * Applies the fixes that are `wanted`, and leaves out those after which more of the text cannot be read: each is right where it stands,
 * and still one may make of what follows something else (an entity that becomes a prompt, a prompt that held two lines apart).
 * `check` finds what is wrong with a text; `diagnostics` is what it found in this one.
 */
export function applySoundFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
  wanted: (diagnostic: Diagnostic) => boolean,
  check: (text: string) => readonly Diagnostic[],
): Fixed {
  const before = diagnostics.filter(isSyntaxError).length;
  const apply = (some: ReadonlySet<Diagnostic>) => applyFixes(text, diagnostics, (one) => some.has(one));
  const isSound = (fixed: Fixed) => check(fixed.text).filter(isSyntaxError).length <= before;
  const withAll = applyFixes(text, diagnostics, wanted);
  if (withAll.applied.length === 0 || isSound(withAll)) return withAll;
  let tries = mostTries;
  const keep = (kept: ReadonlySet<Diagnostic>, more: readonly Diagnostic[]): ReadonlySet<Diagnostic> => {
    if (more.length === 0 || tries-- <= 0) return kept;
    const together = new Set([...kept, ...more]);
    if (isSound(apply(together))) return together;
    if (more.length === 1) return kept;
    const half = Math.ceil(more.length / 2);
    return keep(keep(kept, more.slice(0, half)), more.slice(half));
  };
  return apply(keep(new Set(), withAll.applied));
}

/** So many checks find the few fixes of a text that harm it; what is left then waits for another run. */
const mostTries = 40;
