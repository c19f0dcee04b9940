import type { InterfaceConfig, SwitchState } from '../state.ts';
import { vlanTable } from '../state.ts';
import { toVlanList, vlansOf } from '../vlan-list.ts';
import { channelGroupLine } from './interface-lines.ts';
import { vlanInterfaceId } from './interface-names.ts';
import { inOrder } from './line-order.ts';

/**
 * The order of lines under an interface of an SG300, from the printed configurations of SG500 and SG550X switches. From general
 * knowledge: where `shutdown`, speed and the lines of unknown features stand.
 */
const order = [
  /^name/,
  /^ip address/,
  /^shutdown/,
  /^(no )?negotiation/,
  /^speed/,
  /^duplex/,
  /^flowcontrol/,
  /^description/,
  /^storm-control/,
  /^lacp/,
  /^channel-group/,
  /^(no )?spanning-tree/,
  /^switchport mode/,
  /^switchport access/,
  /^switchport trunk native/,
  /^switchport trunk allowed/,
  /^(no )?switchport/,
  undefined,
];

/** An interface of an SG300 as its configuration prints it, without the `!` that ends it. */
export function sg300InterfaceBlock(name: string, config: InterfaceConfig, state: SwitchState): string[] {
  const vlan = vlanInterfaceId(name);
  const vlanName = vlan === undefined ? undefined : vlanTable(state).get(vlan)?.name;
  const { description, storm } = config;
  const lines = [
    vlanName !== undefined && `name ${quoted(vlanName)}`,
    config.ipAddress !== undefined && `ip address ${config.ipAddress}`,
    config.shutdown && 'shutdown',
    config.noNegotiation && 'no negotiation',
    config.speed !== undefined && `speed ${config.speed}`,
    config.duplex !== undefined && `duplex ${config.duplex}`,
    config.flowcontrolReceive !== undefined &&
      config.flowcontrolReceive !== 'off' &&
      `flowcontrol ${config.flowcontrolReceive}`,
    description !== undefined && `description ${quoted(description)}`,
    storm?.broadcast !== undefined && `storm-control broadcast level ${storm.broadcast}`,
    config.lacpPortPriority !== undefined && `lacp port-priority ${String(config.lacpPortPriority)}`,
    config.channelGroup && channelGroupLine(config.channelGroup),
    config.portfast !== undefined &&
      `spanning-tree portfast${config.portfast === true ? '' : ` ${config.portfast}`}`,
    config.bpduguard !== undefined && `spanning-tree bpduguard ${config.bpduguard ? 'enable' : 'disable'}`,
    config.mode !== undefined && config.mode !== 'trunk' && `switchport mode ${config.mode}`,
    config.accessVlan !== undefined &&
      config.accessVlan !== 1 &&
      `switchport access vlan ${String(config.accessVlan)}`,
    config.nativeVlan !== undefined &&
      config.nativeVlan !== 1 &&
      `switchport trunk native vlan ${String(config.nativeVlan)}`,
    ...allowedLines(config),
    ...(config.lines?.values() ?? []),
  ];
  const printed = inOrder(
    lines.filter((line) => typeof line === 'string'),
    order,
  );
  return [`interface ${name}`, ...printed.map((line) => ` ${line}`)];
}

/** Text with blanks stands in quotation marks. */
function quoted(text: string): string {
  return /\s/.test(text) && !/^".*"$/.test(text) ? `"${text}"` : text;
}

/** What differs from the factory's trunk, which carries VLAN 1 alone. */
function allowedLines({ allowedVlans }: InterfaceConfig): string[] {
  if (allowedVlans === undefined) return [];
  const ids = vlansOf(allowedVlans);
  const more = ids.filter((id) => id !== 1);
  return [
    ...(ids.includes(1) ? [] : ['switchport trunk allowed vlan remove 1']),
    ...(more.length > 0 ? [`switchport trunk allowed vlan add ${toVlanList(more, 2)}`] : []),
  ];
}
