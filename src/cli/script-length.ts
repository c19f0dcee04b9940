import { longestScript } from '../lib/engine.ts';

/** Why a script or configuration is not read; undefined for one of an ordinary length. Words that end a sentence. */
export function tooLong(text: string): string | undefined {
  return text.length > longestScript
    ? `it has ${String(text.length)} characters, and at most ${String(longestScript)} are read; split it into parts`
    : undefined;
}
