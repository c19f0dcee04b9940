import { suggest } from '../lib/diagnostics/suggest.ts';
import type { PlatformId } from '../lib/platforms/platforms.ts';
import { isPlatformId, platformIds } from '../lib/platforms/platforms.ts';

/** The command line was used wrongly; the message says how, and the exit code is 2. */
export class UsageError extends Error {}

/** The word of an option, which must be one of `choices`. */
export function choose<const T extends string>(option: string, word: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word);
  if (found) return found;
  const near = suggest(word, choices);
  throw new UsageError(
    `${option} cannot be “${word}”. ${near ? `Did you mean “${near}”?` : `It is one of ${choices.join(', ')}.`}`,
  );
}

export function choosePlatform(word: string): PlatformId {
  return isPlatformId(word) ? word : choose('--platform', word, platformIds);
}
