import type { Lab } from '../lab/lab.ts';
import { platforms } from '../platforms/platforms.ts';
import type { DeviceHistory, FarEnds, PlacedBlock } from './run-device.ts';
import { noFarEnds } from './run-device.ts';

/** A cable from a port of the device to another device, whose history is known. */
interface KnownLink {
  readonly port: string;
  readonly far: { readonly port: string; readonly history: DeviceHistory };
  readonly isTold: boolean;
}

/**
 * Finds what others have left, at the point of the guide where it is asked. `histories` has each device once, as what the lab says it is;
 * `start` gives those that no block runs on. `placed` are all blocks in the order in which they are read.
 */
export function farEndsOf(
  { device, platform }: DeviceHistory,
  lab: Lab | undefined,
  histories: ReadonlyMap<string, DeviceHistory>,
  placed: readonly PlacedBlock[],
): FarEnds {
  const links = lab ? linksOf(device.name, platform, lab, histories) : [];
  if (links.length === 0) return noFarEnds;
  const order = new Map(placed.map((one, index) => [one, index]));
  const endsAt = (limit: number) =>
    links.map(({ port, far, isTold }) => {
      const state = stateBefore(limit, far.history, order);
      return { port, far: { device: far.history.device.name, port: far.port, state }, isTold };
    });
  return {
    before: (one) => new Map(endsAt(order.get(one) ?? 0).map(({ port, far }) => [port, far])),
    atLast: () => endsAt(Infinity),
  };
}

function linksOf(
  name: string,
  platform: DeviceHistory['platform'],
  lab: Lab,
  histories: ReadonlyMap<string, DeviceHistory>,
): KnownLink[] {
  return lab.links.flatMap(({ from, to }) => {
    if (from.device === to.device) return [];
    const near = from.device === name ? from : to.device === name ? to : undefined;
    const far = near === from ? to : from;
    const history = near && histories.get(far.device);
    if (!near || !history || history.run.model !== platforms[platform].model) return [];
    // Of two ends the second is told, where its author sees what the first one is.
    return [{ port: near.port, far: { port: far.port, history }, isTold: near === to }];
  });
}

/** What the last block before a point that lasts has left. */
function stateBefore(
  limit: number,
  { blocks, start }: DeviceHistory,
  order: ReadonlyMap<PlacedBlock, number>,
): unknown {
  const last = blocks.findLast(({ placed, ran }) => ran.role === 'apply' && (order.get(placed) ?? 0) < limit);
  return last ? last.ran.after : start;
}
