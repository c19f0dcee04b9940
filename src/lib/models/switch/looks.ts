import type { ResourceChange } from '../resource.ts';
import { emit } from './emit.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import type { SwitchResourceKind } from './resources.ts';
import { changeOf } from '../resource.ts';

/** The parts of a switch that are looked at together. */
export type LookedAt = 'vlans' | 'channels' | 'frames' | 'interface' | 'configuration';

/** Where a resource is seen. */
export function lookFor({ kind, name }: Pick<ResourceChange, 'kind' | 'name'>): LookedAt {
  if (kind === 'setting') return name === 'jumboFrames' ? 'frames' : 'configuration';
  return places[kind as Exclude<SwitchResourceKind, 'setting'>];
}

const places: Readonly<Record<Exclude<SwitchResourceKind, 'setting'>, LookedAt>> = {
  line: 'configuration',
  'line-block': 'configuration',
  mtu: 'frames',
  vlan: 'vlans',
  'port-channel': 'interface',
  port: 'interface',
  'vlan-interface': 'interface',
  interface: 'interface',
};

/** The command that shows a part of a switch; `name` is of the interface. */
export function showOf(place: LookedAt, { looks }: SwitchProfile, name = ''): string {
  if (place === 'interface') return `show running-config interface ${name}`;
  return place === 'configuration' ? 'show running-config' : looks[place];
}

/** The lines by which a resource stands in the configuration when all its changes are made, as they are typed. */
export function linesOf(
  { kind, name, after }: Pick<ResourceChange, 'kind' | 'name' | 'after'>,
  profile: SwitchProfile,
): readonly string[] {
  const made = changeOf({ kind, name }, undefined, after);
  if (!made) return [];
  const { lines } = emit([made], profile);
  return lines.filter((line) => line.startsWith(' ')).map((line) => line.trim());
}
