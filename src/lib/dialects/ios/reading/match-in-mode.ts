import { startOf } from '../grammar/grammar-graph.ts';
import type { Match, Mismatch } from '../grammar/match-line.ts';
import { matchLine } from '../grammar/match-line.ts';
import { isExec, modesTried } from './modes.ts';
import type { IosPlatform, ModeId } from '../tables/table-format.ts';
import type { Word } from '../grammar/words.ts';

/** A command line as one platform reads it in one mode. */
export type ModeMatch =
  | { readonly ok: true; readonly match: Match; readonly mode: ModeId; readonly through: 'do' | undefined }
  | {
      readonly ok: false;
      readonly mismatch: Mismatch;
      readonly mode: ModeId;
      readonly through: 'do' | undefined;
    };

/** Reads a line in `mode`, and in global configuration where a sub-mode does not know it; `do` reads an EXEC command. */
export function matchInMode(
  words: readonly Word[],
  line: string,
  mode: ModeId,
  platform: IosPlatform,
): ModeMatch {
  if (!isExec(mode) && words[0]?.lower === 'do' && words.length > 1) {
    const reading = matchInMode(words.slice(1), line, 'priv-exec', platform);
    if (reading.ok) return { ...reading, mode, through: 'do' };
    return {
      ...reading,
      mismatch: { ...reading.mismatch, at: reading.mismatch.at + 1 },
      mode,
      through: 'do',
    };
  }
  const command = isExec(mode) ? withoutModifiers(words) : words;
  let failure: ModeMatch | undefined;
  let loose: ModeMatch | undefined;
  for (const tried of modesTried(mode)) {
    const result = matchLine(command, line, startOf(platform, tried), platform);
    if (result.ok) {
      // Of many blocks only the first words are known; a command that is known by more of them goes before.
      if (isLoose(result)) {
        loose ??= { ok: true, match: result, mode: tried, through: undefined };
        continue;
      }
      if (loose && (result.keywords < 2 || result.form.facts.keywordsOnly)) break;
      // In a sub-mode a command that got further there is that mode's own, though a catch-all of global configuration takes it.
      if (failure && !failure.ok && failure.mismatch.at > 1 && result.form.facts.syntax.includes(':line>'))
        break;
      return { ok: true, match: result, mode: tried, through: undefined };
    }
    if (!failure || (!failure.ok && !isAmbiguousFirst(failure.mismatch) && result.at > failure.mismatch.at))
      failure = { ok: false, mismatch: result, mode: tried, through: undefined };
  }
  return loose ?? failure!;
}

/** A first word, and anything behind it. */
function isLoose({ form: { facts }, keywords }: Match): boolean {
  return facts.id.endsWith('-any') && keywords === 1;
}

/** Without `| include …`: what filters the output is not part of the command. */
function withoutModifiers(words: readonly Word[]): readonly Word[] {
  const bar = words.findIndex(({ text }, index) => index > 0 && text.startsWith('|'));
  return bar < 0 ? words : words.slice(0, bar);
}

/** A first word that may be several commands of a sub-mode is refused there, whatever global configuration makes of it. */
function isAmbiguousFirst({ at, reason }: Mismatch): boolean {
  return at === 0 && reason.kind === 'ambiguous';
}
