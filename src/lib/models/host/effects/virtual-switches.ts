import type { HostCall } from '../call.ts';
import type { HostState } from '../state.ts';
import { resourceOf, resourcesOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable, HostEffect } from './effect.ts';
import { asSet, given, isSameName } from './teams.ts';

/** What an adapter of the host at a virtual switch is called by the network commands. Source: Get-NetAdapter on a Hyper-V host. */
export const interfaceOf = (adapter: string) => `vEthernet (${adapter})`;

/** Virtual switches, and the host's own adapters at them. Source: the pages of the module Hyper-V. */
export const virtualSwitchEffects: EffectTable = {
  'New-VMSwitch': {
    takes: [
      ...['Name', 'NetAdapterName', 'NetAdapterInterfaceDescription', 'SwitchType', 'AllowManagementOS'],
      ...['MinimumBandwidthMode', 'EnableEmbeddedTeaming', 'EnableIov', 'Notes', 'AllowNetLbfoTeams'],
    ],
    run(call, state) {
      const name = call.text('Name');
      const adapters = call.texts('NetAdapterName');
      const description = call.text('NetAdapterInterfaceDescription');
      const isExternal = adapters !== undefined || description !== undefined;
      const type = isExternal ? 'External' : call.text('SwitchType');
      // Whether the host has a part in an external switch where nobody says is not documented.
      const hasHost = isExternal ? call.flag('AllowManagementOS') : type === 'Internal';
      if (name === undefined || type === undefined || hasHost === undefined) return undefined;
      // Hyper-V makes a second one of the same name, and neither can be told from the other.
      if (resourceOf(state, 'virtual-switch', name)) return undefined;
      if (hasHost && resourceOf(state, 'management-adapter', name)) return undefined;
      const made = withResource(state, 'virtual-switch', name, {
        type,
        ...(adapters && { adapters: asSet(adapters) }),
        ...(description !== undefined && { description }),
        ...(call.flag('EnableEmbeddedTeaming') && { embeddedTeaming: true }),
        ...(call.flag('EnableIov') && { iov: true }),
        ...given(call, { minimumBandwidth: 'MinimumBandwidthMode', notes: 'Notes' }),
      });
      return hasHost ? withResource(made, 'management-adapter', name, { switch: name }) : made;
    },
    offline: (call) => call.texts('NetAdapterName') ?? call.texts('NetAdapterInterfaceDescription') ?? [],
    // Source: K2s, issue 1131; NetworkingDsc, pull request 143: setting an address ends in error 1168 until then.
    lasts: (call) =>
      call.flag('AllowManagementOS') === true || call.text('SwitchType') === 'Internal'
        ? 'the adapter of the host appears a moment later'
        : undefined,
  },
  'Set-VMSwitch': {
    takes: [
      'Name',
      'DefaultFlowMinimumBandwidthWeight',
      'DefaultFlowMinimumBandwidthAbsolute',
      'Notes',
      'AllowManagementOS',
    ],
    run(call, state) {
      const name = call.text('Name');
      if (name === undefined || !resourceOf(state, 'virtual-switch', name)) return undefined;
      const set = withProperties(
        state,
        'virtual-switch',
        name,
        given(call, {
          defaultFlowWeight: 'DefaultFlowMinimumBandwidthWeight',
          defaultFlowAbsolute: 'DefaultFlowMinimumBandwidthAbsolute',
          notes: 'Notes',
        }),
      );
      if (!call.has('AllowManagementOS')) return set;
      const hasHost = call.flag('AllowManagementOS');
      // Its page does not say what becomes of adapters that the host has there already, of one or of many.
      if (hasHost === undefined || adaptersAt(set, name).length > 0) return undefined;
      return hasHost ? withResource(set, 'management-adapter', name, { switch: name }) : set;
    },
    needs: [{ parameter: 'Name', kind: 'virtual-switch' }],
  },
  // Source: Set-VMSwitchTeam: the adapters that are named are all that it has.
  'Set-VMSwitchTeam': {
    takes: ['Name', 'NetAdapterName', 'TeamingMode', 'LoadBalancingAlgorithm'],
    run(call, state) {
      const name = call.text('Name');
      const before = name === undefined ? undefined : resourceOf(state, 'virtual-switch', name);
      if (!before?.properties['embeddedTeaming']) return undefined;
      const adapters = call.texts('NetAdapterName');
      return withProperties(state, 'virtual-switch', before.name, {
        ...(adapters && { adapters: asSet(adapters) }),
        ...given(call, { teaming: 'TeamingMode', loadBalancing: 'LoadBalancingAlgorithm' }),
      });
    },
    needs: [{ parameter: 'Name', kind: 'virtual-switch' }],
    offline: (call) => call.texts('NetAdapterName') ?? [],
  },
  'Add-VMSwitchTeamMember': embeddedMembers((members, names) => [...members, ...names]),
  'Remove-VMSwitchTeamMember': embeddedMembers((members, names) =>
    members.filter((member) => !names.some((name) => isSameName(name, member))),
  ),
  // Source: Set-VMNetworkAdapterTeamMapping: an adapter of the host is kept at one physical adapter of the team.
  'Set-VMNetworkAdapterTeamMapping': {
    takes: ['ManagementOS', 'VMNetworkAdapterName', 'PhysicalNetAdapterName', 'SwitchName'],
    run(call, state) {
      const adapter = adapterOf(call, state, 'VMNetworkAdapterName');
      const physical = call.text('PhysicalNetAdapterName');
      if (adapter === undefined || physical === undefined) return undefined;
      return withProperties(state, 'management-adapter', adapter, { mappedTo: physical });
    },
    needs: [{ parameter: 'VMNetworkAdapterName', kind: 'management-adapter', when: 'ManagementOS' }],
  },
  'Remove-VMNetworkAdapterTeamMapping': {
    takes: ['ManagementOS', 'Name', 'VMNetworkAdapterName', 'SwitchName'],
    run(call, state) {
      const parameter = call.has('Name') ? 'Name' : 'VMNetworkAdapterName';
      const adapter = adapterOf(call, state, parameter);
      if (adapter === undefined) return undefined;
      return withProperties(state, 'management-adapter', adapter, { mappedTo: undefined });
    },
  },
  'Remove-VMSwitch': {
    takes: ['Name'],
    run(call, state) {
      const names = call.texts('Name');
      if (!names) return undefined;
      return names.reduce(
        (left, name) =>
          without(withoutAdapters(left, adaptersAt(left, name)), [{ kind: 'virtual-switch', name }]),
        state,
      );
    },
    needs: [{ parameter: 'Name', kind: 'virtual-switch' }],
    offline: (call) => (call.texts('Name') ?? []).map((name) => `all that is plugged into ${name}`),
  },
  'Add-VMNetworkAdapter': {
    takes: ['ManagementOS', 'Name', 'SwitchName'],
    run(call, state) {
      const name = call.text('Name');
      const at = call.text('SwitchName');
      if (call.flag('ManagementOS') !== true || name === undefined || at === undefined) return undefined;
      // The command makes a twin without a word.
      if (resourceOf(state, 'management-adapter', name)) return undefined;
      return withResource(state, 'management-adapter', name, { switch: at });
    },
    needs: [{ parameter: 'SwitchName', kind: 'virtual-switch' }],
    lasts: () => 'the adapter appears a moment later',
  },
  'Remove-VMNetworkAdapter': {
    takes: ['ManagementOS', 'Name', 'SwitchName'],
    run(call, state) {
      const name = call.text('Name');
      if (call.flag('ManagementOS') !== true || name === undefined) return undefined;
      return withoutAdapters(state, [name]);
    },
    needs: [{ parameter: 'Name', kind: 'management-adapter', when: 'ManagementOS' }],
  },
  'Set-VMNetworkAdapterVlan': {
    takes: [
      ...['ManagementOS', 'VMNetworkAdapterName', 'Access', 'VlanId', 'Untagged', 'Trunk'],
      ...['AllowedVlanIdList', 'NativeVlanId'],
    ],
    run(call, state) {
      const adapter = adapterOf(call, state, 'VMNetworkAdapterName');
      const vlan = vlanOf(call);
      if (adapter === undefined || vlan === undefined) return undefined;
      return withProperties(state, 'management-adapter', adapter, {
        vlan: undefined,
        trunk: undefined,
        ...vlan,
      });
    },
    needs: [{ parameter: 'VMNetworkAdapterName', kind: 'management-adapter', when: 'ManagementOS' }],
  },
  'Set-VMNetworkAdapter': {
    takes: [
      'ManagementOS',
      'Name',
      'MinimumBandwidthWeight',
      'MinimumBandwidthAbsolute',
      'MaximumBandwidth',
      'IeeePriorityTag',
    ],
    run(call, state) {
      const adapter = adapterOf(call, state, 'Name');
      if (adapter === undefined) return undefined;
      return withProperties(state, 'management-adapter', adapter, {
        ...given(call, {
          minimumWeight: 'MinimumBandwidthWeight',
          minimumBandwidth: 'MinimumBandwidthAbsolute',
          maximumBandwidth: 'MaximumBandwidth',
          priorityTag: 'IeeePriorityTag',
        }),
        ...Object.fromEntries(
          Object.entries(unsetByZero)
            .filter(([, parameter]) => Number(call.text(parameter)) === 0)
            .map(([property]) => [property, undefined]),
        ),
      });
    },
    needs: [{ parameter: 'Name', kind: 'management-adapter', when: 'ManagementOS' }],
  },
};

/** What is as if nobody had set it where it is zero. Source: Set-VMNetworkAdapter: “Specify 0 to disable the feature.” */
export const unsetByZero = { minimumWeight: 'MinimumBandwidthWeight', maximumBandwidth: 'MaximumBandwidth' };

/** The name of a management adapter that was made before; of one that was not, nothing is known. */
function adapterOf(call: HostCall, state: HostState, parameter: string): string | undefined {
  const name = call.text(parameter);
  if (call.flag('ManagementOS') !== true || name === undefined) return undefined;
  return resourceOf(state, 'management-adapter', name)?.name;
}

function vlanOf(
  call: HostCall,
): Readonly<Record<string, number | { readonly native: number; readonly allowed: string }>> | undefined {
  if (call.flag('Untagged')) return {};
  if (call.flag('Access')) {
    const vlan = Number(call.text('VlanId'));
    return Number.isInteger(vlan) ? { vlan } : undefined;
  }
  const allowed = call.text('AllowedVlanIdList');
  const native = Number(call.text('NativeVlanId'));
  if (!call.flag('Trunk') || allowed === undefined || !Number.isInteger(native)) return undefined;
  return { trunk: { native, allowed } };
}

/** Who is in the team of a switch. Source: the pages Add-VMSwitchTeamMember and Remove-VMSwitchTeamMember. */
function embeddedMembers(
  next: (members: readonly string[], names: readonly string[]) => readonly string[],
): HostEffect {
  return {
    takes: ['VMSwitchName', 'NetAdapterName'],
    run(call, state) {
      const name = call.text('VMSwitchName');
      const before = name === undefined ? undefined : resourceOf(state, 'virtual-switch', name);
      const members = before?.properties['adapters'];
      const names = call.texts('NetAdapterName');
      if (!before?.properties['embeddedTeaming'] || !names || !Array.isArray(members)) return undefined;
      return withProperties(state, 'virtual-switch', before.name, {
        adapters: asSet(next(members as readonly string[], names)),
      });
    },
    needs: [{ parameter: 'VMSwitchName', kind: 'virtual-switch' }],
    offline: (call) => call.texts('NetAdapterName') ?? [],
  };
}

function adaptersAt(state: HostState, name: string): readonly string[] {
  return resourcesOf(state, 'management-adapter')
    .filter(({ properties }) => isSameName(properties['switch'], name))
    .map((adapter) => adapter.name);
}

/** With an adapter goes all that was set at its interface. */
function withoutAdapters(state: HostState, adapters: readonly string[]): HostState {
  const interfaces = adapters.map(interfaceOf);
  const isGone = (name: unknown) => interfaces.some((one) => isSameName(one, name));
  return without(
    without(
      state,
      adapters.map((name) => ({ kind: 'management-adapter', name })),
    ),
    [...state.resources.values()].filter(
      ({ name, properties }) => isGone(properties['interface']) || isGone(name),
    ),
  );
}
