import { unknownValue } from '../../unknown-value.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { channels } from './channel.ts';
import type { Channel, ChannelMember } from './channel.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';

/** `show etherchannel [N] detail`; undefined where channel N does not exist. */
export function etherchannelDetail(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  return listed(state, wiring, id, (channel) => [
    `Group state = ${channel.routed ? 'L3' : 'L2'}`,
    `Ports: ${String(channel.members.length)}   Maxports = ${channel.protocol === 'LACP' ? '16' : '8'}`,
    `Port-channels: 1 Max Port-channels = ${channel.protocol === 'LACP' ? '16' : '1'}`,
    `Protocol:   ${protocolName(channel)}`,
    'Minimum Links: 0',
    '                Ports in the group:',
    '                -------------------',
    ...channel.members.flatMap((member) => memberText(member, channel, state)),
    '                Port-channels in the group:',
    '                ---------------------------',
    '',
    ...aggregateText(channel, state),
  ]);
}

/** `show etherchannel [N] port-channel` */
export function etherchannelPortChannel(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  return listed(state, wiring, id, (channel) => [
    '                Port-channels in the group:',
    '                ---------------------------',
    '',
    ...aggregateText(channel, state),
  ]);
}

/** `show etherchannel N port` */
export function etherchannelPorts(state: SwitchState, wiring: Wiring, id: number): string | undefined {
  const channel = channels(state, wiring).find((one) => one.id === id);
  return (
    channel &&
    [
      '                Ports in the group:',
      '                -------------------',
      ...channel.members.flatMap((member) => memberText(member, channel, state)),
    ].join('\n')
  );
}

/** `show etherchannel [N] protocol` */
export function etherchannelProtocol(state: SwitchState, wiring: Wiring, id?: number): string | undefined {
  return listed(state, wiring, id, (channel) => [`Protocol:  ${protocolName(channel)}`, '']);
}

/** `show interfaces port-channelN etherchannel` */
export function interfaceEtherchannel(state: SwitchState, wiring: Wiring, name: string): string | undefined {
  const channel = channels(state, wiring).find((one) => one.name === name);
  return channel && aggregateText(channel, state).slice(3).join('\n');
}

function listed(
  state: SwitchState,
  wiring: Wiring,
  id: number | undefined,
  block: (channel: Channel) => readonly string[],
): string | undefined {
  const all = channels(state, wiring).filter((channel) => id === undefined || channel.id === id);
  if (id !== undefined && all.length === 0) return undefined;
  const texts = all.flatMap((channel) => [
    ...(id === undefined ? ['', `Group: ${String(channel.id)}`, '----------'] : []),
    ...block(channel),
  ]);
  return ['                Channel-group listing:', '                ----------------------', ...texts].join(
    '\n',
  );
}

function protocolName({ protocol }: Channel): string {
  return protocol === undefined || protocol === 'none' ? '-' : protocol;
}

const portStates: Readonly<Record<ChannelMember['flag'], string>> = {
  P: 'Up Mstr Assoc In-Bndl',
  D: 'Down Not-in-Bndl',
  I: 'Up Sngl-port-Bndl Mstr Not-in-Bndl',
  s: 'Up Cnt-bndl Suspend Not-in-Bndl',
  H: 'Up Mstr Assoc Hot-stdby Not-in-Bndl',
};

function memberText({ port, flag }: ChannelMember, channel: Channel, state: SwitchState): string[] {
  const mode = state.running.interfaces.get(port)?.channelGroup?.mode ?? unknownValue;
  return [
    `Port: ${shortName(port, state.profile.id)}`,
    '------------',
    '',
    `Port state    = ${portStates[flag]}`,
    `Channel group = ${String(channel.id).padEnd(12)}Mode = ${titled(mode).padEnd(16)}Gcchange = ${unknownValue}`,
    `Port-channel  = ${(flag === 'P' ? shortName(channel.name, state.profile.id) : 'null').padEnd(12)}GC   = ${unknownValue}`,
    unknownValue,
    '',
  ];
}

/** `Active`, `On/FEC` of a static channel. */
function titled(mode: string): string {
  return mode === 'on' ? 'On' : `${mode[0]!.toUpperCase()}${mode.slice(1)}`;
}

function aggregateText(channel: Channel, state: SwitchState): string[] {
  const { members, inUse, routed } = channel;
  const bundled = members.filter(({ flag }) => flag === 'P');
  const use = inUse ? 'Ag-Inuse' : 'Ag-Not-Inuse';
  return [
    `Port-channel: ${shortName(channel.name, state.profile.id)}${channel.protocol === 'LACP' ? '    (Primary Aggregator)' : ''}`,
    '',
    '------------',
    '',
    `Age of the Port-channel   = ${unknownValue}`,
    `Logical slot/port   = ${unknownValue}          Number of ports = ${String(bundled.length)}`,
    `HotStandBy port = ${members.some(({ flag }) => flag === 'H') ? unknownValue : 'null'}`,
    `Port state          = Port-channel ${routed ? 'L3-Ag ' : ''}${use}`,
    `Protocol            =   ${protocolName(channel)}`,
    'Port security       = Disabled',
    '',
    ...(bundled.length === 0
      ? []
      : [
          'Ports in the Port-channel:',
          '',
          'Index   Load   Port     EC state        No of bits',
          '------+------+------+------------------+-----------',
          ...bundled.map(({ port }) =>
            atColumns(
              [1, unknownValue],
              [7, unknownValue],
              [14, shortName(port, state.profile.id)],
              [23, titled(state.running.interfaces.get(port)?.channelGroup?.mode ?? unknownValue)],
              [42, unknownValue],
            ),
          ),
          '',
          unknownValue,
        ]),
  ];
}
