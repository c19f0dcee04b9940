import type { CodeToCompile, CompiledCode } from '../dialects/compiled-code.ts';
import { compileScripts } from '../dialects/powershell/compiled/compile-script.ts';
import { powershellVersion } from '../dialects/powershell/catalogue/versions.ts';
import { powershellPlatformOf } from '../dialects/powershell/platforms.ts';
import type { DialectId } from './dialects.ts';

/** Compiles the blocks of one device, in their order; undefined where that cannot be done. */
export type CodeCompiler = (
  blocks: readonly CodeToCompile[],
  platform: string,
) => readonly (CompiledCode | undefined)[];

export const codeCompilers: Readonly<Record<DialectId, CodeCompiler>> = {
  powershell: (blocks, platform) => compileScripts(blocks, powershellVersion(powershellPlatformOf(platform))),
  // Its lines are what its tables make of them.
  ios: (blocks) => blocks.map(() => null),
};
