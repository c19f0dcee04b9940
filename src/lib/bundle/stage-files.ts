import type { RunTrack } from '../check/labwork.ts';
import { platforms } from '../platforms/platforms.ts';
import type { FileStage, StageFiles } from '../platforms/stages.ts';
import { stages } from '../platforms/stages.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import type { Script, ScriptSource } from './script.ts';
import { folderOf, headerOf, nameOf, originOf } from './script.ts';
import type { StagePiece } from './stage-pieces.ts';
import { stagePieces } from './stage-pieces.ts';

/** What each file does, in a few words. */
const purposes: Readonly<Record<FileStage, string>> = {
  precheck: 'looks whether this is the switch, and free for the change',
  backup: 'prints what is there before the change',
  change: 'makes the changes, in step order',
  verify: 'looks at the result and changes nothing',
  save: 'makes the changes last',
  undo: 'takes the changes back, last step first',
};

/** The part of a guide that a file holds; saving is what is left of applying. */
const roles: Partial<Readonly<Record<FileStage, ScriptSource['role']>>> = {
  change: 'apply',
  save: 'apply',
  verify: 'verify',
  undo: 'undo',
};

/** The files for a device that somebody types at; none where the labwork does nothing with it. */
export function stageScripts(track: RunTrack, facts: LabworkMetadata, files: StageFiles): readonly Script[] {
  return stages.flatMap((stage) => {
    const parts = splitAfterQuestions(stagePieces(stage, track, facts, files)).filter((part) =>
      part.some(({ commands }) => commands.length > 0),
    );
    const name = fileName(stage);
    return parts.map((part, index) =>
      scriptOf(parts.length > 1 ? `${name}-${String(index + 1)}` : name, stage, part, {
        track,
        facts,
        files,
      }),
    );
  });
}

/** `2-change`, in the order in which they are pasted; the way back has no number. */
export function fileName(stage: FileStage): string {
  return stage === 'undo' ? stage : `${String(stages.indexOf(stage))}-${stage}`;
}

/** What the device would take for the answer to a question is another file. */
function splitAfterQuestions(pieces: readonly StagePiece[]): readonly (readonly StagePiece[])[] {
  const parts: StagePiece[][] = [[]];
  for (const piece of pieces) {
    parts.at(-1)!.push(piece);
    if (piece.asks) parts.push([]);
  }
  return parts;
}

interface StageFile {
  readonly track: RunTrack;
  readonly facts: LabworkMetadata;
  readonly files: StageFiles;
}

function scriptOf(
  name: string,
  stage: FileStage,
  pieces: readonly StagePiece[],
  { track, facts, files }: StageFile,
): Script {
  const { comments, lineEnd, extension, advice, opening } = files;
  const lines = [
    ...headerOf(track, purposes[stage], facts, { comments, advice: advice[stage] }),
    '',
    ...(stage === 'save' ? [] : [...opening(platforms[track.platform].profile)]),
  ];
  const sources: ScriptSource[] = [];
  for (const { notes, commands, of } of pieces) {
    if (notes.length > 0) for (const note of ['', ...notes]) lines.push(note);
    const first = lines.length + 1;
    for (const command of commands) lines.push(command);
    for (const { checked, offset } of of)
      sources.push(originOf(checked, offset, [first, lines.length], facts));
  }
  return {
    path: `${folderOf(track)}/${name}.${extension}`,
    about: `${nameOf(track)}: ${purposes[stage]}`,
    device: track.device.name,
    platform: track.platform,
    roles: [roles[stage] ?? []].flat(),
    stage,
    bytes: new TextEncoder().encode([...lines, ''].join(lineEnd)),
    sources,
  };
}
