import type { PlatformRefusal, RunBlock, RunGuide, RunLabwork, RunTrack } from '../check/labwork.ts';
import type { LeftMark } from '../check/place-values.ts';
import { once } from '../check/once.ts';
import { placeValues } from '../check/place-values.ts';
import type { ModelRun, RanBlock } from '../check/run-commands.ts';
import { runBlock } from '../check/run-commands.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';
import type { ReaderValues, ReaderValueProblem } from '../lab/with-values.ts';
import { withValues } from '../lab/with-values.ts';
import { compiledDialects } from '../platforms/compiled-dialects.ts';
import { platforms } from '../platforms/platforms.ts';
import type { Slice } from '../source/slice.ts';
import { sliceOf } from '../source/slice.ts';
import type {
  CompiledBlock,
  CompiledLabwork,
  CompiledPart,
  CompiledRefusal,
  CompiledTrack,
} from './compiled-labwork.ts';
import { modelRefusal } from './model-refusal.ts';

/** A labwork with a reader's values, or what speaks against them. */
export type CompiledRun =
  | { readonly labwork: RunLabwork; readonly problems: readonly [] }
  | { readonly labwork: undefined; readonly problems: readonly ReaderValueProblem[] };

/**
 * Takes a compiled labwork through the models of its devices, with other values of its lab where a reader has them: what plan and bundle are
 * made from, the same on every machine and in a browser. Everything that a value is in is made anew of it.
 *
 * The values are held to the lab's types and to what its networks must have in common, and no command may come to something else than in the
 * guide. What only all of the check can tell of them (the cables between devices, say) it is not asked here.
 */
export function runCompiled(compiled: CompiledLabwork, values: ReaderValues = {}): CompiledRun {
  const { lab, problems } = withValues(compiled.lab, values);
  if (problems.length > 0) return { labwork: undefined, problems };
  const found: ReaderValueProblem[] = [];
  const tracks = compiled.tracks.map((track) => runTrack(track, compiled.parts, lab, found));
  if (found.length > 0) return { labwork: undefined, problems: found };
  const guides = compiled.parts.map((part): RunGuide => guideOf(part, tracks));
  const rehearsals = new Map(Object.entries(compiled.rehearsals));
  return { labwork: { lab, guides, tracks, rehearsals }, problems: [] };
}

function guideOf(
  { path, data, steps, outputs, blocks }: CompiledPart,
  tracks: readonly RunTrack[],
): RunGuide {
  return {
    guide: {
      file: { path },
      data,
      steps,
      outputs: outputs.map(({ block, text, captured }) => ({ block, code: { text }, captured })),
    },
    blocks: blocks.map(([track, block]) => tracks[track]!.blocks[block]!),
    diagnostics: [],
  };
}

function runTrack(
  { device: name, platform, alternative, blocks, refusals }: CompiledTrack,
  parts: readonly CompiledPart[],
  lab: Lab,
  problems: ReaderValueProblem[],
): RunTrack {
  const { dialect: language, model, profile } = platforms[platform];
  const dialect = compiledDialects[language];
  const device = deviceOf(lab, name);
  const session = dialect.start({ name, platform });
  let run: ModelRun = { model, session, state: model.start(profile, { name, session, ports: device.ports }) };
  const ran = blocks.map((block): RunBlock => {
    const code = codeOf(block, parts[block.part]!.path);
    const { slice, values, left } = placeValues(
      code,
      lab,
      { writeValues: (of, places) => dialect.writeValues(of, places, block.code) },
      platform,
    );
    for (const mark of left) problems.push(misplaced(mark, dialect.quotingHint));
    const isOwn = block.role === 'verify' || block.role === 'undo';
    const restored = dialect.restore(
      slice,
      values.map(({ value, start, end }) => ({ start, end, text: value.text })),
      block.code,
      isOwn ? dialect.restart(run.session) : run.session,
    );
    const { commands, syntax } = restored;
    const done = runBlock(
      run,
      { commands, session: restored.session, read: slice, spoiled: new Set() },
      block.role,
    );
    run = done.next;
    for (const problem of differences(block, device, done.ran)) problems.push(problem);
    return {
      block: {
        id: block.id,
        dialect: block.dialect,
        role: block.role,
        step: block.step ?? undefined,
        platform: block.platform ?? undefined,
        because: block.because ?? undefined,
        cannotUndo: block.cannotUndo ?? undefined,
        code,
      },
      device,
      devices: block.devices.map((one) => deviceOf(lab, one)),
      platform,
      resolved: slice,
      values,
      commands: done.ran.commands,
      results: done.ran.results,
      syntax,
      states: { before: done.ran.before, after: done.ran.after },
      evidence: block.evidence,
      allowed: block.allowed,
    };
  });
  return {
    device,
    platform,
    alternative,
    blocks: ran,
    ...(refusals && { refusals: once(() => refusals.map((one) => refusalOf(one, ran, device))) }),
  };
}

function refusalOf(
  { platform, why, byModel }: CompiledRefusal,
  blocks: readonly RunBlock[],
  device: LabDevice,
): PlatformRefusal {
  return { platform, why: byModel ? modelRefusal(blocks, device, platform) : (why ?? undefined) };
}

function deviceOf(lab: Lab, name: string): LabDevice {
  return lab.devices.find((device) => device.name === name)!;
}

/** The code as the post has it, of which no more is known than on which lines it stands. */
function codeOf({ text, line }: CompiledBlock, path: string): Slice {
  const lineStarts = [...Array<number>(line - 1).fill(0)];
  for (let at = 0; at >= 0; at = text.indexOf('\n', at) + 1 || -1) lineStarts.push(at);
  return sliceOf({ path, text, lineStarts });
}

function misplaced({ value, path }: LeftMark, hint: string): ReaderValueProblem {
  return {
    path,
    message: `The ${value?.title ?? path} is “${value?.text ?? ''}”, which cannot be written at its place without changing the command.`,
    hint,
  };
}

/** What commands come to with these values, where it is something else than with those of the guide. */
function differences(
  { step, commands: own }: CompiledBlock,
  { name }: LabDevice,
  { commands, results }: RanBlock,
): readonly ReaderValueProblem[] {
  const where = `${step === null ? 'Before the first step' : `In step ${step}`}, ${name}`;
  if (commands.length !== own.length)
    return [
      { path: undefined, message: `${where} has other commands with these values.`, hint: 'Take others.' },
    ];
  return commands.flatMap((command, index): ReaderValueProblem[] => {
    const [support, effect] = own[index]!;
    const result = results[index]!;
    if (command.support === support && result.effect === effect) return [];
    const [finding] = result.findings;
    return [
      {
        path: undefined,
        message: `${where} does not do \`${command.name}\` as in the guide with these values.${finding ? ` ${finding.message}` : ''}`,
        hint: finding?.hint ?? 'Take other values.',
      },
    ];
  });
}
