import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Fault, World } from './world.ts';

export type Mode = 'Plan' | 'Apply' | 'Verify' | 'Undo' | 'Keep';
export type Code = 0 | 1 | 2 | 3 | 'killed';

/** What is to hold after a run, beside that nothing foreign was touched. */
export type Hold =
  /** No command changed anything, and the machine is as before the run. */
  | 'nothing changed'
  /** The machine is as it is after a run from a clean start. */
  | 'as planned'
  /** The machine is as it was at the start. */
  | 'as at the start'
  /** What is not as planned is told: the code is not 0 unless all is as planned. */
  | 'told'
  /** Where a look failed, nothing was changed after it, and the code says so; some looks come only after a change. */
  | 'stopped';

export interface Move {
  readonly run: Mode;
  /** By the scheduled task that the script has set, and not by a person. */
  readonly byTask?: true;
  readonly args?: readonly string[];
  readonly faults?: readonly Fault[];
  readonly codes: readonly Code[];
  readonly holds?: readonly Hold[];
  /** It is not begun again where it ends in a restart. */
  readonly once?: boolean;
}

/** What happens between two runs, by somebody else. */
export interface Event {
  readonly happens: (world: World) => void;
}
/** What the script had kept is gone. */
export interface Forgotten {
  readonly forgets: true;
}

/** A start state, and what is done from there on. */
export interface Scenario {
  readonly id: string;
  /** Where it is another than the device's own. */
  readonly platform?: PowerShellPlatform;
  readonly start?: (world: World) => void;
  readonly moves: readonly (Move | Event | Forgotten)[];
}

/** A command that changed something: the nth change of a run. Where the machine starts again on the way, the next run goes on. */
export interface Change {
  readonly command: string;
  /** How many runs end in a restart before it. */
  readonly part: number;
  readonly at: number;
}

/** What a run from a clean start came to: scenarios are made of it. */
export interface Reference {
  readonly start: World;
  readonly final: World;
  /** Commands that changed something in it, in order. */
  readonly changes: readonly Change[];
  /** Commands that look. */
  readonly looks: readonly string[];
  /** The same of undo. */
  readonly undone: readonly Change[];
  /** The cards that it takes off the network, and the addresses that it sets. */
  readonly cards: readonly string[];
  readonly addresses: readonly string[];
  readonly platforms: Readonly<Partial<Record<PowerShellPlatform, 'runs' | 'refused'>>>;
}
