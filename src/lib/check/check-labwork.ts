import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstProblems, mostInCode } from '../diagnostics/most-problems.ts';
import { platforms } from '../platforms/platforms.ts';
import { checkStepsAcrossParts } from '../guide/check-parts.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { checkAllowances } from './allowances.ts';
import { checkAcrossDevices } from './across-devices.ts';
import { byPosition } from './check-code.ts';
import type { EngineRecords } from './engine-records.ts';
import type { CheckedBlock, CheckedGuide, CheckedLabwork, Track } from './labwork.ts';
import type { Placement } from './place-block.ts';
import { refusalsOf } from './refused-on.ts';
import { runAnywhere } from './run-anywhere.ts';
import type { ReportDiagnostic } from './place-blocks.ts';
import { placeBlocks } from './place-blocks.ts';
import type { Rehearsals } from './rehearsal.ts';
import { once } from './once.ts';
import { farEndsOf } from './far-ends.ts';
import type { DeviceHistory, Dialects, PlacedBlock, StartStates } from './run-device.ts';
import { blocksOn, concludeDevice, recordDevice, withAgreement } from './run-device.ts';

/** What programs of the project have recorded. */
export interface CheckRecords {
  readonly records: EngineRecords;
  readonly rehearsals: Rehearsals;
}

/** Checks the parts of one labwork together, in their order, or one other post alone. `rules`: the names of all there are. */
export function checkLabwork(
  guides: readonly Guide[],
  labs: ReadonlyMap<string, Lab>,
  dialects: Dialects,
  { records, rehearsals }: CheckRecords,
  rules: ReadonlySet<string>,
  from?: StartStates,
): CheckedLabwork {
  const found = new Map<Guide, Diagnostic[]>(guides.map((guide) => [guide, [...guide.diagnostics]]));
  const report: ReportDiagnostic = (guide, diagnostic) => found.get(guide)!.push(diagnostic);

  const { placed, lab } = placeBlocks(guides, labs, dialects, report);
  for (const diagnostic of checkStepsAcrossParts(guides)) {
    const guide = guides.find(({ file }) => file.path === diagnostic.file);
    if (guide) report(guide, diagnostic);
  }

  const reported = new Map<Block, Diagnostic[]>();
  const places = placesOf(placed);
  const recorded = places.map(({ device, platform }) =>
    recordDevice(blocksOn(placed, device, platform), device, platform, dialects, from),
  );
  const histories = historiesOf(recorded, lab, dialects, from);
  const tracks = places.map((place, index): Track => {
    const { device, platform, alternative } = place;
    const history = recorded[index]!;
    const runs = concludeDevice(history, lab, farEndsOf(history, lab, histories, placed));
    for (const run of runs) {
      // A plain block is checked once on each track it runs on; what is wrong everywhere is reported once.
      const before = reported.get(run.checked.block) ?? [];
      const fresh = run.checked.diagnostics.filter(
        (diagnostic) => !before.some((other) => isSame(diagnostic, other)),
      );
      reported.set(run.checked.block, [...before, ...fresh]);
      const isPlainOnAlternative = alternative && !run.placed.place.alternative;
      for (const diagnostic of fresh)
        report(run.placed.guide, isPlainOnAlternative ? onAlternative(diagnostic, place) : diagnostic);
    }
    return {
      device,
      platform,
      alternative,
      blocks: runs.map((run) => withAgreement(run, records)),
      refusals: once(() => refusalsOf(placed, device, dialects, lab)),
    };
  });
  const isLabwork = guides[0]?.data?.kind === 'labworks';
  for (const { guide, diagnostic } of lab && isLabwork ? checkAcrossDevices(histories, lab) : [])
    report(guide, diagnostic);
  for (const { placed: one, checked, diagnostics } of runAnywhere(placed, dialects)) {
    for (const diagnostic of diagnostics) report(one.guide, diagnostic);
    const { device, platform } = checked;
    tracks.push({ device, platform, alternative: false, blocks: [{ ...checked, agreed: undefined }] });
  }
  const checkedBlocks = tracks.flatMap(({ blocks }) => blocks);
  const misplaced = new Set(
    placed.filter(({ substitution }) => substitution.diagnostics.length > 0).map(({ block }) => block),
  );
  for (const guide of guides) {
    const own = checkedBlocks.filter(({ block }) => guide.blocks.includes(block) && !misplaced.has(block));
    for (const diagnostic of checkAllowances(guide, own, rules)) report(guide, diagnostic);
  }
  const blocksOf = (guide: Guide): CheckedBlock[] => {
    const own = new Map<Block, CheckedBlock>();
    for (const track of tracks) {
      for (const checked of track.blocks) {
        // The page shows a block as it runs where it was written for.
        if (!own.has(checked.block) || checked.block.platform === track.platform)
          own.set(checked.block, checked);
      }
    }
    return guide.blocks.flatMap((block) => own.get(block) ?? []);
  };
  return {
    lab,
    guides: guides.map((guide): CheckedGuide => ({
      guide,
      blocks: blocksOf(guide),
      diagnostics: firstProblems(found.get(guide)!.sort(byPosition), mostInCode),
    })),
    tracks,
    rehearsals,
  };
}

/** By the name of the device: each as what the lab says it is. On some no block runs; they are as the factory left them. */
function historiesOf(
  recorded: readonly DeviceHistory[],
  lab: Lab | undefined,
  dialects: Dialects,
  from: StartStates | undefined,
): ReadonlyMap<string, DeviceHistory> {
  const own = recorded.filter(({ device, platform }) => device.platform === platform);
  const histories = new Map(own.map((history) => [history.device.name, history]));
  const linked = new Set(lab?.links.flatMap(({ from, to }) => [from.device, to.device]));
  for (const device of lab?.devices ?? []) {
    const { name, platform } = device;
    if (platform !== undefined && linked.has(name) && !histories.has(name))
      histories.set(name, recordDevice([], device, platform, dialects, from));
  }
  return histories;
}

/** The same finding at the same place, be it worded for another platform. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.rule === b.rule && a.range.start.offset === b.range.start.offset;
}

/** Where the labwork runs: every device, and once more for each alternative that it has blocks for. */
function placesOf(placed: readonly PlacedBlock[]): readonly Placement[] {
  const places = new Map<string, Placement>();
  for (const { place } of placed) {
    if (place.anyOf) continue;
    const key = `${place.device.name}|${place.platform}`;
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}

function onAlternative(diagnostic: Diagnostic, { device, platform }: Placement): Diagnostic {
  const note = `A reader whose ${device.name} is an ${platforms[platform].title} runs this line too: its step has no block with \`platform=${platform}\`.`;
  return { ...diagnostic, why: diagnostic.why === undefined ? note : `${diagnostic.why} ${note}` };
}
