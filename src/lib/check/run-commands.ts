import { holdsUnknown, unknownValue } from '../models/unknown-value.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withShortQuotes } from '../diagnostics/shortened.ts';
import type { Command } from '../dialects/dialect.ts';
import type {
  ConcludeOptions,
  DeviceModel,
  DeviceQueries,
  ModelFinding,
  StepResult,
  StepRole,
} from '../models/model.ts';
import { everythingAnswers } from '../models/model.ts';
import type { Slice } from '../source/slice.ts';
import { originRange } from '../source/slice.ts';
import type { CheckedCode } from './check-code.ts';

/** A device on its way through the blocks of a guide: what its dialect and its model remember after the last block that lasts. */
export interface ModelRun {
  readonly model: DeviceModel;
  readonly session: unknown;
  readonly state: unknown;
}

/** One that can be asked what it made of them. */
export interface DeviceRun extends ModelRun {
  readonly queries: DeviceQueries;
}

/** A block as the device took it. */
export interface RanBlock {
  readonly role: StepRole;
  /** The text that its commands were read of. */
  readonly read: Slice;
  readonly before: unknown;
  readonly after: unknown;
  /** As the dialect listed them, with what only the state of the device tells of their support. */
  readonly commands: readonly Command[];
  /** One a command. */
  readonly results: readonly StepResult<unknown>[];
  /** What the model found, at the author's own places. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Takes the commands of a block through the model. What a block other than `apply` does is forgotten. */
export function runBlock(
  run: ModelRun,
  code: Pick<CheckedCode<unknown, Command>, 'commands' | 'read' | 'session' | 'spoiled'>,
  role: StepRole,
): { readonly ran: RanBlock; readonly next: ModelRun } {
  const { model } = run;
  const before = role === 'apply' ? run.state : model.restart(run.state);
  let after = before;
  const results = code.commands.map((command) => {
    const result = model.step(command, after);
    after = result.state;
    return result;
  });
  const ran: RanBlock = {
    role,
    read: code.read,
    before,
    after,
    commands: code.commands.map((command, index) =>
      results[index]!.unsupported ? { ...command, support: 'unsupported' } : command,
    ),
    results,
    diagnostics: results.flatMap(({ findings }) => findings.flatMap((finding) => placed(finding, code))),
  };
  return { ran, next: role === 'apply' ? { model, session: code.session, state: after } : run };
}

/** What only shows when nothing more is typed, by the block that it goes back to. `blocks` are all that ran, in their order. */
export function concludeRun(
  { queries, state }: DeviceRun,
  blocks: readonly RanBlock[],
  options: ConcludeOptions,
): ReadonlyMap<RanBlock, readonly Diagnostic[]> {
  const steps = blocks.flatMap((block) =>
    block.commands.map((command, index) => ({
      command,
      result: block.results[index]!,
      role: block.role,
      block,
    })),
  );
  const found = new Map<RanBlock, Diagnostic[]>();
  for (const { step, finding } of queries.conclude(steps, state, options)) {
    const { block } = steps[step]!;
    found.set(block, [...(found.get(block) ?? []), diagnosticOf(finding, block.read)]);
  }
  return found;
}

/** The effect of every command is known, and all that the block prints can be printed, with nothing left open. */
export function isModelled(
  { queries }: Pick<DeviceRun, 'queries'>,
  { commands, results }: RanBlock,
): boolean {
  return results.every(({ effect, state }, index) =>
    effect === 'prints'
      ? !holdsUnknown(queries.print(commands[index]!, state, everythingAnswers) ?? unknownValue)
      : effect === 'modelled',
  );
}

/** Of a line that the text checks could not repair for certain, only they speak. */
function placed(
  finding: ModelFinding,
  { read, spoiled }: Pick<CheckedCode<unknown, Command>, 'read' | 'spoiled'>,
): Diagnostic[] {
  const diagnostic = diagnosticOf(finding, read);
  return spoiled.has(diagnostic.range.start.line) ? [] : [diagnostic];
}

function diagnosticOf({ start, end, ...finding }: ModelFinding, read: Slice): Diagnostic {
  return withShortQuotes({ ...finding, file: read.file.path, range: originRange(read, start, end) });
}
