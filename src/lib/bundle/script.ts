import type { PlatformId } from '../platforms/platforms.ts';
import { deviceClasses } from '../platforms/device-class.ts';
import { platforms } from '../platforms/platforms.ts';
import { templates } from '../platforms/templates.ts';
import type { RunBlock, RunTrack } from '../check/labwork.ts';
import { originRange } from '../source/slice.ts';
import type { CommentSyntax } from '../writing/comment.ts';
import { commandAsComment, commentOf } from '../writing/comment.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { HostScriptParameter } from '../platforms/host-script.ts';
import type { FileStage } from '../platforms/stages.ts';
import type { ScriptRole } from '../platforms/script-template.ts';
import { stepsBefore } from './execution-steps.ts';

/** One file of commands for one device. */
export interface Script {
  /** Below the bundle's root: `hosts/hv1/Invoke-Labwork.ps1`. */
  readonly path: string;
  readonly about: string;
  readonly device: string;
  readonly platform: PlatformId;
  /** What the commands of the guide in it are for. */
  readonly roles: readonly ScriptRole[];
  readonly bytes: Uint8Array;
  /** Of a device that is typed at: which of its files it is. */
  readonly stage?: FileStage;
  /** Of a script that takes the lab's values. */
  readonly parameters?: readonly HostScriptParameter[];
  /** Of a script that may take adapters from beneath addresses of its device. */
  readonly movesAddresses?: boolean;
  readonly sources: readonly ScriptSource[];
}

/** Where a run of lines came from. */
export interface ScriptSource {
  readonly role: ScriptRole;
  readonly step: string | undefined;
  readonly block: string;
  /** First and last line of the script, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** The post, `labworks/wiring-a-rack-part-2.mdx`, and the line of the block's first command in it. */
  readonly post: string;
  readonly line: number;
  /** Runs of the lines, joined by LF, where a parameter of the script stands for this text of the guide. */
  readonly inserted?: readonly { readonly start: number; readonly end: number; readonly was: string }[];
}

/** Where the scripts of a track are: `switches/sw1`, `switches/sw1/sg300`. */
export function folderOf({ device, platform, alternative }: RunTrack): string {
  return `${deviceClasses[device.class].folder}/${device.name}${alternative ? `/${platform}` : ''}`;
}

/** `hv1, Windows Server 2012 R2`; `sw1 if it is of the kind SG300, not Catalyst 2960-S`. */
export function nameOf({ device, platform, alternative }: RunTrack): string {
  const { title } = platforms[platform];
  if (!alternative || !device.platform) return `${device.name}, ${title}`;
  return `${device.name} if it is of the kind ${title}, not ${platforms[device.platform].title}`;
}

/** What every script says first: what it is, of which release, and what is to be known before it is run. */
export function headerOf(
  track: RunTrack,
  purpose: string,
  facts: LabworkMetadata,
  { comments, advice }: { readonly comments: CommentSyntax; readonly advice: readonly string[] },
): string[] {
  const { release, statusUrl } = facts;
  const asking = release ? templates[track.platform].asking(statusUrl, release.version) : [];
  return [
    ...[
      `Labworks ${facts.number}, ${release ? `release ${release.version}` : 'not released'}: ${facts.title}`,
      `${nameOf(track)}: ${purpose}.`,
      '',
      ...facts.parts.map(({ url }) => `  ${url}`),
      '',
      release
        ? 'What became of this release since, to be asked by you; nothing here asks by itself:'
        : `Nobody keeps these bytes. Releases are announced at ${facts.url}.`,
    ].flatMap((line) => commentOf(line, comments)),
    ...asking.flatMap((line) => commandAsComment(`  ${line}`, comments)),
    ...['', ...advice].flatMap((line) => commentOf(line, comments)),
  ];
}

/** Begins a step; `inOrder`: with what is to be done on other devices before it. */
export function stepMark(
  { block }: RunBlock,
  track: RunTrack,
  facts: LabworkMetadata,
  comments: CommentSyntax,
  inOrder: boolean,
): string[] {
  const step = facts.steps.find(({ id }) => id === block.step);
  if (!step) return commentOf('--- before the first step', comments);
  const before = inOrder ? stepsBefore(facts.executionSteps, track.device.name, step.id) : [];
  const steps = before.map(({ device, step: id }) => `${device}, step ${id}`).join('; ');
  return [
    `--- Step ${step.id}  ${step.title}`,
    `    ${step.url}`,
    ...(before.length === 0 ? [] : [`    Before this: ${steps}.`]),
  ].flatMap((line) => commentOf(line, comments));
}

/** Commands that no script runs, and why; the person who runs the others must know. */
export function leftOut({ block, resolved }: RunBlock, comments: CommentSyntax): string[] {
  return [
    ...resolved.text.split('\n').flatMap((line) => commandAsComment(`Not in this script: ${line}`, comments)),
    ...(block.because === undefined ? [] : commentOf(`  ${block.because}`, comments)),
  ];
}

/** Where a run of lines came from: a block, from an offset of its text on. */
export function originOf(
  { block, resolved }: RunBlock,
  offset: number,
  lines: ScriptSource['lines'],
  facts: LabworkMetadata,
): ScriptSource {
  return {
    // Of an example nothing is run.
    role: block.role === 'example' ? 'apply' : block.role,
    step: block.step,
    block: block.id,
    lines,
    post: facts.postOf(block.code.file.path),
    line: originRange(resolved, offset, offset).start.line,
  };
}
