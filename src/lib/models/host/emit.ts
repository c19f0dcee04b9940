import type { Emission } from '../model.ts';
import type { JsonValue, Properties, ResourceChange } from '../resource.ts';
import { changedProperties } from '../resource.ts';
import type { HostResourceKind } from './state.ts';

/**
 * Changes of a host's resources as commands of its PowerShell, in their order, one a line. What a command brings along (the interface of a
 * team, the adapter of a switch that has its name) is not made a second time. A change without a command is left out and named.
 */
export function emit(changes: readonly ResourceChange[]): Emission {
  const made = changes.map((change) => {
    const emitter = emitters[change.kind as HostResourceKind];
    return change.unreachable ? undefined : emitter?.(change, changes);
  });
  const brought = new Set(made.flatMap((one) => one?.brings ?? []));
  const lines: string[] = [];
  const unemitted: ResourceChange[] = [];
  for (const [index, change] of changes.entries()) {
    const { action, kind, name } = change;
    const one = made[index];
    // What is brought and then set otherwise has lines of its own for that.
    if (brought.has(`${action} ${kind} ${name.toLowerCase()}`))
      for (const line of one?.after ?? []) lines.push(line);
    else if (one) for (const line of one.lines) lines.push(line);
    else unemitted.push(change);
  }
  return { lines, unemitted, waiting: [] };
}

interface Made {
  readonly lines: readonly string[];
  /** Those among them that are left to do where another change brings this one along. */
  readonly after?: readonly string[];
  /** Other changes that are made by the way: `create team-nic NAME`, in lower case. */
  readonly brings?: readonly string[];
}

type HostEmitter = (change: ResourceChange, all: readonly ResourceChange[]) => Made | undefined;

const emitters: Readonly<Partial<Record<HostResourceKind, HostEmitter>>> = {
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
    if (action === 'change') return undefined;
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
    return { lines: [line], brings: own ? [`create management-adapter ${name.toLowerCase()}`] : [] };
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
        .filter((key) => !['switch', 'vlan', 'trunk'].includes(key))
        .map((key) => [key, after?.[key] ?? null]),
    );
    if (Object.values(rest).includes(null)) return undefined;
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
  'adapter-name': ({ action, name, after, before }, all) => {
    const [old, next] = [String(before?.['name'] ?? name), String(after?.['name'] ?? name)];
    // The name may still be another's then.
    const isHeld = all.some(
      (other) =>
        other.kind === 'adapter-name' && other.action !== 'remove' && isText(other.before?.['name'], next),
    );
    if (isHeld && action !== 'remove') return undefined;
    return { lines: [`Rename-NetAdapter -Name ${quote(old)} -NewName ${quote(next)}`] };
  },
  // What was bound before nobody knows here: that a setting goes is left to a snapshot of the machine.
  'adapter-binding': ({ action, after }) => {
    if (action === 'remove') return undefined;
    const { adapter, component, enabled } = after as Properties;
    const word = enabled ? 'Enable' : 'Disable';
    return {
      lines: [
        `${word}-NetAdapterBinding -Name ${quote(String(adapter))} -ComponentID ${quote(String(component))}`,
      ],
    };
  },
  'ip-address': ({ action, name, before, after }) => {
    const remove = `Remove-NetIPAddress -InterfaceAlias ${quote(String(before?.['interface']))} -IPAddress ${quote(name)} -Confirm:$false`;
    if (action === 'remove') return { lines: [remove] };
    const make = command('New-NetIPAddress', after, { prefix: 'PrefixLength', gateway: 'DefaultGateway' }, [
      ['InterfaceAlias', quote(String(after?.['interface']))],
      ['IPAddress', quote(name)],
    ]);
    return { lines: action === 'create' ? [make] : [remove, make] };
  },
  'dns-servers': ({ action, name, after }) => ({
    lines: [
      action === 'remove'
        ? `Set-DnsClientServerAddress -InterfaceAlias ${quote(name)} -ResetServerAddresses`
        : `Set-DnsClientServerAddress -InterfaceAlias ${quote(name)} -ServerAddresses ${texts(after?.['servers']).map(quote).join(', ')}`,
    ],
  }),
  route: ({ action, name, before, after }) => {
    const remove = `Remove-NetRoute -DestinationPrefix ${quote(name)} -InterfaceAlias ${quote(String(before?.['interface']))} -Confirm:$false`;
    if (action === 'remove') return { lines: [remove] };
    const make = command('New-NetRoute', after, { nextHop: 'NextHop', metric: 'RouteMetric' }, [
      ['DestinationPrefix', quote(name)],
      ['InterfaceAlias', quote(String(after?.['interface']))],
    ]);
    return { lines: action === 'create' ? [make] : [remove, make] };
  },
  'migration-network': ({ action, name, after }) => ({
    lines: [
      action === 'remove'
        ? `Remove-VMMigrationNetwork -Subnet ${quote(name)}`
        : command('Add-VMMigrationNetwork', after, { priority: 'Priority' }, [['Subnet', quote(name)]]),
    ],
  }),
};

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

/** A command with its arguments, and those that properties give. */
function command(
  name: string,
  properties: Properties | undefined,
  parameters: Readonly<Record<string, string>>,
  first: readonly (readonly [parameter: string, argument: string])[],
): string {
  const rest = Object.entries(parameters).flatMap(([property, parameter]) => {
    const value = properties?.[property];
    return value === undefined || value === null ? [] : [[parameter, argumentFor(value)] as const];
  });
  return [name, ...[...first, ...rest].map(([parameter, argument]) => `-${parameter} ${argument}`)].join(' ');
}

function argumentFor(value: JsonValue): string {
  return typeof value === 'number' || /^\d+$/.test(String(value)) ? String(value) : quote(String(value));
}

/** In single quotes, in which only a quote itself means something. Curly ones end a string as well: about_Quoting_Rules. */
function quote(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, (quotes) => quotes + quotes)}'`;
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function isText(one: JsonValue | undefined, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
