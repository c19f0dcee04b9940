import type { SwitchProfile } from '../profiles/profile.ts';
import type { InterfaceConfig, SwitchState } from '../state.ts';
import type { Wiring } from '../wiring.ts';
import { atColumns } from './columns.ts';
import { shortName } from './interface-names.ts';
import { switchPorts } from './ports.ts';
import type { ShownPort } from './ports.ts';
import { withOthers } from './unknown-ports.ts';

/** Columns of the table; duplex and speed end at theirs. */
const columns = {
  port: 0,
  name: 10,
  nameWidth: 18,
  status: 29,
  vlan: 42,
  duplexEnd: 59,
  speedEnd: 66,
  type: 67,
};

/**
 * `show interfaces [X] status` of a Catalyst; undefined for an interface that is no port. What a port has negotiated is the best that
 * its type can do; the type itself depends on the hardware and is a likely one.
 */
export function interfacesStatus(state: SwitchState, wiring: Wiring, name?: string): string | undefined {
  const ports = switchPorts(state, wiring).filter((port) => name === undefined || port.name === name);
  if (name !== undefined && ports.length === 0) return undefined;
  const rows = ports.map((port) => row(port, state));
  return [
    '',
    'Port      Name               Status       Vlan       Duplex  Speed Type',
    ...(name === undefined ? withOthers(rows, state) : rows),
  ].join('\n');
}

function row(port: ShownPort, state: SwitchState): string {
  const { config } = port;
  const { duplex, speed } = linkOf(port);
  return atColumns(
    [columns.port, shortName(port.name, state.profile.id)],
    [columns.name, (config.description ?? '').slice(0, columns.nameWidth)],
    [columns.status, port.status],
    [columns.vlan, vlanOf(port)],
    [columns.duplexEnd - duplex.length, duplex],
    [columns.speedEnd - speed.length, speed],
    [columns.type, typeOf(port, state)],
  );
}

function vlanOf({ use, accessVlan, channel }: ShownPort): string {
  if (channel && !channel.inUse) return 'unassigned';
  return use === 'access' ? String(accessVlan ?? 'unassigned') : use;
}

/** What was negotiated has an `a-` before it; what is configured has not. */
function linkOf({ name, config, status, channel, member }: ShownPort): { duplex: string; speed: string } {
  const linked =
    status === 'connected' || status === 'inactive' || (status === 'suspended' && member !== undefined);
  const best = bestSpeed(name, config);
  if (/^TenGig|^TwentyFive|^Forty|^Hundred/.test(name) || config.speed === 'nonegotiate')
    return { duplex: 'full', speed: best };
  const fixed =
    !channel && config.speed !== undefined && !config.speed.startsWith('auto') ? config.speed : undefined;
  const duplex = channel ? undefined : config.duplex;
  return {
    duplex: duplex ?? (linked ? 'a-full' : 'auto'),
    speed: fixed ?? (linked ? `a-${best}` : 'auto'),
  };
}

/** The highest speed that the port's type has and its configuration lets it offer. */
export function bestSpeed(name: string, { speed }: InterfaceConfig): string {
  const offered = speed?.startsWith('auto ') ? speed.split(' ').at(-1) : undefined;
  if (offered !== undefined) return offered;
  const byType: readonly (readonly [RegExp, string])[] = [
    [/^Ethernet/, '10'],
    [/^Fast/, '100'],
    [/^Ten/, '10G'],
    [/^TwentyFive/, '25G'],
    [/^Forty/, '40G'],
    [/^Hundred/, '100G'],
  ];
  return byType.find(([type]) => type.test(name))?.[1] ?? '1000';
}

function takesTransceiver(name: string, { transceiverPorts }: SwitchProfile): boolean {
  const number = Number(/\/(\d+)$/.exec(name)?.[1]);
  return transceiverPorts !== undefined && number >= transceiverPorts.from && number <= transceiverPorts.to;
}

function typeOf({ name, channel, status }: ShownPort, { profile }: SwitchState): string {
  if (channel) return '';
  if (name.startsWith('Fast')) return '10/100BaseTX';
  const slot = /^Ten/.test(name) || takesTransceiver(name, profile);
  if (!slot) return '10/100/1000BaseTX';
  if (status === 'notconnect' || status === 'disabled') return 'Not Present';
  return name.startsWith('Ten') ? 'SFP-10GBase-SR' : '10/100/1000BaseTX SFP';
}
