import { unknownValue } from '../../unknown-value.ts';
import type { ShowPrinter } from './platform-shows.ts';
import { platformShows } from './platform-shows.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { accessLists } from './access-lists.ts';
import { arpInspection, arpInspectionInterfaces, arpInspectionStatistics } from './arp-inspection.ts';
import { arp } from './arp.ts';
import { countersErrors, countersOf } from './counters-errors.ts';
import {
  lacpCounters,
  lacpInternal,
  lacpSystem,
  pagpCounters,
  pagpInternal,
  pagpNeighbor,
} from './channel-protocols.ts';
import { clock, logging, scheduledReload, version } from './device-facts.ts';
import { ipv6AccessLists, ipv6Interface, ipv6InterfaceBrief, ipv6Neighbors, ipv6Route } from './ipv6.ts';
import {
  cdpInterfaces,
  cdpTraffic,
  lldpInterfaces,
  lldpNeighborsDetail,
  lldpSettings,
  lldpTraffic,
} from './discovery.ts';
import { eigrpInterfaces, eigrpNeighbors, eigrpTopology } from './eigrp.ts';
import { dhcpConflicts, dhcpLease, dhcpPools, dhcpStatistics } from './dhcp-server.ts';
import { natStatistics, natTranslations } from './nat.ts';
import {
  flash,
  inventory,
  ntpAssociations,
  ntpStatus,
  processes,
  sdmTemplate,
  terminalLines,
  users,
  vtpCounters,
  vtpPassword,
} from './machine.ts';
import { dhcpSnooping, dhcpSnoopingBinding, dhcpSnoopingStatistics } from './dhcp-snooping.ts';
import { errDisabled, login } from './device-security.ts';
import {
  etherchannelDetail,
  etherchannelPortChannel,
  etherchannelPorts,
  etherchannelProtocol,
  interfaceEtherchannel,
} from './etherchannel-detail.ts';
import { etherchannelSummary } from './etherchannel-summary.ts';
import { interfaceDetails } from './interface-details.ts';
import { interfacesDescription } from './interfaces-description.ts';
import { interfacesStatus } from './interfaces-status.ts';
import { interfacesSwitchport } from './interfaces-switchport.ts';
import { interfacesTrunk } from './interfaces-trunk.ts';
import { ipInterface } from './ip-interface.ts';
import { ipInterfaceBrief } from './ip-interfaces.ts';
import { ipRoute, ipRouteSummary, ipRouteTo } from './ip-route.ts';
import { ipSsh } from './ip-ssh.ts';
import { lacpNeighbor } from './lacp-neighbor.ts';
import { loadBalance } from './load-balance.ts';
import { macAddressTable } from './mac-address-table.ts';
import { cdpNeighbors, cdpNeighborsDetail, cdpSettings, lldpNeighbors } from './neighbors.ts';
import {
  ipProtocols,
  ospfDatabase,
  ospfEveryInterface,
  ospfInterface,
  ospfInterfaces,
  ospfNeighbors,
  ospfProcesses,
} from './ospf.ts';
import { portSecurity, portSecurityAddress, portSecurityInterface } from './port-security.ts';
import { runningConfig, startupConfig } from './running-config.ts';
import { runningInterface, sg300RunningInterface } from './running-interface.ts';
import { sg300RunningConfig, sg300StartupConfig } from './sg300-configuration.ts';
import { sg300InterfacesDescription } from './sg300-interfaces-description.ts';
import { sg300InterfacesStatus } from './sg300-interfaces-status.ts';
import { sg300InterfacesSwitchport } from './sg300-interfaces-switchport.ts';
import { sg300JumboFrame } from './sg300-jumbo-frame.ts';
import { sg300Vlan } from './sg300-vlan.ts';
import {
  dhcpBinding,
  dtpInterface,
  errdisableRecovery,
  gatewaysBrief,
  macAgingTime,
  stormControl,
} from './small-tables.ts';
import { mstConfiguration, mstInstances, mstInterface } from './mst.ts';
import { arpAccessLists, sourceBinding, verifySource } from './source-guard.ts';
import { spanningTreeDetail } from './spanning-tree-detail.ts';
import { spanningTreeSummary } from './spanning-tree-summary.ts';
import {
  spanningTree,
  spanningTreeBlocked,
  spanningTreeBridge,
  spanningTreeInconsistent,
  spanningTreeInterface,
  spanningTreePortfast,
  spanningTreeRoot,
} from './spanning-tree.ts';
import { standby, standbyBrief, tracked } from './standby.ts';
import { systemMtu } from './system-mtu.ts';
import { vlanBrief } from './vlan-brief.ts';
import { vlanById, vlanByName, vlanSummary, vlanTables } from './vlan-tables.ts';
import { vtpStatus } from './vtp-status.ts';

/**
 * The text that a show command prints, without a line break at its end and without blanks at the ends of lines; undefined where the
 * model cannot print it. `words` are the words of the command written out, an interface by its full name, a number as itself:
 * `['show', 'interfaces', 'Port-channel3', 'trunk']`. The layouts were held against the raw samples of networktocode/ntc-templates and
 * CiscoTestAutomation/genieparser; what a model cannot know stands as `unknownValue`.
 */
export function renderShow(words: readonly string[], state: SwitchState, wiring: Wiring): string | undefined {
  // A word of the command is meant before a value in its place.
  let best: { printer: ShowPrinter; values: string[] } | undefined;
  for (const [form, printer] of Object.entries(platformShows[state.profile.id])) {
    const values = valuesOf(form, words);
    if (values && (!best || values.length < best.values.length)) best = { printer, values };
  }
  return best && printers[best.printer](state, wiring, ...best.values);
}

type Render = (state: SwitchState, wiring: Wiring, ...values: string[]) => string | undefined;

const printers: Readonly<Record<ShowPrinter, Render>> = {
  'access-lists': accessLists,
  arp,
  'arp-inspection': arpInspection,
  'arp-inspection-interfaces': arpInspectionInterfaces,
  'arp-inspection-statistics': (state) => arpInspectionStatistics(state),
  cdp: cdpSettings,
  'cdp-neighbors': cdpNeighbors,
  'cdp-neighbors-detail': (state, wiring) => cdpNeighborsDetail(state, wiring),
  clock,
  counters: countersOf,
  'counters-errors': countersErrors,
  'dhcp-binding': dhcpBinding,
  'dhcp-snooping': dhcpSnooping,
  'dhcp-snooping-binding': dhcpSnoopingBinding,
  'dhcp-snooping-statistics': dhcpSnoopingStatistics,
  'errdisable-recovery': errdisableRecovery,
  'etherchannel-summary': (state, wiring, id) => etherchannelSummary(state, wiring, numberOf(id)),
  'interface-details': interfaceDetails,
  'interfaces-description': interfacesDescription,
  'interfaces-status': interfacesStatus,
  'interfaces-switchport': interfacesSwitchport,
  'interfaces-trunk': interfacesTrunk,
  'ip-interface': ipInterface,
  'ip-interface-brief': ipInterfaceBrief,
  'ip-route': (state, wiring) => ipRoute(state, wiring),
  'ip-ssh': ipSsh,
  'lacp-neighbor': (state, wiring, id) => lacpNeighbor(state, wiring, numberOf(id)),
  'lldp-neighbors': lldpNeighbors,
  'load-balance': loadBalance,
  logging,
  'mac-address-table': (state) => macAddressTable(state, {}),
  'mac-address-table-address': (state, _, mac) => macAddressTable(state, { mac: mac! }),
  'mac-address-table-dynamic': (state) => macAddressTable(state, { kind: 'dynamic' }),
  'mac-address-table-interface': (state, _, port) => macAddressTable(state, { port: port! }),
  'mac-address-table-static': (state) => macAddressTable(state, { kind: 'static' }),
  'mac-address-table-vlan': (state, _, vlan) => macAddressTable(state, { vlan: vlan! }),
  'mac-aging-time': macAgingTime,
  'port-security': portSecurity,
  'port-security-address': portSecurityAddress,
  'port-security-interface': (state, wiring, name) => portSecurityInterface(state, wiring, name!),
  privilege: () => 'Current privilege level is 15',
  reload: scheduledReload,
  'running-config': runningConfig,
  'running-interface': (state, _, name) => runningInterface(name!, state),
  'spanning-tree': spanningTree,
  'spanning-tree-blocked': spanningTreeBlocked,
  'spanning-tree-inconsistent': spanningTreeInconsistent,
  'mst-configuration': mstConfiguration,
  'mst-instances': mstInstances,
  'mst-interface': (state, wiring, name) => mstInterface(state, wiring, name!),
  'sdm-template': sdmTemplate,
  'vtp-counters': vtpCounters,
  'spanning-tree-detail': (state, wiring, name) => spanningTreeDetail(state, wiring, name),
  'spanning-tree-interface': (state, wiring, name) => spanningTreeInterface(state, wiring, name!),
  'spanning-tree-portfast': (state, wiring, name) => spanningTreePortfast(state, wiring, name!),
  'spanning-tree-root': (state, wiring) => spanningTreeRoot(state, wiring),
  'spanning-tree-summary': spanningTreeSummary,
  'spanning-tree-vlan-detail': (state, wiring, list) => spanningTreeDetail(state, wiring, undefined, list),
  'spanning-tree-vlan-root': (state, wiring, list) => spanningTreeRoot(state, wiring, list),
  'startup-config': startupConfig,
  'storm-broadcast': (state, wiring, name) => stormControl(state, wiring, 'broadcast', name),
  'storm-multicast': (state, wiring, name) => stormControl(state, wiring, 'multicast', name),
  'storm-unicast': (state, wiring, name) => stormControl(state, wiring, 'unicast', name),
  'system-mtu': systemMtu,
  version,
  'vlan-brief': (state, wiring) => vlanBrief(state, wiring),
  'vlan-id': (state, wiring, list) => vlanById(state, wiring, list!),
  'vlan-name': (state, wiring, name) => vlanByName(state, wiring, name!),
  'vlan-summary': vlanSummary,
  'vlan-tables': vlanTables,
  'vtp-status': vtpStatus,
  'arp-access-list': arpAccessLists,
  'arp-inspection-statistics-vlan': (state, _, list) => arpInspectionStatistics(state, list),
  'err-disabled': errDisabled,
  'etherchannel-detail': (state, wiring, id) => etherchannelDetail(state, wiring, numberOf(id)),
  'etherchannel-port-channel': (state, wiring, id) => etherchannelPortChannel(state, wiring, numberOf(id)),
  'interface-etherchannel': (state, wiring, name) => interfaceEtherchannel(state, wiring, name!),
  'ip-protocols': ipProtocols,
  'ip-route-connected': (state, wiring) => ipRoute(state, wiring, 'connected'),
  'ip-route-ospf': (state, wiring) => ipRoute(state, wiring, 'ospf'),
  'ip-route-static': (state, wiring) => ipRoute(state, wiring, 'static'),
  'ip-route-to': (state, wiring, address) => ipRouteTo(state, wiring, address!),
  'lacp-counters': (state, wiring, id) => lacpCounters(state, wiring, numberOf(id)),
  'lacp-internal': (state, wiring, id) => lacpInternal(state, wiring, numberOf(id)),
  'lacp-system': lacpSystem,
  login,
  ospf: ospfProcesses,
  'ospf-database': ospfDatabase,
  'ospf-interfaces': ospfInterfaces,
  'ospf-neighbors': ospfNeighbors,
  'pagp-counters': (state, wiring, id) => pagpCounters(state, wiring, numberOf(id)),
  'pagp-internal': (state, wiring, id) => pagpInternal(state, wiring, numberOf(id)),
  'pagp-neighbor': (state, wiring, id) => pagpNeighbor(state, wiring, numberOf(id)),
  'source-binding': sourceBinding,
  standby,
  'standby-brief': standbyBrief,
  track: tracked,
  'verify-source': verifySource,
  'ipv6-interface-brief': ipv6InterfaceBrief,
  'ipv6-interface': (state, wiring, name) => ipv6Interface(state, wiring, name!),
  'ipv6-neighbors': ipv6Neighbors,
  'ipv6-route': (state, wiring) => ipv6Route(state, wiring),
  'ipv6-route-connected': (state, wiring) => ipv6Route(state, wiring, 'connected'),
  'ipv6-route-local': (state, wiring) => ipv6Route(state, wiring, 'local'),
  'ipv6-route-static': (state, wiring) => ipv6Route(state, wiring, 'static'),
  'ipv6-access-lists': ipv6AccessLists,
  lldp: lldpSettings,
  'lldp-neighbors-detail': lldpNeighborsDetail,
  'lldp-interfaces': lldpInterfaces,
  'lldp-traffic': lldpTraffic,
  'cdp-interfaces': cdpInterfaces,
  'cdp-traffic': cdpTraffic,
  'cdp-entry': (state, wiring, name) => cdpNeighborsDetail(state, wiring, name),
  'eigrp-neighbors': eigrpNeighbors,
  'eigrp-interfaces': eigrpInterfaces,
  'eigrp-topology': eigrpTopology,
  'dhcp-pools': dhcpPools,
  'dhcp-conflicts': dhcpConflicts,
  'dhcp-statistics': dhcpStatistics,
  'dhcp-lease': dhcpLease,
  'nat-statistics': natStatistics,
  'nat-translations': natTranslations,
  users,
  'terminal-lines': terminalLines,
  processes,
  inventory,
  flash,
  'vtp-password': vtpPassword,
  'ntp-associations': ntpAssociations,
  'ntp-status': ntpStatus,
  'etherchannel-ports': (state, wiring, id) => etherchannelPorts(state, wiring, Number(id)),
  'ospf-every-interface': ospfEveryInterface,
  'etherchannel-protocol': (state, wiring, id) => etherchannelProtocol(state, wiring, numberOf(id)),
  'ip-route-eigrp': (state, wiring) => ipRoute(state, wiring, 'eigrp'),
  'ip-route-rip': (state, wiring) => ipRoute(state, wiring, 'rip'),
  'ip-route-summary': ipRouteSummary,
  'spanning-tree-bridge': spanningTreeBridge,
  'ospf-interface': (state, wiring, name) => ospfInterface(state, wiring, name!),
  'dtp-interface': (state, wiring, name) => dtpInterface(state, wiring, name!),
  'vrrp-brief': (state) => gatewaysBrief(state, 'vrrp'),
  'glbp-brief': (state) => gatewaysBrief(state, 'glbp'),
  'clock-detail': (state) => [clock(state), unknownValue].join('\n'),
  'cdp-neighbors-detail-of': (state, wiring, port) => cdpNeighborsDetail(state, wiring, undefined, port),
  'sg300-interfaces-description': sg300InterfacesDescription,
  'sg300-interfaces-status': sg300InterfacesStatus,
  'sg300-interfaces-switchport': (state, _, name) => sg300InterfacesSwitchport(name!, state),
  'sg300-jumbo-frame': sg300JumboFrame,
  'sg300-running-config': sg300RunningConfig,
  'sg300-startup-config': sg300StartupConfig,
  'sg300-running-interface': (state, _, name) => sg300RunningInterface(name!, state),
  'sg300-vlan': sg300Vlan,
};

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** The values where `words` have the form, undefined where they have not. */
function valuesOf(form: string, words: readonly string[]): string[] | undefined {
  const parts = form.split(' ');
  if (parts.length !== words.length) return undefined;
  return parts.every((part, at) => part === '*' || part === words[at])
    ? words.filter((_, at) => parts[at] === '*')
    : undefined;
}
