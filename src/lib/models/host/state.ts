import { changed } from '../layered-map.ts';
import type { Properties, Resource } from '../resource.ts';

/** What a Windows host is made of, as far as it is modelled. Names of adapters are those of `Get-NetAdapter`. */
export type HostResourceKind =
  | 'windows-feature'
  | 'nic-team'
  | 'team-nic'
  | 'virtual-switch'
  | 'management-adapter'
  | 'adapter-name'
  | 'adapter-property'
  | 'adapter-binding'
  | 'adapter-capability'
  | 'ip-interface'
  | 'ip-address'
  | 'dns-servers'
  | 'route'
  | 'live-migration'
  | 'migration-network'
  | 'computer'
  | 'service'
  | 'iscsi-target'
  | 'iscsi-virtual-disk'
  | 'iscsi-mapping'
  | 'iscsi-listener'
  | 'iscsi-portal'
  | 'iscsi-session'
  | 'mpio-claim'
  | 'mpio-policy'
  | 'dhcp-scope'
  | 'dhcp-option'
  | 'dhcp-exclusion'
  | 'dhcp-reservation'
  | 'dhcp-authorization'
  | 'dhcp-groups'
  | 'cluster'
  | 'cluster-quorum'
  | 'cluster-shared-volume'
  | 'smb-bandwidth-limit'
  | 'smb-multichannel-constraint'
  | 'smb-share'
  | 'smb-server'
  | 'smb-client'
  | 'firewall-profile'
  | 'firewall-rule'
  | 'firewall-rules-of-windows'
  | 'connection-profile'
  | 'qos-policy'
  | 'qos-traffic-class'
  | 'qos-flow-control'
  | 'dcbx'
  | 'adapter-queues'
  | 'domain';

/** What the model remembers of a Windows host. */
export interface HostState {
  readonly profile: HostProfile;
  /** The network cards that the lab lists, by the names that Windows gave them. */
  readonly cards: readonly HostCard[];
  /** What commands made or set, by `keyOf`, in the order in which they did. */
  readonly resources: ReadonlyMap<string, HostResource>;
}

/** A network card. */
export interface HostCard {
  readonly name: string;
  /** What the driver calls it. */
  readonly driver?: string | undefined;
  readonly speedMbps: number;
}

export interface HostResource extends Resource {
  readonly kind: HostResourceKind;
}

/** What one version of Windows does differently. */
export interface HostProfile {
  /** As messages call it: `Windows Server 2022`. */
  readonly title: string;
  /** Whether a virtual switch is made on an LBFO team where nobody insists; see `refuseSwitchOnTeam`. */
  readonly switchOnTeam: 'made' | 'refused';
}

/** Names are the same in upper and lower case. */
export function keyOf({ kind, name }: Pick<HostResource, 'kind' | 'name'>): string {
  return `${kind} ${name.toLowerCase()}`;
}

export function resourceOf(state: HostState, kind: HostResourceKind, name: string): HostResource | undefined {
  return state.resources.get(keyOf({ kind, name }));
}

export function resourcesOf(state: HostState, kind: HostResourceKind): readonly HostResource[] {
  return [...state.resources.values()].filter((resource) => resource.kind === kind);
}

/** With a resource of exactly these properties. */
export function withResource(
  state: HostState,
  kind: HostResourceKind,
  name: string,
  properties: Properties,
): HostState {
  const resource = {
    kind,
    name: resourceOf(state, kind, name)?.name ?? name,
    properties: present(properties),
  };
  return { ...state, resources: changed(state.resources, [[keyOf(resource), resource]]) };
}

/** With some properties of a resource set, and the others as they are. Those that are undefined are taken away. */
export function withProperties(
  state: HostState,
  kind: HostResourceKind,
  name: string,
  properties: { readonly [name: string]: Properties[string] | undefined },
): HostState {
  const before = resourceOf(state, kind, name)?.properties;
  return withResource(state, kind, name, { ...before, ...properties } as Properties);
}

export function without(state: HostState, gone: Iterable<Pick<HostResource, 'kind' | 'name'>>): HostState {
  const entries = [...gone].map((resource) => [keyOf(resource), undefined] as const);
  return { ...state, resources: changed(state.resources, entries) };
}

function present(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}
