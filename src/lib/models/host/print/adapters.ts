import type { HostCard, HostResource, HostState } from '../state.ts';
import { resourceOf, resourcesOf } from '../state.ts';
import { isSameName } from '../effects/teams.ts';
import { interfaceOf } from '../effects/virtual-switches.ts';

/** A network adapter, as `Get-NetAdapter` has it. */
export interface NetworkAdapter {
  readonly name: string;
  /** Undefined where the lab does not say, or Windows numbers them as they come. */
  readonly description: string | undefined;
  readonly speedMbps: number | undefined;
  readonly kind: 'card' | 'team' | 'host';
  /** What it has been given to, with all that speaks IP there. */
  readonly under: 'team' | 'switch' | undefined;
}

/** All of a host: the cards that the lab lists, and what commands have made of them. */
export function adaptersOf(state: HostState): readonly NetworkAdapter[] {
  const teams = resourcesOf(state, 'nic-team');
  const switches = resourcesOf(state, 'virtual-switch');
  const under = (name: string) =>
    teams.some(({ properties }) => holds(properties['members'], name))
      ? 'team'
      : switches.some(({ properties }) => holds(properties['adapters'], name))
        ? 'switch'
        : undefined;
  const cards = state.cards.map((card): NetworkAdapter => {
    const name = nameOfCard(state, card);
    return { name, description: card.driver, speedMbps: card.speedMbps, kind: 'card', under: under(name) };
  });
  const nics = resourcesOf(state, 'team-nic').map((nic): NetworkAdapter => ({
    name: nic.name,
    description: descriptionOfNic(state, nic),
    speedMbps: speedOfTeam(state, String(nic.properties['team']), cards),
    kind: 'team',
    under: under(nic.name),
  }));
  const own = resourcesOf(state, 'management-adapter').map((adapter): NetworkAdapter => ({
    name: interfaceOf(adapter.name),
    description: undefined,
    speedMbps: undefined,
    kind: 'host',
    under: undefined,
  }));
  return [...cards, ...nics, ...own];
}

function nameOfCard(state: HostState, { name }: HostCard): string {
  return String(resourceOf(state, 'adapter-name', name)?.properties['name'] ?? name);
}

/** Source: shared knowledge of LBFO: the first interface of a team has no number, and which number another gets depends on those before. */
function descriptionOfNic(state: HostState, nic: HostResource): string | undefined {
  const isOnly = resourcesOf(state, 'team-nic').length === 1;
  return isOnly && nic.properties['vlan'] === undefined
    ? 'Microsoft Network Adapter Multiplexor Driver'
    : undefined;
}

function speedOfTeam(state: HostState, team: string, cards: readonly NetworkAdapter[]): number | undefined {
  const members = resourceOf(state, 'nic-team', team)?.properties['members'];
  if (!Array.isArray(members)) return undefined;
  const speeds = members.map((member) => cards.find(({ name }) => isSameName(name, member))?.speedMbps);
  return speeds.every((speed) => speed !== undefined)
    ? speeds.reduce((sum, speed) => sum + speed, 0)
    : undefined;
}

export function holds(list: unknown, name: string): boolean {
  return Array.isArray(list) && list.some((one) => isSameName(one, name));
}
