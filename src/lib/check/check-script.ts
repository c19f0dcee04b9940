import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Command, Dialect } from '../dialects/dialect.ts';
import type { PlatformId } from '../platforms/platform.ts';
import { switchPlatform } from '../models/switch/console.ts';
import { simulateFile } from '../models/switch/simulate-file.ts';
import type { Slice } from '../source/slice.ts';
import { checkCode, byPosition } from './check-code.ts';

/** Checks a bare script or configuration, a factory-fresh device before it. */
export function checkScript<Session>(
  code: Slice,
  platform: PlatformId,
  dialect: Dialect<Session>,
): { readonly diagnostics: readonly Diagnostic[]; readonly commands: readonly Command[] } {
  const { diagnostics, commands } = checkCode(code, dialect, dialect.start({ name: 'device', platform }));
  const isSwitch = switchPlatform(platform);
  if (!isSwitch) return { diagnostics, commands };
  const { lines } = simulateFile(code, { platform: isSwitch });
  // What the command tables say is told by the dialect.
  const found = lines.flatMap((line) =>
    line.diagnostics.filter((diagnostic) => diagnostic !== line.mismatch),
  );
  return { diagnostics: [...diagnostics, ...found].sort(byPosition), commands };
}
