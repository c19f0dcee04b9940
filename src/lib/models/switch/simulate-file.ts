import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isConfigurationFile } from '../../dialects/ios/reading/configuration-file.ts';
import { matchInMode } from '../../dialects/ios/reading/match-in-mode.ts';
import type { IosPlatform, ModeId } from '../../dialects/ios/tables/table-format.ts';
import { wordsOf } from '../../dialects/ios/grammar/words.ts';
import type { Slice } from '../../source/slice.ts';
import type { Console, FrontEnd } from './console.ts';
import { openConsole } from './console.ts';
import type { ExecutedLine } from './execute-lines.ts';
import { executeLines } from './execute-lines.ts';
import { waitingForReload } from './unfinished.ts';

export interface SimulationOptions {
  readonly platform: IosPlatform;
  /** Without one the text itself tells whether it is a configuration or what somebody types. */
  readonly as?: FrontEnd | undefined;
  /** The mode that the first line is typed in. */
  readonly mode?: ModeId | undefined;
}

/** A file as a switch fresh from the factory took it. */
export interface SimulatedFile {
  readonly as: FrontEnd;
  readonly lines: readonly (ExecutedLine & { readonly diagnostics: readonly Diagnostic[] })[];
  readonly console: Console;
}

export function simulateFile(code: Slice, { platform, as, mode }: SimulationOptions): SimulatedFile {
  const texts = code.text.split(/\r?\n/);
  const isOpen = as === undefined && mode === undefined;
  const way = as ?? (isOpen && isConfigurationFile(texts, platform) ? 'config' : 'session');
  const first = isOpen && way === 'session' && beginsInConfiguration(texts, platform) ? 'config' : mode;
  const { lines, console } = executeLines(code, openConsole(platform, { as: way, mode: first }));
  const waiting = way === 'session' ? waitingForReload(lines, console.state) : [];
  return {
    as: way,
    lines: lines.map((line) => ({
      ...line,
      diagnostics: [
        ...(line.mismatch ? [line.mismatch] : []),
        ...line.findings,
        ...waiting.filter((entry) => entry.line === line).map(({ problem }) => line.report(problem)),
      ],
    })),
    console,
  };
}

/** What somebody types who is in configuration already: its first command is one of global configuration alone. */
function beginsInConfiguration(texts: readonly string[], platform: IosPlatform): boolean {
  const first = texts.find((text) => /^\s*[^!\s]/.test(text));
  if (first === undefined) return false;
  const words = wordsOf(first);
  return (
    !matchInMode(words, first, 'priv-exec', platform).ok && matchInMode(words, first, 'config', platform).ok
  );
}
