import type { Move, Scenario } from './scenario.ts';
import { back, cardOf, ownAddress, refused } from './moves.ts';
import type { World } from './world.ts';

/** The host's own address is on a card that goes into a team or beneath a switch. */
export function movedAddress(name: string, count: number): Scenario[] {
  const at = [2, 3, 5, 6, 7].filter((change) => change <= count);
  const start = (world: World) => {
    const card = cardOf(world, name);
    card.dhcp = 'Disabled';
    card.dns = ['10.1.1.53'];
    world.addresses.push(ownAddress(card));
    world.routes.push({
      adapter: card.id,
      destination: '0.0.0.0/0',
      nextHop: '10.1.1.254',
      metric: 256,
    });
  };
  const args = ['-MoveAddress'];
  const byTask: Move = { run: 'Undo', byTask: true, codes: [0], holds: ['as at the start'] };
  const keep: Move = { run: 'Keep', codes: [0] };
  return [
    {
      id: 'an address of the host stays where nobody has said that it moves',
      start,
      moves: [{ run: 'Plan', codes: [3], holds: ['nothing changed'] }, refused],
    },
    {
      id: 'an address of the host moves, nobody comes in again, and the task takes all of it back',
      start,
      moves: [
        { run: 'Apply', args, codes: [0] },
        { run: 'Verify', codes: [0], holds: ['nothing changed'] },
        byTask,
      ],
    },
    {
      id: 'an address of the host moves and is kept',
      start,
      moves: [
        { run: 'Apply', args, codes: [0] },
        keep,
        { run: 'Apply', args, codes: [0], holds: ['nothing changed'] },
        back,
      ],
    },
    ...(['killed-after', 'error-after', 'error-before'] as const).flatMap((kind) =>
      at.map((change): Scenario => ({
        id: `an address of the host moves: ${kind} at ${change}, and the task takes all of it back`,
        start,
        moves: [
          {
            run: 'Apply',
            args,
            faults: [{ change, kind }],
            codes: kind === 'killed-after' ? ['killed'] : [0, 1],
          },
          byTask,
        ],
      })),
    ),
    ...at.map((change): Scenario => ({
      id: `an address of the host moves: killed at ${change}, run again and kept`,
      start,
      moves: [
        { run: 'Apply', args, faults: [{ change, kind: 'killed-after' }], codes: ['killed'] },
        { run: 'Apply', args, codes: [0] },
        keep,
        back,
      ],
    })),
  ];
}
