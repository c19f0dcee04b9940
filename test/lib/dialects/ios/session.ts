import { createIos } from '../../../../src/lib/dialects/ios/ios.ts';
import type { IosSession } from '../../../../src/lib/dialects/ios/ios.ts';
import type { IosCommand } from '../../../../src/lib/dialects/ios/command.ts';
import type { CodeReading } from '../../../../src/lib/dialects/dialect.ts';
import type { PlatformId } from '../../../../src/lib/platforms/platforms.ts';
import { sliceOf } from '../../../../src/lib/source/slice.ts';
import { createSourceFile } from '../../../../src/lib/source/source-file.ts';

export const ios = createIos();

/** What a switch called sw1 makes of these lines, typed from the EXEC prompt or given as a file of their own. */
export function type(
  text: string,
  platform: PlatformId = 'catalyst-2960s',
): CodeReading<IosSession, IosCommand> {
  return ios.read(sliceOf(createSourceFile('sw1.ios', text)), ios.start({ name: 'sw1', platform }, text));
}

/** Diagnostics as `rule line:column`. */
export function problems(text: string, platform?: PlatformId): string[] {
  return type(text, platform).diagnostics.map(
    ({ rule, range: { start } }) => `${rule} ${String(start.line)}:${String(start.column)}`,
  );
}

/** The same, for lines typed under an interface. */
export function underInterface(
  text: string,
  platform: PlatformId = 'catalyst-2960s',
): CodeReading<IosSession, IosCommand> {
  const port = platform === 'sg300' ? 'gi20' : 'gi1/0/20';
  return type(`configure terminal\ninterface ${port}\n${text}`, platform);
}
