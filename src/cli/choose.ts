import { isPlatformId, platformIds, suggest } from '../lib/engine.ts';
import type { PlatformId } from '../lib/platforms/platforms.ts';
import { UsageError } from './usage.ts';

/** The word of an option, which must be one of `choices`. Throws a UsageError for any other. */
export function choose<const T extends string>(option: string, word: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === word);
  if (found) return found;
  const help = didYouMean(word, choices) ?? `It is one of ${choices.join(', ')}.`;
  throw new UsageError(`${option} cannot be “${word}”. ${help}`);
}

export function choosePlatform(word: string): PlatformId {
  return isPlatformId(word) ? word : choose('--platform', word, platformIds);
}

/** A sentence with what `word` was most likely meant to be; undefined where none is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const near = suggest(word, candidates);
  return near === undefined ? undefined : `Did you mean “${near}”?`;
}
