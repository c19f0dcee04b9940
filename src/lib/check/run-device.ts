import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Analysis, Dialect } from '../dialects/dialect.ts';
import type { DialectId, PlatformId } from '../platforms/platform.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';
import { checkCode } from './check-code.ts';
import { checkOutput } from './check-output.ts';
import type { Substitution } from './substitute-values.ts';
import { followSwitch } from './follow-switch.ts';
import type { CheckedBlock, Evidence } from './labwork.ts';
import type { EngineRecords } from './engine-records.ts';
import { blockDigest } from './engine-records.ts';
import type { Placement } from './place-block.ts';

export type Dialects = Readonly<Record<DialectId, Dialect>>;

/** A block with the device it is written for and the lab's values in it. */
export interface PlacedBlock {
  readonly guide: Guide;
  readonly block: Block;
  readonly place: Placement;
  readonly substitution: Substitution;
}

/** A block as it was checked on one platform, with what was found there. */
export interface BlockRun {
  readonly placed: PlacedBlock;
  readonly checked: Omit<CheckedBlock, 'agreed'>;
  /** Empty where a value could not be resolved in: it stands as `{{…}}` in the code, and what follows from that is not told as well. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What runs on a device when it is of `platform`: the blocks written for that platform, and the plain ones of the device except
 * where a step has blocks of the same role for the platform.
 */
export function blocksOn(
  placed: readonly PlacedBlock[],
  device: LabDevice,
  platform: PlatformId,
): readonly PlacedBlock[] {
  const here = placed.filter(({ place }) => place.device.name === device.name);
  const isOther = platform !== device.platform;
  const replaced = new Set(
    here.filter(({ place }) => isOther && place.platform === platform).map((entry) => slot(entry)),
  );
  return here.filter(
    (entry) =>
      entry.place.platform === platform ||
      (isOther && entry.block.platform === undefined && !replaced.has(slot(entry))),
  );
}

/** What a variant stands in for: the blocks of one role in one step of one post. */
function slot({ guide, block }: PlacedBlock): string {
  return `${guide.file.path}|${block.step ?? ''}|${block.role}`;
}

/** Checks the blocks of one device in their order, each with what the ones before it left behind. */
export function runDevice(
  blocks: readonly PlacedBlock[],
  device: LabDevice,
  platform: PlatformId,
  dialects: Dialects,
  lab: Lab | undefined,
): readonly BlockRun[] {
  const sessions = new Map<DialectId, unknown>();
  const followed = followSwitch(blocks, device, platform, lab);
  return blocks.map((placed) => {
    const { block, substitution } = placed;
    const dialect = dialects[block.dialect];
    const before = sessions.get(block.dialect) ?? dialect.start({ name: device.name, platform });
    // Verify and undo blocks become scripts of their own; an example runs nowhere and leaves nothing behind.
    const own = block.role === 'verify' || block.role === 'undo';
    const analysis: Analysis<unknown> = checkCode(
      substitution.slice,
      dialect,
      own ? dialect.restart(before) : before,
    );
    sessions.set(block.dialect, block.role === 'apply' ? analysis.session : before);
    const model = followed.get(placed);
    const outputs = block.dialect === 'ios' ? [] : unmodelledOutputs(placed, platform);
    const diagnostics = [...diagnosticsOf(block, analysis), ...(model?.diagnostics ?? []), ...outputs];
    return {
      placed,
      checked: {
        block,
        device,
        platform,
        resolved: substitution.slice,
        values: substitution.values,
        commands: analysis.commands,
        prompts: analysis.prompts,
        context: analysis.context,
        tokens: analysis.tokens,
        evidence: evidenceOf(analysis, model?.modelled === true),
      },
      diagnostics: substitution.diagnostics.length === 0 ? diagnostics : [],
    };
  });
}

/** Rules about what goes into scripts, where an example never does. */
const ofScripts: ReadonlySet<string> = new Set(['powershell/alias-in-script']);

function diagnosticsOf({ role }: Block, { diagnostics }: Analysis<unknown>): readonly Diagnostic[] {
  return role === 'example' ? diagnostics.filter(({ rule }) => !ofScripts.has(rule)) : diagnostics;
}

/** The block with what the engine said of it, if it was asked. */
export function withAgreement({ checked }: BlockRun, records: EngineRecords): CheckedBlock {
  const { block, platform, resolved } = checked;
  // A digest costs more than a look.
  const mayBe = block.dialect === 'powershell' && records.size > 0;
  return { ...checked, agreed: mayBe ? records.get(blockDigest(platform, resolved.text)) : undefined };
}

/** What commands without a model print must have been captured somewhere. */
function unmodelledOutputs(
  { guide, block, place }: PlacedBlock,
  platform: PlatformId,
): readonly Diagnostic[] {
  const output = guide.outputs.find((other) => other.block === block.id);
  return output && place.platform === platform ? checkOutput(output, undefined, platform) : [];
}

function evidenceOf({ commands, diagnostics }: Analysis<unknown>, modelled: boolean): Evidence {
  const clean = diagnostics.every(({ severity }) => severity !== 'error');
  if (!clean || commands.length === 0 || commands.some(({ support }) => support !== 'supported'))
    return 'parsed';
  return modelled ? 'modelled' : 'bound';
}
