import type { CheckedLabwork } from '../check/labwork.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Command } from '../dialects/dialect.ts';
import type { Guide } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import type { Slice } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';

/** What of the engine an import asks: what a post is here, and what commands are. */
export interface ImportEngine {
  readGuide(file: SourceFile): Guide;
  checkLabwork(guides: readonly Guide[], labs: ReadonlyMap<string, Lab>): CheckedLabwork;
  checkScript(
    code: Slice,
    platform: PlatformId,
  ): { readonly diagnostics: readonly Diagnostic[]; readonly commands: readonly Command[] };
}
