import { longestScript, mostScriptLines } from '../lib/engine.ts';

/** Why a script or configuration is not read; undefined for one of an ordinary length. Words that end a sentence. */
export function tooLong(text: string): string | undefined {
  if (text.length > longestScript)
    return `it has ${String(text.length)} characters, and at most ${String(longestScript)} are read; split it into parts`;
  const lines = text.split('\n').length;
  return lines > mostScriptLines
    ? `it has ${String(lines)} lines, and at most ${String(mostScriptLines)} are read; split it into parts`
    : undefined;
}
