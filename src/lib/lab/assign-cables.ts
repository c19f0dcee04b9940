import type { Cable, Network } from './lab.ts';
import { cables } from './lab.ts';
import type { LabSource } from './schema.ts';

/** Gives each network that has no colour the first that no other has; where all are taken, they come round again. */
export function assignCables(networks: LabSource['networks']): Network[] {
  const taken = new Set(networks.flatMap(({ cable }) => cable ?? []));
  const free = cables.filter((cable) => !taken.has(cable));
  let given = 0;
  const next = (): Cable => {
    const index = given++;
    return free[index] ?? cables[(index - free.length) % cables.length]!;
  };
  return networks.map((network) => ({ ...network, cable: network.cable ?? next() }));
}
