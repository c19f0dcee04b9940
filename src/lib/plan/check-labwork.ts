import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/rules.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Analysis, Dialect } from '../dialect/dialect.ts';
import { checkHygiene } from '../dialect/hygiene/check-hygiene.ts';
import type { DialectId, PlatformId } from '../dialect/platform.ts';
import { platforms } from '../dialect/platform.ts';
import { checkStepsAcrossParts } from '../guide/steps.ts';
import type { Block, Guide } from '../guide/guide.ts';
import type { Lab } from '../lab/lab.ts';
import { rangeAt } from '../source/source-file.ts';
import { checkCode, inOrder } from './check-code.ts';
import type { Filling } from './fill-values.ts';
import { fillValues } from './fill-values.ts';
import type { CheckedBlock, CheckedGuide, CheckedLabwork, Evidence, Track } from './labwork.ts';
import type { Place } from './place-block.ts';
import { placeBlock } from './place-block.ts';

export type Dialects = Readonly<Record<DialectId, Dialect>>;

/** Checks the parts of one labwork together, in their order, or one other post alone. */
export function checkLabwork(
  guides: readonly Guide[],
  labs: ReadonlyMap<string, Lab>,
  dialects: Dialects,
): CheckedLabwork {
  const found = new Map<Guide, Diagnostic[]>(guides.map((guide) => [guide, [...guide.diagnostics]]));
  const seen = new Set<string>();
  const report = (guide: Guide, diagnostic: Diagnostic) => {
    // A plain block is checked once on each track it runs on; what is wrong everywhere is told once.
    const key = `${guide.file.path}:${diagnostic.range.start.offset}:${diagnostic.rule}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.get(guide)!.push(diagnostic);
  };

  const placed: Placed[] = [];
  let labOfAll: Lab | undefined;
  for (const guide of guides) {
    const lab = findLab(guide, labs, (diagnostic) => report(guide, diagnostic));
    labOfAll ??= lab;
    if (guide.data?.lab !== undefined && !lab) continue;
    for (const block of guide.blocks) {
      const place = placeBlock(block, lab);
      if ('rule' in place) {
        report(guide, place);
        continue;
      }
      const filling = fillValues(block.code, lab, dialects[block.dialect]);
      for (const diagnostic of causeFirst(block, filling.diagnostics)) report(guide, diagnostic);
      placed.push({ guide, block, place, filling });
    }
  }
  for (const diagnostic of checkStepsAcrossParts(guides)) {
    const guide = guides.find(({ file }) => file.path === diagnostic.file);
    if (guide) report(guide, diagnostic);
  }

  const tracks = tracksOf(placed).map((track): Track & { entries: Placed[] } => ({
    ...track,
    blocks: checkTrack(track, dialects, report),
  }));
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
    lab: labOfAll,
    guides: guides.map((guide): CheckedGuide => ({
      guide,
      blocks: blocksOf(guide),
      diagnostics: found.get(guide)!.sort(inOrder),
    })),
    tracks: tracks.map(({ device, platform, alternative, blocks }) => ({
      device,
      platform,
      alternative,
      blocks,
    })),
  };
}

interface Placed {
  readonly guide: Guide;
  readonly block: Block;
  readonly place: Place;
  readonly filling: Filling;
}

interface OpenTrack extends Omit<Track, 'blocks'> {
  readonly entries: Placed[];
}

function findLab(
  guide: Guide,
  labs: ReadonlyMap<string, Lab>,
  report: (diagnostic: Diagnostic) => void,
): Lab | undefined {
  const name = guide.data?.lab;
  if (name === undefined) return undefined;
  const lab = labs.get(name);
  if (!lab) {
    const line = /^lab:\s*/m.exec(guide.file.text);
    const start = line ? line.index + line[0].length : 0;
    const near = suggest(name, labs.keys());
    report(
      diagnose({
        rule: 'guide/unknown-lab',
        file: guide.file,
        range: rangeAt(guide.file, start, start + name.length),
        message: `There is no lab “${name}”, or it has errors of its own.`,
        hint:
          near && near !== name
            ? `Did you mean “${near}”?`
            : `Write src/content/labs/${name}.yaml, or mend it. Labs at hand: ${[...labs.keys()].join(', ') || 'none'}.`,
      }),
    );
  }
  return lab;
}

/** A value that finds no place for the sake of a broken quote is told as the broken quote. */
function causeFirst(block: Block, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!diagnostics.some(({ rule }) => rule === 'guide/value-type')) return diagnostics;
  const causes = checkHygiene(block.code, block.dialect).filter(({ severity }) => severity === 'error');
  if (causes.length === 0) return diagnostics;
  return [...diagnostics.filter(({ rule }) => rule !== 'guide/value-type'), ...causes];
}

/** A track for every device, and one more for each alternative that the labwork has blocks for. */
function tracksOf(placed: readonly Placed[]): OpenTrack[] {
  const tracks: OpenTrack[] = [];
  const open = (device: Place['device'], platform: PlatformId, alternative: boolean) => {
    const known = tracks.find((track) => track.device.name === device.name && track.platform === platform);
    if (known) return;
    tracks.push({ device, platform, alternative, entries: [] });
  };
  for (const { place } of placed) open(place.device, place.platform, place.alternative);
  for (const track of tracks) {
    const here = placed.filter(({ place }) => place.device.name === track.device.name);
    const replaced = new Set(
      here.filter(({ place }) => place.alternative && place.platform === track.platform).map(slot),
    );
    for (const entry of here) {
      const own = entry.place.platform === track.platform;
      const plain = entry.block.platform === undefined;
      if (own || (track.alternative && plain && !replaced.has(slot(entry)))) track.entries.push(entry);
    }
  }
  return tracks;
}

/** What a variant stands in for: the blocks of one role in one step of one post. */
function slot({ guide, block }: Placed): string {
  return `${guide.file.path}|${block.step ?? ''}|${block.role}`;
}

function checkTrack(
  track: OpenTrack,
  dialects: Dialects,
  report: (guide: Guide, diagnostic: Diagnostic) => void,
): CheckedBlock[] {
  const sessions = new Map<DialectId, unknown>();
  return track.entries.map(({ guide, block, place, filling }) => {
    const dialect = dialects[block.dialect];
    const before =
      sessions.get(block.dialect) ?? dialect.start({ name: track.device.name, platform: track.platform });
    // Verify and undo blocks become scripts of their own; an example runs nowhere and leaves nothing behind.
    const own = block.role === 'verify' || block.role === 'undo';
    const analysis: Analysis<unknown> = checkCode(
      filling.slice,
      dialect,
      own ? dialect.restart(before) : before,
    );
    sessions.set(block.dialect, block.role === 'apply' ? analysis.session : before);
    // A value that could not be filled in stands as `{{…}}` in the code; what follows from that is not told as well.
    if (filling.diagnostics.length === 0) {
      for (const diagnostic of analysis.diagnostics) {
        report(
          guide,
          track.alternative && !place.alternative ? onAlternative(diagnostic, track) : diagnostic,
        );
      }
    }
    return {
      block,
      device: track.device,
      platform: track.platform,
      filled: filling.slice,
      values: filling.values,
      commands: analysis.commands,
      prompts: analysis.prompts,
      context: analysis.context,
      evidence: evidenceOf(analysis),
    };
  });
}

function onAlternative(diagnostic: Diagnostic, { device, platform }: OpenTrack): Diagnostic {
  const note = `A reader whose ${device.name} is an ${platforms[platform].title} runs this line too: its step has no block with \`platform=${platform}\`.`;
  return { ...diagnostic, why: diagnostic.why === undefined ? note : `${diagnostic.why} ${note}` };
}

function evidenceOf({ commands, diagnostics }: Analysis<unknown>): Evidence {
  const clean = diagnostics.every(({ severity }) => severity !== 'error');
  return clean && commands.length > 0 && commands.every(({ support }) => support === 'supported')
    ? 'bound'
    : 'parsed';
}
