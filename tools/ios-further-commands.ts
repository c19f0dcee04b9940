// Commands of global and interface configuration beyond the collected facts, or in more detail than these have them. Taken in by
// build-ios-tables.ts.
import type {
  IosCommandFacts,
  TablePlatform,
  ModeId,
  Verified,
} from '../src/lib/dialects/ios/tables/table-format.ts';

export interface FurtherCommand {
  readonly id: string;
  readonly modes: readonly ModeId[];
  readonly syntax: string;
  readonly no?: readonly string[];
  readonly enters?: IosCommandFacts['enters'];
  readonly effect: string;
  /** The Catalysts, where nothing is said. */
  readonly platforms?: readonly TablePlatform[];
  readonly verified?: Verified;
  readonly sources?: readonly string[];
}

const levels =
  'emergencies | alerts | critical | errors | warnings | notifications | informational | debugging';

function line(
  id: string,
  syntax: string,
  no: string | undefined,
  effect: string,
  modes: readonly ModeId[] = ['config'],
): FurtherCommand {
  return { id, modes, syntax, no: no === undefined ? [] : [no], effect };
}

export const furtherCommands: readonly FurtherCommand[] = [
  {
    id: 'if-wrr-queue',
    modes: ['config-if', 'config-if-range'],
    syntax:
      'wrr-queue {bandwidth | cos-map | dscp-map | queue-limit | random-detect | threshold | min-reserve} <how:line>',
    no: [
      'no wrr-queue {bandwidth | cos-map | dscp-map | queue-limit | random-detect | threshold | min-reserve} [<how:line>]',
    ],
    effect: 'how the queues of a port share it (3550, 6500)',
    platforms: ['generic-ios'],
    verified: 'memory',
  },
  // Which kind of list a number stands for.
  line(
    'access-list',
    'access-list {<std:int(1-99)> | <ext:int(100-199)> | <type:int(200-299)> | <mac:int(700-799)> | <mac2:int(1100-1199)> | <std2:int(1300-1999)> | <ext2:int(2000-2699)>} {permit | deny | remark | dynamic} <entry:line>',
    'no access-list {<std:int(1-99)> | <ext:int(100-199)> | <type:int(200-299)> | <mac:int(700-799)> | <mac2:int(1100-1199)> | <std2:int(1300-1999)> | <ext2:int(2000-2699)>} [{permit | deny | remark} <entry:line>]',
    'an entry of a numbered access list',
  ),
  line(
    'logging-level',
    `logging {console | monitor | trap} [<level:int(0-7)> | ${levels}]`,
    'no logging {console | monitor | trap}',
    'which messages go to the console, to sessions, or to log servers',
  ),
  line(
    'logging-buffered',
    `logging buffered [<size:int(4096-2147483647)>] [<level:int(0-7)> | ${levels}]`,
    'no logging buffered',
    'messages that the switch keeps',
  ),
  line(
    'logging-host',
    'logging [host] <host:ipv4> [<rest:line>]',
    'no logging [host] <host:ipv4>',
    'a log server',
  ),
  line(
    'logging-facility',
    'logging facility <f:word>',
    'no logging facility',
    'the facility that log servers see',
  ),
  line(
    'logging-source',
    'logging source-interface <if:interface> [<rest:line>]',
    'no logging source-interface',
    'the address that messages are sent from',
  ),
  line(
    'ssh-time-out',
    'ip ssh time-out <s:int(1-120)>',
    'no ip ssh time-out',
    'how long a login may take, in seconds',
  ),
  line(
    'ssh-retries',
    'ip ssh authentication-retries <n:int(0-5)>',
    'no ip ssh authentication-retries',
    'how often a password may be mistyped',
  ),
  line(
    'ssh-source',
    'ip ssh source-interface <if:interface>',
    'no ip ssh source-interface',
    'the address that sessions are opened from',
  ),
  line(
    'rsa-generate',
    'crypto key generate rsa [general-keys | usage-keys | signature | encryption] [label <l:word>] [exportable] [modulus <bits:int(360-4096)>] [label <l2:word>] [exportable] [storage <where:word>]',
    undefined,
    'makes an RSA key, without which there is no SSH',
  ),
  line('rsa-zeroize', 'crypto key zeroize rsa [<l:word>]', undefined, 'deletes RSA keys'),
  line(
    'snmp-text',
    'snmp-server {location | contact | chassis-id} <text:line>',
    'no snmp-server {location | contact | chassis-id}',
    'what SNMP tells of the switch',
  ),
  line(
    'snmp-community',
    'snmp-server community <c:word> [<rest:line>]',
    'no snmp-server community <c:word>',
    'an SNMP community',
  ),
  line(
    'snmp-traps',
    'snmp-server enable traps [<which:line>]',
    'no snmp-server enable traps [<which:line>]',
    'which events are told',
  ),
  line(
    'dhcp-excluded',
    'ip dhcp excluded-address <from:ipv4> [<to:ipv4>]',
    'no ip dhcp excluded-address <from:ipv4> [<to:ipv4>]',
    'addresses that no pool gives away',
  ),
  line(
    'stp-mst',
    'spanning-tree mst <i:word> {priority <p:int(0-61440)> | root {primary | secondary} [diameter <d:int(2-7)> [hello-time <h:int(1-10)>]]}',
    'no spanning-tree mst <i:word> {priority | root}',
    'priority of the bridge in MST instances',
  ),
  line(
    'stp-mst-timers',
    'spanning-tree mst {hello-time <h:int(1-10)> | forward-time <f:int(4-30)> | max-age <m:int(6-40)> | max-hops <n:int(1-255)>}',
    'no spanning-tree mst {hello-time | forward-time | max-age | max-hops}',
    'timers of MST',
  ),
  line(
    'stp-fast',
    'spanning-tree {backbonefast | uplinkfast [max-update-rate <r:int(0-32000)>]}',
    'no spanning-tree {backbonefast | uplinkfast}',
    'faster convergence of PVST',
  ),
  line(
    'stp-if-mst-value',
    'spanning-tree mst <i:word> {cost <c:int(1-200000000)> | port-priority <p:int(0-240)>}',
    'no spanning-tree mst <i:word> {cost | port-priority}',
    'cost and priority of the port in MST instances',
    ['config-if', 'config-if-range'],
  ),
  line(
    'monitor-source',
    'monitor session <n:int(1-66)> source {interface <ports:line> | vlan <vlans:line> | remote vlan <v:vlan-id>}',
    'no monitor session {<n:int(1-66)> | all | local | remote | range <r:word>}',
    'ports and VLANs whose frames are copied',
  ),
  line(
    'monitor-destination',
    'monitor session <n:int(1-66)> destination {interface <ports:line> | remote vlan <v:vlan-id>}',
    undefined,
    'where copied frames go',
  ),
  line(
    'monitor-filter',
    'monitor session <n:int(1-66)> filter vlan <vlans:line>',
    undefined,
    'VLANs of which frames are copied',
  ),
  line(
    'native-tag',
    'vlan dot1q tag native',
    'no vlan dot1q tag native',
    'tags the native VLAN on trunks, too',
  ),
  line(
    'dot1x-system',
    'dot1x system-auth-control',
    'no dot1x system-auth-control',
    '802.1X on the whole switch',
  ),
  line('aaa-new-model', 'aaa new-model', 'no aaa new-model', 'logins by AAA'),
  line(
    'macro-name',
    'macro name <n:word>',
    'no macro name <n:word>',
    'text of a macro, up to a line with `@`',
  ),
  line(
    'ip-http-other',
    'ip http {authentication | access-class | client | max-connections | timeout-policy | path | port | secure-port | secure-trustpoint | secure-ciphersuite | secure-active-session-modules | active-session-modules | tls-version} <rest:line>',
    'no ip http {authentication | access-class | client | max-connections | timeout-policy | path | port | secure-port | secure-trustpoint | secure-ciphersuite | secure-active-session-modules | active-session-modules | tls-version} [<rest:line>]',
    'the web server of the switch',
  ),
  // IOS takes month and day in either order.
  {
    id: 'clock-set-month',
    modes: ['priv-exec'],
    syntax:
      'clock set <time:time> {january | february | march | april | may | june | july | august | september | october | november | december} <day:int(1-31)> <year:int(1993-2035)>',
    effect: 'sets the time of the switch',
  },
  {
    id: 'configure-other',
    modes: ['priv-exec'],
    syntax:
      'configure {memory | network | overwrite-network | replace | revert | confirm | lock} [<rest:line>]',
    effect: 'brings in a configuration from elsewhere',
  },
  {
    id: 'quit',
    modes: ['user-exec', 'priv-exec'],
    syntax: 'quit',
    enters: 'closed',
    effect: 'ends the session',
  },
];

/** Words that a catch-all of the collected facts loses to a command above, by the id of the catch-all. */
export const takenOver: Readonly<Record<string, readonly string[]>> = {
  'cfg-other': [
    'access-list',
    'archive',
    'control-plane',
    'class-map',
    'policy-map',
    'redundancy',
    'route-map',
    'template',
    'time-range',
    'track',
  ],
  // Of queues the 2960-S knows `srr-queue` alone.
  'if-other': ['wrr-queue'],
  'ip-other': [],
};
