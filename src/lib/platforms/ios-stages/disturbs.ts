import type { Disturbance } from '../../models/model.ts';
import type { Console } from '../../models/switch/console.ts';
import { diff } from '../../models/switch/diff.ts';
import { propertiesOf } from '../../models/switch/resources.ts';
import type { StagedChange } from '../stages.ts';

/**
 * What is off the network while a switch is changed, and what is not done when its commands return. A port that comes up passes nothing for
 * twice the forward delay of 15 seconds, but where it is an edge port (Cisco, Understanding and Tuning Spanning Tree Protocol Timers).
 */
export function disturbs({ before, after }: StagedChange): Disturbance {
  const [from, to] = [(before as Console).state, (after as Console).state];
  const { looks } = to.profile;
  const changes = diff(from, to);
  const ports = changes.filter(({ kind }) => kind === 'port');
  const of = (name: string, state: typeof to) => propertiesOf(state, { kind: 'port', name });
  const isMoved = (name: string) =>
    ['channelGroup', 'mode', 'shutdown', 'accessVlan'].some(
      (property) => JSON.stringify(of(name, from)?.[property]) !== JSON.stringify(of(name, to)?.[property]),
    );
  const offline = [...new Set(ports.map(({ name }) => name))].filter(isMoved);
  const isBundled = offline.some((name) => of(name, to)?.['channelGroup'] !== undefined);
  const isSlow = offline.some((name) => of(name, to)?.['portfast'] === undefined);
  const frames = changes.some(({ kind, name }) => kind === 'mtu' || name === 'jumboFrames');
  return {
    offline,
    lasts: [
      ...(isBundled
        ? [
            `the channel carries something when the other end has its half, too; until then its ports wait, as "${looks.channels}" shows`,
          ]
        : []),
      ...(isSlow && offline.length > 0
        ? ['a port that comes up again passes nothing for up to 30 seconds, while spanning tree listens']
        : []),
      ...(frames && to.profile.mtu !== 'system-mtu-at-once'
        ? ['frames are larger after a restart of the switch, which takes every port down for some minutes']
        : []),
    ],
  };
}
