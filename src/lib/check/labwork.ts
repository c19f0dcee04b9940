import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CodeToken } from '../dialects/code-token.ts';
import type { Command } from '../dialects/dialect.ts';
import type { StepResult } from '../models/model.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { LabDevice, Lab, LabValue } from '../lab/lab.ts';
import type { Slice } from '../source/slice.ts';
import type { EngineAgreement } from './engine-records.ts';
import type { Rehearsals } from './rehearsal.ts';

/**
 * How far a block was checked: `parsed`, its dialect could read it; `bound`, every command and parameter in it is known on the
 * platform; `modelled`, the effect of every command was simulated, and what its `show` commands print is known. (`executed`
 * follows with records of real machines.)
 */
export type Evidence = 'parsed' | 'bound' | 'modelled';

/** A block with its place and values filled in: what the page shows, the copy button copies and the bundle runs. */
export interface CheckedBlock {
  readonly block: Block;
  readonly device: LabDevice;
  /** All that it is written for, `device` among them. */
  readonly devices: readonly LabDevice[];
  readonly platform: PlatformId;
  /**
   * Of a block that is for no platform in particular: the platforms of its dialect that take it, so far as is known. `platform` is one of
   * them, and all that is said of the block is as it is there.
   */
  readonly takenBy?: readonly PlatformId[];
  /** The code with the lab's values in it, quoted for the dialect. */
  readonly resolved: Slice;
  readonly values: readonly ResolvedValue[];
  readonly commands: readonly Command[];
  /** What came of each of them. */
  readonly results: readonly StepResult<unknown>[];
  /** One for each line of `filled`. */
  readonly prompts: readonly string[];
  /** Where its first line runs: `PowerShell 4.0`, `config-if`. */
  readonly context: string;
  /** What the parts of the text of `filled` are to the dialect. */
  readonly tokens: () => readonly CodeToken[];
  /** What the model of the device remembers before the block, and after it. */
  readonly states: { readonly before: unknown; readonly after: unknown };
  readonly evidence: Evidence;
  /** What of it is allowed, by the block or its post, and was found. */
  readonly allowed: readonly AllowedRule[];
  /** What was found in it; empty where a value could not be substituted, which is reported by itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where PowerShell's own engine was asked about this very code, and agreed. */
  readonly agreed: EngineAgreement | undefined;
}

/** A rule whose findings stand in a block, and why. */
export interface AllowedRule {
  readonly rule: string;
  readonly why: string;
}

/** A run of `filled.text` that a reader may change. */
export interface ResolvedValue {
  readonly value: LabValue;
  readonly start: number;
  readonly end: number;
}

export interface CheckedGuide {
  readonly guide: Guide;
  /** In document order; each block once, checked on the platform it is written for. Blocks that could not be placed are left out. */
  readonly blocks: readonly CheckedBlock[];
  /** All of the post: reading, checks of its blocks, lab. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that runs on one device, in step order over all parts. A device with alternatives has a track for each: there, a
 * step's variant blocks stand in for its plain ones, role by role.
 */
export interface Track {
  readonly device: LabDevice;
  readonly platform: PlatformId;
  /** True where `platform` is not the lab's own for this device. */
  readonly alternative: boolean;
  readonly blocks: readonly CheckedBlock[];
  /** Every version of Windows Server, and what keeps the blocks from running there; asked for where a script is made. */
  readonly refusals?: () => readonly PlatformRefusal[];
}

/** A platform, and what keeps commands from running there, in sentences; undefined where nothing is known to. */
export interface PlatformRefusal {
  readonly platform: PlatformId;
  readonly why: string | undefined;
}

/** One labwork, or a single post of another kind, checked as a whole. */
export interface CheckedLabwork {
  readonly lab: Lab | undefined;
  readonly guides: readonly CheckedGuide[];
  readonly tracks: readonly Track[];
  /** What was rehearsed, of any script. */
  readonly rehearsals: Rehearsals;
}
