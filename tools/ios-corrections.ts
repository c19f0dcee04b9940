// What real configurations and sessions taught beyond the collected facts, each with its source. Taken in by build-ios-tables.ts.

/** Where the facts below were seen; keys are referred to in `sources`. */
export const correctionSources = {
  labs: 'Configurations and typed sessions in public repositories, read while measuring (tools/measure-ios.ts)',
  vtpmib: 'CISCO-VTP-MIB: the name of a VLAN, vtpVlanName, is a text of 1 to 32 characters',
  qbridge: 'RFC 4363, Q-BRIDGE-MIB: dot1qVlanStaticName is a text of up to 32 characters',
  iosfund:
    'Cisco IOS command reference, hostname (cisco.com, E-Learning/bulk/public/tac/cim/cib/using_cisco_ios_software/cmdrefs/hostname.htm): names of 63 characters or fewer',
} as const;

/** Fields of collected commands that are otherwise, by the command's id. */
export const corrections: Readonly<Record<string, object>> = {
  // Answered with Enter the question means the terminal; the next prompt of every transcript is that of global configuration.
  'configure-terminal': {
    syntax: 'configure [terminal]',
    keyword_path: ['configure'],
    sources: ['pocreate', 'labs'],
  },
  // Images for virtual labs print `banner incoming`.
  banner: {
    syntax: 'banner {motd | login | exec | incoming | prompt-timeout | slip-ppp} <text:banner>',
    no_syntax: ['no banner {motd | login | exec | incoming | prompt-timeout | slip-ppp}'],
    sources: ['labs'],
  },
  // Transcripts of 2960: a number in the place of the month is refused.
  'clock-set': {
    syntax:
      'clock set <time:time> <day:int(1-31)> {january | february | march | april | may | june | july | august | september | october | november | december} <year:int(1993-2035)>',
    sources: ['labs'],
  },
  'mac-aging': {
    syntax: 'mac address-table aging-time <s:int(0-1000000)> [vlan <v:vlan-id>]',
    sources: ['labs'],
  },
  // A user may be given a privilege level on a line without a password.
  username: {
    syntax: 'username <u:word> [privilege <p:int(0-15)>] [nopassword | {password | secret} <rest:line>]',
    sources: ['smbfix', 'labs'],
  },
  'ip-addr': {
    syntax:
      'ip address {<ip:ipv4> <mask:ipv4-mask> [secondary] | dhcp [client-id <client:interface>] [hostname <host:word>]}',
  },
  // A third word stands for a kind of database, which VTP version 3 has more of.
  'vtp-mode': {
    syntax: 'vtp mode {server | client | transparent | off} [vlan | mst | unknown]',
    sources: ['labs'],
  },
  'stp-vlan': {
    syntax:
      'spanning-tree vlan <v:vlan-list> [priority <p:int(0-61440)> | root {primary | secondary} [diameter <d:int(2-7)> [hello-time <ht:int(1-10)>]] | hello-time <h:int(1-10)> | forward-time <f:int(4-30)> | max-age <m:int(6-40)>]',
  },
  'v-name': { syntax: 'name <n:word(1-32)>', verified: 'doc', sources: ['ansible', 'vtpmib'] },
  'vlan-sg': { syntax: 'vlan <list:vlan-list> [name <n:word(1-32)>]', sources: ['smbfix', 'qbridge'] },
  'name-sg': { syntax: 'name <n:line(1-32)>', sources: ['smbfix', 'qbridge'] },
  // Further forms of show commands, by the parsers that read them and the guides that use them.
  'show-stp': {
    syntax:
      'show spanning-tree [summary [totals] | detail | active | root | bridge | blockedports | inconsistentports | uplinkfast | backbonefast | pathcost method | vlan <v:vlan-list> [detail | summary | root | bridge | blockedports | inconsistentports | active | interface <if:interface>] | mst [configuration | detail | <i:int(0-4094)> | interface <if:interface>] | interface <if:interface> [portfast | detail | cost | priority | rootcost | state | active | inconsistency]]',
    sources: ['ntc', 'genie', 'labs'],
  },
  'show-vlan': {
    syntax:
      'show vlan [brief | summary | id <id:vlan-list> | name <n:word> | remote-span | mtu | ifindex | internal usage | private-vlan [type] | access-map [<m:word>] | filter | group | dot1q tag native]',
    sources: ['ntc', 'genie', 'labs'],
  },
  'show-mac': {
    syntax:
      'show mac address-table [dynamic [vlan <v:vlan-id> | interface <if:interface> | address <m:mac>] | static [vlan <v:vlan-id> | interface <if:interface>] | secure | multicast | count [vlan <v:vlan-id>] | aging-time | learning | notification {change | mac-move | threshold} | interface <if:interface> | vlan <v:vlan-id> | address <m:mac>]',
    sources: ['ntc', 'genie', 'labs'],
  },
  'show-int-stats': { syntax: 'show interfaces [<if:interface>] stats' },
  'show-lacp': {
    syntax:
      'show lacp [<n:int(1-256)>] {counters | internal [detail] | neighbor [detail] | sys-id | system-id}',
  },
  'show-pagp': { syntax: 'show pagp [<n:int(1-256)>] {counters | internal | neighbor | dual-active}' },
  'show-cdp': {
    syntax:
      'show cdp [neighbors [<if:interface>] [detail] | interface [<if:interface>] | entry <e:word> | traffic]',
    sources: ['ntc', 'genie', 'labs'],
  },
  'show-lldp': {
    syntax:
      'show lldp [neighbors [<if:interface>] [detail] | interface [<if:interface>] | entry <e:word> | traffic]',
    sources: ['ntc', 'genie', 'labs'],
  },
  'show-vtp': {
    syntax: 'show vtp {status | password | counters | devices | interface [<if:interface>]}',
    sources: ['ntc', 'genie', 'labs'],
  },
  'show-ports-sec': {
    syntax: 'show port-security [interface <if:interface> [address | vlan] | address | vlan]',
    sources: ['ntc', 'genie', 'labs'],
  },
  // The SG300 has a longer limit of its own.
  hostname: {
    platforms: ['catalyst-2960s', 'generic-ios'],
    syntax: 'hostname <name:word(1-63)>',
    verified: 'doc',
    sources: ['iosfund'],
  },
};

/** Commands that the collected facts lack: the field values that differ from those of `like`. */
export const additions: readonly { readonly like: string; readonly differing: object }[] = [
  {
    like: 'banner',
    differing: {
      id: 'banner-sg',
      platforms: ['sg300'],
      syntax: 'banner {login | exec} <text:banner>',
      no_syntax: ['no banner {login | exec}'],
      default_form: false,
      gotchas: ['seen on a CBS350; printed between ^C and ^C'],
      sources: ['labs'],
    },
  },
  {
    like: 'hostname',
    differing: {
      id: 'hostname-sg',
      platforms: ['sg300'],
      syntax: 'hostname <name:word>',
      gotchas: [],
      verified: 'sample',
      sources: [],
    },
  },
  // Images before 12.1(11)EA1 have a hyphen there, which later ones still take.
  {
    like: 'show-mac',
    differing: {
      id: 'show-mac-old',
      syntax:
        'show mac-address-table [dynamic | static | count | aging-time | interface <if:interface> | vlan <v:vlan-id> | address <m:mac>]',
      in_lab_subset: false,
      sources: ['ntc', 'labs'],
    },
  },
  ...[
    ['show-ip-route', 'show ip route [connected | static | summary | <ip:ipv4>]', 'IPv4 routes'],
    ['show-ip-dhcp-binding', 'show ip dhcp binding [<ip:ipv4>]', 'addresses that were given out'],
    ['show-ip-ssh', 'show ip ssh', 'settings of the SSH server'],
    ['show-ip-arp', 'show ip arp [<ip:ipv4> | <if:interface>]', 'addresses of neighbours'],
    [
      'show-ip-snooping',
      'show ip dhcp snooping [binding [interface <if:interface> | vlan <v:vlan-id>] | database | statistics [detail]]',
      'DHCP snooping',
    ],
    [
      'show-ip-arp-inspection',
      'show ip arp inspection [interfaces [<if:interface>] | vlan <v:vlan-list> | log | statistics [vlan <v:vlan-list>]]',
      'dynamic ARP inspection',
    ],
    ['show-acl', 'show access-lists [<n:word>]', 'access lists'],
    ['show-ip-acl', 'show ip access-lists [<n:word>]', 'IPv4 access lists'],
  ].map(([id, syntax, effect]) => ({
    like: 'show-ip-int-br',
    differing: { id, syntax, effect, sources: ['ntc', 'genie'] },
  })),
  // Ports of routers, which share these tables, join a channel on a line without a mode.
  {
    like: 'cg-g',
    differing: {
      id: 'cg-router',
      syntax: 'channel-group <n:int(1-256)>',
      in_lab_subset: false,
      effect: 'joins a port of a router to a channel without a protocol',
      verified: 'sample',
      sources: ['labs'],
    },
  },
];
