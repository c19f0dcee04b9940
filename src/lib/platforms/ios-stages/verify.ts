import type { Properties, Resource } from '../../models/resource.ts';
import type { Console } from '../../models/switch/console.ts';
import { diff } from '../../models/switch/diff.ts';
import { lookFor, showOf } from '../../models/switch/looks.ts';
import type { SwitchProfile } from '../../models/switch/profiles/profile.ts';
import { propertiesOf } from '../../models/switch/resources.ts';
import type { CommandPassage, StagedChange } from '../stages.ts';
import { linesBelow, numberAndName } from './expected-lines.ts';

/** Every resource that a change makes another, looked at where a switch shows it. */
export function verify({ before, after }: StagedChange): readonly CommandPassage[] {
  const [from, to] = [(before as Console).state, (after as Console).state];
  const { profile } = to;
  const changed = new Map(
    diff(from, to).map(({ kind, name }) => [`${kind} ${name}`, { kind, name }] as const),
  );
  const looks = [...changed.values()].map((resource) => ({
    command: showOf(lookFor(resource), profile, resource.name),
    notes: expected(resource, propertiesOf(to, resource), profile),
  }));
  return [...Map.groupBy(looks, ({ command }) => command)].map(([command, all]) => ({
    notes: ['See:', ...all.flatMap(({ notes }) => notes.map((note) => `  ${note}`))],
    commands: [command],
  }));
}

type LookedAtResource = Pick<Resource, 'kind' | 'name'>;

function expected(
  resource: LookedAtResource,
  after: Properties | undefined,
  profile: SwitchProfile,
): readonly string[] {
  const { kind, name } = resource;
  if (after === undefined) return [`${kind === 'vlan' ? `VLAN ${name}` : name} is gone`];
  if (kind === 'vlan') return [`VLAN ${numberAndName(name, after, profile)}`];
  if (kind === 'mtu')
    return [
      `${String(after['bytes'])} bytes as the ${name} MTU; before the restart that it waits for, the old size`,
    ];
  if (kind === 'setting')
    return [
      name === 'jumboFrames'
        ? 'jumbo frames enabled after the next reset, or enabled once there was one'
        : `${name} ${String(after['value'])}`,
    ];
  if (kind === 'line') return [String(after['line'])];
  return [`below ${name}:`, ...linesBelow(resource, after, profile)];
}
