import type { JsonValue, Properties, Resource } from '../resource.ts';
import type { SwitchProfile } from './profiles/profile.ts';
import { globalSettings } from './settings/global.ts';
import { mtuKinds } from './settings/mtu.ts';
import { thresholds } from './show/interface-lines.ts';
import { byPlace, vlanInterfaceId } from './show/interface-names.ts';
import { channelId, isCreated, vlanTable } from './state.ts';
import type { InterfaceConfig, SwitchState } from './state.ts';

export type SwitchResourceKind =
  | 'setting'
  | 'line'
  | 'mtu'
  | 'vlan'
  | 'port-channel'
  | 'port'
  | 'vlan-interface'
  | 'interface'
  | 'line-block';

/**
 * A switch as named resources, in a stable order: global settings, lines of global configuration whose effect is not modelled, MTUs
 * as they are after the next reload, VLANs, channels, ports, interfaces of VLANs and others, blocks of lines.
 *
 * Not among them is what no configuration command sets: the startup configuration, what a reload would change, and which ports the
 * machine has. Nor is the order of unmodelled lines: they are compared as a set.
 */
export function resources(state: SwitchState): readonly Resource[] {
  return Object.values<Reader>(readers).flatMap((read) => read(state));
}

/** The properties of one resource; undefined where the switch has none of that name. */
export function propertiesOf(
  state: SwitchState,
  { kind, name }: Pick<Resource, 'kind' | 'name'>,
): Properties | undefined {
  return readers[readerOf(kind as SwitchResourceKind)](state, name).find(
    (one) => one.kind === kind && one.name === name,
  )?.properties;
}

/** An interface that is a resource even where nothing is set at it: it was created, and can be removed. */
export function standsAlone(name: string, profile: SwitchProfile): boolean {
  const belongsToVlan = profile.vlans.namedAt === 'interface' && vlanInterfaceId(name) !== undefined;
  return isCreated(name, profile) && !belongsToVlan;
}

/** The prefix of a property that is a line whose effect is not modelled; what it sets follows. */
export const linePrefix = 'line ';

/** Reads the resources of some kinds: all of them, or at least the one of that name. */
type Reader = (state: SwitchState, name?: string) => Resource[];

const readers = {
  setting: ({ running }) =>
    globalSettings.flatMap(({ key }) => {
      const value = running[key];
      return value === undefined ? [] : [{ kind: 'setting', name: key, properties: { value } }];
    }),
  line: ({ running }) =>
    sorted(running.lines).map(([name, line]) => ({ kind: 'line', name, properties: { line } })),
  mtu: ({ boot, profile }) =>
    profile.mtu === 'jumbo-frames'
      ? []
      : mtuKinds.flatMap(({ name, key, factory }) => {
          const bytes = boot[key].next;
          return bytes === factory ? [] : [{ kind: 'mtu', name, properties: { bytes } }];
        }),
  vlan: (state) =>
    [...vlanTable(state)]
      .sort(([a], [b]) => a - b)
      .map(([id, vlan]) => ({ kind: 'vlan', name: String(id), properties: properties(vlan) })),
  interface: ({ running, profile }, only) =>
    (only === undefined
      ? sorted(running.interfaces)
          .map(([name]) => name)
          .sort(byPlace)
      : [only]
    ).flatMap((name) => {
      const config = running.interfaces.get(name);
      const set = config && interfaceProperties(config, profile);
      return set && (standsAlone(name, profile) || Object.keys(set).length > 0)
        ? [{ kind: kindOf(name), name, properties: set }]
        : [];
    }),
  'line-block': ({ running }) =>
    sorted(running.lineBlocks).flatMap(([name, lines]) =>
      // A line of the machine is there anyway; its block is something only with a setting in it.
      lines.size === 0 ? [] : [{ kind: 'line-block', name, properties: lineProperties(lines) }],
    ),
} as const satisfies Partial<Record<SwitchResourceKind, Reader>>;

function readerOf(kind: SwitchResourceKind): keyof typeof readers {
  return kind === 'port' || kind === 'port-channel' || kind === 'vlan-interface' ? 'interface' : kind;
}

function kindOf(name: string): SwitchResourceKind {
  if (channelId(name) !== undefined) return 'port-channel';
  if (vlanInterfaceId(name) !== undefined) return 'vlan-interface';
  return /^(loopback|tunnel|null)/i.test(name) ? 'interface' : 'port';
}

function interfaceProperties(
  { lines, storm = {}, channelGroup, ...config }: InterfaceConfig,
  { stormDecimals }: SwitchProfile,
): Properties {
  const levels = Object.entries(storm) as [string, string][];
  return properties({
    ...config,
    ...Object.fromEntries(
      levels.map(([kind, level]) => [`storm ${kind}`, stormDecimals ? thresholds(level) : level]),
    ),
    channelGroup: channelGroup && { id: channelGroup.id, mode: channelGroup.mode },
    ...lineProperties(lines),
  });
}

function lineProperties(lines: ReadonlyMap<string, string> = new Map()): Properties {
  return properties(Object.fromEntries([...lines].map(([key, line]) => [`${linePrefix}${key}`, line])));
}

/** What is set, by name in the order of names. */
function properties(value: object): Properties {
  const set = Object.entries(value).filter(([, part]) => part !== undefined) as [string, JsonValue][];
  return Object.fromEntries(sorted(set));
}

function sorted<T>(entries: Iterable<[string, T]>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}
