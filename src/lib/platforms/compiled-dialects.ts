import type { CompiledDialect } from '../dialects/compiled-code.ts';
import { compiledIos } from '../dialects/ios/compiled-ios.ts';
import { compiledPowerShell } from '../dialects/powershell/compiled/restore-script.ts';
import type { DialectId } from './dialects.ts';

/** What reads compiled blocks, by their language. */
export const compiledDialects: Readonly<Record<DialectId, CompiledDialect>> = {
  powershell: compiledPowerShell,
  ios: compiledIos,
};
