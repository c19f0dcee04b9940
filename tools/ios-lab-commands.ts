// Commands that labs of whole networks give to their switches beside switching: IPv6, gateways that stand in for each other, private VLANs,
// and what is asked about them. Their words were seen in such labs; bounds are general knowledge, so that nothing is called wrong by them.
// Taken in by build-ios-tables.ts.
import type { ModeId } from '../src/lib/dialects/ios/tables/table-format.ts';
import type { FurtherCommand } from './ios-further-commands.ts';

const port: readonly ModeId[] = ['config-if', 'config-if-range'];
const config: readonly ModeId[] = ['config'];

/** Id, modes, syntax, what it does. */
const settings: readonly (readonly [string, readonly ModeId[], string, string])[] = [
  ['ip-cef', config, 'ip cef [distributed]', 'forwards by a table made before'],
  ['ipv6-cef', config, 'ipv6 cef [distributed]', 'forwards IPv6 by a table made before'],
  ['forward-nd', config, 'ip forward-protocol nd', 'lets a broadcast of diskless hosts through'],
  [
    'ssh-algorithm',
    config,
    'ip ssh {server | client} algorithm {encryption | mac | kex | hostkey | publickey} <list:line>',
    'which ciphers SSH takes',
  ],
  ['if-v6-filter', port, 'ipv6 traffic-filter <acl:word> {in | out}', 'filters IPv6 at the interface'],
  ['if-v6-ospf', port, 'ipv6 ospf <process:int(1-65535)> area <a:word>', 'OSPF version 3 on the interface'],
  [
    'if-standby-v6',
    port,
    'standby <g:int(0-4095)> ipv6 {autoconfig | <a:word>}',
    'a gateway of IPv6 that several routers stand in for',
  ],
  [
    'if-glbp',
    port,
    'glbp <g:int(0-1023)> {ip [<ip:ipv4>] | priority <p:int(1-255)> | preempt [delay <d:line>] | weighting <w:line> | load-balancing <l:line> | timers <t:line> | authentication <a:line> | name <n:line>}',
    'gateways that share the load (GLBP)',
  ],
  [
    'if-vrrp',
    port,
    'vrrp <g:int(1-255)> {ip <ip:ipv4> [secondary] | priority <p:int(1-254)> | preempt [delay <d:line>] | timers <t:line> | authentication <a:line> | track <o:line> | description <n:line>}',
    'a gateway that several routers stand in for (VRRP)',
  ],
  [
    'if-rip-auth',
    port,
    'ip rip authentication {mode {md5 | text} | key-chain <n:word>}',
    'how RIP proves who speaks',
  ],
  [
    'v-private',
    ['config-vlan'],
    'private-vlan {primary | community | isolated | association [add | remove] <v:vlan-list>}',
    'a VLAN in which hosts are kept from each other',
  ],
  [
    'if-private',
    port,
    'switchport private-vlan {host-association <p:vlan-id> <s:vlan-id> | mapping <m:vlan-id> [add | remove] <v:vlan-list>}',
    'the private VLANs of the port',
  ],
  [
    'if-private-mapping',
    port,
    'private-vlan mapping [add | remove] <v:vlan-list>',
    'private VLANs of the interface',
  ],
];

/** Id, syntax, what it tells of; of switches that a 2960-S is none of where that is said. */
const questions: readonly (readonly [string, string, string, 'routing'?])[] = [
  ['show-v6-interface', 'show ipv6 interface [brief | <if:interface> [prefix]]', 'addresses of IPv6'],
  [
    'show-v6-route',
    'show ipv6 route [connected | local | static | ospf | eigrp | rip | bgp | summary | <prefix:word>]',
    'routes of IPv6',
  ],
  ['show-v6-neighbors', 'show ipv6 neighbors [<if:interface>]', 'hosts of IPv6 that were heard'],
  ['show-v6-lists', 'show ipv6 access-list [<n:word>]', 'access lists of IPv6'],
  [
    'show-v6-ospf',
    'show ipv6 ospf [neighbor [detail] | interface [brief | <if:interface>] | database]',
    'OSPF version 3',
    'routing',
  ],
  ['show-v6-protocols', 'show ipv6 protocols', 'routing protocols of IPv6', 'routing'],
  [
    'show-v6-dhcp',
    'show ipv6 dhcp [pool [<n:word>] | binding | interface [<if:interface>]]',
    'DHCP of IPv6',
    'routing',
  ],
  [
    'show-eigrp',
    'show ip eigrp {neighbors [detail] | interfaces [detail] | topology [all-links | <a:ipv4>] | traffic}',
    'EIGRP',
    'routing',
  ],
  ['show-vrrp', 'show vrrp [brief]', 'gateways that stand in for each other (VRRP)', 'routing'],
  ['show-glbp', 'show glbp [brief]', 'gateways that share the load (GLBP)', 'routing'],
  ['show-dhcp-server', 'show ip dhcp server statistics', 'what a DHCP server counted', 'routing'],
  ['show-ssh', 'show ssh', 'sessions of SSH'],
  ['show-line', 'show line [vty <a:int(0-98)> [<b:int(0-98)>] | console 0]', 'terminal lines'],
  // Taken for `logging` where there is `login` too: two logs of consoles show it.
  ['show-log', 'show log', 'messages that were kept'],
  ['show-sessions', 'show sessions', 'sessions that were opened from here'],
  ['show-dhcp-lease', 'show dhcp lease', 'addresses that servers gave'],
  ['show-dot1x', 'show dot1x [all [summary] | interface <if:interface>]', '802.1X'],
  ['show-auth', 'show authentication sessions [interface <if:interface>]', 'who was let in at the ports'],
  // Of images with a controller of access points in them, and of controllers.
  ['show-wlan', 'show {wlan | ap | wireless} <what:line>', 'wireless networks', 'routing'],
  // Listed so that none of them is taken for a slip of another: `mroute` is no `route`.
  [
    'show-ip-more',
    'show ip {aliases | as-path-access-list | bgp | cache | cef | community-list | default-gateway | device | domain | extcommunity-list | flow | helper-address | host-list | igmp | lisp | local | masks | mfib | mrib | mroute | msdp | multicast | name-servers | nbar | nhrp | pim | policy | prefix-list | redirects | rip | rpf | rsvp | sockets | static | traffic | vrf | wccp} [<x:line>]',
    'more of IP',
  ],
  ['show-qos-if', 'show mls qos [interface <if:interface>]', 'quality of service'],
];

const common = { verified: 'memory', sources: ['labs'] } as const;
const routing = { platforms: ['generic-ios'] } as const;

export const labCommands: readonly FurtherCommand[] = [
  ...settings.map(([id, modes, syntax, effect]) => ({
    id,
    modes,
    syntax,
    no: [`no ${syntax}`],
    effect,
    ...common,
    ...routing,
  })),
  ...questions.map(([id, syntax, effect, kind]) => ({
    id,
    modes: ['user-exec', 'priv-exec'] as const,
    syntax,
    no: [],
    effect,
    ...common,
    ...(kind && routing),
  })),
];
