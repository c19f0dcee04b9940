import { cabledPorts } from '../check/cabled-ports.ts';
import type { RunBlock, RunLabwork, RunTrack } from '../check/labwork.ts';
import type { Output } from '../guide/guide.ts';
import { platforms } from '../platforms/platforms.ts';
import { deviceQueries } from '../platforms/queries.ts';
import { templates } from '../platforms/templates.ts';
import type { FileStage, StageFiles } from '../platforms/stages.ts';
import { toAscii } from '../writing/ascii.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import { folderOf, nameOf } from './script.ts';
import { fileName } from './stage-files.ts';
import type { StagePiece } from './stage-pieces.ts';
import { stagePieces } from './stage-pieces.ts';

/** What the commands of a file that looks print, or the looks of a host's script. */
export interface StageOutput {
  /** `expected/switches/sw1/3-verify.txt` */
  readonly path: string;
  readonly about: string;
  readonly text: string;
}

const looking: readonly FileStage[] = ['precheck', 'verify'];

/** What stands to be compared with: outputs of the model, and of the guide where the model cannot print. */
export function expectedOutputs(labwork: RunLabwork, facts: LabworkMetadata): readonly StageOutput[] {
  return labwork.tracks.flatMap((track) => {
    const { scripts } = templates[track.platform];
    if (scripts.kind !== 'stages') return hostOutputs(track, labwork);
    return looking.flatMap((stage) => {
      const shown = stagePieces(stage, track, facts, scripts.files).flatMap((piece) =>
        outputsOf(piece, track, labwork, scripts.files),
      );
      if (shown.length === 0) return [];
      return {
        path: `expected/${folderOf(track)}/${fileName(stage)}.txt`,
        about: `${nameOf(track)}: what ${fileName(stage)} prints where all is as it should be`,
        text: `${shown.flat().map(lineOf).join('\n')}\n`,
      };
    });
  });
}

/** What the guide looks at on a host, step by step, as it is when the step was taken. */
function hostOutputs(track: RunTrack, labwork: RunLabwork): readonly StageOutput[] {
  const shown = track.blocks
    .filter(({ block }) => block.role === 'verify')
    .map((checked) => [`--- Step ${checked.block.step ?? ''}`, ...hostOutput(checked, track, labwork), '']);
  if (shown.length === 0) return [];
  return [
    {
      path: `expected/${folderOf(track)}/verify.txt`,
      about: `${nameOf(track)}: what the guide's own looks print after each step where all is as it should be`,
      text: `${shown.flat().map(lineOf).join('\n')}\n`,
    },
  ];
}

function hostOutput(
  { block, resolved, commands, results }: RunBlock,
  { device, platform, alternative }: RunTrack,
  { lab, guides }: RunLabwork,
): readonly string[] {
  const written = guides
    .filter(({ guide }) => guide.file.path === block.code.file.path)
    .flatMap(({ guide }) => guide.outputs)
    .find((output) => output.block === block.id);
  const typed = resolved.text.split('\n').map((line, index) => (index === 0 ? `PS> ${line}` : line));
  if (written && (!alternative || block.platform !== undefined))
    return [...typed, ...origin(written), ...written.code.text.split('\n')];
  const circumstances = { cabled: cabledPorts(device, lab), partnersAnswer: true, restarted: false };
  const { print } = deviceQueries[platforms[platform].dialect];
  const printed = commands.map((command, index) => print(command, results[index]!.state, circumstances));
  return printed.some((text) => text === undefined)
    ? [...typed, '(what it prints is not modelled)']
    : [...typed, ...printed.flatMap((text) => text!.split('\n'))];
}

/** A command behind its prompt, and what it prints; `...` is what nobody can know beforehand. What the guide shows below a block goes first. */
function outputsOf(
  { commands, of, seenIn }: StagePiece,
  { device, alternative }: RunTrack,
  { lab, guides }: RunLabwork,
  files: StageFiles,
): readonly (readonly string[])[] {
  const block = of[0]?.checked.block;
  const outputs = guides.filter(({ guide }) => guide.file.path === block?.code.file.path);
  const written = outputs.flatMap(({ guide }) => guide.outputs).find((output) => output.block === block?.id);
  const prompt = `${device.name}#`;
  if (written && (!alternative || block?.platform !== undefined))
    return [
      [
        ...commands.map((command) => `${prompt}${command}`),
        ...origin(written),
        ...written.code.text.split('\n'),
        '',
      ],
    ];
  const cabled = cabledPorts(device, lab);
  return commands.map((command) => {
    const printed = files.print(command, seenIn, cabled) ?? '(what it prints is not modelled)';
    return [`${prompt}${command}`, ...printed.split('\n'), ''];
  });
}

/** Where an output comes from that no model holds to be right, in the author's words. */
function origin({ captured }: Pick<Output, 'captured'>): readonly string[] {
  return captured === undefined ? [] : [`(as the guide shows it: ${captured})`];
}

function lineOf(line: string): string {
  return toAscii(line).trimEnd();
}
