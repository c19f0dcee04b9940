import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Command, Dialect } from '../dialects/dialect.ts';
import type { ConcludedLink, FarEnd } from '../models/model.ts';
import type { Resource } from '../models/resource.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';
import type { DialectId } from '../platforms/dialects.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { languages } from '../platforms/dialects.ts';
import { platforms } from '../platforms/platforms.ts';
import { deviceQueries } from '../platforms/queries.ts';
import { withoutAllowed } from './allowances.ts';
import type { CheckedCode } from './check-code.ts';
import { checkCode } from './check-code.ts';
import { checkOutput } from './check-output.ts';
import { cabledPorts } from './cabled-ports.ts';
import type { EngineRecords } from './engine-records.ts';
import { blockDigest } from './engine-records.ts';
import type { CheckedBlock, Evidence } from './labwork.ts';
import type { Placement } from './place-block.ts';
import type { DeviceRun, RanBlock } from './run-commands.ts';
import { concludeRun, isModelled, runBlock } from './run-commands.ts';
import type { Substitution } from './substitute-values.ts';

/** What devices have before the guide begins, by their names; one that is not among them is as the factory left it. */
export type StartStates = ReadonlyMap<string, readonly Resource[]>;

export type Dialects = Readonly<Record<DialectId, Dialect>>;

/** A block with the device it is written for and the lab's values in it. */
export interface PlacedBlock {
  readonly guide: Guide;
  readonly block: Block;
  readonly place: Placement;
  /** All that it is written for, in the order of the fence. */
  readonly devices: readonly LabDevice[];
  readonly substitution: Substitution;
}

/** A block as it was checked on one platform, with what was found there. */
export interface BlockRun {
  readonly placed: PlacedBlock;
  readonly checked: Omit<CheckedBlock, 'agreed'>;
}

/** What is at the other ends of a device's cables, where it is a device of the lab of the same kind. */
export interface FarEnds {
  /** By the ports of the device: as the blocks before this one have left them. */
  before(placed: PlacedBlock): ReadonlyMap<string, FarEnd>;
  /** As all blocks have left them. */
  atLast(): readonly ConcludedLink[];
}

export const noFarEnds: FarEnds = { before: () => new Map(), atLast: () => [] };

/**
 * What runs on a device when it is of `platform`: the blocks written for that platform, and the plain ones of the device except
 * where a step has blocks of the same role for the platform.
 */
export function blocksOn(
  placed: readonly PlacedBlock[],
  device: LabDevice,
  platform: PlatformId,
): readonly PlacedBlock[] {
  const here = placed.filter(({ place }) => place.device.name === device.name && !place.anyOf);
  const isOther = platform !== device.platform;
  const replaced = new Set(
    here.filter(({ place }) => isOther && place.platform === platform).map((entry) => slot(entry)),
  );
  return here.filter(
    (entry) =>
      entry.place.platform === platform ||
      (isOther &&
        entry.block.platform === undefined &&
        entry.block.dialect === platforms[platform].dialect &&
        !replaced.has(slot(entry))),
  );
}

/** What a variant stands in for: the blocks of one role in one step of one post. */
function slot({ guide, block }: PlacedBlock): string {
  return `${guide.file.path}|${block.step ?? ''}|${block.role}`;
}

/** What a device was taken through, before anything is said of it that others have a part in. */
export interface DeviceHistory {
  readonly device: LabDevice;
  readonly platform: PlatformId;
  readonly dialect: Dialect;
  /** As it was before the first block. */
  readonly start: unknown;
  readonly blocks: readonly RecordedBlock[];
  readonly run: DeviceRun;
  readonly isLabwork: boolean;
}

interface RecordedBlock {
  readonly placed: PlacedBlock;
  readonly code: CheckedCode<unknown, Command>;
  readonly ran: RanBlock;
}

/**
 * Runs the blocks of one device in their order: each is read once, with what the ones before it left behind, and its commands are taken
 * through the model of the platform. Apply blocks last; verify, undo and example blocks leave nothing behind.
 */
export function recordDevice(
  blocks: readonly PlacedBlock[],
  device: LabDevice,
  platform: PlatformId,
  dialects: Dialects,
  from?: StartStates,
): DeviceHistory {
  const { dialect: language, model, profile } = platforms[platform];
  const dialect = dialects[language];
  const session = dialect.start({ name: device.name, platform });
  const fresh = model.start(profile, { name: device.name, session, ports: device.ports });
  const resources = from?.get(device.name);
  const start = (resources && model.resources?.restore?.(fresh, resources)) ?? fresh;
  let run: DeviceRun = { model, queries: deviceQueries[language], session, state: start };
  const isLabwork = blocks.some(({ guide }) => guide.data?.kind === 'labworks');
  const recorded = blocks.map((placed): RecordedBlock => {
    const { block, substitution } = placed;
    // Verify and undo blocks become scripts of their own; an example runs nowhere.
    const isOwn = block.role === 'verify' || block.role === 'undo';
    const code = checkCode(
      substitution.slice,
      dialect,
      isOwn ? dialect.restart(run.session) : run.session,
      isBundled(placed) ? 'bundled' : 'shown',
    );
    const { next, ran } = runBlock(run, code, block.role);
    run = { ...run, ...next };
    return { placed, code, ran };
  });
  return { device, platform, dialect, start, blocks: recorded, run, isLabwork };
}

/** Whether a device of a platform can have these resources and no others. */
export function canRestore(
  platform: PlatformId,
  resources: readonly Resource[],
  dialects: Dialects,
): boolean {
  const { dialect, model, profile } = platforms[platform];
  const session = dialects[dialect].start({ name: 'device', platform });
  const start = model.start(profile, { name: 'device', session });
  const { restore } = model.resources ?? {};
  return !restore || restore(start, resources) !== undefined;
}

/** A device by itself: of what is at the other ends of its cables nothing is known. */
export function runDevice(
  blocks: readonly PlacedBlock[],
  device: LabDevice,
  platform: PlatformId,
  dialects: Dialects,
  lab: Lab | undefined,
): readonly BlockRun[] {
  return concludeDevice(recordDevice(blocks, device, platform, dialects), lab, noFarEnds);
}

/** Says what was found, and holds outputs to what the device prints with what stands at the other ends of its cables at that point. */
export function concludeDevice(
  { device, platform, dialect, blocks, run, isLabwork }: DeviceHistory,
  lab: Lab | undefined,
  farEnds: FarEnds,
): readonly BlockRun[] {
  const concluded = concludeRun(
    run,
    blocks.map(({ ran }) => ran),
    { lasts: isLabwork, links: isLabwork ? farEnds.atLast() : [] },
  );
  return blocks.map(({ placed, code, ran }): BlockRun => {
    const { block, substitution } = placed;
    const { diagnostics, allowed } = withoutAllowed(
      [
        ...diagnosticsOf(placed, code, dialect),
        ...ran.diagnostics,
        ...outputDiagnostics(placed, ran, run, platform, lab, farEnds),
        ...(concluded.get(ran) ?? []),
      ],
      placed.guide,
      block.allow,
    );
    return {
      placed,
      checked: {
        block,
        device,
        devices: placed.devices,
        platform,
        resolved: substitution.slice,
        values: substitution.values,
        commands: ran.commands,
        results: ran.results,
        prompts: code.prompts,
        context: code.context,
        tokens: code.tokens,
        syntax: code.syntax,
        states: { before: ran.before, after: ran.after },
        evidence: evidenceOf(code, ran, run),
        allowed,
        // A value that could not be substituted stands as `{{…}}` in the code, and what follows from that is not reported as well.
        diagnostics: substitution.diagnostics.length === 0 ? diagnostics : [],
      },
    };
  });
}

function diagnosticsOf(
  { block }: PlacedBlock,
  { diagnostics }: CheckedCode<unknown, Command>,
  { scriptRules }: Dialect,
): readonly Diagnostic[] {
  return block.role === 'example' ? diagnostics.filter(({ rule }) => !scriptRules.has(rule)) : diagnostics;
}

/** Whether a block goes into the script of a bundle. */
function isBundled({ block, guide }: PlacedBlock): boolean {
  return block.role !== 'example' && guide.data?.kind === 'labworks';
}

/** Holds the output that stands under a block to all that its commands print. */
function outputDiagnostics(
  placed: PlacedBlock,
  { commands, results }: RanBlock,
  { queries }: DeviceRun,
  platform: PlatformId,
  lab: Lab | undefined,
  farEnds: FarEnds,
): readonly Diagnostic[] {
  const { guide, block, place, devices } = placed;
  const output = guide.outputs.find((other) => other.block === block.id);
  if (!output || place.platform !== platform) return [];
  // Of several devices it is the first that the page shows the output of.
  if (devices[0] && devices[0].name !== place.device.name) return [];
  const circumstances = {
    cabled: cabledPorts(place.device, lab),
    farEnds: farEnds.before(placed),
    partnersAnswer: output.partner !== 'silent',
    restarted: output.after === 'reload',
  };
  const texts = commands.map((command, index) =>
    queries.print(command, results[index]!.state, circumstances),
  );
  const printed = texts.every((text) => text !== undefined)
    ? texts
        .filter((text) => text !== '' || queries.blankLines === undefined)
        .join(queries.blankLines ? '\n\n' : '\n')
    : undefined;
  return checkOutput(output, printed, platform);
}

/** The block with what the engine said of it, if it was asked. */
export function withAgreement({ checked }: BlockRun, records: EngineRecords): CheckedBlock {
  const { block, platform, resolved } = checked;
  // A digest costs more than a look.
  const mayBe = languages[block.dialect].hasEngine && records.size > 0;
  return { ...checked, agreed: mayBe ? records.get(blockDigest(platform, resolved.text)) : undefined };
}

function evidenceOf(
  { diagnostics, commands: read }: CheckedCode<unknown, Command>,
  ran: RanBlock,
  run: DeviceRun,
): Evidence {
  const clean = diagnostics.every(({ severity }) => severity !== 'error');
  if (!clean || read.length === 0 || ran.commands.some(({ support }) => support !== 'supported'))
    return 'parsed';
  return isModelled(run, ran) ? 'modelled' : 'bound';
}
