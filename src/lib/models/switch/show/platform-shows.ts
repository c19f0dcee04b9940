import type { IosPlatform } from '../../../dialects/ios/tables/table-format.ts';

// Which outputs a platform can be given. Apart from its profile, since only what prints needs it.

/** The printers of `show/`, see `render-show.ts`. */
export type ShowPrinter =
  | 'access-lists'
  | 'arp'
  | 'arp-inspection'
  | 'arp-inspection-interfaces'
  | 'arp-inspection-statistics'
  | 'cdp'
  | 'cdp-neighbors'
  | 'cdp-neighbors-detail'
  | 'clock'
  | 'counters'
  | 'counters-errors'
  | 'dhcp-binding'
  | 'dhcp-snooping'
  | 'dhcp-snooping-binding'
  | 'dhcp-snooping-statistics'
  | 'errdisable-recovery'
  | 'etherchannel-summary'
  | 'interface-details'
  | 'interfaces-description'
  | 'interfaces-status'
  | 'interfaces-switchport'
  | 'interfaces-trunk'
  | 'ip-interface'
  | 'ip-interface-brief'
  | 'ip-route'
  | 'ip-ssh'
  | 'lacp-neighbor'
  | 'lldp-neighbors'
  | 'load-balance'
  | 'logging'
  | 'mac-address-table'
  | 'mac-aging-time'
  | 'mac-address-table-address'
  | 'mac-address-table-dynamic'
  | 'mac-address-table-interface'
  | 'mac-address-table-static'
  | 'mac-address-table-vlan'
  | 'port-security'
  | 'port-security-address'
  | 'port-security-interface'
  | 'privilege'
  | 'running-config'
  | 'running-interface'
  | 'spanning-tree'
  | 'spanning-tree-blocked'
  | 'spanning-tree-detail'
  | 'spanning-tree-interface'
  | 'spanning-tree-portfast'
  | 'spanning-tree-root'
  | 'spanning-tree-vlan-detail'
  | 'spanning-tree-vlan-root'
  | 'spanning-tree-summary'
  | 'startup-config'
  | 'storm-broadcast'
  | 'storm-multicast'
  | 'storm-unicast'
  | 'system-mtu'
  | 'version'
  | 'vlan-brief'
  | 'vlan-id'
  | 'vlan-name'
  | 'vlan-summary'
  | 'vlan-tables'
  | 'vtp-status'
  | 'arp-access-list'
  | 'arp-inspection-statistics-vlan'
  | 'err-disabled'
  | 'etherchannel-detail'
  | 'etherchannel-port-channel'
  | 'interface-etherchannel'
  | 'ip-protocols'
  | 'ip-route-connected'
  | 'ip-route-ospf'
  | 'ip-route-static'
  | 'ip-route-to'
  | 'lacp-counters'
  | 'lacp-internal'
  | 'lacp-system'
  | 'login'
  | 'ospf'
  | 'ospf-database'
  | 'ospf-interfaces'
  | 'ospf-neighbors'
  | 'pagp-counters'
  | 'pagp-internal'
  | 'pagp-neighbor'
  | 'source-binding'
  | 'standby'
  | 'standby-brief'
  | 'track'
  | 'verify-source'
  | 'mst-configuration'
  | 'mst-instances'
  | 'mst-interface'
  | 'sdm-template'
  | 'vtp-counters'
  | 'reload'
  | 'spanning-tree-inconsistent'
  | 'ipv6-interface-brief'
  | 'ipv6-interface'
  | 'ipv6-neighbors'
  | 'ipv6-route'
  | 'ipv6-route-connected'
  | 'ipv6-route-local'
  | 'ipv6-route-static'
  | 'ipv6-access-lists'
  | 'lldp'
  | 'lldp-neighbors-detail'
  | 'lldp-interfaces'
  | 'lldp-traffic'
  | 'cdp-interfaces'
  | 'cdp-traffic'
  | 'cdp-entry'
  | 'eigrp-neighbors'
  | 'eigrp-interfaces'
  | 'eigrp-topology'
  | 'dhcp-pools'
  | 'dhcp-conflicts'
  | 'dhcp-statistics'
  | 'dhcp-lease'
  | 'nat-statistics'
  | 'nat-translations'
  | 'users'
  | 'terminal-lines'
  | 'processes'
  | 'inventory'
  | 'flash'
  | 'vtp-password'
  | 'ntp-associations'
  | 'ntp-status'
  | 'etherchannel-protocol'
  | 'etherchannel-ports'
  | 'ospf-every-interface'
  | 'ip-route-eigrp'
  | 'ip-route-rip'
  | 'ip-route-summary'
  | 'spanning-tree-bridge'
  | 'ospf-interface'
  | 'dtp-interface'
  | 'vrrp-brief'
  | 'glbp-brief'
  | 'clock-detail'
  | 'cdp-neighbors-detail-of'
  | 'sg300-interfaces-description'
  | 'sg300-interfaces-status'
  | 'sg300-interfaces-switchport'
  | 'sg300-jumbo-frame'
  | 'sg300-running-config'
  | 'sg300-running-interface'
  | 'sg300-startup-config'
  | 'sg300-vlan';

/** What can be printed, by the words of the command; `*` is a value. */
type Shows = Readonly<Record<string, ShowPrinter>>;

const catalyst: Shows = {
  'show access-lists': 'access-lists',
  'show access-lists *': 'access-lists',
  'show ip access-lists': 'access-lists',
  'show ip access-lists *': 'access-lists',
  'show arp': 'arp',
  'show ip arp': 'arp',
  'show cdp': 'cdp',
  'show cdp neighbors': 'cdp-neighbors',
  'show cdp neighbors detail': 'cdp-neighbors-detail',
  'show clock': 'clock',
  'show errdisable recovery': 'errdisable-recovery',
  'show etherchannel load-balance': 'load-balance',
  'show etherchannel summary': 'etherchannel-summary',
  'show etherchannel * summary': 'etherchannel-summary',
  'show interfaces': 'interface-details',
  'show interfaces *': 'interface-details',
  'show interfaces counters': 'counters',
  'show interfaces * counters': 'counters',
  'show interfaces counters errors': 'counters-errors',
  'show interfaces * counters errors': 'counters-errors',
  'show interfaces description': 'interfaces-description',
  'show interfaces * description': 'interfaces-description',
  'show interfaces status': 'interfaces-status',
  'show interfaces * status': 'interfaces-status',
  'show interfaces switchport': 'interfaces-switchport',
  'show interfaces * switchport': 'interfaces-switchport',
  'show interfaces trunk': 'interfaces-trunk',
  'show interfaces * trunk': 'interfaces-trunk',
  'show ip arp inspection': 'arp-inspection',
  'show ip arp inspection interfaces': 'arp-inspection-interfaces',
  'show ip arp inspection interfaces *': 'arp-inspection-interfaces',
  'show ip arp inspection statistics': 'arp-inspection-statistics',
  'show ip arp inspection vlan *': 'arp-inspection',
  'show ip dhcp binding': 'dhcp-binding',
  'show ip dhcp snooping': 'dhcp-snooping',
  'show ip dhcp snooping binding': 'dhcp-snooping-binding',
  'show ip dhcp snooping statistics': 'dhcp-snooping-statistics',
  'show ip interface': 'ip-interface',
  'show ip interface *': 'ip-interface',
  'show ip interface brief': 'ip-interface-brief',
  'show ip route': 'ip-route',
  'show ip ssh': 'ip-ssh',
  'show lacp neighbor': 'lacp-neighbor',
  'show lacp * neighbor': 'lacp-neighbor',
  'show lldp neighbors': 'lldp-neighbors',
  'show log': 'logging',
  'show logging': 'logging',
  'show mac-address-table': 'mac-address-table',
  'show mac-address-table dynamic': 'mac-address-table-dynamic',
  'show mac address-table': 'mac-address-table',
  'show mac address-table address *': 'mac-address-table-address',
  'show mac address-table aging-time': 'mac-aging-time',
  'show mac address-table dynamic': 'mac-address-table-dynamic',
  'show mac address-table dynamic interface *': 'mac-address-table-dynamic',
  'show mac address-table dynamic vlan *': 'mac-address-table-dynamic',
  'show mac address-table interface *': 'mac-address-table-interface',
  'show mac address-table static': 'mac-address-table-static',
  'show mac address-table vlan *': 'mac-address-table-vlan',
  'show port-security': 'port-security',
  'show port-security address': 'port-security-address',
  'show port-security interface *': 'port-security-interface',
  'show privilege': 'privilege',
  'show reload': 'reload',
  'show running-config': 'running-config',
  'show running-config interface *': 'running-interface',
  'show spanning-tree': 'spanning-tree',
  'show spanning-tree active': 'spanning-tree',
  'show spanning-tree blockedports': 'spanning-tree-blocked',
  'show spanning-tree inconsistentports': 'spanning-tree-inconsistent',
  'show spanning-tree mst': 'mst-instances',
  'show spanning-tree mst *': 'mst-instances',
  'show spanning-tree mst interface *': 'mst-interface',
  'show sdm prefer': 'sdm-template',
  'show vtp counters': 'vtp-counters',
  'show spanning-tree mst configuration': 'mst-configuration',
  'show spanning-tree detail': 'spanning-tree-detail',
  'show spanning-tree interface *': 'spanning-tree-interface',
  'show spanning-tree interface * detail': 'spanning-tree-detail',
  'show spanning-tree interface * portfast': 'spanning-tree-portfast',
  'show spanning-tree root': 'spanning-tree-root',
  'show spanning-tree summary': 'spanning-tree-summary',
  'show spanning-tree vlan *': 'spanning-tree',
  'show spanning-tree vlan * detail': 'spanning-tree-vlan-detail',
  'show spanning-tree vlan * root': 'spanning-tree-vlan-root',
  'show startup-config': 'startup-config',
  'show arp access-list': 'arp-access-list',
  'show arp access-list *': 'arp-access-list',
  'show ip arp inspection statistics vlan *': 'arp-inspection-statistics-vlan',
  'show interfaces status err-disabled': 'err-disabled',
  'show interfaces * status err-disabled': 'err-disabled',
  'show etherchannel detail': 'etherchannel-detail',
  'show etherchannel * detail': 'etherchannel-detail',
  'show etherchannel port-channel': 'etherchannel-port-channel',
  'show etherchannel * port-channel': 'etherchannel-port-channel',
  'show interfaces * etherchannel': 'interface-etherchannel',
  'show ip protocols': 'ip-protocols',
  'show ip route connected': 'ip-route-connected',
  'show ip route static': 'ip-route-static',
  'show ip route ospf': 'ip-route-ospf',
  'show ip route *': 'ip-route-to',
  'show lacp counters': 'lacp-counters',
  'show lacp * counters': 'lacp-counters',
  'show lacp internal': 'lacp-internal',
  'show lacp * internal': 'lacp-internal',
  'show lacp sys-id': 'lacp-system',
  'show login': 'login',
  'show ip ospf': 'ospf',
  'show ip ospf database': 'ospf-database',
  'show ip ospf database *': 'ospf-database',
  'show ip ospf interface brief': 'ospf-interfaces',
  'show ip ospf neighbor': 'ospf-neighbors',
  'show ip ospf neighbor *': 'ospf-neighbors',
  'show pagp counters': 'pagp-counters',
  'show pagp * counters': 'pagp-counters',
  'show pagp internal': 'pagp-internal',
  'show pagp * internal': 'pagp-internal',
  'show pagp neighbor': 'pagp-neighbor',
  'show pagp * neighbor': 'pagp-neighbor',
  'show ip source binding': 'source-binding',
  'show standby': 'standby',
  'show standby *': 'standby',
  'show standby brief': 'standby-brief',
  'show track': 'track',
  'show track *': 'track',
  'show ip verify source': 'verify-source',
  'show ip verify source interface *': 'verify-source',
  'show storm-control': 'storm-broadcast',
  'show storm-control broadcast': 'storm-broadcast',
  'show storm-control multicast': 'storm-multicast',
  'show storm-control unicast': 'storm-unicast',
  'show storm-control *': 'storm-broadcast',
  'show storm-control * broadcast': 'storm-broadcast',
  'show storm-control * multicast': 'storm-multicast',
  'show storm-control * unicast': 'storm-unicast',
  'show system mtu': 'system-mtu',
  'show version': 'version',
  'show vlan': 'vlan-tables',
  'show vlan brief': 'vlan-brief',
  'show vlan id *': 'vlan-id',
  'show vlan name *': 'vlan-name',
  'show vlan summary': 'vlan-summary',
  'show vtp status': 'vtp-status',
  'show ipv6 interface brief': 'ipv6-interface-brief',
  'show ipv6 interface *': 'ipv6-interface',
  'show ipv6 neighbors': 'ipv6-neighbors',
  'show ipv6 route': 'ipv6-route',
  'show ipv6 route connected': 'ipv6-route-connected',
  'show ipv6 route local': 'ipv6-route-local',
  'show ipv6 route static': 'ipv6-route-static',
  'show ipv6 access-list': 'ipv6-access-lists',
  'show ipv6 access-list *': 'ipv6-access-lists',
  'show lldp': 'lldp',
  'show lldp neighbors detail': 'lldp-neighbors-detail',
  'show lldp neighbors * detail': 'lldp-neighbors-detail',
  'show lldp interface': 'lldp-interfaces',
  'show lldp interface *': 'lldp-interfaces',
  'show lldp traffic': 'lldp-traffic',
  'show cdp interface': 'cdp-interfaces',
  'show cdp interface *': 'cdp-interfaces',
  'show cdp traffic': 'cdp-traffic',
  'show cdp entry *': 'cdp-entry',
  'show ip eigrp neighbors': 'eigrp-neighbors',
  'show ip eigrp interfaces': 'eigrp-interfaces',
  'show ip eigrp topology': 'eigrp-topology',
  'show ip eigrp topology all-links': 'eigrp-topology',
  'show ip dhcp pool': 'dhcp-pools',
  'show ip dhcp pool *': 'dhcp-pools',
  'show ip dhcp conflict': 'dhcp-conflicts',
  'show ip dhcp server statistics': 'dhcp-statistics',
  'show dhcp lease': 'dhcp-lease',
  'show ip nat statistics': 'nat-statistics',
  'show ip nat translations': 'nat-translations',
  'show users': 'users',
  'show line': 'terminal-lines',
  'show line vty *': 'terminal-lines',
  'show line vty * *': 'terminal-lines',
  'show processes': 'processes',
  'show processes cpu': 'processes',
  'show inventory': 'inventory',
  'show flash:': 'flash',
  'show vtp password': 'vtp-password',
  'show ntp associations': 'ntp-associations',
  'show ntp status': 'ntp-status',
  'show etherchannel * port': 'etherchannel-ports',
  'show ip ospf interface': 'ospf-every-interface',
  'show etherchannel protocol': 'etherchannel-protocol',
  'show etherchannel * protocol': 'etherchannel-protocol',
  'show ip route eigrp': 'ip-route-eigrp',
  'show ip route rip': 'ip-route-rip',
  'show ip route summary': 'ip-route-summary',
  'show spanning-tree bridge': 'spanning-tree-bridge',
  'show spanning-tree vlan * bridge': 'spanning-tree-bridge',
  'show ip ospf interface *': 'ospf-interface',
  'show dtp interface *': 'dtp-interface',
  'show vrrp brief': 'vrrp-brief',
  'show glbp brief': 'glbp-brief',
  'show lldp neighbors *': 'lldp-neighbors',
  'show cdp neighbors *': 'cdp-neighbors',
  'show cdp neighbors * detail': 'cdp-neighbors-detail-of',
  'show clock detail': 'clock-detail',
};

/** Tables that IOS XE lays out otherwise, and that are known in the form of IOS alone. */
const otherwiseOnXe = /^show (etherchannel|system mtu|spanning-tree summary|ip ssh|vtp status)/;

const catalyst9000: Shows = Object.fromEntries(
  Object.entries(catalyst).filter(([form]) => !otherwiseOnXe.test(form)),
);

export const platformShows: Readonly<Record<IosPlatform, Shows>> = {
  'catalyst-2960s': catalyst,
  sg300: {
    'show interfaces description': 'sg300-interfaces-description',
    'show interfaces status': 'sg300-interfaces-status',
    'show interfaces switchport *': 'sg300-interfaces-switchport',
    'show ports jumbo-frame': 'sg300-jumbo-frame',
    'show running-config': 'sg300-running-config',
    'show running-config interface *': 'sg300-running-interface',
    'show startup-config': 'sg300-startup-config',
    'show vlan': 'sg300-vlan',
  },
  'catalyst-3560': catalyst,
  'catalyst-3750x': catalyst,
  'catalyst-2960x': catalyst,
  'catalyst-9200': catalyst9000,
  'catalyst-9300': catalyst9000,
  // How its other tables look is not known.
  sg350: { 'show interfaces description': 'sg300-interfaces-description' },
  'generic-ios': catalyst,
};
