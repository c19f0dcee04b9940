import type { CheckedBlock, Track } from '../check/labwork.ts';
import type { Impact, OwnStart, OwnState } from '../platforms/own-start.ts';
import { ownStarts } from '../platforms/own-starts.ts';
import type { PlatformId } from '../platforms/platforms.ts';
import { platforms } from '../platforms/platforms.ts';
import type { Slice } from '../source/slice.ts';
import { replaceInSlice } from '../source/slice.ts';

/** What a labwork makes of one device that had a life before it. */
export interface StartPlan {
  readonly device: string;
  readonly title: string;
  readonly platform: PlatformId;
  readonly start: OwnState;
  readonly impacts: readonly Impact[];
  /** Commands of the guide that are typed in another form here. */
  readonly spared: readonly SparedCommand[];
  /** Commands that the device does not take. */
  readonly refused: readonly RefusedCommand[];
  /** `free`: nothing that its owner has set becomes another; `touched`: something does; `stopped`: it does not get where it leads. */
  readonly verdict: 'free' | 'touched' | 'stopped';
  /** The blocks as they are typed here, with the states before and after them; the way back is the model's. */
  readonly track: Track;
}

export interface SparedCommand {
  readonly step: string | undefined;
  /** As the guide has it. */
  readonly line: string;
  readonly typed: string;
}

export interface RefusedCommand {
  readonly step: string | undefined;
  readonly line: string;
  /** A sentence. */
  readonly why: string;
}

/**
 * Plans from what the owner of a device has written down of it. Of a device with alternatives it is the track that understands the most of
 * it. Undefined where the platform of the tracks has no such start, or none of them changes anything.
 */
export function planFromStart(tracks: readonly Track[], text: string): StartPlan | undefined {
  const readings = tracks.flatMap((track) => {
    const { dialect, profile } = platforms[track.platform];
    const own = ownStarts[dialect];
    if (!own) return [];
    return [{ track, own, start: own.read(text, profile, track.device.name) }];
  });
  const [best] = readings.toSorted((a, b) => a.start.unknown.length - b.start.unknown.length);
  return best && planOf(best.track, best.own, best.start);
}

function planOf(track: Track, own: OwnStart, start: OwnState): StartPlan | undefined {
  const applied = track.blocks.filter(({ block }) => block.role === 'apply');
  const [first, last] = [applied[0], applied.at(-1)];
  if (!first || !last) return undefined;
  const typed = typeBlocks(track.blocks, own, start);
  const fresh = { before: first.states.before, after: last.states.after };
  const impacts = own.impact(start, typed.state, fresh);
  const stops = typed.refused.length > 0 || impacts.some(({ kind }) => kind === 'stops');
  const touches = impacts.some(({ kind }) => kind === 'changes' || kind === 'cuts');
  return {
    device: track.device.name,
    title: track.device.title,
    platform: track.platform,
    start,
    impacts,
    spared: typed.spared,
    refused: typed.refused,
    verdict: stops ? 'stopped' : touches ? 'touched' : 'free',
    track: { ...track, blocks: typed.blocks },
  };
}

function typeBlocks(blocks: readonly CheckedBlock[], own: OwnStart, start: OwnState) {
  const spared: SparedCommand[] = [];
  const refused: RefusedCommand[] = [];
  let { state } = start;
  const typedBlocks = blocks.flatMap((checked): CheckedBlock[] => {
    const { role, step } = checked.block;
    // What the author takes back is what the guide has made, and not what was there.
    if (role === 'undo') return [];
    if (role !== 'apply') return [{ ...checked, states: { before: state, after: state } }];
    const before = state;
    const lines = checked.resolved.text.split('\n');
    const typed = own.type(lines, before, start);
    state = typed.state;
    for (const one of typed.spared) spared.push({ step, ...one });
    for (const one of typed.refused) refused.push({ step, ...one });
    const resolved = withLines(checked.resolved, lines, typed.lines);
    return [{ ...checked, resolved, states: { before, after: state } }];
  });
  return { state, spared, refused, blocks: typedBlocks };
}

/** The same code with other lines in the place of some. */
function withLines(slice: Slice, before: readonly string[], after: readonly string[]): Slice {
  let start = 0;
  const replacements = before.flatMap((line, index) => {
    const place = { start, end: start + line.length, text: after[index] ?? line };
    start += line.length + 1;
    return place.text === line ? [] : [place];
  });
  return replaceInSlice(slice, replacements);
}
