import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Command } from '../dialects/dialect.ts';
import type {
  ConcludeOptions,
  DeviceModel,
  ModelFinding,
  ModelledStep,
  StepResult,
} from '../models/model.ts';
import { everythingAnswers } from '../models/model.ts';
import type { Slice } from '../source/slice.ts';
import { originRange } from '../source/slice.ts';
import type { CheckedCode } from './check-code.ts';

/** A device on its way through the blocks of a guide. */
export interface DeviceRun {
  readonly model: DeviceModel;
  /** What its dialect remembers after the last block that lasts. */
  readonly session: unknown;
  /** What its model remembers then. */
  readonly state: unknown;
  /** All commands so far, in their order. */
  readonly steps: readonly RunStep[];
}

/** A command with what came of it, and the text that it was read of. */
interface RunStep extends ModelledStep<unknown, Command> {
  readonly block: RanBlock;
  readonly read: Slice;
}

/** A block as the device took it. */
export interface RanBlock {
  readonly before: unknown;
  readonly after: unknown;
  /** As the dialect listed them, with what only the state of the device tells of their support. */
  readonly commands: readonly Command[];
  /** One a command. */
  readonly results: readonly StepResult<unknown>[];
  /** What the model found, at the author's own places. */
  readonly diagnostics: readonly Diagnostic[];
}

export function startRun(model: DeviceModel, state: unknown, session: unknown): DeviceRun {
  return { model, session, state, steps: [] };
}

/** Takes the commands of a block through the model. What a block other than `apply` does is forgotten. */
export function runBlock(
  run: DeviceRun,
  code: CheckedCode<unknown, Command>,
  role: ModelledStep<unknown, Command>['role'],
): { readonly ran: RanBlock; readonly next: DeviceRun } {
  const { model } = run;
  const before = role === 'apply' ? run.state : model.restart(run.state);
  let after = before;
  const results = code.commands.map((command) => {
    const result = model.step(command, after);
    after = result.state;
    return result;
  });
  const ran: RanBlock = {
    before,
    after,
    commands: code.commands.map((command, index) =>
      results[index]!.unsupported ? { ...command, support: 'unsupported' } : command,
    ),
    results,
    diagnostics: results.flatMap(({ findings }) => findings.flatMap((finding) => placed(finding, code))),
  };
  const steps = code.commands.map((command, index): RunStep => ({
    command,
    result: results[index]!,
    role,
    block: ran,
    read: code.read,
  }));
  const lasting = role === 'apply' ? { session: code.session, state: after } : {};
  return { ran, next: { ...run, ...lasting, steps: [...run.steps, ...steps] } };
}

/** What only shows when nothing more is typed, by the block that it goes back to. */
export function concludeRun(
  { model, state, steps }: DeviceRun,
  options: ConcludeOptions,
): ReadonlyMap<RanBlock, readonly Diagnostic[]> {
  const found = new Map<RanBlock, Diagnostic[]>();
  for (const { step, finding } of model.conclude(steps, state, options)) {
    const { block, read } = steps[step]!;
    found.set(block, [...(found.get(block) ?? []), diagnosticOf(finding, read)]);
  }
  return found;
}

/** The effect of every command is known, and all that the block prints can be printed. */
export function isModelled({ model }: DeviceRun, { commands, results }: RanBlock): boolean {
  return results.every(({ effect, state }, index) =>
    effect === 'prints'
      ? model.print(commands[index]!, state, everythingAnswers) !== undefined
      : effect === 'modelled',
  );
}

/** Of a line that the text checks could not repair for certain, only they speak. */
function placed(finding: ModelFinding, { read, spoiled }: CheckedCode<unknown, Command>): Diagnostic[] {
  const diagnostic = diagnosticOf(finding, read);
  return spoiled.has(diagnostic.range.start.line) ? [] : [diagnostic];
}

function diagnosticOf({ start, end, ...finding }: ModelFinding, read: Slice): Diagnostic {
  return { ...finding, file: read.file.path, range: originRange(read, start, end) };
}
