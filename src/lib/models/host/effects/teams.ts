import type { HostCall } from '../call.ts';
import type { HostState } from '../state.ts';
import { resourceOf, resourcesOf, withProperties, withResource, without } from '../state.ts';
import type { EffectTable } from './effect.ts';

/**
 * LBFO teams and their interfaces. Source: the pages of the module NetLbfo. A team has an interface of its own from the beginning, which
 * has the team's name unless `-TeamNicName` gives another (New-NetLbfoTeam).
 */
export const teamEffects: EffectTable = {
  'New-NetLbfoTeam': {
    takes: ['Name', 'TeamMembers', 'TeamNicName', 'TeamingMode', 'LoadBalancingAlgorithm', 'LacpTimer'],
    run(call, state) {
      const name = call.text('Name');
      const members = call.texts('TeamMembers');
      if (name === undefined) return undefined;
      const nic = call.text('TeamNicName') ?? name;
      // Windows refuses a second team, and a second adapter, of one name.
      if (resourceOf(state, 'nic-team', name) || resourceOf(state, 'team-nic', nic)) return undefined;
      const team = withResource(state, 'nic-team', name, {
        ...(members && { members: asSet(members) }),
        mode: call.text('TeamingMode') ?? 'SwitchIndependent',
        ...given(call, { loadBalancing: 'LoadBalancingAlgorithm', lacpTimer: 'LacpTimer' }),
      });
      return withResource(team, 'team-nic', nic, { team: name });
    },
    offline: (call) => call.texts('TeamMembers') ?? ['the members of the team'],
    // Source: NetworkingDsc, issue 319; its WaitForNetworkTeam waits ten minutes by default.
    lasts: (call) =>
      /^Lacp$/i.test(call.text('TeamingMode') ?? '')
        ? 'the team is up when the switch has agreed, which may take up to two minutes'
        : 'the team is not up at once',
  },
  'Remove-NetLbfoTeam': {
    takes: ['Name'],
    run(call, state) {
      const names = call.texts('Name');
      if (!names) return undefined;
      const isOne = (name: unknown) => names.some((one) => isSameName(one, name));
      return without(state, [
        ...resourcesOf(state, 'nic-team').filter(({ name }) => isOne(name)),
        ...resourcesOf(state, 'team-nic').filter(({ properties }) => isOne(properties['team'])),
      ]);
    },
    offline: (call) => call.texts('Name') ?? ['the team'],
  },
  'Set-NetLbfoTeam': {
    takes: ['Name', 'TeamingMode', 'LoadBalancingAlgorithm', 'LacpTimer'],
    run(call, state) {
      const name = call.text('Name');
      if (name === undefined || !resourceOf(state, 'nic-team', name)) return undefined;
      return withProperties(
        state,
        'nic-team',
        name,
        given(call, { mode: 'TeamingMode', loadBalancing: 'LoadBalancingAlgorithm', lacpTimer: 'LacpTimer' }),
      );
    },
    needs: [{ parameter: 'Name', kind: 'nic-team' }],
    offline: (call) => (call.has('TeamingMode') ? (call.texts('Name') ?? []) : []),
  },
  'Add-NetLbfoTeamMember': {
    takes: ['Name', 'Team'],
    run: (call, state) => membersOf(call, state, (members, names) => [...members, ...names]),
    needs: [{ parameter: 'Team', kind: 'nic-team' }],
    offline: (call) => call.texts('Name') ?? ['the new members'],
  },
  'Remove-NetLbfoTeamMember': {
    takes: ['Name', 'Team'],
    run: (call, state) =>
      membersOf(call, state, (members, names) =>
        members.filter((member) => !names.some((name) => isSameName(name, member))),
      ),
    needs: [{ parameter: 'Team', kind: 'nic-team' }],
  },
  'Add-NetLbfoTeamNic': {
    takes: ['Team', 'VlanID', 'Name'],
    run(call, state) {
      const team = call.text('Team');
      const vlan = call.text('VlanID');
      // Source: Add-NetLbfoTeamNic, -Name: by default the name of the team, and the VLAN behind it.
      const name =
        call.text('Name') ??
        (team !== undefined && vlan !== undefined ? `${team} - VLAN ${vlan}` : undefined);
      if (team === undefined || vlan === undefined || name === undefined) return undefined;
      if (resourceOf(state, 'team-nic', name)) return undefined;
      return withResource(state, 'team-nic', name, { team, vlan: Number(vlan) });
    },
    needs: [{ parameter: 'Team', kind: 'nic-team' }],
  },
  'Remove-NetLbfoTeamNic': {
    takes: ['Team', 'VlanID'],
    run(call, state) {
      const team = call.text('Team');
      const vlan = Number(call.text('VlanID'));
      return without(
        state,
        resourcesOf(state, 'team-nic').filter(
          ({ properties }) => isSameName(team, properties['team']) && properties['vlan'] === vlan,
        ),
      );
    },
    needs: [{ parameter: 'Team', kind: 'nic-team' }],
  },
};

/** The parameters among these that are given, under the names of properties. */
export function given(
  call: HostCall,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([property, parameter]) => {
      const text = call.text(parameter);
      return text === undefined ? [] : [[property, text]];
    }),
  );
}

export function isSameName(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() === other.toLowerCase();
}

/** The order in which members were named says nothing. */
export function asSet(names: readonly string[]): readonly string[] {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, name]) => name);
}

function membersOf(
  call: HostCall,
  state: HostState,
  next: (members: readonly string[], names: readonly string[]) => readonly string[],
): HostState | undefined {
  const names = call.texts('Name');
  const team = call.text('Team');
  const before = team === undefined ? undefined : resourceOf(state, 'nic-team', team);
  if (!names || !before) return undefined;
  const members = before.properties['members'] as readonly string[];
  return withProperties(state, 'nic-team', before.name, { members: asSet(next(members, names)) });
}
