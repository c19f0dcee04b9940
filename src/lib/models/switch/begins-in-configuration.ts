import { wordsOf } from '../../dialects/ios/grammar/words.ts';
import { matchInMode } from '../../dialects/ios/reading/match-in-mode.ts';
import type { IosPlatform } from '../../dialects/ios/tables/table-format.ts';

/** What somebody types who is in configuration already: its first command is one of global configuration alone. */
export function beginsInConfiguration(texts: readonly string[], platform: IosPlatform): boolean {
  const first = texts.find((text) => /^\s*[^!\s]/.test(text));
  if (first === undefined) return false;
  const words = wordsOf(first);
  return (
    !matchInMode(words, first, 'priv-exec', platform).ok && matchInMode(words, first, 'config', platform).ok
  );
}
