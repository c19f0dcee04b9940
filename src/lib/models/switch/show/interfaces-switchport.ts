import { unknownValue } from '../../unknown-value.ts';
import { allowedVlans, vlanName, vlanTable } from '../state.ts';
import type { SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { wrapped } from './columns.ts';
import { channels } from './channel.ts';
import { shortName } from './interface-names.ts';
import { switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';
import { mayHaveOthers, withOthers } from './unknown-ports.ts';

/** A list of VLANs goes on below after this many characters, and begins there at column 5. */
const width = 79;
const indentation = ' '.repeat(5);

/**
 * `show interfaces [X] switchport` of a Catalyst. Undefined for what is no port.
 */
export function interfacesSwitchport(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const bundles = new Map(
    channels(state, wiring).flatMap((channel) => channel.members.map(({ port }) => [port, channel.name])),
  );
  const ports = switchPorts(state, wiring).filter((port) => name === undefined || port.name === name);
  if (ports.length === 0 && name !== undefined) return undefined;
  const texts = ports.map((port) => portText(port, bundles.get(port.name), state));
  return name === undefined && mayHaveOthers(state)
    ? withOthers(texts, state).join('\n')
    : texts.join('\n\n');
}

function portText(port: ShownPort, bundle: string | undefined, state: SwitchState): string {
  const { name, config, use } = port;
  const short = shortName(name, state.profile.id);
  if (use === 'routed') return [`Name: ${short}`, 'Switchport: Disabled'].join('\n');
  const { mode = 'dynamic auto', accessVlan = 1, voiceVlan = 'none', nativeVlan = 1, nonegotiate } = config;
  const works = port.carries ? (use === 'trunk' ? 'trunk' : 'static access') : 'down';
  const lines = new Set(config.lines?.values());
  const chosen = [...lines].flatMap(
    (line) => /^switchport trunk encapsulation (\w+)$/.exec(line)?.[1] ?? [],
  )[0];
  const encapsulation = chosen ?? (state.profile.negotiatesTagging ? 'negotiate' : 'dot1q');
  const operational = encapsulation === 'negotiate' ? unknownValue : encapsulation;
  return [
    `Name: ${short}`,
    'Switchport: Enabled',
    `Administrative Mode: ${mode === 'access' ? 'static access' : mode}`,
    `Operational Mode: ${works}${membership(port, bundle, state)}`,
    `Administrative Trunking Encapsulation: ${encapsulation}`,
    ...(port.carries
      ? [`Operational Trunking Encapsulation: ${use === 'trunk' ? operational : 'native'}`]
      : []),
    `Negotiation of Trunking: ${mode === 'access' || nonegotiate ? 'Off' : 'On'}`,
    `Access Mode VLAN: ${withName(accessVlan, state)}`,
    `Trunking Native Mode VLAN: ${withName(nativeVlan, state)}`,
    'Administrative Native VLAN tagging: enabled',
    `Voice VLAN: ${withName(voiceVlan, state)}`,
    'Administrative private-vlan host-association: none',
    'Administrative private-vlan mapping: none',
    'Administrative private-vlan trunk native VLAN: none',
    'Administrative private-vlan trunk Native VLAN tagging: enabled',
    'Administrative private-vlan trunk encapsulation: dot1q',
    'Administrative private-vlan trunk normal VLANs: none',
    'Administrative private-vlan trunk associations: none',
    'Administrative private-vlan trunk mappings: none',
    'Operational private-vlan: none',
    ...enabledVlans(allowedVlans(config, state)),
    'Pruning VLANs Enabled: 2-1001',
    'Capture Mode Disabled',
    'Capture VLANs Allowed: ALL',
    '',
    `Protected: ${String(lines.has('switchport protected'))}`,
    `Unknown unicast blocked: ${lines.has('switchport block unicast') ? 'enabled' : 'disabled'}`,
    `Unknown multicast blocked: ${lines.has('switchport block multicast') ? 'enabled' : 'disabled'}`,
    'Appliance trust: none',
  ].join('\n');
}

function membership({ member }: ShownPort, bundle: string | undefined, { profile }: SwitchState): string {
  if (bundle === undefined) return '';
  if (member === 'P') return ` (member of bundle ${shortName(bundle, profile.id)})`;
  return member === 's' ? ` (suspended member of bundle ${shortName(bundle, profile.id)})` : '';
}

function withName(vlan: number | string, state: SwitchState): string {
  if (vlan === 'dynamic') return 'unassigned';
  if (typeof vlan === 'string') return vlan;
  const known = vlan === 1 ? { name: 'default' } : vlanTable(state).get(vlan);
  return `${String(vlan)} (${known ? vlanName(vlan, known, state.profile) : 'Inactive'})`;
}

function enabledVlans(allowed: string): string[] {
  const title = 'Trunking VLANs Enabled: ';
  if (allowed === '1-4094') return [`${title}ALL`];
  if (allowed === 'none') return [`${title}NONE`];
  const parts = allowed.split(',');
  const [first = ''] = wrapped(parts, width - title.length, ',');
  const rest = parts.slice(first.replace(/,$/, '').split(',').length);
  return [
    `${title}${first}`,
    ...wrapped(rest, width - indentation.length, ',').map((line) => `${indentation}${line}`),
  ];
}
