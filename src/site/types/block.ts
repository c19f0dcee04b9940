import type { EngineAgreement } from '../../lib/check/engine-records.ts';
import type { Evidence } from '../../lib/check/labwork.ts';
import type { Role } from '../../lib/guide/guide.ts';
import type { LabDevice } from '../../lib/lab/lab.ts';

/** A command block with everything it shows. */
export interface BlockView {
  readonly id: string;
  readonly device: string;
  /** Further devices of its class that it is for. */
  readonly alsoOn: readonly string[];
  readonly deviceTitle: string;
  readonly deviceClass: LabDevice['class'];
  /** `Windows Server 2012 R2`, `SG300`. */
  readonly platform: string;
  /** True for a block written for an alternative of the lab's own device. */
  readonly variant: boolean;
  /** Where it is typed: `PowerShell 4.0`, `SG300 · config-if`. */
  readonly context: string;
  readonly role: Role;
  readonly because: string | undefined;
  /** What stands in it all the same, with the page of its rule and the author's reason. */
  readonly allowed: readonly { readonly rule: string; readonly url: string; readonly why: string }[];
  readonly step: string | undefined;
  readonly evidence: Evidence;
  readonly agreed: EngineAgreement | undefined;
  /** The copy payload: the filled-in code, lines joined by LF, no line break at the end. */
  readonly text: string;
  /**
   * Its lines, coloured with classes `tk-…`; values are `<span class="value" data-value="networks.lm.vlan" data-cable="magenta">`. Its
   * text content is `text`.
   */
  readonly html: string;
  /** Above the code: what its author calls it. */
  readonly title: string | undefined;
  /** How many lines it has, where it is so long that it is folded. */
  readonly folded: number | undefined;
  readonly output: OutputView | undefined;
}

export interface OutputView {
  readonly text: string;
  /** As of the block. */
  readonly folded: number | undefined;
  /** When and where it was captured, or the model and what it takes for given. */
  readonly source: string;
}
