import { matchInMode } from './match-in-mode.ts';
import type { IosPlatform } from '../tables/table-format.ts';
import { wordsOf } from '../grammar/words.ts';

const blockModes = ['config-if', 'config-vlan', 'config-line'] as const;
const preamble = /^\s*(Building configuration|Current configuration :|Using \d+ out of)/;

/** Whether a line is not of a configuration but stands above one that a switch prints. */
export function isPreamble(line: string): boolean {
  return preamble.test(line);
}

/**
 * A text is a configuration and not what somebody types from the EXEC prompt where it says so in its first lines, or where the
 * first line that is known fits global configuration alone and nothing later needs the EXEC prompt: no `configure terminal`, no
 * EXEC command without `do`, nothing after `end`. Reads as many lines as it takes to tell.
 */
export function isConfigurationFile(lines: readonly string[], platform: IosPlatform): boolean {
  let begun = false;
  let ended = false;
  for (const line of lines) {
    if (!begun && (isPreamble(line) || line.startsWith('config-file-header'))) return true;
    const words = wordsOf(line);
    const first = words[0];
    if (!first || first.text.startsWith('!')) continue;
    // A console that was copied with the configuration ends in its prompt.
    if (ended && /^[\w.-]+[#>]\S?$/.test(line.trim())) continue;
    if (ended) return false;
    if (first.lower === 'end') {
      ended = true;
      continue;
    }
    if (begun && first.start > 0) continue;
    const inExec = matchInMode(words, line, 'priv-exec', platform);
    const inConfig = matchInMode(words, line, 'config', platform);
    const inBlock = begun && blockModes.some((mode) => matchInMode(words, line, mode, platform).ok);
    const isCommand = inConfig.ok && !inConfig.match.form.facts.keywordsOnly;
    if (inExec.ok && !isCommand && !inBlock) return false;
    // Its first word is enough: what follows may not be known.
    if (!inExec.ok && (inConfig.ok || (inConfig.mismatch.at > 0 && inExec.mismatch.at === 0))) begun = true;
  }
  return begun;
}
