import { changedProperties } from '../../resource.ts';
import type { JsonValue, Properties, Resource } from '../../resource.ts';
import { linePrefix, propertiesOf, resources } from '../resources.ts';
import { allowedVlans, membersOf, vlanName, vlanTable } from '../state.ts';
import type { ChannelGroup, InterfaceConfig, SwitchState, Vlan } from '../state.ts';
import { removeVlans, toVlanList, vlansOf } from '../vlan-list.ts';
import { carriesTags } from './carries-tags.ts';

/**
 * What a labwork does to something of a switch. `adds`: where nothing was; `changes`: what somebody had set is something else after it;
 * `cuts`: what somebody had is gone after it; `stops`: it does not get where it leads, or takes somebody along.
 */
export interface Impact {
  readonly kind: 'adds' | 'changes' | 'cuts' | 'stops';
  /** `VLAN 11`, `Port-channel3` */
  readonly what: string;
  /** Goes on behind it. */
  readonly text: string;
}

/** What came of a labwork on a switch with a life of its own, and what comes of it on one that is fresh from the factory. */
export interface ImpactInput {
  readonly before: SwitchState;
  readonly after: SwitchState;
  readonly fresh: { readonly before: SwitchState; readonly after: SwitchState };
  /** Interfaces that the switch is known to have; none where that is not known. */
  readonly interfaces: ReadonlySet<string>;
}

export function impactOf({ before, after, fresh, interfaces }: ImpactInput): readonly Impact[] {
  const changed = changedBetween(before, after);
  const planned = changedBetween(fresh.before, fresh.after);
  return [
    ...changed.flatMap((resource) => impactOn(resource, before, after)),
    ...strangers(before, after, fresh.after),
    ...unlikeTheirChannel(before, after),
    ...planned.flatMap((resource) => shortOf(resource, { before, after, fresh, interfaces })),
  ];
}

type Named = Pick<Resource, 'kind' | 'name'>;

/** The resources that differ, in the order of the second state, then those that are gone. */
function changedBetween(before: SwitchState, after: SwitchState): readonly Named[] {
  const all = new Map(
    [...resources(after), ...resources(before)].map((one) => [`${one.kind} ${one.name}`, one]),
  );
  return [...all.values()].filter(
    (one) =>
      changedProperties(propertiesOf(before, one), propertiesOf(after, one)).length > 0 ||
      (propertiesOf(before, one) === undefined) !== (propertiesOf(after, one) === undefined),
  );
}

function impactOn(resource: Named, before: SwitchState, after: SwitchState): readonly Impact[] {
  const { kind, name } = resource;
  const [was, is] = [propertiesOf(before, resource), propertiesOf(after, resource)];
  if (kind === 'vlan') return vlanImpact(name, was, is, before);
  if (isInterface(kind)) return interfaceImpact(name, was, is, before, after);
  const what = titleOf(resource);
  if (was === undefined) return [{ kind: 'adds', what, text: valueText(is ?? {}) }];
  if (is === undefined) return [{ kind: 'cuts', what, text: `${valueText(was)} is gone` }];
  return [{ kind: 'changes', what, text: `${valueText(was)} becomes ${valueText(is)}` }];
}

function vlanImpact(
  id: string,
  was: Properties | undefined,
  is: Properties | undefined,
  { profile }: SwitchState,
): Impact[] {
  const what = `VLAN ${id}`;
  const nameOf = (vlan: Properties) => vlanName(Number(id), vlan as Vlan, profile);
  if (was === undefined) return [{ kind: 'adds', what, text: nameOf(is ?? {}) }];
  if (is === undefined) return [{ kind: 'cuts', what, text: `${nameOf(was)} is gone` }];
  return nameOf(was) === nameOf(is)
    ? [{ kind: 'changes', what, text: 'is set otherwise' }]
    : [{ kind: 'changes', what, text: `is named "${nameOf(was)}", and becomes "${nameOf(is)}"` }];
}

function interfaceImpact(
  name: string,
  was: Properties | undefined,
  is: Properties | undefined,
  before: SwitchState,
  after: SwitchState,
): Impact[] {
  if (is === undefined && was !== undefined && Object.keys(was).length === 0)
    return [{ kind: 'cuts', what: name, text: 'is gone' }];
  const found = changedProperties(was, is)
    .filter((property) => property !== 'allowedVlans')
    .map((property) => propertyImpact(name, property, was?.[property], is?.[property]));
  const use = inUse(name, was, is, before);
  const lists = listImpact(name, before, after);
  const made: Impact[] =
    was === undefined && found.length + lists.length === 0
      ? [{ kind: 'adds', what: name, text: 'is made' }]
      : [];
  return [...made, ...found, ...use, ...lists];
}

function propertyImpact(
  what: string,
  property: string,
  was: JsonValue | undefined,
  is: JsonValue | undefined,
): Impact {
  const title = property.startsWith(linePrefix) ? 'the line' : (titles[property] ?? property);
  if (property === 'channelGroup')
    return groupImpact(what, was as Group | undefined, is as Group | undefined);
  if (was === undefined) return { kind: 'adds', what, text: `${title} ${wordOf(is)}` };
  if (is === undefined) return { kind: 'cuts', what, text: `${title} ${wordOf(was)} is gone` };
  return { kind: 'changes', what, text: `${title} ${wordOf(was)} becomes ${wordOf(is)}` };
}

type Group = Pick<ChannelGroup, 'id' | 'mode'>;

function groupImpact(what: string, was: Group | undefined, is: Group | undefined): Impact {
  const text = ({ id, mode }: Group) => `Port-channel${String(id)} (${mode})`;
  if (!was) return { kind: 'adds', what, text: `joins ${text(is!)}` };
  if (!is) return { kind: 'cuts', what, text: `leaves ${text(was)}` };
  return was.id === is.id
    ? { kind: 'changes', what, text: `is in ${text(was)}, and speaks ${is.mode} there from now on` }
    : { kind: 'cuts', what, text: `leaves ${text(was)} for ${text(is)}` };
}

/** A port that served one VLAN and becomes a trunk carries that VLAN with other tags, or not at all. */
function inUse(
  name: string,
  was: Properties | undefined,
  is: Properties | undefined,
  before: SwitchState,
): Impact[] {
  const vlan = was?.['accessVlan'];
  const becomesTrunk = is?.['mode'] === 'trunk' && was?.['mode'] !== 'trunk';
  if (!becomesTrunk || vlan === undefined || was?.['mode'] !== undefined || carriesTags(before, name))
    return [];
  return [{ kind: 'cuts', what: name, text: `is a port of VLAN ${wordOf(vlan)}, and becomes a trunk` }];
}

/** VLANs that a trunk lets through, as far as it was one. */
function listImpact(name: string, before: SwitchState, after: SwitchState): Impact[] {
  const listIn = (state: SwitchState) => allowedVlans(state.running.interfaces.get(name) ?? {}, state);
  const [had, has] = [listIn(before), listIn(after)];
  if (had === has) return [];
  const lost = removeVlans(had, has);
  const gained = removeVlans(has, had);
  const wasTrunk = carriesTags(before, name);
  const cuts: Impact[] =
    wasTrunk && lost !== 'none'
      ? [{ kind: 'cuts', what: name, text: `lets VLANs ${shortList(lost)} through no longer` }]
      : [];
  const adds: Impact[] =
    gained !== 'none'
      ? [{ kind: 'adds', what: name, text: `lets VLANs ${shortList(gained)} through` }]
      : wasTrunk
        ? []
        : [{ kind: 'adds', what: name, text: `lets only VLANs ${shortList(has)} through` }];
  return [...cuts, ...adds];
}

function shortList(list: string): string {
  return toVlanList(vlansOf(list), 2);
}

/** Ports that are in a channel of the labwork and are none of its own. */
function strangers(before: SwitchState, after: SwitchState, fresh: SwitchState): Impact[] {
  const channels = new Set(
    [...fresh.running.interfaces.values()].flatMap(({ channelGroup }) => channelGroup?.id ?? []),
  );
  return [...channels].flatMap((id) => {
    const own = membersOf(fresh, id);
    const others = membersOf(after, id).filter(
      (name) => !own.includes(name) && membersOf(before, id).includes(name),
    );
    return others.length === 0
      ? []
      : [
          {
            kind: 'stops' as const,
            what: `Port-channel${String(id)}`,
            text: `has ${others.join(', ')} in it: it leads somewhere else`,
          },
        ];
  });
}

/** Ports that came into a channel with another list than it has: they are suspended, until both have one. */
function unlikeTheirChannel(before: SwitchState, after: SwitchState): Impact[] {
  const { interfaces } = after.running;
  if (after.profile.channels.settings !== 'members') return [];
  return [...interfaces].flatMap(([name, config]) => {
    const id = config.channelGroup?.id;
    if (id === undefined || before.running.interfaces.get(name)?.channelGroup?.id === id) return [];
    const channel = `Port-channel${String(id)}`;
    const wanted = allowedVlans(interfaces.get(channel) ?? {}, after);
    const has = allowedVlans(config, after);
    if (wanted === has) return [];
    const text = `would let VLANs ${shortList(has)} through, and ${channel}, which was there before, ${shortList(wanted)}: it stays suspended`;
    return [{ kind: 'stops' as const, what: name, text }];
  });
}

/** What a planned resource is not when all is typed. */
function shortOf(resource: Named, { before, after, fresh, interfaces }: ImpactInput): Impact[] {
  const { kind, name } = resource;
  const what = titleOf(resource);
  if (kind === 'port' && interfaces.size > 0 && !interfaces.has(name))
    return [{ kind: 'stops', what: name, text: 'is not in this configuration' }];
  const config = after.running.interfaces.get(name);
  if (kind === 'vlan') return sharedVlan(name, before, after, fresh.after);
  const down: Impact[] =
    kind === 'port' && config?.shutdown && !fresh.after.running.interfaces.get(name)?.shutdown
      ? [{ kind: 'stops', what: name, text: 'is shut down, and the labwork leaves it so' }]
      : [];
  const [wanted, has] = [propertiesOf(fresh.after, resource), propertiesOf(after, resource)];
  const start = propertiesOf(fresh.before, resource);
  const missed = changedProperties(start, wanted).filter((property) =>
    property === 'allowedVlans'
      ? !lets(after.running.interfaces.get(name), fresh.after.running.interfaces.get(name), after)
      : wordOf(has?.[property]) !== wordOf(wanted?.[property]),
  );
  if (wanted !== undefined && has === undefined && missed.length === 0 && before !== after)
    return [...down, { kind: 'stops', what, text: 'is not made' }];
  return [
    ...down,
    ...missed.map((property): Impact => ({
      kind: 'stops',
      what,
      text: `does not become what is planned: ${titles[property] ?? property} is ${wordOf(has?.[property])}, not ${wordOf(wanted?.[property])}`,
    })),
  ];
}

/** A VLAN that was there under a name of its own, and that the labwork leaves its name. */
function sharedVlan(id: string, before: SwitchState, after: SwitchState, fresh: SwitchState): Impact[] {
  const nameIn = (state: SwitchState) => vlanTable(state).get(Number(id))?.name;
  const own = nameIn(before);
  if (own === undefined || own !== nameIn(after) || own === nameIn(fresh)) return [];
  const text = `is there already as "${own}", and becomes one network with that of the labwork`;
  return [{ kind: 'changes', what: `VLAN ${id}`, text }];
}

function lets(has: InterfaceConfig = {}, wanted: InterfaceConfig = {}, state: SwitchState): boolean {
  return removeVlans(allowedVlans(wanted, state), allowedVlans(has, state)) === 'none';
}

const titles: Readonly<Record<string, string>> = {
  accessVlan: 'access VLAN',
  allowedVlans: 'the list of VLANs',
  bpduguard: 'BPDU guard',
  channelGroup: 'channel',
  channelProtocol: 'channel protocol',
  ipAddress: 'address',
  nativeVlan: 'native VLAN',
  voiceVlan: 'voice VLAN',
};

function isInterface(kind: string): boolean {
  return kind === 'port' || kind === 'port-channel' || kind === 'vlan-interface' || kind === 'interface';
}

function titleOf({ kind, name }: Named): string {
  if (kind === 'vlan') return `VLAN ${name}`;
  if (kind === 'mtu') return `MTU ${name}`;
  return kind === 'line' ? 'the configuration' : name;
}

function valueText(properties: Properties): string {
  const values = Object.values(properties).map(wordOf);
  return values.length === 1 ? values[0]! : values.join(', ');
}

function wordOf(value: JsonValue | undefined): string {
  if (value === undefined) return 'not set';
  return typeof value === 'string' ? (/\s/.test(value) ? `"${value}"` : value) : JSON.stringify(value);
}
