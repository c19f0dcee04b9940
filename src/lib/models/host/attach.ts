import type { Attachment, PortBundle, HeldAddress } from '../model.ts';
import { ethernetMtu } from '../model.ts';
import { isSameName } from './effects/teams.ts';
import { interfaceOf } from './effects/virtual-switches.ts';
import type { HostResource, HostState } from './state.ts';
import { resourceOf, resourcesOf } from './state.ts';

/** What a host does at a network card: the team that the card is in, and the tags of all that is built upon it. */
export function attach(state: HostState, port: string): Attachment {
  const card = String(resourceOf(state, 'adapter-name', port)?.properties['name'] ?? port);
  const team = resourcesOf(state, 'nic-team').find(({ properties }) => holds(properties['members'], card));
  const nics = team
    ? resourcesOf(state, 'team-nic').filter(({ properties }) => isSameName(properties['team'], team.name))
    : [];
  const adapters = team ? nics.map(({ name }) => name) : [card];
  const switches = resourcesOf(state, 'virtual-switch').filter(({ properties }) =>
    adapters.some((adapter) => holds(properties['adapters'], adapter)),
  );
  const own = resourcesOf(state, 'management-adapter').filter(({ properties }) =>
    switches.some(({ name }) => isSameName(properties['switch'], name)),
  );
  return {
    sends: [...nics, ...own].flatMap(({ name, properties }) => {
      const { vlan } = properties;
      return typeof vlan === 'number' && vlan > 0 ? [{ vlan, by: name }] : [];
    }),
    takes: undefined,
    only: undefined,
    bundle: team && bundleOf(team),
    isSet: team !== undefined || switches.length > 0,
    mtu: mtuOf(state, card),
    large: [
      ...(team || switches.length > 0 ? [] : [card]),
      ...own.map(({ name }) => interfaceOf(name)),
    ].flatMap((by) => {
      const bytes = mtuOf(state, by);
      return bytes !== undefined && bytes > ethernetMtu ? [{ bytes, by }] : [];
    }),
    taken: takerOf(state, card),
    isShut: resourceOf(state, 'adapter-capability', `${card} adapter`)?.properties['enabled'] === false,
    speaks: [card, ...nics.map(({ name }) => name), ...own.map(({ name }) => interfaceOf(name))],
  };
}

/**
 * What fits into the frames of an adapter. Source: “Standardized INF Keywords for Jumbo Packets”: `*JumboPacket` is the size of a frame with
 * its Ethernet header of 14 bytes, and 1514 where nobody sets it. Drivers call it otherwise on screen, with the size in the value, or a
 * word for off.
 */
function mtuOf(state: HostState, adapter: string): number | undefined {
  const sizes = resourcesOf(state, 'adapter-property').flatMap(({ properties }) => {
    const { property, value } = properties;
    if (!isSameName(properties['adapter'], adapter)) return [];
    if (!/^\*JumboPacket$|^Jumbo (?:Packet|Frame|MTU)s?$/i.test(String(property))) return [];
    const frame = /\d{4,5}/.exec(String(value))?.[0];
    return frame === undefined ? [ethernetMtu] : [Math.max(ethernetMtu, Number(frame) - 14)];
  });
  return sizes.at(-1);
}

/** The addresses of a host, each with the tag of the adapter that has it. */
export function addresses(state: HostState): readonly HeldAddress[] {
  const adapters = [...resourcesOf(state, 'management-adapter'), ...resourcesOf(state, 'team-nic')];
  return resourcesOf(state, 'ip-address').map(({ name: address, properties }) => {
    const at = String(properties['interface']);
    const adapter = adapters.find(({ kind, name }) =>
      isSameName(at, kind === 'team-nic' ? name : interfaceOf(name)),
    );
    const vlan = adapter?.properties['vlan'];
    return {
      address,
      at,
      vlan: typeof vlan === 'number' ? vlan : undefined,
      mtu: mtuOf(state, at),
      lostTo: takerOf(state, at),
    };
  });
}

/**
 * What has taken an adapter, with all that speaks IP there. Source: “NIC Teaming”, Windows Server: members are unbound from all protocols
 * but the team’s. An adapter under a virtual switch likewise; its address goes to the adapter of the host that comes with the switch and has its
 * name (`-AllowManagementOS`), where there is one: adapters that are added later have none of it.
 */
function takerOf(state: HostState, adapter: string): string | undefined {
  const team = resourcesOf(state, 'nic-team').find(({ properties }) => holds(properties['members'], adapter));
  if (team) return `team ${team.name}`;
  const vswitch = resourcesOf(state, 'virtual-switch').find(({ properties }) =>
    holds(properties['adapters'], adapter),
  );
  const isAtHost = resourcesOf(state, 'management-adapter').some(
    ({ name, properties }) =>
      isSameName(properties['switch'], vswitch?.name) && isSameName(name, vswitch?.name),
  );
  return vswitch && !isAtHost ? `virtual switch ${vswitch.name}` : undefined;
}

/** Source: New-NetLbfoTeam, -TeamingMode: in `Static` and `Lacp` the switch has a part in the team, in `SwitchIndependent` it has none. */
function bundleOf({ name, properties }: HostResource): PortBundle {
  const mode = String(properties['mode']).toLowerCase();
  return { name, protocol: mode === 'lacp' ? 'LACP' : mode === 'static' ? 'none' : 'alone' };
}

function holds(list: unknown, name: string): boolean {
  return Array.isArray(list) && list.some((one) => isSameName(one, name));
}
