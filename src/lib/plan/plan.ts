import type { PlatformId } from '../platforms/platforms.ts';
import type { Resource, ResourceChange, UnemittedChange } from '../models/resource.ts';

/** What the steps of a labwork make of the devices of its lab. */
export interface Plan {
  /** Undefined for a post that is no part of a labwork. */
  readonly labwork: number | undefined;
  /** The lab's name, as people read it. */
  readonly lab: string;
  readonly devices: readonly DevicePlan[];
  /** Over all steps of all devices. */
  readonly counts: ChangeCounts;
  /** Every command that changes a device is modelled, so that nothing is done which is not shown. */
  readonly modelled: boolean;
  /** Every step says how it is verified and how it is taken back, or why it is not. */
  readonly complete: boolean;
  /** What is open where it is not. */
  readonly gaps: readonly Gap[];
  /** Nothing was found that keeps the steps from being run, and they change something. */
  readonly applyable: boolean;
  /** Errors were found in the posts; what is planned is what was understood in spite of them. */
  readonly errored: boolean;
}

/** What a step does not say. */
export interface Gap {
  readonly step: string;
  readonly device: string;
  readonly lacks: 'verify' | 'undo';
}

export type ChangeCounts = Readonly<Record<ResourceChange['action'], number>>;

export interface DevicePlan {
  /** `smb1` */
  readonly device: string;
  readonly title: string;
  readonly platform: PlatformId;
  /** Those that change it, in their order. */
  readonly steps: readonly StepPlan[];
  /** What it has when all is done, of what the model sees. */
  readonly end: readonly Resource[];
}

export interface StepPlan {
  /** `2:6` */
  readonly step: string;
  readonly title: string;
  /** In the order in which the device takes them. */
  readonly changes: readonly ResourceChange[];
  /** Adapters, or what else is off the network meanwhile. */
  readonly offline: readonly string[];
  /** Sentences without a full stop: what is not done when its command returns. */
  readonly lasts: readonly string[];
  /** Commands that may change the device, of which nobody knows what. */
  readonly unmodelled: readonly UnmodelledCommand[];
  readonly undo: Undo;
  /** Who looks whether it is done: the model by the resources that it changes, the author's blocks, or nobody. */
  readonly verify: 'model' | 'author' | 'none';
  /** What the device has when the step is done. */
  readonly end: readonly Resource[];
}

export interface UnmodelledCommand {
  /** `New-VM` */
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** How a step is taken back. */
export type Undo =
  /** By these commands, in the device's own language; `left` is what no command takes back. */
  | { readonly by: 'model'; readonly lines: readonly string[]; readonly left: readonly UnemittedChange[] }
  /** By the undo blocks of the step. */
  | { readonly by: 'author' }
  /** Not at all, for a reason that the author gives. */
  | { readonly by: 'nobody'; readonly why: string }
  /** Nobody says how. */
  | { readonly by: 'unknown' };
