import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CodeToken } from '../dialects/code-token.ts';
import type { Command } from '../dialects/dialect.ts';
import type { StepResult } from '../models/model.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import type { PostData } from '../guide/front-matter.ts';
import type { Block, Guide, Output, Step } from '../guide/guide.ts';
import type { LabDevice, Lab, LabValue } from '../lab/lab.ts';
import type { Slice } from '../source/slice.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { EngineAgreement } from './engine-records.ts';
import type { Rehearsals } from './rehearsal.ts';

/**
 * How far a block was checked: `parsed`, its dialect could read it; `bound`, every command and parameter in it is known on the
 * platform; `modelled`, the effect of every command was simulated, and what its `show` commands print is known. (`executed`
 * follows with records of real machines.)
 */
export type Evidence = 'parsed' | 'bound' | 'modelled';

/** A block with its place and the lab's values, taken through the model of its device: what plan and bundle are made of. */
export interface RunBlock {
  readonly block: Pick<
    Block,
    'id' | 'dialect' | 'role' | 'step' | 'platform' | 'because' | 'cannotUndo' | 'code'
  >;
  readonly device: LabDevice;
  /** All that it is written for, `device` among them. */
  readonly devices: readonly LabDevice[];
  readonly platform: PlatformId;
  /** The code with the lab's values in it, quoted for the dialect. */
  readonly resolved: Slice;
  readonly values: readonly ResolvedValue[];
  readonly commands: readonly Command[];
  /** What came of each of them. */
  readonly results: readonly StepResult<unknown>[];
  /** What its dialect has parsed of `resolved`, for whoever writes in its language; undefined for one that keeps nothing. */
  readonly syntax: () => unknown;
  /** What the model of the device remembers before the block, and after it. */
  readonly states: { readonly before: unknown; readonly after: unknown };
  readonly evidence: Evidence;
  /** What of it is allowed, by the block or its post, and was found. */
  readonly allowed: readonly AllowedRule[];
}

/** A block with all that was found in it: what the page shows, the copy button copies and the bundle runs. */
export interface CheckedBlock extends RunBlock {
  readonly block: Block;
  /**
   * Of a block that is for no platform in particular: the platforms of its dialect that take it, so far as is known. `platform` is one of
   * them, and all that is said of the block is as it is there.
   */
  readonly takenBy?: readonly PlatformId[];
  /** One for each line of `filled`. */
  readonly prompts: readonly string[];
  /** Where its first line runs: `PowerShell 4.0`, `config-if`. */
  readonly context: string;
  /** What the parts of the text of `filled` are to the dialect. */
  readonly tokens: () => readonly CodeToken[];
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

/** A part of a labwork, as far as plan and bundle speak of it. */
export interface RunGuide {
  readonly guide: {
    readonly file: Pick<SourceFile, 'path'>;
    readonly data: PostData | undefined;
    readonly steps: readonly Pick<Step, 'id' | 'title' | 'anchor'>[];
    readonly outputs: readonly (Pick<Output, 'block' | 'captured'> & {
      readonly code: Pick<Slice, 'text'>;
    })[];
  };
  /** In document order; each block once. */
  readonly blocks: readonly RunBlock[];
  readonly diagnostics: readonly Pick<Diagnostic, 'severity'>[];
}

export interface CheckedGuide extends RunGuide {
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
export interface RunTrack {
  readonly device: LabDevice;
  readonly platform: PlatformId;
  /** True where `platform` is not the lab's own for this device. */
  readonly alternative: boolean;
  readonly blocks: readonly RunBlock[];
  /** Every version of Windows Server, and what keeps the blocks from running there; asked for where a script is made. */
  readonly refusals?: () => readonly PlatformRefusal[];
}

export interface Track extends RunTrack {
  readonly blocks: readonly CheckedBlock[];
}

/** A platform, and what keeps commands from running there, in sentences; undefined where nothing is known to. */
export interface PlatformRefusal {
  readonly platform: PlatformId;
  readonly why: string | undefined;
}

/** A labwork that was taken through the models of its devices: what plan and bundle are made from. */
export interface RunLabwork {
  readonly lab: Lab | undefined;
  readonly guides: readonly RunGuide[];
  readonly tracks: readonly RunTrack[];
  /** What was rehearsed, of any script. */
  readonly rehearsals: Rehearsals;
}

/** One labwork, or a single post of another kind, checked as a whole. */
export interface CheckedLabwork extends RunLabwork {
  readonly guides: readonly CheckedGuide[];
  readonly tracks: readonly Track[];
}
