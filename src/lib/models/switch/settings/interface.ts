import type { ChannelGroup } from '../state.ts';
import { allowedVlanLines } from '../show/interface-lines.ts';
import { toVlanList, vlansOf } from '../vlan-list.ts';
import type { SwitchProfile } from '../profiles/profile.ts';
import { protocolOf } from '../effects/channel.ts';
import type { PropertySetting } from './setting.ts';
import { flag, textual, valued } from './setting.ts';

/** What is set at an interface, in the order of a printed configuration. */
export const interfaceSettings: readonly PropertySetting[] = [
  textual('description', 'description'),
  valued('accessVlan', 'switchport access vlan'),
  valued('nativeVlan', 'switchport trunk native vlan'),
  {
    property: 'allowedVlans',
    lines: (after, before, profile) =>
      typeof after !== 'string'
        ? ['no switchport trunk allowed vlan']
        : profile.vlans.lists === 'whole'
          ? allowedVlanLines(after)
          : listDifference(after, typeof before === 'string' ? before : profile.defaults.allowedVlans),
  },
  {
    property: 'mode',
    // A port that does not negotiate takes no mode that does.
    lines: (after, _, __, all) => [
      ...(all.before['nonegotiate'] && !all.after['nonegotiate'] ? ['no switchport nonegotiate'] : []),
      after === undefined ? 'no switchport mode' : `switchport mode ${String(after)}`,
    ],
  },
  flag('nonegotiate', 'switchport nonegotiate'),
  valued('voiceVlan', 'switchport voice vlan'),
  valued('ipAddress', 'ip address'),
  flag('noNegotiation', 'no negotiation', 'negotiation'),
  valued('speed', 'speed'),
  valued('duplex', 'duplex'),
  {
    property: 'flowcontrolReceive',
    lines: (after, _, { pauseCommand }) => [
      after === undefined ? `no ${pauseCommand}` : `${pauseCommand} ${String(after)}`,
    ],
  },
  valued('flowcontrolSend', 'flowcontrol send'),
  ...(['broadcast', 'multicast', 'unicast'] as const).map((kind) =>
    valued(`storm ${kind}`, `storm-control ${kind} level`),
  ),
  valued('lacpPortPriority', 'lacp port-priority'),
  {
    property: 'portfast',
    lines: (after) => [
      after === undefined
        ? 'no spanning-tree portfast'
        : `spanning-tree portfast${after === true ? '' : ` ${String(after)}`}`,
    ],
  },
  {
    property: 'bpduguard',
    lines: (after) => [
      after === undefined
        ? 'no spanning-tree bpduguard'
        : `spanning-tree bpduguard ${after === true ? 'enable' : 'disable'}`,
    ],
  },
  {
    property: 'channelGroup',
    lines: (after, _, profile, all) => {
      const group = after as Pick<ChannelGroup, 'id' | 'mode'> | undefined;
      if (!group) return ['no channel-group'];
      const line = `channel-group ${String(group.id)} mode ${group.mode}`;
      // A port that may not speak the protocol of the mode is refused.
      return isRestricted(all.before['channelProtocol'], group.mode, profile)
        ? ['no channel-protocol', line]
        : [line];
    },
  },
  valued('channelProtocol', 'channel-protocol'),
  // Last, so that a port comes up as it is meant to be.
  flag('shutdown', 'shutdown'),
];

/** Whether `channel-protocol` speaks against a mode. */
export function isRestricted(own: unknown, mode: ChannelGroup['mode'], { channels }: SwitchProfile): boolean {
  return own !== undefined && protocolOf(mode, channels).toLowerCase() !== own;
}

/** The list of a trunk, by what is taken away and what is added. */
function listDifference(after: string, before: string): string[] {
  const [wanted, had] = [vlansOf(after), vlansOf(before)];
  const line = (word: string, ids: readonly number[]) =>
    ids.length === 0 ? [] : [`switchport trunk allowed vlan ${word} ${toVlanList(ids, 2)}`];
  return [
    ...line(
      'remove',
      had.filter((id) => !wanted.includes(id)),
    ),
    ...line(
      'add',
      wanted.filter((id) => !had.includes(id)),
    ),
  ];
}
