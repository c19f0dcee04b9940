import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Command, Support } from '../dialects/dialect.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import type { Evidence } from './labwork.ts';
import type { BlockRun, Dialects, PlacedBlock } from './run-device.ts';
import { runDevice } from './run-device.ts';

/** A block that is for no platform in particular, as it is on the one that knows it best. */
export interface AnywhereRun extends BlockRun {
  /** What is so on every platform. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the blocks that name no device and no platform on all platforms of their dialect. What is wrong on each of them is wrong; of
 * everything else nothing is told, for somewhere it may be right.
 */
export function runAnywhere(placed: readonly PlacedBlock[], dialects: Dialects): AnywhereRun[] {
  const open = placed.filter(({ place }) => place.anyOf);
  const dialectIds = [...new Set(open.map(({ block }) => block.dialect))];
  return dialectIds.flatMap((dialect) => {
    const own = open.filter(({ block }) => block.dialect === dialect);
    const { device, anyOf = [] } = own[0]!.place;
    const columns = anyOf.map((platform) => ({
      platform,
      runs: runDevice(own, device, platform, dialects, undefined),
    }));
    return own.map((_, index) => foldRuns(columns.map(({ platform, runs }) => [platform, runs[index]!])));
  });
}

const worth: Readonly<Record<Evidence, number>> = { parsed: 0, bound: 1, modelled: 2 };

/** `runs` are of one block, on every platform. */
function foldRuns(runs: readonly (readonly [PlatformId, BlockRun])[]): AnywhereRun {
  const diagnostics: Diagnostic[] = [];
  for (const [, run] of runs) {
    for (const diagnostic of run.checked.diagnostics) {
      const isKnown = diagnostics.some((other) => isSame(diagnostic, other));
      if (!isKnown && runs.every(([, other]) => isSoOn(other, diagnostic, run))) diagnostics.push(diagnostic);
    }
  }
  const taking = runs.filter(([, { checked }]) =>
    checked.diagnostics.every(({ severity }) => severity !== 'error'),
  );
  // Of several that know it as well, the latest.
  const best = (taking.length > 0 ? taking : runs).reduce((one, other) =>
    worth[other[1].checked.evidence] >= worth[one[1].checked.evidence] ? other : one,
  );
  const takenBy = taking.map(([platform]) => platform);
  return {
    ...best[1],
    // What is told is so everywhere, and is worded for one of the platforms.
    diagnostics,
    checked: {
      ...best[1].checked,
      takenBy,
      diagnostics,
      // What is found on some platforms only is not told, and need not be allowed.
      allowed: best[1].checked.allowed.filter(({ rule }) =>
        runs.every(([, { checked }]) => checked.allowed.some((one) => one.rule === rule)),
      ),
    },
  };
}

/** Whether what was found in one run holds in another: it is found there, too, or nothing is known there of a command that the one refuses. */
function isSoOn({ checked }: BlockRun, diagnostic: Diagnostic, { checked: told }: BlockRun): boolean {
  if (checked.diagnostics.some((other) => isSame(diagnostic, other))) return true;
  return (
    supportAt(checked.commands, diagnostic) === 'unknown' &&
    supportAt(told.commands, diagnostic) === 'unsupported'
  );
}

/** Of the innermost command at the place of a finding. */
function supportAt(commands: readonly Command[], { range }: Diagnostic): Support | undefined {
  const at = range.start.offset;
  const around = commands.filter(
    (command) => command.range.start.offset <= at && at < command.range.end.offset,
  );
  return around.at(-1)?.support;
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.rule === b.rule && a.range.start.offset === b.range.start.offset;
}
