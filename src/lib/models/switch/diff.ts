import { changeOf } from '../resource.ts';
import type { Properties, Resource, ResourceChange } from '../resource.ts';
import type { Console } from './console.ts';
import { openConsole } from './console.ts';
import { protocolOf } from './effects/channel.ts';
import { reloaded } from './effects/exec.ts';
import { emit } from './emit.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import { propertiesOf, resources, standsAlone } from './resources.ts';
import type { ChannelGroup, SwitchState } from './state.ts';
import { typeLines } from './type-lines.ts';

/**
 * The changes that lead from one state of a switch to another, in an order in which it takes their commands: global settings, new
 * VLANs, ports that leave a channel, channels, ports and other interfaces, VLANs that go, blocks of lines, and VTP's mode of a client. What is equal is not among
 * them, unless a command for something else brings it along.
 *
 * Commands do more than they say: a channel sets its members, a new access VLAN is created. So the commands of each change are
 * typed into the model at once, and the changes after it start from what came of them. What cannot be reached stands at the end,
 * marked as such.
 */
export function diff(from: SwitchState, to: SwitchState): readonly ResourceChange[] {
  const known = found.get(from) ?? new WeakMap<SwitchState, readonly ResourceChange[]>();
  found.set(from, known);
  let changes = known.get(to);
  if (!changes) known.set(to, (changes = differences(from, to)));
  return changes;
}

/** Plan, files and looks ask for the same changes; states never change. */
const found = new WeakMap<SwitchState, WeakMap<SwitchState, readonly ResourceChange[]>>();

function differences(from: SwitchState, to: SwitchState): readonly ResourceChange[] {
  const { changes, rest } = reach(from, byKey(to), to.profile);
  return [...changes, ...rest.map((change) => ({ ...change, unreachable: true as const }))];
}

/** A switch with these resources, saved and restarted; undefined where commands do not lead there. */
export function restore(start: SwitchState, wanted: readonly Resource[]): SwitchState | undefined {
  const { console, rest } = reach(start, mapOf(wanted), start.profile);
  return rest.length > 0 ? undefined : reloaded({ ...console.state, startup: console.state.running });
}

function reach(from: SwitchState, wanted: ResourceMap, profile: SwitchProfile) {
  const changes: ResourceChange[] = [];
  const refused = new Set<string>();
  let console = openConsole(from.profile.id, { state: from, mode: 'config' });
  let now = byKey(from);
  // What one change undoes of another is made again; more often than that nothing comes of it.
  for (let round = 0, before = -1; round < rounds && before !== changes.length; round++) {
    before = changes.length;
    for (const stage of stages) {
      const { state } = console;
      for (const change of stage(now, wanted, profile)) {
        const key = JSON.stringify(change);
        const after = refused.has(key) ? undefined : made(change, console);
        if (!after) {
          refused.add(key);
          continue;
        }
        changes.push(after.change);
        console = after.console;
      }
      if (console.state !== state) now = byKey(console.state);
    }
  }
  return { changes, console, rest: changedResources(now, wanted) };
}

const rounds = 4;

/** What of a change commands can make, and the switch after them; undefined where they are refused or change nothing. */
function made(
  change: ResourceChange,
  console: Console,
): { change: ResourceChange; console: Console } | undefined {
  const { profile } = console.state;
  const { lines, unemitted } = emit([change], profile);
  if (lines.length === 0) return undefined;
  const after = typeLines(lines, console);
  if (!after) return undefined;
  const left = unemitted[0];
  const reached = left ? changeOf(change, change.before, left.before) : change;
  const isSameAsBefore = !changeOf(
    change,
    propertiesOf(console.state, change),
    propertiesOf(after.state, change),
  );
  return reached && !isSameAsBefore ? { change: reached, console: after } : undefined;
}

/** Resources by kind and name, in their order. */
type ResourceMap = ReadonlyMap<string, Resource>;

function byKey(state: SwitchState): ResourceMap {
  return mapOf(resources(state));
}

function mapOf(list: readonly Resource[]): ResourceMap {
  return new Map(list.map((resource) => [`${resource.kind} ${resource.name}`, resource]));
}

/** Some of the changes that are still to be made. */
type Stage = (now: ResourceMap, wanted: ResourceMap, profile: SwitchProfile) => ResourceChange[];

const stages: readonly Stage[] = [
  (now, wanted) =>
    changedResources(now, wanted, ['setting', 'line', 'mtu']).filter((change) => !makesClient(change)),
  (now, wanted) => changedResources(now, wanted, ['vlan']).filter(({ action }) => action !== 'remove'),
  leavingPorts,
  (now, wanted) => changedResources(now, wanted, ['port-channel']),
  changedInterfaces,
  (now, wanted) => changedResources(now, wanted, ['vlan']),
  (now, wanted) => changedResources(now, wanted, ['line-block']),
  (now, wanted) => changedResources(now, wanted, ['setting']),
];

/** A VTP client takes no VLANs any more from its command line. */
function makesClient({ name, after }: ResourceChange): boolean {
  return name === 'vtpMode' && after?.['value'] === 'client';
}

/**
 * The changes of resources of some kinds, or of all: those that go, in the order of the old state, then the others in that of the new
 * one. A line with `no` takes away what begins with its words, and so comes before those.
 */
function changedResources(
  now: ResourceMap,
  wanted: ResourceMap,
  kinds?: readonly string[],
): ResourceChange[] {
  const gone = [...now.keys()].filter((key) => !wanted.has(key));
  const isNegated = (key: string) => key.startsWith('line no ');
  const next = [...wanted.keys()];
  return [...gone, ...next.filter(isNegated), ...next.filter((key) => !isNegated(key))].flatMap((key) => {
    const resource = wanted.get(key) ?? now.get(key)!;
    if (kinds && !kinds.includes(resource.kind)) return [];
    return changeOf(resource, now.get(key)?.properties, wanted.get(key)?.properties) ?? [];
  });
}

/** Ports that go out of their channel, into none, another one, or one of another protocol. */
function leavingPorts(now: ResourceMap, wanted: ResourceMap, { channels }: SwitchProfile): ResourceChange[] {
  return [...now].flatMap(([key, resource]) => {
    const group = groupOf(resource.properties);
    const next = groupOf(wanted.get(key)?.properties);
    const stays =
      next !== undefined &&
      next.id === group?.id &&
      protocolOf(next.mode, channels) === protocolOf(group.mode, channels);
    return !group || stays ? [] : (partial(resource, {}, ['channelGroup']) ?? []);
  });
}

function groupOf(properties: Properties | undefined): Pick<ChannelGroup, 'id' | 'mode'> | undefined {
  return properties?.['channelGroup'] as Pick<ChannelGroup, 'id' | 'mode'> | undefined;
}

/**
 * Ports and other interfaces, each with its membership by itself: a port joins a channel as its settings are complete, unless that takes
 * its settings away.
 */
function changedInterfaces(now: ResourceMap, wanted: ResourceMap, profile: SwitchProfile): ResourceChange[] {
  return changedResources(now, wanted, ['port', 'vlan-interface', 'interface']).flatMap((change) => {
    if (standsAlone(change.name, profile)) return [change];
    const { before = {}, after = {} } = change;
    const membership = ['channelGroup', 'channelProtocol'];
    const joins = partial({ ...change, properties: before }, after, membership);
    const rest = Object.keys({ ...before, ...after }).filter((name) => !membership.includes(name));
    if (!joins) return [change];
    const joinsFirst = profile.channels.settings === 'channel';
    const first = partial({ ...change, properties: before }, after, joinsFirst ? membership : rest);
    const between = first?.after ?? before;
    const second = partial({ ...change, properties: between }, after, joinsFirst ? rest : membership);
    return [first, second].filter((part) => part !== undefined);
  });
}

/** The change of some properties alone. */
function partial(
  resource: Resource,
  after: Properties,
  names: readonly string[],
): ResourceChange | undefined {
  const entries = Object.entries(resource.properties).filter(([name]) => !names.includes(name));
  for (const name of names) if (after[name] !== undefined) entries.push([name, after[name]]);
  const next = Object.fromEntries(entries);
  return changeOf(
    resource,
    Object.keys(resource.properties).length > 0 ? resource.properties : undefined,
    entries.length > 0 ? next : undefined,
  );
}
