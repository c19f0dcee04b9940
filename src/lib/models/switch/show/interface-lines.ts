import { isRouted } from '../state.ts';
import type { ChannelGroup, InterfaceConfig, SwitchState } from '../state.ts';
import type { VlanList } from '../vlan-list.ts';
import { wrapped } from './columns.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { inOrder } from './line-order.ts';

/**
 * The order of lines under an interface, from about 300 interfaces in printed configurations. From general knowledge: where
 * `flowcontrol`, `lacp port-priority` and the lines of unknown features stand.
 */
const order = [
  /^description/,
  /^(no )?switchport$/,
  /^switchport access/,
  /^switchport trunk encapsulation/,
  /^switchport trunk native/,
  /^switchport trunk allowed/,
  /^switchport mode/,
  /^(no )?switchport nonegotiate/,
  /^switchport voice/,
  /^switchport port-security/,
  /^(no )?switchport/,
  /^mtu/,
  /^(no )?ip address/,
  /^load-interval/,
  /^shutdown/,
  /^speed/,
  /^duplex/,
  /^flowcontrol/,
  /^storm-control/,
  /^power inline/,
  undefined,
  /^lacp/,
  /^channel-protocol/,
  /^channel-group/,
  /^spanning-tree portfast/,
  /^spanning-tree bpduguard/,
  /^spanning-tree/,
  /^service-policy/,
  /^ip dhcp snooping/,
];

/** What a Catalyst prints under `interface X`, without indentation: everything that is not as the factory left it. */
export function interfaceLines(name: string, config: InterfaceConfig, state: SwitchState): string[] {
  const lines = [
    config.description !== undefined && `description ${config.description}`,
    config.accessVlan !== undefined &&
      config.accessVlan !== 1 &&
      `switchport access vlan ${String(config.accessVlan)}`,
    config.nativeVlan !== undefined &&
      config.nativeVlan !== 1 &&
      `switchport trunk native vlan ${String(config.nativeVlan)}`,
    ...(config.allowedVlans === undefined || config.allowedVlans === '1-4094'
      ? []
      : allowedVlanLines(config.allowedVlans)),
    config.mode !== undefined && config.mode !== 'dynamic auto' && `switchport mode ${config.mode}`,
    config.nonegotiate && 'switchport nonegotiate',
    config.voiceVlan !== undefined && `switchport voice vlan ${String(config.voiceVlan)}`,
    config.ipAddress !== undefined
      ? `ip address ${config.ipAddress}`
      : hasAddress(name, config, state) && 'no ip address',
    config.shutdown && 'shutdown',
    config.speed !== undefined && config.speed !== 'auto' && `speed ${config.speed}`,
    config.duplex !== undefined && `duplex ${config.duplex}`,
    config.flowcontrolReceive !== undefined &&
      config.flowcontrolReceive !== 'off' &&
      `flowcontrol receive ${config.flowcontrolReceive}`,
    config.flowcontrolSend !== undefined &&
      config.flowcontrolSend !== 'off' &&
      `flowcontrol send ${config.flowcontrolSend}`,
    ...(['broadcast', 'multicast', 'unicast'] as const).map(
      (kind) =>
        config.storm?.[kind] !== undefined && `storm-control ${kind} level ${thresholds(config.storm[kind])}`,
    ),
    config.lacpPortPriority !== undefined &&
      config.lacpPortPriority !== 32768 &&
      `lacp port-priority ${String(config.lacpPortPriority)}`,
    config.channelProtocol !== undefined && `channel-protocol ${config.channelProtocol}`,
    config.channelGroup !== undefined && channelGroupLine(config.channelGroup),
    config.portfast !== undefined &&
      `spanning-tree portfast${config.portfast === true ? '' : ` ${config.portfast}`}`,
    config.bpduguard !== undefined && `spanning-tree bpduguard ${config.bpduguard ? 'enable' : 'disable'}`,
    ...(config.lines?.values() ?? []),
  ];
  return inOrder(
    lines.filter((line) => typeof line === 'string'),
    order,
  );
}

export function channelGroupLine({ id, mode }: ChannelGroup): string {
  return `channel-group ${String(id)} mode ${mode}`;
}

/** Interfaces that print `no ip address` where they have none: of VLANs, of management, and ports that route. */
function hasAddress(name: string, config: InterfaceConfig, { profile }: SwitchState): boolean {
  return (
    vlanInterfaceId(name) !== undefined ||
    isRouted(config) ||
    /^(Loopback|Tunnel)/.test(name) ||
    name === profile.managementPort
  );
}

/** A line is at most this long; what does not fit goes on in lines with `add`. Measured on printed configurations. */
const longestLine = 79;

/** The list of a trunk, over as many lines as it takes. */
export function allowedVlanLines(allowed: VlanList): string[] {
  const command = ' switchport trunk allowed vlan ';
  const parts = allowed.split(',');
  const [first = ''] = wrapped(parts, longestLine - command.length + 1, ',');
  const head = first.replace(/,$/, '');
  const rest = parts.slice(head.split(',').length);
  return [
    `${command}${head}`,
    ...wrapped(rest, longestLine - command.length - 'add '.length + 1, ',').map(
      (line) => `${command}add ${line.replace(/,$/, '')}`,
    ),
  ].map((line) => line.slice(1));
}

/** Percentages have two decimals. */
export function thresholds(text: string): string {
  return /^[a-z]/.test(text) ? text : text.replaceAll(/\d+(\.\d+)?/g, (number) => Number(number).toFixed(2));
}
