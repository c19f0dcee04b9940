import type { ResourceChange } from '../models/resource.ts';
import type { ScriptRole } from './script-template.ts';

/** What the one script of a device is made from: all that its guide has for it, in the guide's order. */
export interface HostScriptInput {
  readonly labwork: number;
  /** Of the release, or of a build that is none. */
  readonly version: string;
  readonly title: string;
  /** For the person who reads it first, as comments. */
  readonly header: readonly string[];
  readonly device: {
    readonly name: string;
    readonly title: string;
    readonly ports: readonly { readonly name: string; readonly driver?: string | undefined }[];
  };
  readonly shell: string;
  readonly systems: readonly HostSystem[];
  readonly steps: readonly HostScriptStep[];
  /** Earlier ones, the oldest first. */
  readonly releases: readonly HostRelease[];
}

/** An earlier release, and what its commands made of the device. */
export interface HostRelease {
  readonly version: string;
  /** By command, in their order; undefined where nobody knows. */
  readonly made: readonly ReleasedChanges[] | undefined;
  /** Commands of which nobody knows what they changed. */
  readonly unknown: readonly string[];
}

/** What a command of a release changed. */
export interface ReleasedChanges {
  readonly step: string;
  readonly changes: readonly ResourceChange[];
}

/** A platform, and why the steps are not run there; undefined where nothing speaks against it. */
export interface HostSystem {
  readonly platform: string;
  readonly title: string;
  readonly why: string | undefined;
}

export interface HostScriptStep {
  /** Undefined for what stands before the first one. */
  readonly id: string | undefined;
  /** What it is about, as sentences. */
  readonly notes: readonly string[];
  readonly blocks: readonly HostScriptBlock[];
}

export interface HostScriptBlock {
  readonly role: ScriptRole | 'example';
  /** With the lab's values in it. */
  readonly text: string;
  readonly values: readonly PlacedValue[];
  /** The tree of the text, as its dialect has made it. */
  readonly syntax: () => unknown;
  readonly commands: readonly HostScriptCommand[];
  /** What some of its commands change together: from before the first to after the last of them, both by their index. */
  readonly changes: (first: number, last: number) => readonly ResourceChange[];
  readonly because: string | undefined;
  readonly cannotUndo: string | undefined;
}

/** A run of the text that is a value of the lab. */
export interface PlacedValue {
  readonly start: number;
  readonly end: number;
  readonly path: string;
  readonly type: string;
  readonly title: string;
  /** As the lab has it. */
  readonly text: string;
}

export interface HostScriptCommand {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly effect: 'modelled' | 'unmodelled' | 'prints';
  /** What goes off the network meanwhile. */
  readonly offline: readonly string[];
  readonly arguments: readonly {
    readonly name: string | undefined;
    readonly start: number;
    readonly end: number;
  }[];
}

/** A script, and where in it the commands of the guide stand. */
export interface HostScript {
  readonly file: string;
  /** Without a line break at its end. */
  readonly lines: readonly string[];
  readonly lineEnd: '\r\n' | '\n';
  /** A file that is not ASCII begins with a byte order mark: what runs it would take it for the local code page. */
  readonly marksEncoding: boolean;
  readonly sources: readonly HostScriptSource[];
  /** What a reader has another of, by the names of its parameters. */
  readonly parameters: readonly HostScriptParameter[];
  /** Whether it takes adapters from beneath addresses of the host. */
  readonly movesAddresses: boolean;
  /** Files that go with it, in ASCII. */
  readonly companions: readonly {
    readonly file: string;
    readonly about: string;
    readonly lines: readonly string[];
  }[];
}

export interface HostScriptParameter {
  readonly name: string;
  /** The path of a lab's value, or an adapter by its name or its driver's description. */
  readonly of: string;
  /** As the lab has it. */
  readonly text: string;
}

export interface HostScriptSource {
  readonly block: HostScriptBlock;
  /** First and last line of the script, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Lines of the block that stand before these. */
  readonly skipped: number;
  /** Runs of these lines, joined by LF, where the script has a parameter and the guide this text. */
  readonly inserted: readonly { readonly start: number; readonly end: number; readonly was: string }[];
}

/** Makes the one script of a device. */
export type HostScriptMaker = (input: HostScriptInput) => HostScript;
