import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { platforms } from '../platforms/platforms.ts';
import { titleOf, windowsServers } from '../platforms/windows.ts';
import type { Guide, Step } from '../guide/guide.ts';
import type { Lab, LabDevice } from '../lab/lab.ts';
import type { Range } from '../source/source-file.ts';
import { placeBlocks } from './place-blocks.ts';
import type { Dialects, PlacedBlock, BlockRun } from './run-device.ts';
import { blocksOn, runDevice } from './run-device.ts';

/**
 * How the commands of a step fare on a platform: `ok`, all are known there; `warning` and `error`, a note says what is wrong;
 * `unknown`, nothing is wrong that the facts know of, and of some commands they know nothing.
 */
export type Verdict = 'ok' | 'warning' | 'error' | 'unknown';

/** A labwork's PowerShell on every version of Windows Server, whichever its lab has. Plain data. */
export interface Compatibility {
  /** The columns, oldest first. */
  readonly platforms: readonly PlatformId[];
  /** Those of the columns that the lab's own hosts are of. */
  readonly writtenFor: readonly PlatformId[];
  /** Every step of the labwork, in order. */
  readonly steps: readonly StepCompatibility[];
  /** What is behind the cells that are not `ok`, in order of the steps. */
  readonly notes: readonly CompatibilityNote[];
  /** Devices with commands that no Windows Server runs, by their titles: switches, for the most part. */
  readonly leftOut: readonly string[];
}

export interface StepCompatibility {
  /** `2:6` */
  readonly step: string;
  readonly title: string;
  /** One a platform, in their order; empty where nothing of the step runs on a Windows host. */
  readonly cells: readonly CompatibilityCell[];
}

export interface CompatibilityCell {
  readonly platform: PlatformId;
  readonly verdict: Verdict;
  /** How many run there; examples do not count. */
  readonly commands: number;
  /** Numbers of the notes about this cell. */
  readonly notes: readonly number[];
}

/** One finding, on all the platforms of a step that have it. */
export interface CompatibilityNote {
  /** From 1. */
  readonly number: number;
  readonly step: string;
  readonly platforms: readonly PlatformId[];
  readonly verdict: Exclude<Verdict, 'ok'>;
  /** Undefined where the facts are silent, which breaks no rule. */
  readonly rule: string | undefined;
  /** Names all platforms of the note where the diagnostic names its own. */
  readonly message: string;
  readonly why: string | undefined;
  readonly hint: string | undefined;
  readonly file: string;
  readonly range: Range;
}

/**
 * Checks every step on every Windows Server: the same commands are bound again, as if the lab's hosts were of that version.
 * Blocks with `platform=` stand in for the plain ones where the labwork has them. What the engine finds is taken as it is.
 */
export function compatibilityOf(
  guides: readonly Guide[],
  labs: ReadonlyMap<string, Lab>,
  dialects: Dialects,
): Compatibility {
  // What has no place is told by the check of the labwork.
  const { placed, lab } = placeBlocks(guides, labs, dialects, () => {});
  const run = placed.filter(({ block }) => block.role !== 'example');
  const hosts = devicesOf(run).filter(isWindowsServer);
  const columns = windowsServers.map((platform) => ({
    platform,
    runs: hosts.flatMap((host) => [
      ...runDevice(blocksOn(placed, host, platform), host, platform, dialects, lab),
    ]),
  }));

  const notes: CompatibilityNote[] = [];
  const steps = guides
    .flatMap((guide) => guide.steps)
    .map(({ id, title }): StepCompatibility => {
      const cells = columns.map(({ platform, runs }) => ({
        platform,
        runs: runs.filter(({ checked: { block } }) => block.step === id && block.role !== 'example'),
      }));
      if (cells.every(({ runs }) => runs.length === 0)) return { step: id, title, cells: [] };
      const here = notesOf(id, cells, notes.length);
      for (const item of here) notes.push(item);
      return { step: id, title, cells: cells.map((cell) => cellOf(cell, here)) };
    });
  return {
    platforms: windowsServers,
    writtenFor: windowsServers.filter((platform) => hosts.some((host) => host.platform === platform)),
    steps,
    notes,
    leftOut: devicesOf(run)
      .filter((device) => !isWindowsServer(device))
      .map(({ title }) => title),
  };
}

function devicesOf(placed: readonly PlacedBlock[]): readonly LabDevice[] {
  return [...new Map(placed.map(({ place: { device } }) => [device.name, device])).values()];
}

function isWindowsServer({ platform }: LabDevice): boolean {
  return windowsServers.some((server) => server === platform);
}

interface OpenCell {
  readonly platform: PlatformId;
  readonly runs: readonly BlockRun[];
}

function cellOf({ platform, runs }: OpenCell, notes: readonly CompatibilityNote[]): CompatibilityCell {
  const own = notes.filter((note) => note.platforms.includes(platform));
  const worst = (['error', 'warning', 'unknown'] as const).find((verdict) =>
    own.some((note) => note.verdict === verdict),
  );
  return {
    platform,
    verdict: worst ?? 'ok',
    commands: runs.reduce((sum, { checked }) => sum + checked.commands.length, 0),
    notes: own.map(({ number }) => number),
  };
}

type CellFinding = Omit<CompatibilityNote, 'number' | 'step' | 'platforms'>;

/** The findings of a step over all platforms: the same one on several is one note. Numbers go on after `before`. */
function notesOf(step: Step['id'], cells: readonly OpenCell[], before: number): readonly CompatibilityNote[] {
  const found = new Map<string, { finding: CellFinding; platforms: PlatformId[] }>();
  for (const { platform, runs } of cells) {
    for (const finding of runs.flatMap(findingsOf)) {
      const { file, range, rule, verdict, message } = finding;
      const key = [file, range.start.offset, rule, verdict, withTitle(message, platform, '…')].join('|');
      const known = found.get(key);
      if (!known) found.set(key, { finding, platforms: [platform] });
      else if (!known.platforms.includes(platform)) known.platforms.push(platform);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => a.finding.range.start.offset - b.finding.range.start.offset)
    .map(({ finding, platforms: on }, index) => ({
      ...finding,
      number: before + index + 1,
      step,
      platforms: on,
      message: withTitle(finding.message, on[0]!, titleOf(on)),
    }));
}

function findingsOf({ placed, checked }: BlockRun): readonly CellFinding[] {
  const wrong = [...placed.substitution.diagnostics, ...checked.diagnostics].flatMap((diagnostic) =>
    diagnostic.severity === 'info' ? [] : [findingOf(diagnostic, diagnostic.severity)],
  );
  const unknown = checked.commands
    .filter(({ support }) => support === 'unknown')
    .map(({ name, range }): CellFinding => ({
      verdict: 'unknown',
      rule: undefined,
      message: `Our facts do not tell how ${name} fares on ${platforms[checked.platform].title}.`,
      why: undefined,
      hint: `Ask a machine of that version: \`Get-Command ${name} -Syntax\`.`,
      file: checked.resolved.file.path,
      range,
    }));
  return [...wrong, ...unknown];
}

function findingOf(
  { rule, message, why, hint, file, range }: Diagnostic,
  verdict: 'error' | 'warning',
): CellFinding {
  return { verdict, rule, message, why, hint, file, range };
}

/** `Windows Server 2012`, but not where it is the beginning of `Windows Server 2012 R2`. */
function withTitle(message: string, platform: PlatformId, title: string): string {
  return message.replace(new RegExp(`${platforms[platform].title}(?! R2|\\d)`, 'g'), () => title);
}
