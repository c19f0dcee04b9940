import type { CheckedBlock, CheckedLabwork, PlatformRefusal, Track } from '../check/labwork.ts';
import { valueMarks } from '../check/place-values.ts';
import type { CompiledCode } from '../dialects/compiled-code.ts';
import { codeCompilers } from '../platforms/compilers.ts';
import { templates } from '../platforms/templates.ts';
import { originRange } from '../source/slice.ts';
import type {
  CompiledBlock,
  CompiledLabwork,
  CompiledPart,
  CompiledRefusal,
  CompiledTrack,
} from './compiled-labwork.ts';
import { compiledFormat } from './compiled-labwork.ts';
import { modelRefusal } from './model-refusal.ts';

/**
 * Compiles a checked labwork. Undefined where it has errors or is none, and where a value stands in it where it could change how a command is
 * read: that one has to be read again by the whole engine.
 */
export function compileLabwork(labwork: CheckedLabwork): CompiledLabwork | undefined {
  const { lab, guides, tracks, rehearsals } = labwork;
  const isWhole = guides.every(
    ({ guide, diagnostics }) =>
      guide.data?.kind === 'labworks' && diagnostics.every(({ severity }) => severity !== 'error'),
  );
  if (!lab || !isWhole || guides.length === 0) return undefined;
  const paths = guides.map(({ guide }) => guide.file.path);
  const compiled = tracks.map((track) => compileTrack(track, paths));
  if (!compiled.every((track) => track !== undefined)) return undefined;
  const parts = guides.map((guide) => partOf(guide, tracks));
  if (!parts.every((part) => part !== undefined)) return undefined;
  return {
    compiled: compiledFormat,
    lab,
    parts,
    tracks: compiled,
    rehearsals: Object.fromEntries(rehearsals),
  };
}

function partOf(
  { guide, blocks }: CheckedLabwork['guides'][number],
  tracks: readonly Track[],
): CompiledPart | undefined {
  const { file, data, steps, outputs } = guide;
  if (data?.kind !== 'labworks') return undefined;
  const places = blocks.map((checked) => placeIn(tracks, checked));
  if (!places.every((place) => place !== undefined)) return undefined;
  return {
    path: file.path,
    data,
    steps: steps.map(({ id, title, anchor }) => ({ id, title, anchor })),
    outputs: outputs.map(({ block, code, captured }) => ({
      block,
      text: code.text,
      ...(captured !== undefined && { captured }),
    })),
    blocks: places,
  };
}

function placeIn(tracks: readonly Track[], checked: CheckedBlock): readonly [number, number] | undefined {
  for (const [track, { device, platform, blocks }] of tracks.entries()) {
    if (device.name !== checked.device.name || platform !== checked.platform) continue;
    const block = blocks.findIndex((other) => other.block === checked.block);
    if (block >= 0) return [track, block];
  }
  return undefined;
}

function compileTrack(
  { device, platform, alternative, blocks, refusals }: Track,
  paths: readonly string[],
): CompiledTrack | undefined {
  const codes = compileCodes(blocks, platform);
  const compiled = blocks.map((checked, index) =>
    codes[index] === undefined ? undefined : compileBlock(checked, codes[index], paths),
  );
  if (!compiled.every((block) => block !== undefined)) return undefined;
  return {
    device: device.name,
    platform,
    alternative,
    blocks: compiled,
    refusals:
      refusals && asksForRefusals(platform, alternative) ? compileRefusals(refusals(), blocks, device) : null,
  };
}

/** Only the one script of a device refuses by itself to run on other platforms than its own. */
function asksForRefusals(platform: Track['platform'], alternative: boolean): boolean {
  return templates[platform].scripts.kind === 'one' && !alternative;
}

function compileRefusals(
  refusals: readonly PlatformRefusal[],
  blocks: readonly CheckedBlock[],
  device: Track['device'],
): readonly CompiledRefusal[] {
  return refusals.map(({ platform, why }) => ({
    platform,
    why: why ?? null,
    byModel: why !== undefined && modelRefusal(blocks, device, platform) === why,
  }));
}

function compileCodes(
  blocks: readonly CheckedBlock[],
  platform: Track['platform'],
): readonly (CompiledCode | undefined)[] {
  const dialect = blocks[0]?.block.dialect;
  if (dialect === undefined) return [];
  return codeCompilers[dialect](
    blocks.map(({ block, values, commands, syntax }) => ({
      code: block.code,
      places: valueMarks(block.code.text).map(({ start, end }) => ({ start, end, value: undefined })),
      lasts: block.role === 'apply',
      values: values.map(({ value, start, end }) => ({ start, end, text: value.text })),
      commands,
      syntax: syntax(),
    })),
    platform,
  );
}

function compileBlock(
  { block, devices, evidence, allowed, commands, results }: CheckedBlock,
  code: CompiledCode,
  paths: readonly string[],
): CompiledBlock | undefined {
  const { id, dialect, role, step, platform, because, cannotUndo } = block;
  const { file, text } = block.code;
  // Each line of a code is one of the post, one below the other.
  const line = originRange(block.code, 0, 0).start.line;
  return {
    part: paths.indexOf(file.path),
    id,
    dialect,
    role,
    step: step ?? null,
    platform: platform ?? null,
    because: because ?? null,
    cannotUndo: cannotUndo ?? null,
    devices: devices.map(({ name }) => name),
    text,
    line,
    evidence,
    allowed,
    code,
    commands: commands.map(({ support }, index) => [support, results[index]!.effect]),
  };
}
