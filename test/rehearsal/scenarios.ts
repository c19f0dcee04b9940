import type { PowerShellPlatform } from '../../src/lib/dialects/powershell/platforms.ts';
import type { Adapter, Address, Fault, World } from './world.ts';
import { addCard, restarted } from './world.ts';

export type Mode = 'Plan' | 'Apply' | 'Verify' | 'Undo' | 'Keep';
export type Code = 0 | 1 | 2 | 3 | 'killed';

/** What is to hold after a run, beside that nothing foreign was touched. */
export type Hold =
  /** No command changed anything, and the machine is as before the run. */
  | 'nothing changed'
  /** The machine is as it is after a run from a clean start. */
  | 'as planned'
  /** The machine is as it was at the start. */
  | 'as at the start'
  /** What is not as planned is told: the code is not 0 unless all is as planned. */
  | 'told'
  /** Where a look failed, nothing was changed after it, and the code says so; some looks come only after a change. */
  | 'stopped';

export interface Move {
  readonly run: Mode;
  /** By the scheduled task that the script has set, and not by a person. */
  readonly byTask?: true;
  readonly args?: readonly string[];
  readonly faults?: readonly Fault[];
  readonly codes: readonly Code[];
  readonly holds?: readonly Hold[];
  /** It is not begun again where it ends in a restart. */
  readonly once?: boolean;
}

/** What happens between two runs, by somebody else. */
export interface Event {
  readonly happens: (world: World) => void;
}
/** What the script had kept is gone. */
export interface Forgotten {
  readonly forgets: true;
}

/** A start state, and what is done from there on. */
export interface Scenario {
  readonly id: string;
  /** Where it is another than the device's own. */
  readonly platform?: PowerShellPlatform;
  readonly start?: (world: World) => void;
  readonly moves: readonly (Move | Event | Forgotten)[];
}

/**
 * Of how many scenarios one is run in both ways, a process of its own for each run and runspaces, which are to come to the same. The others
 * are run in runspaces alone.
 */
const oneInBothWays = 16;

/** Those that are run in both ways: the straight one, and of all others each so many. */
export function inBothWays(scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(scenarios.filter((_, at) => at % oneInBothWays === 0).map(({ id }) => id));
}

/** A command that changed something: the nth change of a run. Where the machine starts again on the way, the next run goes on. */
export interface Change {
  readonly command: string;
  /** How many runs end in a restart before it. */
  readonly part: number;
  readonly at: number;
}

/** What a run from a clean start came to: scenarios are made of it. */
export interface Reference {
  readonly start: World;
  readonly final: World;
  /** Commands that changed something in it, in order. */
  readonly changes: readonly Change[];
  /** Commands that look. */
  readonly looks: readonly string[];
  /** The same of undo. */
  readonly undone: readonly Change[];
  /** The cards that it takes off the network, and the addresses that it sets. */
  readonly cards: readonly string[];
  readonly addresses: readonly string[];
  readonly platforms: Readonly<Partial<Record<PowerShellPlatform, 'runs' | 'refused'>>>;
}

const apply = (codes: readonly Code[], ...holds: Hold[]): Move => ({ run: 'Apply', codes, holds });
const refused: Move = apply([3], 'nothing changed');
const converges: readonly Move[] = [
  apply([0], 'as planned'),
  { run: 'Verify', codes: [0], holds: ['nothing changed'] },
];
const back: Move = { run: 'Undo', codes: [0], holds: ['as at the start'] };

/** Somebody starts the machine again where it waits for that: a role that was taken away wants it. */
const restart: Event = {
  happens(world) {
    if (world.computer.restartPending) restarted(world);
  },
};

/** From a clean start to the end and back, each mode in its turn. */
export const straight: Scenario = {
  id: 'clean',
  moves: [
    { run: 'Plan', codes: [2], holds: ['nothing changed'] },
    { run: 'Verify', codes: [2], holds: ['nothing changed'] },
    { run: 'Apply', args: ['-WhatIf'], codes: [2], holds: ['nothing changed'] },
    apply([0], 'as planned'),
    { run: 'Plan', codes: [0], holds: ['nothing changed'] },
    apply([0], 'nothing changed'),
    { run: 'Verify', codes: [0], holds: ['nothing changed'] },
    { run: 'Undo', args: ['-WhatIf'], codes: [2], holds: ['nothing changed'] },
    back,
    restart,
    { run: 'Verify', codes: [2], holds: ['nothing changed'] },
    { run: 'Undo', codes: [0], holds: ['nothing changed'] },
  ],
};

const faultCodes: Readonly<Record<Exclude<Fault['kind'], 'hangs'>, readonly Code[]>> = {
  'killed-after': ['killed'],
  'full-disk': [0, 1],
  never: [0, 1],
  meanwhile: [0, 1, 2],
  // It may have been done for all that: then a script may go on.
  'error-after': [0, 1],
  'error-before': [1],
  'killed-before': ['killed'],
};

/** Everything that is rehearsed of a script. */
export function scenariosOf(reference: Reference): readonly Scenario[] {
  return [straight, ...faults(reference), ...refusals(reference), ...startStates(reference)];
}

function startStates({ changes, cards, final }: Reference): Scenario[] {
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

function refusals({ cards, addresses, platforms, looks, start, changes, final }: Reference): Scenario[] {
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

/** The host's own address is on a card that goes into a team or beneath a switch. */
function movedAddress(name: string, count: number): Scenario[] {
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

/** The runs that end in a restart before a change. */
function upTo({ part }: Change): Move[] {
  return Array.from({ length: part }, (): Move => ({ run: 'Apply', codes: [2], once: true }));
}

function faults({ changes, undone }: Reference): Scenario[] {
  const kinds = Object.keys(faultCodes) as (keyof typeof faultCodes)[];
  const ofApply = kinds.flatMap((kind) =>
    changes.map((change, at): Scenario => {
      const first: Move = {
        run: 'Apply',
        faults: [{ change: change.at, kind }],
        codes: faultCodes[kind],
        holds: ['told'],
      };
      const id = `${kind} at ${at + 1} ${change.command}`;
      const before = upTo(change);
      // Two of one name are nobody's to choose between.
      if (kind === 'meanwhile')
        return { id, moves: [...before, first, apply([0, 3], 'told'), { run: 'Undo', codes: [0, 1, 2, 3] }] };
      // What was never there and what could not be written down heals.
      return { id, moves: [...before, first, { happens: heal }, apply([0], 'as planned'), back] };
    }),
  );
  const ofUndo = undone.flatMap(({ command, at }) =>
    (['error-before', 'killed-before', 'killed-after'] as const).map((kind): Scenario => ({
      id: `undo: ${kind} at ${at} ${command}`,
      moves: [
        apply([0], 'as planned'),
        {
          run: 'Undo',
          faults: [{ change: at, kind }],
          codes: kind === 'error-before' ? [1] : ['killed'],
        },
        restart,
        back,
      ],
    })),
  );
  // In earnest half a minute, the least that a command is given.
  const ofHanging = changes.slice(0, 1).map(({ command }): Scenario => ({
    id: `hangs at 1 ${command}`,
    moves: [
      { run: 'Apply', args: ['-TimeoutSeconds', '30'], faults: [{ change: 1, kind: 'hangs' }], codes: [1] },
      apply([0], 'as planned'),
      back,
    ],
  }));
  return [...ofApply, ...ofUndo, ...ofHanging];
}

/** What came never comes now. */
function heal(world: World): void {
  for (const adapter of world.adapters) adapter.shownAt ??= world.now;
  for (const team of world.teams) team.upAt ??= world.now;
  for (const address of world.addresses as { never?: boolean }[]) delete address.never;
}

/** An address that somebody has given an adapter by hand. */
function ownAddress({ id }: Adapter): Address {
  return { adapter: id, address: '10.1.1.1', prefix: 24, origin: 'Manual', madeAt: -60, family: 'IPv4' };
}

function cardOf(world: World, name: string) {
  const card = world.adapters.find((one) => one.name === name);
  if (!card) throw new Error(`There is no card ${name}`);
  return card;
}
