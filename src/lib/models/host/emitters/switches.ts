import type { JsonValue, Properties, ResourceChange } from '../../resource.ts';
import { changedProperties } from '../../resource.ts';
import { unsetByZero } from '../effects/virtual-switches.ts';
import type { HostEmitter, Made } from '../emitted-command.ts';
import { command, quote } from '../emitted-command.ts';

/** Teams, virtual switches, and the adapters of the host at them. */
export const switchEmitters: Readonly<Record<string, HostEmitter>> = {
  'nic-team': ({ action, name, before, after }, all) => {
    if (action === 'remove') {
      const nics = all.filter(({ kind, before: nic }) => kind === 'team-nic' && isText(nic?.['team'], name));
      return {
        lines: [`Remove-NetLbfoTeam -Name ${quote(name)} -Confirm:$false`],
        brings: nics.map((nic) => `remove team-nic ${nic.name.toLowerCase()}`),
      };
    }
    if (action === 'create') {
      const nic = all.find(
        ({ kind, after: made }) =>
          kind === 'team-nic' && isText(made?.['team'], name) && made?.['vlan'] === undefined,
      );
      const members = texts(after?.['members']);
      if (members.length === 0 || !nic) return undefined;
      const line = command(
        'New-NetLbfoTeam',
        after,
        { mode: 'TeamingMode', loadBalancing: 'LoadBalancingAlgorithm', lacpTimer: 'LacpTimer' },
        [
          ['Name', quote(name)],
          ['TeamMembers', members.map(quote).join(', ')],
          ...(nic && !isText(nic.name, name) ? [['TeamNicName', quote(nic.name)] as const] : []),
        ],
      );
      return {
        lines: [`${line} -Confirm:$false`],
        brings: nic ? [`create team-nic ${nic.name.toLowerCase()}`] : [],
      };
    }
    const changed = changedProperties(before, after);
    if (changed.includes('members')) return memberLines(name, before, after, changed);
    const set = Object.fromEntries(changed.map((key) => [key, after?.[key] ?? null]));
    if (Object.values(set).includes(null)) return undefined;
    return {
      lines: [
        `${command('Set-NetLbfoTeam', set, { mode: 'TeamingMode', loadBalancing: 'LoadBalancingAlgorithm', lacpTimer: 'LacpTimer' }, [['Name', quote(name)]])} -Confirm:$false`,
      ],
    };
  },
  'team-nic': ({ action, name, before, after }) => {
    const { team, vlan } = (after ?? before) as Properties;
    if (action === 'change' || vlan === undefined) return undefined;
    const at = `-Team ${quote(String(team))} -VlanID ${String(vlan)}`;
    return action === 'create'
      ? { lines: [`Add-NetLbfoTeamNic ${at} -Name ${quote(name)} -Confirm:$false`] }
      : { lines: [`Remove-NetLbfoTeamNic ${at} -Confirm:$false`] };
  },
  'virtual-switch': (change, all) => {
    const { action, name, after } = change;
    if (action === 'remove') {
      const adapters = all.filter(
        ({ kind, before }) => kind === 'management-adapter' && isText(before?.['switch'], name),
      );
      return {
        lines: [`Remove-VMSwitch -Name ${quote(name)} -Force`],
        brings: adapters.map((adapter) => `remove management-adapter ${adapter.name.toLowerCase()}`),
      };
    }
    if (action === 'change') return setSwitch(change);
    const isExternal = after?.['type'] === 'External';
    const own =
      after?.['type'] !== 'Private' &&
      all.some(
        (other) =>
          other.kind === 'management-adapter' &&
          other.action === 'create' &&
          isText(other.name, name) &&
          isText(other.after?.['switch'], name),
      );
    // It is made with an adapter of the host, which somebody has taken away since.
    if (after?.['type'] === 'Internal' && !own) return undefined;
    const line = command(
      'New-VMSwitch',
      after,
      { minimumBandwidth: 'MinimumBandwidthMode', notes: 'Notes' },
      [
        ['Name', quote(name)],
        ...(texts(after?.['adapters']).length > 0
          ? [['NetAdapterName', texts(after?.['adapters']).map(quote).join(', ')] as const]
          : []),
        ...(after?.['description'] === undefined
          ? []
          : [['NetAdapterInterfaceDescription', quote(String(after['description']))] as const]),
        ...(isExternal
          ? [['AllowManagementOS', own ? '$true' : '$false'] as const]
          : [['SwitchType', String(after?.['type'])] as const]),
        ...(after?.['embeddedTeaming'] ? [['EnableEmbeddedTeaming', '$true'] as const] : []),
        ...(after?.['iov'] ? [['EnableIov', '$true'] as const] : []),
      ],
    );
    const set = setSwitch({ ...change, before: madeOf(after) });
    return {
      lines: [line, ...(set && 'lines' in set ? set.lines : [])],
      brings: own ? [`create management-adapter ${name.toLowerCase()}`] : [],
    };
  },
  'management-adapter': ({ action, name, before, after }) => {
    if (action === 'remove') return { lines: [`Remove-VMNetworkAdapter -ManagementOS -Name ${quote(name)}`] };
    const changed = changedProperties(before, after);
    const lines: string[] = [];
    if (action === 'create')
      lines.push(
        `Add-VMNetworkAdapter -ManagementOS -Name ${quote(name)} -SwitchName ${quote(String(after?.['switch']))}`,
      );
    else if (changed.includes('switch')) return undefined;
    if (changed.includes('vlan') || changed.includes('trunk'))
      lines.push(
        `Set-VMNetworkAdapterVlan -ManagementOS -VMNetworkAdapterName ${quote(name)} ${vlanWords(after)}`,
      );
    const rest = Object.fromEntries(
      changed
        .filter((key) => !['switch', 'vlan', 'trunk', 'mappedTo'].includes(key))
        .map((key) => [key, after?.[key] ?? (Object.hasOwn(unsetByZero, key) ? 0 : null)]),
    );
    if (Object.values(rest).includes(null))
      return { why: 'no command leaves this share of the bandwidth, or this tag, unset again' };
    if (changed.includes('mappedTo'))
      lines.push(
        after?.['mappedTo'] === undefined
          ? `Remove-VMNetworkAdapterTeamMapping -ManagementOS -Name ${quote(name)}`
          : `Set-VMNetworkAdapterTeamMapping -ManagementOS -VMNetworkAdapterName ${quote(name)} -PhysicalNetAdapterName ${quote(String(after['mappedTo']))}`,
      );
    if (Object.keys(rest).length > 0)
      lines.push(
        command(
          'Set-VMNetworkAdapter -ManagementOS',
          rest,
          {
            minimumWeight: 'MinimumBandwidthWeight',
            minimumBandwidth: 'MinimumBandwidthAbsolute',
            maximumBandwidth: 'MaximumBandwidth',
            priorityTag: 'IeeePriorityTag',
          },
          [['Name', quote(name)]],
        ),
      );
    return { lines, after: action === 'create' ? lines.slice(1) : [] };
  },
};

/** What can be set at a switch that is there, by the parameters of the commands that do. */
const settable = {
  notes: 'Notes',
  defaultFlowWeight: 'DefaultFlowMinimumBandwidthWeight',
  defaultFlowAbsolute: 'DefaultFlowMinimumBandwidthAbsolute',
};
const settableTeam = { teaming: 'TeamingMode', loadBalancing: 'LoadBalancingAlgorithm' };

/** What New-VMSwitch makes of it by itself. */
function madeOf(after: Properties | undefined): Properties {
  const later = new Set([
    settable.defaultFlowWeight,
    settable.defaultFlowAbsolute,
    ...Object.values(settableTeam),
  ]);
  const parameters: Readonly<Record<string, string>> = { ...settable, ...settableTeam };
  return Object.fromEntries(
    Object.entries(after ?? {}).filter(([property]) => !later.has(parameters[property] ?? '')),
  );
}

function setSwitch({ name, before, after }: ResourceChange): ReturnType<HostEmitter> {
  const changed = changedProperties(before, after);
  const isTeam = after?.['embeddedTeaming'] === true;
  const known = new Set([
    ...Object.keys(settable),
    ...(isTeam ? ['adapters', ...Object.keys(settableTeam)] : []),
  ]);
  if (changed.some((property) => !known.has(property)))
    return { why: 'a switch is made with it, and no command sets it later' };
  if (changed.some((property) => after?.[property] === undefined))
    return { why: 'what it was before it was set, only the machine itself knew' };
  const set = (parameters: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(parameters).filter(([property]) => changed.includes(property)));
  const [own, team] = [set(settable), set(isTeam ? settableTeam : {})];
  const members = isTeam && changed.includes('adapters') ? texts(after?.['adapters']) : [];
  const named = ['Name', quote(name)] as const;
  return {
    lines: [
      ...(Object.keys(own).length > 0 ? [command('Set-VMSwitch', after, own, [named])] : []),
      ...(Object.keys(team).length + members.length > 0
        ? [
            command('Set-VMSwitchTeam', after, team, [
              named,
              ...(members.length > 0 ? [['NetAdapterName', members.map(quote).join(', ')] as const] : []),
            ]),
          ]
        : []),
    ],
  };
}

function memberLines(
  name: string,
  before: Properties | undefined,
  after: Properties | undefined,
  changed: readonly string[],
): Made | undefined {
  if (changed.length > 1) return undefined;
  const [old, next] = [texts(before?.['members']), texts(after?.['members'])];
  const line = (verb: string, member: string) =>
    `${verb}-NetLbfoTeamMember -Name ${quote(member)} -Team ${quote(name)} -Confirm:$false`;
  return {
    lines: [
      // A team is never without a member.
      ...next.filter((member) => !old.includes(member)).map((member) => line('Add', member)),
      ...old.filter((member) => !next.includes(member)).map((member) => line('Remove', member)),
    ],
  };
}

function vlanWords(after: Properties | undefined): string {
  const trunk = after?.['trunk'] as { readonly native: number; readonly allowed: string } | undefined;
  if (trunk) return `-Trunk -AllowedVlanIdList ${quote(trunk.allowed)} -NativeVlanId ${String(trunk.native)}`;
  return after?.['vlan'] === undefined ? '-Untagged' : `-Access -VlanId ${String(after['vlan'])}`;
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function isText(one: JsonValue | undefined, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
