import type { Diagnostic } from '../src/lib/diagnostics/diagnostic.ts';
import type { BoundCommand } from '../src/lib/dialects/dialect.ts';
import type { PowerShellPlatform } from '../src/lib/dialects/powershell/platforms.ts';
import type { Agreement } from '../test/powershell-engine/agreement.ts';
import type { BoundCommand as Theirs } from '../test/powershell-engine/engine.ts';
import type { Verdict } from '../test/powershell-engine/records.ts';

/** A line on which the check and PowerShell's engine do not say the same. */
export interface Difference {
  readonly agreement: Agreement | 'bound otherwise';
  readonly platform: PowerShellPlatform;
  /** How the line was broken, or where it is from. */
  readonly broken: string;
  readonly text: string;
  readonly verdict: Verdict;
  readonly diagnostics: readonly Diagnostic[];
  readonly bound?: { readonly ours: BoundCommand; readonly theirs: Theirs };
}

/** Differences by cause, most frequent first, each with its first line. */
export function causesOf(
  differences: readonly Difference[],
): { readonly cause: string; readonly count: number; readonly example: string | null }[] {
  const causes = new Map<string, { count: number; example: string }>();
  for (const difference of differences) {
    const cause = causeOf(difference);
    const known = causes.get(cause);
    if (known) known.count += 1;
    else causes.set(cause, { count: 1, example: difference.text });
  }
  return [...causes]
    .map(([cause, { count, example }]) => ({ cause, count, example }))
    .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}

function causeOf({ agreement, verdict, diagnostics, text }: Difference): string {
  const [error] = verdict.errors;
  const id = error?.id ?? 'nothing';
  const own = diagnostics.find(({ severity }) => severity === 'error')?.rule ?? 'nothing';
  if (agreement === 'not judged')
    return /^(?:AmbiguousParameterSet|MissingMandatoryParameter)$/.test(id) && !text.includes('|')
      ? 'Not judged: no source names the default parameter set of the command, or what one of its sets takes, and PowerShell chooses by it'
      : 'Not judged: a value, or an object of the pipeline, that is only known when it runs';
  if (id === 'CommandNotFoundException' && own === 'nothing')
    return 'A misspelt command that may be a function of one’s own: the check calls it unknown, and no error';
  if (agreement === 'bound otherwise') return 'The same verdict, and another set or parameter';
  return `PowerShell says ${id}, the check ${own}`;
}
