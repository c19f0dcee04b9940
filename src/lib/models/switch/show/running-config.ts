import { holdsUnknown, unknownValue } from '../../unknown-value.ts';
import { vlanTable } from '../state.ts';
import type { Configuration, SwitchState } from '../state.ts';
import { interfaceLines } from './interface-lines.ts';
import { byPlace } from './interface-names.ts';
import { lineBlocks, printedEntry } from './line-blocks.ts';
import { places } from './line-order.ts';
import { printedSecret } from './secrets.ts';
import { printedConfiguration } from './running-interface.ts';

/**
 * The order of a Catalyst's configuration, measured on 147 printed ones; a `!` stands between the groups. Seldom seen and so not certain:
 * load balance and LACP priority before the spanning tree.
 */
const groups = [
  [/^version/, /^(no )?service/],
  [/^hostname/],
  [/^boot-/],
  [/^(no )?logging (buffered|console|monitor)/, /^enable /],
  [/^username /],
  [/^(no )?aaa/, /^clock /, /^switch \d/, /^system mtu/, /^vtp /, /^(no )?ip routing/, /^(no )?ip dhcp/],
  [/^(no )?ip (domain|name-server)/],
  [undefined],
  [/^lacp/, /^port-channel load-balance/],
  [/^crypto/],
  [/^(no )?spanning-tree mode/, /^(no )?spanning-tree/],
  [/^(no )?errdisable/],
  [/^vlan internal/],
  [/^vlan \d/],
  [/^(no )?lldp/],
  [/^ip ssh/],
  [/^interface /],
  [
    /^ip default-gateway/,
    /^(no )?ip forward-protocol/,
    /^(no )?ip classless/,
    /^ip route /,
    /^(no )?ip http/,
  ],
  [/^(no )?logging/],
  [/^access-list/, /^ip access-list/],
  [/^(radius|tacacs)/],
  [/^snmp-server/],
  [/^control-plane/],
  [/^banner/],
  [/^line con/, /^line aux/, /^line/],
  [/^ntp/],
] as const;

/** `show running-config` of a Catalyst, with the lines that every one prints and the ones that it was given. */
export function runningConfig(state: SwitchState): string {
  return printedConfiguration(configurationLines(state.running, state));
}

/**
 * `show startup-config` of a Catalyst. Undefined where VLANs are a part of the configuration: which of them were there when it was saved
 * is not known.
 */
export function startupConfig(state: SwitchState): string | undefined {
  const { startup } = state;
  if (!startup) return 'startup-config is not present';
  if (keepsVlans(startup)) return undefined;
  const lines = ['!', ...configurationLines(startup, state)];
  const text = lines.join('\n');
  const bytes = holdsUnknown(text) ? unknownValue : String(new TextEncoder().encode(`${text}\n`).length);
  return [`Using ${bytes} out of 524288 bytes`, text].join('\n');
}

function configurationLines(configuration: Configuration, state: SwitchState): string[] {
  const { hostname, loadBalance, lacpSystemPriority, stpMode, vtpMode, gateway } = configuration;
  const routing = state.boot.routingMtu.next;
  const isScrambled = [...configuration.lines.values()].includes('service password-encryption');
  const blocks = [
    `hostname ${hostname ?? 'Switch'}`,
    routing !== 1500 && `system mtu routing ${String(routing)}`,
    // What waits for no restart stands in the configuration.
    state.profile.mtu === 'system-mtu-at-once' &&
      state.boot.systemMtu.next !== 1500 &&
      `system mtu ${String(state.boot.systemMtu.next)}`,
    vtpMode !== undefined && `vtp mode ${vtpMode}`,
    lacpSystemPriority !== undefined &&
      lacpSystemPriority !== 32768 &&
      `lacp system-priority ${String(lacpSystemPriority)}`,
    loadBalance !== undefined && `port-channel load-balance ${loadBalance}`,
    `spanning-tree mode ${stpMode ?? 'pvst'}`,
    'spanning-tree extend system-id',
    'vlan internal allocation policy ascending',
    ...(keepsVlans(configuration) ? vlanBlocks(state) : []),
    ...interfaceBlocks(configuration, state),
    gateway !== undefined && `ip default-gateway ${gateway}`,
    ...[...configuration.lines.values()].map((line) => printedEntry(printedSecret(line, isScrambled))),
    ...lineBlocks(configuration, state.profile).map((block) =>
      block.replace(/^ (password .*)$/gm, (_, line: string) => ` ${printedSecret(line, isScrambled)}`),
    ),
  ].filter((block) => typeof block === 'string');
  const found = places([...new Set(blocks)], groups.flat());
  const printed = groups
    .map((group) => found.splice(0, group.length).flat())
    .filter((group) => group.length > 0);
  return [
    ...printed.flatMap((group) =>
      /^(vlan \d|interface )/.test(group[0]!) ? group.flatMap((block) => [block, '!']) : [...group, '!'],
    ),
    'end',
  ].flatMap((block) => block.split('\n'));
}

/** As a VTP server or client a Catalyst keeps its VLANs in `vlan.dat` alone. */
function keepsVlans({ vtpMode }: Configuration): boolean {
  return vtpMode === 'transparent' || vtpMode === 'off';
}

function vlanBlocks(state: SwitchState): string[] {
  return [...vlanTable(state)]
    .sort(([a], [b]) => a - b)
    .map(([id, { name, suspended, shutdown, remoteSpan }]) =>
      [
        `vlan ${String(id)}`,
        ...(name === undefined ? [] : [` name ${name}`]),
        ...(suspended ? [' state suspend'] : []),
        ...(shutdown ? [' shutdown'] : []),
        ...(remoteSpan ? [' remote-span'] : []),
      ].join('\n'),
    );
}

function interfaceBlocks({ interfaces }: Configuration, state: SwitchState): string[] {
  return [...new Set([...state.ports, ...(state.profile.factory?.interfaces ?? []), ...interfaces.keys()])]
    .sort(byPlace)
    .map((name) =>
      [
        `interface ${name}`,
        ...interfaceLines(name, interfaces.get(name) ?? {}, state).map((line) => ` ${line}`),
      ].join('\n'),
    );
}
