import type { AllowedRule, Evidence } from '../check/labwork.ts';
import type { Rehearsal } from '../check/rehearsal.ts';
import type { CompiledCode } from '../dialects/compiled-code.ts';
import type { Support } from '../dialects/dialect.ts';
import type { PostDataOf } from '../guide/front-matter.ts';
import type { Role } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import type { StepResult } from '../models/model.ts';
import type { DialectId } from '../platforms/dialects.ts';
import type { PlatformId } from '../platforms/platforms.ts';

/** Raised where a labwork that was compiled before cannot be run by this program. */
export const compiledFormat = 1;

/**
 * A labwork that was read and checked, as data: all that is needed to run it again with other values of its lab, and nothing that finds
 * faults. It is JSON, of a labwork without errors.
 */
export interface CompiledLabwork {
  readonly compiled: typeof compiledFormat;
  readonly lab: Lab;
  /** In their order. */
  readonly parts: readonly CompiledPart[];
  readonly tracks: readonly CompiledTrack[];
  /** By `rehearsalDigest`: of a script with other values nobody says that it was rehearsed. */
  readonly rehearsals: Readonly<Record<string, Rehearsal>>;
}

export interface CompiledPart {
  /** Of the post. */
  readonly path: string;
  readonly data: PostDataOf<'labworks'>;
  readonly steps: readonly { readonly id: string; readonly title: string; readonly anchor: string }[];
  /** What the guide shows below a block, by the block's id. */
  readonly outputs: readonly {
    readonly block: string;
    readonly text: string;
    readonly captured?: string | undefined;
  }[];
  /** Its blocks in document order, where they stand in the tracks. */
  readonly blocks: readonly (readonly [track: number, block: number])[];
}

export interface CompiledTrack {
  readonly device: string;
  readonly platform: PlatformId;
  readonly alternative: boolean;
  readonly blocks: readonly CompiledBlock[];
  /** Of hosts. */
  readonly refusals: readonly CompiledRefusal[] | null;
}

export interface CompiledRefusal {
  readonly platform: PlatformId;
  /** In sentences; null where nothing speaks against it. */
  readonly why: string | null;
  /** It is the model of the platform that says so, and what it says has values in it (`modelRefusal`). */
  readonly byModel: boolean;
}

export interface CompiledBlock {
  /** Of `CompiledLabwork.parts`. */
  readonly part: number;
  readonly id: string;
  readonly dialect: DialectId;
  readonly role: Role;
  readonly step: string | null;
  /** Of a variant, the platform that it is written for. */
  readonly platform: PlatformId | null;
  readonly because: string | null;
  readonly cannotUndo: string | null;
  readonly devices: readonly string[];
  /** Its code, with the marks of the values. */
  readonly text: string;
  /** The line of the post that it begins on. */
  readonly line: number;
  readonly evidence: Evidence;
  readonly allowed: readonly AllowedRule[];
  readonly code: CompiledCode;
  /** What is known of each of its commands, and of what each does, with the values of the lab. */
  readonly commands: readonly (readonly [support: Support, effect: StepResult<unknown>['effect']])[];
}
