import type { Code, Move, Reference, Scenario } from './scenario.ts';
import type { Fault, World } from './world.ts';
import { apply, back, restart, upTo } from './moves.ts';

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

export function faults({ changes, undone }: Reference): Scenario[] {
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
