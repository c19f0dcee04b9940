import type { Reference, Scenario } from './scenario.ts';
import { apply, back, cardOf, converges, refused, upTo } from './moves.ts';
import type { World } from './world.ts';
import { addCard } from './world.ts';

export function startStates({ changes, cards, final }: Reference): Scenario[] {
  const halves = changes.map((change, at): Scenario => ({
    id: `half done, not by this script: up to ${at + 1} ${change.command}`,
    moves: [
      ...upTo(change),
      { run: 'Apply', faults: [{ change: change.at, kind: 'killed-after' }], codes: ['killed'] },
      { forgets: true },
      apply([0, 1, 2, 3], 'told'),
      { run: 'Undo', codes: [0, 2, 3] },
    ],
  }));
  const spare = (world: World) => {
    addCard(world, 'Spare 1', 'Spare card');
    addCard(world, 'Spare 2', 'Spare card #2');
  };
  return [
    {
      id: 'done by hand',
      moves: [
        apply([0], 'as planned'),
        { forgets: true },
        apply([0], 'nothing changed'),
        { run: 'Verify', codes: [0], holds: ['nothing changed'] },
        { run: 'Undo', codes: [0, 3], holds: ['nothing changed'] },
      ],
    },
    {
      id: 'another team came first',
      start(world) {
        spare(world);
        const members = world.adapters.slice(-2).map(({ id }) => id);
        world.teams.push({
          id: '{00000002-0000-4000-8000-000000000000}',
          name: 'Foreign-Team',
          members,
          mode: 'SwitchIndependent',
          loadBalancing: 'Dynamic',
          lacpTimer: 'Fast',
          upAt: 0,
        });
        const nic = addCard(world, 'Foreign-Team', 'Microsoft Network Adapter Multiplexor Driver');
        nic.kind = 'team-nic';
        nic.team = 'Foreign-Team';
      },
      moves: [...converges, back],
    },
    ...(cards.length === 0
      ? []
      : [
          {
            id: 'a card has no link',
            moves: [
              apply([0], 'as planned'),
              { happens: (world: World) => (cardOf(world, cards[0]!).link = false) },
              { run: 'Verify', codes: [2], holds: ['nothing changed'] },
              { happens: (world: World) => (cardOf(world, cards[0]!).link = true) },
              { run: 'Verify', codes: [0], holds: ['nothing changed'] },
              back,
            ],
          } satisfies Scenario,
        ]),
    ...(final.management.length === 0
      ? []
      : [
          {
            id: 'twins',
            moves: [
              apply([0], 'as planned'),
              {
                happens(world: World) {
                  const own = world.management.at(-1)!;
                  const adapter = world.adapters.find(({ id }) => id === own['id'])!;
                  const id = '{00000003-0000-4000-8000-000000000000}';
                  world.adapters.push({ ...adapter, id, name: `${adapter.name} 2`, ifIndex: 90 });
                  world.management.push({ ...own, id });
                },
              },
              { run: 'Verify', codes: [2], holds: ['nothing changed'] },
              { run: 'Plan', codes: [3], holds: ['nothing changed'] },
              refused,
            ],
          } satisfies Scenario,
          {
            id: 'renamed alias',
            moves: [
              apply([0], 'as planned'),
              {
                happens(world: World) {
                  const own = world.management.at(-1)!;
                  world.adapters.find(({ id }) => id === own['id'])!.name = 'Renamed';
                },
              },
              apply([0, 2, 3], 'told'),
              { run: 'Undo', codes: [0, 2, 3] },
            ],
          } satisfies Scenario,
        ]),
    ...halves,
  ];
}
