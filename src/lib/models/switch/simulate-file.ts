import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isConfigurationFile } from '../../dialects/ios/reading/configuration-file.ts';
import type { IosPlatform, ModeId } from '../../dialects/ios/tables/table-format.ts';
import type { Slice } from '../../source/slice.ts';
import { beginsInConfiguration } from './begins-in-configuration.ts';
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
  const opened =
    as === undefined && mode === undefined
      ? openFile(code.text.split(/\r?\n/), platform)
      : openConsole(platform, { as: as ?? 'session', mode });
  const way = opened.session.configuration ? 'config' : 'session';
  const { lines, console } = executeLines(code, opened);
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

/** A switch fresh from the factory that is given a file: as a configuration, or as what somebody types. */
function openFile(texts: readonly string[], platform: IosPlatform): Console {
  if (isConfigurationFile(texts, platform)) return openConsole(platform, { as: 'config' });
  const mode = beginsInConfiguration(texts, platform) ? 'config' : undefined;
  return openConsole(platform, { as: 'session', mode });
}
