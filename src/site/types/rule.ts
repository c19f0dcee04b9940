import type { Severity } from '../../lib/diagnostics/diagnostic.ts';
import type { Segment } from '../../lib/guide/guide.ts';

/** The page of a diagnostic rule. */
export interface RuleView {
  /** `powershell/unknown-parameter` */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  readonly body: readonly Segment[];
}
