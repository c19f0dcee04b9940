import type { CommentSyntax } from '../writing/comment.ts';
import type { Markdown } from '../writing/markdown.ts';

/** The parts of a guide that become scripts. */
export type ScriptRole = 'apply' | 'verify' | 'undo';

/** What stands around the author's commands in a script. The commands themselves are never touched, not even indented. */
export interface ScriptTemplate {
  readonly comments: CommentSyntax;
  readonly lineEnd: '\r\n' | '\n';
  /** Of the file, without its dot. */
  readonly extension: string;
  /** A file that is not ASCII begins with a byte order mark: what runs it would take it for the local code page. */
  readonly marksEncoding: boolean;
  /** For the person who is about to run it, before the first step; each becomes a comment. */
  readonly advice: readonly string[];
  readonly preamble: readonly string[];
  /** Lines before and after the commands of a step. */
  openStep(step: string): readonly string[];
  closeStep(step: string): readonly string[];
  /** Lines before and after the commands of a block. */
  readonly openBlock: readonly string[];
  readonly closeBlock: readonly string[];
  /** Lines after everything. */
  readonly ending: readonly string[];
}

export interface TemplateOptions {
  /** What reads the commands: `PowerShell 4.0`. */
  readonly shell: string;
  readonly role: ScriptRole;
  readonly labwork: number;
  readonly device: string;
  /** Of the script, in its order. */
  readonly steps: readonly string[];
}

// What every script says of itself, whatever it is written in.

export const asTheyStand = [
  'These are the commands of the guide as they stand there, with the values of its lab. They do not',
  'ask first. Read them, and know your own names, ports and VLANs, before you run them.',
];
export const lookingAdvice = [
  'Compare what they print with the outputs in the guide: each is of the state right after its own',
  'step, and a later step may change it.',
];
export const undoAdvice = [
  'These commands take back what the steps changed, last step first. Read them before you run them.',
];

/** What the instructions for running the scripts of a device name. */
export interface RunningOptions {
  readonly labwork: number;
  /** The first step that changes such a device; undefined where none does. */
  readonly step: string | undefined;
  /** Whether any such device has an undo script. */
  readonly undo: boolean;
}

/** How a person runs the scripts of a device, in paragraphs and commands to be typed. */
export type RunningInstructions = (options: RunningOptions) => readonly Markdown[];

/** What is typed to ask what became of a release of a bundle: `url` is of the status of all releases. */
export type StatusRequest = (url: string, version: string) => readonly string[];

/** Comes with Windows 10, Linux and macOS. */
export const askWithCurl: StatusRequest = (url) => [`curl ${url}`];
