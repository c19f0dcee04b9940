import type { RunBlock, RunTrack } from '../check/labwork.ts';
import { platforms } from '../platforms/platforms.ts';
import type { CommandPassage, FileStage, StageFiles, StagedWork } from '../platforms/stages.ts';
import type { CommentSyntax } from '../writing/comment.ts';
import { commandAsComment, commentOf } from '../writing/comment.ts';
import type { LabworkMetadata } from './labwork-metadata.ts';
import { leftOut, stepMark } from './script.ts';

/** Lines of a file that stand in it in one piece. */
export interface StagePiece {
  /** Comment lines, as they stand. */
  readonly notes: readonly string[];
  readonly commands: readonly string[];
  /** The blocks of the guide that its commands stand in, with the offset of the first of them. */
  readonly of: readonly { readonly checked: RunBlock; readonly offset: number }[];
  /** The device asks something behind the last of its commands. */
  readonly asks: boolean;
  /** The state of the device's model in which its commands are typed, where they look. */
  readonly seenIn?: unknown;
}

/** What stands in the file of a stage behind its header: the author's commands, and what the model of the device adds to them. */
export function stagePieces(
  stage: FileStage,
  track: RunTrack,
  facts: LabworkMetadata,
  files: StageFiles,
): readonly StagePiece[] {
  const { comments } = files;
  const work = workOf(track, facts, files);
  if (stage === 'precheck' || stage === 'backup')
    return work
      ? files[stage](work).map((passage) => ({ ...pieceOf(passage, comments), seenIn: work.before }))
      : [];
  if (stage === 'save') return work ? savePieces(track, files) : [];
  const steps = [...new Set(track.blocks.map(({ block }) => block.step))];
  return (stage === 'undo' ? steps.toReversed() : steps).flatMap((step) => {
    const blocks = track.blocks.filter(({ block }) => block.step === step);
    const pieces = stepPieces[stage](blocks, track, files);
    const first = blocks.find(({ block }) => block.role === 'apply') ?? blocks[0]!;
    return pieces.length === 0
      ? []
      : [noted(stepMark(first, track, facts, comments, stage === 'change')), ...pieces];
  });
}

/** What the labwork makes of the device; undefined where no command of it changes anything, so far as is known. */
function workOf(
  { blocks, device, platform }: RunTrack,
  { number }: LabworkMetadata,
  { saves }: StageFiles,
): StagedWork | undefined {
  const change = changeBy(blocks);
  const { profile, title, model } = platforms[platform];
  const isChanged = blocks.some(
    ({ block, commands, results }) =>
      block.role === 'apply' &&
      (commands.some((command) => saves(command, profile)) ||
        results.some(({ effect }) => effect === 'unmodelled')),
  );
  if (!change || (!isChanged && model.resources?.diff(change.before, change.after).length === 0))
    return undefined;
  return { labwork: number, device: device.name, title, profile, ...change };
}

/** What the apply blocks among these make of the device; undefined where there are none. */
export function changeBy(blocks: readonly RunBlock[]) {
  const applied = blocks.filter(({ block }) => block.role === 'apply');
  const [first, last] = [applied[0], applied.at(-1)];
  return first && last && { before: first.states.before, after: last.states.after };
}

type StepPieces = (blocks: readonly RunBlock[], track: RunTrack, files: StageFiles) => readonly StagePiece[];

const stepPieces: Readonly<Record<'change' | 'verify' | 'undo', StepPieces>> = {
  change(blocks, track, files) {
    if (!blocks.some(({ block }) => block.role === 'apply')) return [];
    // What is left to the hand is left at that moment.
    return blocks.flatMap((checked) => {
      if (checked.block.role === 'example') return [noted(leftOut(checked, files.comments))];
      return checked.block.role === 'apply' ? blockPieces(checked, track, files) : [];
    });
  },
  verify(blocks, track, files) {
    const own = blocks.filter(({ block }) => block.role === 'verify');
    const change = changeBy(blocks);
    const { profile } = platforms[track.platform];
    const passages = change ? files.verify({ profile, ...change }) : [];
    const shown = new Set(
      own.flatMap(({ resolved }) => resolved.text.split('\n').map((line) => line.trim())),
    );
    const isShown = ({ commands }: CommandPassage) => commands.every((command) => shown.has(command));
    return [
      ...passages.filter(isShown).map(({ notes }) => pieceOf({ notes, commands: [] }, files.comments)),
      ...own.flatMap((checked) =>
        blockPieces(checked, track, files).map((piece) => ({ ...piece, seenIn: checked.states.before })),
      ),
      ...passages
        .filter((passage) => !isShown(passage))
        .map((passage) => ({ ...pieceOf(passage, files.comments), seenIn: change?.after })),
    ];
  },
  undo(blocks, track, files) {
    const own = blocks.filter(({ block }) => block.role === 'undo').toReversed();
    if (own.length > 0) return own.flatMap((checked) => blockPieces(checked, track, files));
    return undoByModel(blocks, track, files).map((passage) => pieceOf(passage, files.comments));
  },
};

function undoByModel(
  blocks: readonly RunBlock[],
  track: RunTrack,
  files: StageFiles,
): readonly CommandPassage[] {
  const change = changeBy(blocks);
  if (!change) return [];
  const reason = blocks.find(({ block }) => block.cannotUndo !== undefined)?.block.cannotUndo;
  if (reason !== undefined)
    return [{ notes: [`The guide does not take this step back: ${reason}`], commands: [] }];
  const unmodelled = blocks
    .filter(({ block }) => block.role === 'apply')
    .flatMap(({ commands, results }) =>
      commands.filter((_, index) => results[index]?.effect === 'unmodelled').map(({ name }) => name),
    );
  const { profile } = platforms[track.platform];
  return [
    ...files.undo({ profile, ...change }).passages,
    ...unmodelled.map((name) => ({
      notes: [`What "${name}" does is not modelled: look at the switch whether it is taken back.`],
      commands: [],
    })),
  ];
}

/** The commands of a block as they stand, without those that save; a piece ends behind each that asks. */
function blockPieces(checked: RunBlock, { platform }: RunTrack, files: StageFiles): readonly StagePiece[] {
  const { profile } = platforms[platform];
  const lines = checked.resolved.text.split('\n');
  const saving = new Set(
    checked.commands.filter((command) => files.saves(command, profile)).map(({ line }) => line),
  );
  const asking = new Set(
    checked.commands.filter((command) => files.asks(command, profile)).map(({ line }) => line),
  );
  const pieces: StagePiece[] = [];
  let run: string[] = [];
  let start = 0;
  let offset = 0;
  const end = (asks: boolean) => {
    if (run.length > 0) pieces.push({ notes: [], commands: run, of: [{ checked, offset: start }], asks });
    run = [];
  };
  lines.forEach((line, index) => {
    if (saving.has(index)) {
      end(false);
      pieces.push(noted(commandAsComment(`In 4-save, and not here: ${line.trim()}`, files.comments)));
    } else {
      if (run.length === 0) start = offset;
      run.push(line);
      if (asking.has(index)) end(true);
    }
    offset += line.length + 1;
  });
  end(false);
  return pieces;
}

/** The command that saves, once, however often and wherever the author has it: the last one of what is applied, if there is one. */
function savePieces({ blocks, platform }: RunTrack, files: StageFiles): readonly StagePiece[] {
  const { profile } = platforms[platform];
  const saving = blocks.flatMap((checked) =>
    checked.block.role === 'apply' || checked.block.role === 'undo'
      ? checked.commands
          .filter((command) => files.saves(command, profile))
          .map(({ line }) => ({ checked, ...lineAt(checked.resolved.text, line) }))
      : [],
  );
  const last = saving.findLast(({ checked }) => checked.block.role === 'apply');
  const notes = ['The guide saves nothing. What is not saved is gone with the next restart.'];
  return [
    {
      notes: last ? [] : notes.flatMap((note) => commentOf(note, files.comments)),
      commands: [last?.text ?? files.saving],
      of: saving.map(({ checked, offset }) => ({ checked, offset })),
      asks: true,
    },
  ];
}

function lineAt(text: string, index: number): { readonly text: string; readonly offset: number } {
  const lines = text.split('\n');
  const offset = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  const own = (lines[index] ?? '').trim().replace(/^do\s+/i, '');
  return { text: own, offset };
}

function pieceOf({ notes, commands }: CommandPassage, comments: CommentSyntax): StagePiece {
  return { ...noted(notes.flatMap((note) => commentOf(note, comments))), commands };
}

function noted(notes: readonly string[]): StagePiece {
  return { notes, commands: [], of: [], asks: false };
}
