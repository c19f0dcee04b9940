// Commands that guides of labs give to switches, beyond switching: routing on interfaces, gateways that stand in for each other, logins.
// Their words were seen in such guides; bounds are from general knowledge, so that nothing is called wrong by them. Taken in by build-ios-tables.ts.
import type { ModeId } from '../src/lib/dialects/ios/tables/table-format.ts';
import type { FurtherCommand } from './ios-further-commands.ts';

const port: readonly ModeId[] = ['config-if', 'config-if-range'];
const routing = { platforms: ['generic-ios'] } as const;

function command(
  id: string,
  modes: readonly ModeId[],
  syntax: string,
  effect: string,
  more: Partial<FurtherCommand> = {},
): FurtherCommand {
  return { id, modes, syntax, no: [`no ${syntax}`], effect, verified: 'memory', sources: ['labs'], ...more };
}

export const guideCommands: readonly FurtherCommand[] = [
  command(
    'if-standby',
    port,
    'standby [<g:int(0-4095)>] {ip [<ip:ipv4> [secondary]] | priority <p:int(0-255)> | preempt [delay <d:line>] | timers <t:line> | authentication <a:line> | track <o:line> | name <n:word>}',
    'a gateway that several routers stand in for (HSRP)',
    routing,
  ),
  command('if-standby-version', port, 'standby version {1 | 2}', 'version of HSRP', routing),
  command(
    'if-ospf-area',
    port,
    'ip ospf <process:int(1-65535)> area <a:word>',
    'OSPF on the interface',
    routing,
  ),
  command(
    'if-ospf-value',
    port,
    'ip ospf {cost <c:int(1-65535)> | priority <p:int(0-255)> | hello-interval <h:int(1-65535)> | dead-interval <d:int(1-65535)> | network {broadcast | non-broadcast | point-to-multipoint | point-to-point}}',
    'how OSPF takes the interface',
    routing,
  ),
  command('if-nat', port, 'ip nat {inside | outside}', 'which side of address translation it is', routing),
  command(
    'nat-list',
    ['config'],
    'ip nat inside source list <l:word> {interface <if:interface> | pool <p:word>} [overload]',
    'translates the addresses of a list',
    routing,
  ),
  command(
    'nat-static',
    ['config'],
    'ip nat inside source static [tcp | udp] <rest:line>',
    'translates one address',
    routing,
  ),
  command(
    'nat-pool',
    ['config'],
    'ip nat pool <n:word> <from:ipv4> <to:ipv4> {netmask <m:ipv4-mask> | prefix-length <l:int(1-32)>}',
    'addresses to translate into',
    routing,
  ),
  command(
    'if-dot1q',
    port,
    'encapsulation dot1q <v:vlan-id> [native]',
    'the VLAN of a part of a routed port',
    routing,
  ),
  command('if-clock-rate', port, 'clock rate <r:int(300-8000000)>', 'clock of a serial line', routing),
  command('ipv6-routing', ['config'], 'ipv6 unicast-routing', 'routes IPv6', routing),
  command(
    'ipv6-route',
    ['config'],
    'ipv6 route <prefix:word> <next:word> [<rest:line>]',
    'a static route of IPv6',
    routing,
  ),
  command(
    'default-network',
    ['config'],
    'ip default-network <n:ipv4>',
    'the network that routes of last resort lead to',
    routing,
  ),
  command(
    'if-ipv6-address',
    port,
    'ipv6 address {autoconfig | dhcp | <a:word> [link-local | eui-64 | anycast]}',
    'an IPv6 address',
  ),
  command('if-ipv6-enable', port, 'ipv6 enable', 'IPv6 on the interface'),
  command('if-verify-source', port, 'ip verify source [port-security]', 'IP source guard'),
  command('if-arp-trust', port, 'ip arp inspection trust', 'takes what this port says for true'),
  command(
    'if-arp-limit',
    port,
    'ip arp inspection limit {none | rate <r:int(0-2048)> [burst interval <s:int(1-15)>]}',
    'how many ARP packets a second are taken',
  ),
  command('arp-vlan', ['config'], 'ip arp inspection vlan <v:vlan-list>', 'inspects ARP in VLANs'),
  command(
    'arp-validate',
    ['config'],
    'ip arp inspection validate {src-mac [dst-mac] [ip] | dst-mac [ip] | ip}',
    'what of ARP is held to what',
  ),
  command(
    'arp-filter',
    ['config'],
    'ip arp inspection filter <acl:word> vlan <v:vlan-list> [static]',
    'addresses that need no binding',
  ),
  command(
    'source-binding',
    ['config'],
    'ip source binding <m:mac> vlan <v:vlan-id> <ip:ipv4> interface <if:interface>',
    'a host of which is known where it is',
  ),
  command(
    'if-auth-port',
    port,
    '{authentication | dot1x} port-control {auto | force-authorized | force-unauthorized}',
    'who may use the port',
  ),
  command('if-dot1x-pae', port, 'dot1x pae {authenticator | supplicant | both}', 'the part in 802.1X'),
  command(
    'if-auth-mode',
    port,
    'authentication host-mode {single-host | multi-host | multi-domain | multi-auth}',
    'how many hosts may be at the port',
  ),
  command('if-auth-order', port, 'authentication {order | priority} <methods:line>', 'how hosts are asked'),
  command(
    'if-auth-event',
    port,
    'authentication event <what:line>',
    'what happens where a host does not answer, or is not let in',
  ),
  command(
    'if-auth-again',
    port,
    'authentication {periodic | open | timer <t:line> | violation {restrict | shutdown | protect | replace}}',
    'when hosts are asked again',
  ),
  command('if-mab', port, 'mab [eap]', 'lets hosts in by their MAC addresses'),
  command(
    'aaa-login',
    ['config'],
    'aaa authentication {login | enable | dot1x | ppp} <list:word> <methods:line>',
    'how logins are proved',
  ),
  command(
    'aaa-rights',
    ['config'],
    'aaa authorization {exec | network | console | config-commands | commands <l:int(0-15)>} [<list:word> <methods:line>]',
    'what who has logged in may do',
  ),
  command(
    'aaa-count',
    ['config'],
    'aaa accounting {exec | network | dot1x | system | connection | commands <l:int(0-15)>} <list:word> <how:line>',
    'what is written down of sessions',
  ),
  command(
    'radius-host',
    ['config'],
    '{radius-server | tacacs-server} host <ip:ipv4> [auth-port <a:int(0-65535)>] [acct-port <b:int(0-65535)>] [key <k:line>]',
    'a server that logins are proved at',
  ),
  command(
    'radius-key',
    ['config'],
    '{radius-server | tacacs-server} key <k:line>',
    'the key of such servers',
  ),
  command(
    'radius-source',
    ['config'],
    'ip {radius | tacacs} source-interface <if:interface>',
    'the address that such servers are asked from',
  ),
  command(
    'login-block',
    ['config'],
    'login block-for <s:int(1-65535)> attempts <n:int(1-65535)> within <t:int(1-65535)>',
    'closes logins after too many failures',
  ),
  command('login-log', ['config'], 'login {on-failure | on-success} [log | trap]', 'tells of logins'),
  command(
    'password-length',
    ['config'],
    'security passwords min-length <n:int(0-16)>',
    'how short passwords may be',
  ),
  command('cdp-timer', ['config'], 'cdp {timer <t:int(5-254)> | holdtime <h:int(10-255)>}', 'times of CDP'),
  command(
    'lldp-timer',
    ['config'],
    'lldp {timer <t:int(5-65534)> | holdtime <h:int(0-65535)> | reinit <r:int(2-5)>}',
    'times of LLDP',
  ),
  command('vtp-pruning', ['config'], 'vtp pruning', 'keeps VLANs from trunks that do not need them'),
  command(
    'mac-old-static',
    ['config'],
    'mac-address-table static <m:mac> vlan <v:vlan-id> {interface <if:interface> | drop}',
    'a fixed address, as images before 12.1(11)EA1 write it',
  ),
  command(
    'sdm-other',
    ['config'],
    'sdm prefer {default | access | routing | vlan | lanbase-routing | dual-ipv4-and-ipv6 {default | routing | vlan}}',
    'what the tables of the hardware are shared out for, after a restart',
    { platforms: ['generic-ios'], no: ['no sdm prefer'] },
  ),
  command(
    'if-auto-qos',
    port,
    'auto qos {voip {cisco-phone | cisco-softphone | trust} | trust [cos | dscp] | classify | video <v:word>}',
    'quality of service by template',
  ),
  command('if-media', port, 'media-type {rj45 | sfp | auto-select}', 'which of two jacks is used'),
  command('if-policy', port, 'service-policy {input | output} <n:word>', 'the policy of the port'),
  command('l-session', ['config-line'], 'session-timeout <m:int(0-35791)> [output]', 'ends idle sessions'),
  ...[
    [
      'clear-security',
      'clear port-security {all | configured | dynamic | sticky} [address <m:mac> | interface <if:interface>]',
      'forgets secure addresses',
    ],
    ['clear-dhcp', 'clear ip dhcp {binding | conflict} <which:word>', 'takes addresses back'],
    ['clear-arp', 'clear {arp | arp-cache}', 'forgets the addresses of neighbours'],
    ['clear-vtp', 'clear vtp counters', 'counts VTP anew'],
    [
      'clear-errdisable',
      'clear errdisable interface <if:interface> vlan [<v:vlan-list>]',
      'lets a VLAN at a port in again',
    ],
    ['debug-stp', 'debug spanning-tree <what:line>', 'tells what spanning tree does'],
    ['traceroute-host', 'traceroute [ip] <host:word>', 'the way to a host'],
    ['telnet-host', 'telnet <host:word> [<p:int(1-65535)>]', 'a session at another host'],
    ['ssh-host', 'ssh [-v <v:int(1-2)>] -l <user:word> <host:word>', 'a session at another host'],
  ].map(([id, syntax, effect]) => ({
    ...command(id!, id!.endsWith('-host') ? ['user-exec', 'priv-exec'] : ['priv-exec'], syntax!, effect!),
    no: [],
  })),
  ...[
    ['show-nat', 'show ip nat {translations | statistics}', 'address translation'],
    ['show-standby', 'show standby [brief | <if:interface>]', 'gateways that stand in for each other'],
    ['show-ospf', 'show ip ospf [neighbor | interface [brief | <if:interface>] | database]', 'OSPF'],
    ['show-protocols', 'show ip protocols', 'routing protocols'],
  ].map(([id, syntax, effect]) => ({
    ...command(id!, ['user-exec', 'priv-exec'], syntax!, effect!, routing),
    no: [],
  })),
];
