import type { Markdown } from '../writing/markdown.ts';

/** The parts of a guide that become scripts. */
export type ScriptRole = 'apply' | 'verify' | 'undo';

/** What the instructions for running the scripts of a device name. */
export interface RunningOptions {
  readonly labwork: number;
  /** The first step that changes such a device; undefined where none does. */
  readonly step: string | undefined;
  /** Whether any such device has an undo script. */
  readonly undo: boolean;
  /** Earlier releases that can be repaired, the oldest first. */
  readonly repairs: readonly string[];
  /** Whether any takes adapters from beneath addresses of its device. */
  readonly movesAddresses: boolean;
}

/** How a person runs the scripts of a device, in paragraphs and commands to be typed. */
export type RunningInstructions = (options: RunningOptions) => readonly Markdown[];

/** What is typed to ask what became of a release of a bundle: `url` is of the status of all releases. */
export type StatusRequest = (url: string, version: string) => readonly string[];

/** Comes with Windows 10, Linux and macOS. */
export const askWithCurl: StatusRequest = (url) => [`curl ${url}`];
