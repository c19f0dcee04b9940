import type { IosPlatform, TablePlatform } from './table-format.ts';
import { tableOf } from './tables.ts';

/**
 * What takes the place of a command of another platform, by the id of that command. Only what is known to be missing here
 * stands in this list; it is the evidence for `ios/wrong-platform` between Catalysts, which share most commands.
 */
const forms: Readonly<Partial<Record<TablePlatform, Readonly<Record<string, string>>>>> = {
  'catalyst-2960s': {
    'if-mtu': 'There is no MTU per port: `system mtu jumbo 9198` in global configuration, then a reload.',
    'jumbo-sg': 'Type `system mtu jumbo 9198` in global configuration, then reload.',
    'sw-encap': 'Leave the line out: this switch only knows 802.1Q.',
    'flow-g': 'This switch only receives pause frames: `flowcontrol receive on`.',
    'flow-sg': 'Type `flowcontrol receive on`.',
    'vlan-db-sg': 'Create VLANs in global configuration: `vlan 10`.',
    'configure-sg': 'Type `configure terminal`.',
    'nego-sg': 'Negotiation is on with `speed auto` and `duplex auto`.',
    'nego-g': 'Negotiation is on with `speed auto` and `duplex auto`.',
    'show-int-po-sg': 'Type `show etherchannel summary`.',
    'show-jumbo-sg': 'Type `show system mtu`.',
    'show-int-swp-sg': 'Type `show interfaces NAME switchport`.',
    'show-vlan-sg': 'Type `show vlan brief`.',
    'show-int-conf-sg': 'Type `show running-config interface NAME`.',
    'term-datadump': 'Type `terminal length 0`.',
    'stp-mode-sg': 'Type `spanning-tree mode rapid-pvst`, or `mst`.',
    'sw-protected-sg': 'Type `switchport protected`.',
    'po-lb-sg': 'Type `port-channel load-balance src-dst-mac`, or `src-dst-ip`.',
    'po-lb-g': 'This switch hashes by src-mac, dst-mac, src-dst-mac, src-ip, dst-ip or src-dst-ip.',
    'name-sg': 'Name the VLAN in VLAN configuration: `vlan 10`, then `name`.',
    'sw-general-sg': 'Make the port a trunk with a native VLAN: `switchport mode trunk`.',
    'speed-g': 'The ports of this switch run at 10, 100 or 1000 Mb/s.',
    'sysmtu-g': 'Type `system mtu jumbo` with a number from 1500 to 9198.',
    'ip-addr-sg': 'Write the mask out: `ip address 192.168.1.2 255.255.255.0`.',
    'show-bootvar-sg': 'Type `show boot`.',
    'show-cpu-sg': 'Type `show processes cpu`.',
  },
  'generic-ios': {
    'jumbo-sg':
      'Type `system mtu jumbo` with the number of bytes in global configuration, or `mtu` on the port.',
    'flow-sg': 'Type `flowcontrol receive on`.',
    'vlan-db-sg': 'Create VLANs in global configuration: `vlan 10`.',
    'show-int-po-sg': 'Type `show etherchannel summary`.',
    'show-jumbo-sg': 'Type `show system mtu`.',
    'term-datadump': 'Type `terminal length 0`.',
    'po-lb-sg': 'Type `port-channel load-balance src-dst-mac`, or `src-dst-ip`.',
    'sw-protected-sg': 'Type `switchport protected`.',
  },
  sg300: {
    'cg-c':
      'Type `channel-group 1 mode auto`, which is LACP here, or `mode on` for a channel without a protocol.',
    'cg-g':
      'Type `channel-group 1 mode auto`, which is LACP here, or `mode on` for a channel without a protocol.',
    'sysmtu-c': 'Type `port jumbo-frame` in global configuration, save, and reload.',
    'sysmtu-g': 'Type `port jumbo-frame` in global configuration, save, and reload.',
    'if-mtu': 'There is no MTU per port: `port jumbo-frame` in global configuration, save, and reload.',
    vlan: 'Enter `vlan database` first, then `vlan 10`.',
    'v-name': 'Name the VLAN under `interface vlan 10`.',
    'sw-mode': 'The modes here are access, trunk and general; there is no DTP.',
    'sw-mode-g': 'The modes here are access, trunk and general; there is no DTP.',
    'sw-encap': 'Leave the line out: this switch only knows 802.1Q.',
    'sw-noneg': 'Leave the line out: this switch does not negotiate trunks.',
    'sw-protected': 'Type `switchport protected-port`.',
    'ch-proto': 'Leave the line out: `channel-group 1 mode auto` is LACP.',
    'lacp-rate': 'Type `lacp timeout short`.',
    speed: 'Switch negotiation on with `negotiation`, or off with `no negotiation` and set a speed.',
    'speed-g': 'Switch negotiation on with `negotiation`, or off with `no negotiation` and set a speed.',
    duplex: 'Switch negotiation on with `negotiation`, or off with `no negotiation` and set `duplex full`.',
    'flow-c': 'Type `flowcontrol on`.',
    'flow-g': 'Type `flowcontrol on`.',
    'pf-c': 'Type `spanning-tree portfast`.',
    'pf-g': 'Type `spanning-tree portfast`.',
    'stp-mode': 'Type `spanning-tree mode rstp`: there is no PVST here.',
    'po-lb-c': 'Type `port-channel load-balance src-dst-mac`, or `src-dst-mac-ip`.',
    'po-lb-g': 'Type `port-channel load-balance src-dst-mac`, or `src-dst-mac-ip`.',
    'show-ec-sum': 'Type `show interfaces port-channel`.',
    'show-ec-other': 'Type `show interfaces port-channel`.',
    'show-int-trunk': 'Type `show interfaces switchport NAME`.',
    'show-int-swp': 'Type `show interfaces switchport NAME`: the name comes last.',
    'show-int-status': 'Type `show interfaces status NAME`: the name comes last.',
    'show-mtu': 'Type `show ports jumbo-frame`.',
    'show-vlan': 'Type `show vlan`.',
    'show-ip-int-br': 'Type `show ip interface`.',
    'show-lacp': 'Type `show lacp port-channel`, or `show lacp NAME`.',
    'show-boot': 'Type `show bootvar`.',
    'term-len': 'Type `terminal datadump`.',
    'line-con': 'Type `line console`, `line telnet` or `line ssh`.',
    'default-interface': 'Undo the settings one by one with `no`: there is no `default` here.',
    'default-int-range': 'Undo the settings one by one with `no`: there is no `default` here.',
  },
};

/** What to type on `platform` in place of the command with this id; undefined where that is not known. */
export function formHere(platform: IosPlatform, id: string): string | undefined {
  return forms[tableOf(platform)]?.[id];
}
