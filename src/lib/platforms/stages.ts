import type { FleetLook } from './fleet.ts';
import type { Command } from '../dialects/dialect.ts';
import type { Disturbance } from '../models/model.ts';
import type { ResourceChange } from '../models/resource.ts';
import type { CommentSyntax } from '../writing/comment.ts';

/**
 * The files of a labwork for a device that goes on after a line that it refuses. Between each two of them stands a person who reads what
 * the device has said.
 */
export const stages = ['precheck', 'backup', 'change', 'verify', 'save', 'undo'] as const;

export type FileStage = (typeof stages)[number];

/** Commands that are typed one after the other, below what is to be read before they are. */
export interface CommandPassage {
  /** Sentences, a comment each. */
  readonly notes: readonly string[];
  readonly commands: readonly string[];
}

/** What some commands make of a device. */
export interface StagedChange {
  readonly profile: unknown;
  /** States of the platform's model. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What a labwork makes of a device, for the files that it writes by itself. */
export interface StagedWork extends StagedChange {
  readonly labwork: number;
  readonly device: string;
  /** Of the platform. */
  readonly title: string;
}

/** How changes are taken back, in the device's own language. */
export interface StagedUndo {
  readonly passages: readonly CommandPassage[];
  /** What no command takes back. */
  readonly left: readonly ResourceChange[];
}

/** What a command takes in the place of a value: numbers, both inclusive, or a text of so many characters. */
export type ValueLimits =
  | { readonly kind: 'number'; readonly from: number; readonly to: number }
  | { readonly kind: 'length'; readonly to: number };

/** How lines that are typed name the ports of a device. */
export interface StagePorts {
  /** The full name of a port, however it is abbreviated; undefined where the platform has none such. */
  nameOf(text: string, profile: unknown): string | undefined;
  /** The ports that lines name, by their full names, in their order; `state` is the one that they are typed in. */
  named(lines: readonly string[], state: unknown): readonly string[];
  /** The lines with other ports in the place of some; those that name none of them stay byte for byte. */
  renamed(lines: readonly string[], state: unknown, ports: ReadonlyMap<string, string>): readonly string[];
  /** Every port that a device of the platform has at least. */
  all(state: unknown): readonly string[];
  /** Full names of its ports, as a regular expression without anchors. */
  pattern(profile: unknown): string;
  /** Ports, or runs of them, that one line may list. */
  readonly mostListed: number;
}

/** What stands in the files besides the author's commands, and which of these have a place of their own. */
export interface StageFiles {
  readonly comments: CommentSyntax;
  readonly lineEnd: '\n';
  /** Of the files, without its dot. */
  readonly extension: string;
  /** For the person who is about to paste a file, before its first command; each becomes a comment. */
  readonly advice: Readonly<Record<FileStage, readonly string[]>>;
  /** In its place in files that were made from what the device is. */
  readonly ownAdvice: Partial<Readonly<Record<FileStage, readonly string[]>>>;
  /** What is typed before anything else in a file. */
  opening(profile: unknown): readonly string[];
  /** Whether a command makes what was done last: it has a file of its own. */
  saves(command: Command, profile: unknown): boolean;
  /** Whether the device waits for an answer behind a command: nothing may stand behind it in its file. */
  asks(command: Command, profile: unknown): boolean;
  precheck(work: StagedWork): readonly CommandPassage[];
  backup(work: StagedWork): readonly CommandPassage[];
  /** The looks by which the model holds that a change is made. */
  verify(change: StagedChange): readonly CommandPassage[];
  undo(change: StagedChange): StagedUndo;
  /** The same looks for a program. */
  fleetLooks(change: StagedChange): readonly FleetLook[];
  /** What is off the network meanwhile, and what is not done when the commands return. */
  disturbs(change: StagedChange): Disturbance;
  readonly ports: StagePorts;
  /** What a command takes from `start` to `end` of the text that it was read of; undefined where that has no bounds. */
  limitsAt(command: Command, start: number, end: number): ValueLimits | undefined;
  /** VLANs whose numbers may be refused, by what kind of device it is and what it was told: each is to be tried. */
  readonly vlans: {
    /** The first of all, the lower one first. */
    readonly lowest: readonly number[];
    /** The last of all, the higher one first. */
    readonly highest: readonly number[];
    readonly reserved: readonly number[];
  };
  /** The command that saves, where the author has none. */
  readonly saving: string;
  /** What a command prints in a state; undefined where the model cannot print it. */
  print(command: string, state: unknown, cabled: readonly string[] | undefined): string | undefined;
}
