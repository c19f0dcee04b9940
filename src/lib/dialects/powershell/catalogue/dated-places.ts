import { windowsServers } from '../platforms.ts';
import type { CommandPlace } from './command-here.ts';
import type { DatedCommands } from './overrides/dated-commands.ts';
import { baseOfClusters, platformBit } from './versions.ts';

const bits = windowsServers.map(platformBit);
const clusters = platformBit('azure-local');

/**
 * Where commands are by the facts, with what dates them. From `since` or `seen` to the first version that the facts know, a command is
 * there; before `since`, and after `until`, it is not. What a row says of a whole module settles no command of it: between the version
 * that brought the module and the first that the facts know, a command is likely.
 */
export function datePlaces(
  places: readonly CommandPlace[],
  rows: readonly DatedCommands[],
): readonly CommandPlace[] {
  const named = new Map<string, DatedCommands[]>();
  for (const row of rows)
    for (const name of row.commands.toLowerCase().split(' ')) {
      const known = named.get(name);
      if (known) known.push(row);
      else named.set(name, [row]);
    }
  const has = new Set(places.map(({ name }) => name.toLowerCase()));
  const added = rows.flatMap(({ commands, module }) =>
    module === undefined
      ? []
      : commands
          .split(' ')
          .filter((name) => !has.has(name.toLowerCase()))
          .map((name): CommandPlace => ({ name, module, mask: 0, documented: 0, maybe: 0, missing: 0 })),
  );
  return [...places, ...added].map((place) => {
    const own = named.get(place.name.toLowerCase()) ?? [];
    const ofModule = named.get(`${place.module.toLowerCase()}\\*`) ?? [];
    const dated = own.reduce((one, row) => dateBy(one, row, true), place);
    return ofModule.reduce((one, row) => dateBy(one, row, false), dated);
  });
}

function dateBy(place: CommandPlace, { since, seen, until, gone }: DatedCommands, sure: boolean): CommandPlace {
  let { mask, maybe, missing } = place;
  // What dates a command is more than a page for a version that does not have it.
  if (since) missing |= all((bit) => bit < platformBit(since));
  if (until) missing |= all((bit) => bit > platformBit(until));
  if (gone) missing |= platformBit(gone);
  const from = since ?? seen;
  if (from && platformBit(from) === clusters) return { ...place, mask: mask | clusters };
  if (from) {
    const first = platformBit(from);
    // Of a command that the facts do not have, only the source says where it is.
    const found = (mask === 0 ? (since ? all((bit) => bit >= first) : first) : spanTo(first, mask)) & ~mask & ~missing;
    mask |= found;
    // A page, or another source, for this very version settles that it is there.
    maybe = sure ? maybe & ~(found | first) : maybe | found;
  }
  return { ...place, mask: mask & ~missing, maybe, missing };
}

/** A place with Azure's clusters, which have what both versions have that they are made from, and are likely to have what one of them has. */
export function onClusters(place: CommandPlace): CommandPlace {
  const bases = place.mask & ~place.maybe & baseOfClusters;
  if (place.mask & clusters || (place.mask & baseOfClusters) === 0) return place;
  return {
    ...place,
    mask: place.mask | clusters,
    maybe: bases === baseOfClusters ? place.maybe : place.maybe | clusters,
  };
}

/** All versions from `first` to the nearest one of `known`, on either side. */
function spanTo(first: number, known: number): number {
  const later = bits.find((bit) => bit >= first && bit & known);
  const to = later ?? bits.findLast((bit) => bit <= first && bit & known) ?? first;
  return all((bit) => bit >= Math.min(first, to) && bit <= Math.max(first, to));
}

function all(wanted: (bit: number) => boolean): number {
  return bits.filter(wanted).reduce((mask, bit) => mask | bit, 0);
}
