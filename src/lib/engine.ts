import type { Diagnostic, Reading } from './diagnostics/diagnostic.ts';
import type { Command } from './dialect/dialect.ts';
import type { PlatformId } from './dialect/platform.ts';
import type { Guide } from './guide/guide.ts';
import type { Lab } from './lab/lab.ts';
import type { CheckedLabwork } from './plan/labwork.ts';
import type { Slice } from './source/slice.ts';
import type { SourceFile } from './source/source-file.ts';

/** What the engine does, as plain functions over texts. It holds no state of its own but the facts it was made with. */
export interface Engine {
  /** Parses a post; never throws, whatever the text. The kind and slug come from the path `…/<kind>/<slug>.mdx`. */
  readGuide(file: SourceFile): Guide;
  /** Reads a lab's YAML and proves it as a whole; `value` is undefined where it does not hold. */
  readLab(file: SourceFile): Reading<Lab | undefined>;
  /** Checks the parts of one labwork together, or one other post alone. `labs` by id. */
  checkLabwork(guides: readonly Guide[], labs: ReadonlyMap<string, Lab>): CheckedLabwork;
  /** Checks a bare script or configuration, a factory-fresh device before it. */
  checkScript(code: Slice, platform: PlatformId): { readonly diagnostics: readonly Diagnostic[]; readonly commands: readonly Command[] };
}
