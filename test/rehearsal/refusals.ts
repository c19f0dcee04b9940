import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Move, Reference, Scenario } from './scenario.ts';
import { movedAddress } from './moved-address.ts';
import { apply, back, cardOf, converges, ownAddress, refused, restart } from './moves.ts';
import type { World } from './world.ts';

export function refusals({
  cards,
  addresses,
  platforms,
  looks,
  start,
  changes,
  final,
}: Reference): Scenario[] {
  const plan: Move = { run: 'Plan', codes: [3], holds: ['nothing changed'] };
  const free = start.adapters.find(({ name }) => !cards.includes(name))?.name;
  return [
    ...cards.slice(0, 1).map((name): Scenario => ({
      id: 'missing card',
      start: (world) => {
        world.adapters = world.adapters.filter((card) => card.name !== name);
      },
      moves: [plan, refused],
    })),
    ...addresses.slice(0, 1).flatMap((address): Scenario[] => [
      ...(free === undefined
        ? []
        : [
            {
              id: 'address elsewhere on the machine',
              start: (world: World) => {
                world.addresses.push({ ...ownAddress(cardOf(world, free)), address });
              },
              moves: [plan, refused],
            },
          ]),
      {
        id: 'address answered on the wire',
        start: (world) => {
          world.wire.push(address);
        },
        moves: [
          { run: 'Apply', codes: [1, 3], holds: ['told'] },
          { happens: (world) => (world.wire = []) },
          ...converges,
          back,
        ],
      },
    ]),
    { id: 'wrong machine', start: (world) => (world.computer.name = 'OTHER'), moves: [plan, refused] },
    { id: 'a restart is due', start: (world) => (world.computer.restartPending = true), moves: [refused] },
    { id: 'not elevated', start: (world) => (world.computer.elevated = false), moves: [refused] },
    {
      id: 'no Hyper-V',
      start: (world) => (world.features['Hyper-V-PowerShell'] = 'Available'),
      moves: [{ run: 'Apply', codes: [0, 3], holds: ['told'] }],
    },
    ...cards.slice(0, 1).map((name): Scenario => ({
      id: 'somebody is connected over a card of it',
      start: (world) => {
        const card = cardOf(world, name);
        card.dhcp = 'Disabled';
        world.addresses.push(ownAddress(card));
        world.sessions.push({ local: '10.1.1.1', port: 3389, remote: '10.1.1.9' });
      },
      moves: [refused],
    })),
    ...cards.slice(0, 1).map((name): Scenario => ({
      id: 'an address of IPv6 is on a card of it',
      start: (world) => {
        world.addresses.push({ ...ownAddress(cardOf(world, name)), address: '2001:db8::1', family: 'IPv6' });
      },
      moves: [plan, refused, { ...refused, args: ['-MoveAddress'] }],
    })),
    {
      id: 'the folder of its records is somebody else’s',
      moves: [
        apply([0], 'as planned'),
        { happens: (world) => (world.owners['Labworks'] = 'S-1-5-21-1-2-3-1001') },
        refused,
        { run: 'Undo', codes: [3], holds: ['nothing changed'] },
        { happens: (world) => (world.owners = {}) },
        back,
      ],
    },
    ...(final.management.length === 0
      ? []
      : [
          {
            id: 'somebody has set an address on what goes',
            moves: [
              apply([0], 'as planned'),
              {
                happens(world) {
                  const own = world.management.at(-1)!;
                  const adapter = world.adapters.find(({ id }) => id === own['id'])!;
                  world.addresses.push(ownAddress(adapter));
                },
              },
              { run: 'Undo', codes: [3], holds: ['nothing changed'] },
              { happens: (world) => world.addresses.pop() },
              back,
            ],
          } satisfies Scenario,
        ]),
    // In one run: the numbers of changes below are of one that no restart divides.
    ...(changes.every(({ part }) => part === 0)
      ? cards.slice(0, 1).flatMap((name) => movedAddress(name, changes.length))
      : []),
    ...Object.entries(platforms).map(([platform, outcome]): Scenario => ({
      id: `on ${platform}`,
      platform: platform as PowerShellPlatform,
      moves: outcome === 'runs' ? [...converges, back] : [plan, refused],
    })),
    // A look that fails is an error, and never means that nothing is there.
    ...looks.map((command): Scenario => ({
      id: `a look fails: ${command}`,
      moves: [
        {
          run: 'Plan',
          faults: [{ command, kind: 'error-before' }],
          codes: [1, 2, 3],
          holds: ['nothing changed', 'stopped'],
        },
        { run: 'Apply', faults: [{ command, kind: 'error-before' }], codes: [0, 1, 3], holds: ['stopped'] },
        ...converges,
        { run: 'Verify', faults: [{ command, kind: 'error-before' }], codes: [0, 1, 3], holds: ['stopped'] },
        { run: 'Undo', faults: [{ command, kind: 'error-before' }], codes: [0, 1, 3], holds: ['stopped'] },
        restart,
        back,
      ],
    })),
  ];
}
