import type { PlatformId } from '../platforms/platforms.ts';
import { deviceClasses } from '../platforms/device-class.ts';
import { platforms } from '../platforms/platforms.ts';
import type { CheckedBlock, Track } from '../check/labwork.ts';
import { originRange } from '../source/slice.ts';
import { isAscii } from '../writing/ascii.ts';
import type { CommentSyntax } from '../writing/comment.ts';
import { commandAsComment, commentOf } from '../writing/comment.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { ScriptRole, ScriptTemplate } from '../platforms/script-template.ts';
import { stepsBefore } from './execution-steps.ts';

/** One file of commands: everything of one role for one device. */
export interface Script {
  /** Below the bundle's root: `hosts/hv1/apply.ps1`. */
  readonly path: string;
  readonly about: string;
  readonly device: string;
  readonly platform: PlatformId;
  /** Undefined for a file without commands of the guide. */
  readonly role: ScriptRole | undefined;
  readonly bytes: Uint8Array;
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
}

const purposes: Readonly<Record<ScriptRole, string>> = {
  apply: 'makes the changes, in step order',
  verify: 'looks at the result and changes nothing',
  undo: 'takes the changes back, last step first',
};

/** The script of a role on a track; undefined where the track has no block of that role. */
export function makeScript(track: Track, role: ScriptRole, facts: LabworkMetadata): Script | undefined {
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
  const { shell, template } = platforms[track.platform];
  if (!template) return undefined;
  const scripted = template({
    shell,
    role,
    labwork: facts.number,
    device: track.device.name,
    steps: [...new Set(blocks.flatMap(({ block }) => block.step ?? []))],
  });
  const { comments } = scripted;
  const lines = [...headerOf(track, purposes[role], facts, scripted), ...scripted.preamble];
  const sources: ScriptSource[] = [];
  blocks.forEach((checked, index) => {
    const { step } = checked.block;
    const begins = index === 0 || blocks[index - 1]?.block.step !== step;
    const ends = index === blocks.length - 1 || blocks[index + 1]?.block.step !== step;
    lines.push('');
    if (begins)
      for (const item of stepMark(checked, track, facts, comments, role === 'apply')) lines.push(item);
    if (begins && step !== undefined) for (const item of scripted.openStep(step)) lines.push(item);
    if (checked.block.role === 'example') for (const item of leftOut(checked, comments)) lines.push(item);
    else {
      for (const item of scripted.openBlock) lines.push(item);
      sources.push(append(lines, checked, facts));
      for (const item of scripted.closeBlock) lines.push(item);
    }
    if (ends && step !== undefined) for (const item of scripted.closeStep(step)) lines.push(item);
  });
  for (const item of [...scripted.ending, '']) lines.push(item);
  const text = lines.join(scripted.lineEnd);
  return {
    path: `${folderOf(track)}/${role}.${scripted.extension}`,
    about: `${nameOf(track)}: ${purposes[role]}`,
    device: track.device.name,
    platform: track.platform,
    role,
    bytes: new TextEncoder().encode(scripted.marksEncoding && !isAscii(text) ? `\uFEFF${text}` : text),
    sources,
  };
}

/** Where the scripts of a track are: `switches/sw1`, `switches/sw1/sg300`. */
export function folderOf({ device, platform, alternative }: Track): string {
  return `${deviceClasses[device.class].folder}/${device.name}${alternative ? `/${platform}` : ''}`;
}

/** `hv1, Windows Server 2012 R2`; `sw1 if it is of the kind SG300, not Catalyst 2960-S`. */
export function nameOf({ device, platform, alternative }: Track): string {
  const { title } = platforms[platform];
  if (!alternative || !device.platform) return `${device.name}, ${title}`;
  return `${device.name} if it is of the kind ${title}, not ${platforms[device.platform].title}`;
}

/** What every script says first: what it is, of which release, and what is to be known before it is run. */
export function headerOf(
  track: Track,
  purpose: string,
  facts: LabworkMetadata,
  { comments, advice }: Pick<ScriptTemplate, 'comments' | 'advice'>,
): string[] {
  const { release, statusUrl } = facts;
  const asking = release ? platforms[track.platform].asking(statusUrl, release.version) : [];
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
  { block }: CheckedBlock,
  track: Track,
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
export function leftOut({ block, resolved }: CheckedBlock, comments: CommentSyntax): string[] {
  return [
    ...resolved.text.split('\n').flatMap((line) => commandAsComment(`Not in this script: ${line}`, comments)),
    ...(block.because === undefined ? [] : commentOf(`  ${block.because}`, comments)),
  ];
}

function append(lines: string[], checked: CheckedBlock, facts: LabworkMetadata): ScriptSource {
  const first = lines.length + 1;
  for (const item of checked.resolved.text.split('\n')) lines.push(item);
  return originOf(checked, 0, [first, lines.length], facts);
}

/** Where a run of lines came from: a block, from an offset of its text on. */
export function originOf(
  { block, resolved }: CheckedBlock,
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
