import type { PlatformId } from '../dialect/platform.ts';
import { platforms } from '../dialect/platform.ts';
import type { Role } from '../guide/guide.ts';
import type { CheckedBlock, Track } from '../plan/labwork.ts';
import { originRange } from '../source/slice.ts';
import { isAscii, toAscii } from './ascii.ts';
import type { LabworkFacts } from './facts.ts';

/** One file of commands: everything of one role for one device. */
export interface Script {
  /** Below the bundle's root: `hosts/smb1/apply.ps1`. */
  readonly path: string;
  readonly about: string;
  readonly device: string;
  readonly platform: PlatformId;
  readonly role: ScriptRole;
  readonly bytes: Uint8Array;
  readonly sources: readonly ScriptSource[];
}

export type ScriptRole = Exclude<Role, 'example'>;

/** Where a run of lines came from. */
export interface ScriptSource {
  readonly step: string | undefined;
  readonly block: string;
  /** First and last line of the script, from 1. */
  readonly lines: readonly [first: number, last: number];
  /** The post, `labworks/converged-switching-part-2.mdx`, and the line of the block's first command in it. */
  readonly post: string;
  readonly line: number;
}

const folders = { host: 'hosts', switch: 'switches', storage: 'storage' } as const;

const purposes: Readonly<Record<ScriptRole, string>> = {
  apply: 'makes the changes, in step order',
  verify: 'looks at the result and changes nothing',
  undo: 'takes the changes back, last step first',
};

/** The script of a role on a track; undefined where the track has no block of that role. */
export function makeScript(track: Track, role: ScriptRole, facts: LabworkFacts): Script | undefined {
  const own = track.blocks.filter(({ block }) => block.role === role);
  if (own.length === 0) return undefined;
  const steps = new Set(own.map(({ block }) => block.step));
  // An example stands as a comment at its place: what is left to the hand is left at that moment.
  const blocks =
    role === 'apply'
      ? track.blocks.filter(
          ({ block }) => block.role === role || (block.role === 'example' && steps.has(block.step)),
        )
      : own;
  if (role === 'undo') blocks.reverse();
  const { dialect } = platforms[track.platform];
  const isPowerShell = dialect === 'powershell';
  const mark = isPowerShell ? '#' : '!';
  const lines = header(track, role, facts, mark);
  if (isPowerShell) lines.push(...preamble(track.platform, role));
  const sources = blocks.flatMap((checked, index) => {
    lines.push('');
    if (index === 0 || blocks[index - 1]?.block.step !== checked.block.step)
      lines.push(...stepMark(checked, facts, mark));
    if (checked.block.role === 'example') {
      lines.push(...leftOut(checked, mark));
      return [];
    }
    return [append(lines, checked, facts)];
  });
  lines.push('');
  const text = lines.join(isPowerShell ? '\r\n' : '\n');
  const extension = isPowerShell ? 'ps1' : 'ios';
  const folder = `${folders[track.device.class]}/${track.device.name}${track.alternative ? `/${track.platform}` : ''}`;
  return {
    path: `${folder}/${role}.${extension}`,
    about: `${nameOf(track)}: ${purposes[role]}`,
    device: track.device.name,
    platform: track.platform,
    role,
    // Windows PowerShell takes a file without a mark for the local code page.
    bytes: new TextEncoder().encode(isPowerShell && !isAscii(text) ? `\uFEFF${text}` : text),
    sources,
  };
}

/** `smb1, Windows Server 2012 R2`; `sw1 if it is of the kind SG300, not Catalyst 2960-S`. */
export function nameOf({ device, platform, alternative }: Track): string {
  const { title } = platforms[platform];
  if (!alternative || !device.platform) return `${device.name}, ${title}`;
  return `${device.name} if it is of the kind ${title}, not ${platforms[device.platform].title}`;
}

function header(track: Track, role: ScriptRole, facts: LabworkFacts, mark: string): string[] {
  const posts = facts.parts.map(({ url }) => `  ${url}`);
  const care: Readonly<Record<ScriptRole, readonly string[]>> = {
    apply: [
      'These are the commands of the guide as they stand there. They do not ask first, and they are',
      'made to be run once, in step order, on the state that the guide starts from. Read them, and',
      'know your own names, ports and VLANs, before you run them. The order of steps across devices',
      'is in README.md.',
    ],
    verify: ['These commands only look. Compare what they print with the outputs in the guide.'],
    undo: [
      'These commands take back what the steps changed, last step first. Read them before you run them.',
    ],
  };
  return [
    `Labworks ${facts.number}, release ${facts.version}: ${facts.title}`,
    `${nameOf(track)}: ${purposes[role]}.`,
    '',
    ...posts,
    '',
    ...care[role],
  ].map((line) => `${mark} ${toAscii(line)}`.trimEnd());
}

/**
 * What a PowerShell script states before its first step. `#Requires -RunAsAdministrator` is known from PowerShell 4.0 on
 * (about_Requires, Microsoft Learn).
 */
function preamble(platform: PlatformId, role: ScriptRole): string[] {
  const version = /\d+\.\d+/.exec(platforms[platform].shell)?.[0] ?? '3.0';
  return [
    '',
    `#Requires -Version ${version}`,
    ...(version === '3.0' ? [] : ['#Requires -RunAsAdministrator']),
    '',
    'Set-StrictMode -Version Latest',
    // A step that fails must not be followed by one that builds on it; looking goes on.
    ...(role === 'verify' ? [] : ["$ErrorActionPreference = 'Stop'"]),
  ];
}

function stepMark({ block }: CheckedBlock, facts: LabworkFacts, mark: string): string[] {
  const step = facts.steps.find(({ id }) => id === block.step);
  if (!step) return [`${mark} --- before the first step`];
  return [`${mark} --- Step ${step.id}  ${toAscii(step.title)}`, `${mark}     ${step.url}`];
}

/** Commands that no script runs, and why; the person who runs the others must know. */
function leftOut({ block, filled }: CheckedBlock, mark: string): string[] {
  return [
    ...filled.text.split('\n').map((line) => `Not in this script: ${line}`),
    ...(block.because === undefined ? [] : [`  ${block.because}`]),
  ].map((line) => `${mark} ${toAscii(line)}`.trimEnd());
}

function append(lines: string[], { block, filled }: CheckedBlock, facts: LabworkFacts): ScriptSource {
  const first = lines.length + 1;
  lines.push(...filled.text.split('\n'));
  return {
    step: block.step,
    block: block.id,
    lines: [first, lines.length],
    post: facts.postOf(block.code.file.path),
    line: originRange(filled, 0, 0).start.line,
  };
}
