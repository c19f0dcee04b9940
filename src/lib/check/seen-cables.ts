import type { Link, PortRef } from '../lab/lab.ts';
import type { Attachment } from '../models/model.ts';
import type { DeviceHistory } from './run-device.ts';

/** A cable as the device at one end sees it. */
export interface SeenCable {
  readonly near: SeenEnd;
  readonly far: SeenEnd;
}

export interface SeenEnd {
  readonly at: PortRef;
  readonly history: DeviceHistory;
  readonly attached: Attachment;
}

/** Both ways of a cable between devices of different kinds. */
export function cablesOf({ from, to }: Link, histories: ReadonlyMap<string, DeviceHistory>): SeenCable[] {
  const ends = [from, to].map((at): SeenEnd | undefined => {
    const history = histories.get(at.device);
    const attached = history?.run.queries.attach?.(history.run.state, at.port);
    return history && attached && { at, history, attached };
  });
  const [one, other] = ends;
  if (!one || !other || one.history.run.model === other.history.run.model) return [];
  return [
    { near: one, far: other },
    { near: other, far: one },
  ];
}

export function nameOf({ at }: SeenEnd): string {
  return `${at.device} ${at.port}`;
}
