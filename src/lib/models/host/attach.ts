import type { Attachment, PortBundle, HeldAddress } from '../model.ts';
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
    bundle: team && bundleOf(team),
    isSet: team !== undefined || switches.length > 0,
  };
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
    return { address, at, vlan: typeof vlan === 'number' ? vlan : undefined };
  });
}

/** Source: New-NetLbfoTeam, -TeamingMode: in `Static` and `Lacp` the switch has a part in the team, in `SwitchIndependent` it has none. */
function bundleOf({ name, properties }: HostResource): PortBundle {
  const mode = String(properties['mode']).toLowerCase();
  return { name, protocol: mode === 'lacp' ? 'LACP' : mode === 'static' ? 'none' : 'alone' };
}

function holds(list: unknown, name: string): boolean {
  return Array.isArray(list) && list.some((one) => isSameName(one, name));
}
