import type { Change, Code, Event, Hold, Move } from './scenario.ts';
import type { Adapter, Address, World } from './world.ts';
import { restarted } from './world.ts';

// What scenarios are put together from.

export const apply = (codes: readonly Code[], ...holds: Hold[]): Move => ({ run: 'Apply', codes, holds });
export const refused: Move = apply([3], 'nothing changed');
export const converges: readonly Move[] = [
  apply([0], 'as planned'),
  { run: 'Verify', codes: [0], holds: ['nothing changed'] },
];
export const back: Move = { run: 'Undo', codes: [0], holds: ['as at the start'] };

/** Somebody starts the machine again where it waits for that: a role that was taken away wants it. */
export const restart: Event = {
  happens(world) {
    if (world.computer.restartPending) restarted(world);
  },
};

/** The runs that end in a restart before a change. */
export function upTo({ part }: Change): Move[] {
  return Array.from({ length: part }, (): Move => ({ run: 'Apply', codes: [2], once: true }));
}

/** An address that somebody has given an adapter by hand. */
export function ownAddress({ id }: Adapter): Address {
  return { adapter: id, address: '10.1.1.1', prefix: 24, origin: 'Manual', madeAt: -60, family: 'IPv4' };
}

export function cardOf(world: World, name: string) {
  const card = world.adapters.find((one) => one.name === name);
  if (!card) throw new Error(`There is no card ${name}`);
  return card;
}
