import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isConfigurationFile } from '../../dialect/ios/configuration-file.ts';
import type { IosPlatform, ModeId } from '../../dialect/ios/table-format.ts';
import type { Slice } from '../../source/slice.ts';
import type { Console, FrontEnd } from './console.ts';
import { openConsole } from './console.ts';
import type { TypedLine } from './type-lines.ts';
import { typeLines } from './type-lines.ts';
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
  readonly lines: readonly (TypedLine & { readonly diagnostics: readonly Diagnostic[] })[];
  readonly console: Console;
}

export function simulateFile(code: Slice, { platform, as, mode }: SimulationOptions): SimulatedFile {
  const isConfiguration = () => mode === undefined && isConfigurationFile(code.text.split(/\r?\n/), platform);
  const way = as ?? (isConfiguration() ? 'config' : 'session');
  const { lines, console } = typeLines(code, openConsole(platform, { as: way, mode }));
  const waiting = way === 'session' ? waitingForReload(lines, console.state) : [];
  return {
    as: way,
    lines: lines.map((line) => ({
      ...line,
      diagnostics: [
        ...(line.mismatch ? [line.mismatch] : []),
        ...line.findings,
        ...waiting.filter((entry) => entry.line === line).map(({ problem }) => line.tell(problem)),
      ],
    })),
    console,
  };
}
