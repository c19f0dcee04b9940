import type { ResourceChange } from '../../models/resource.ts';
import { lookAddress } from './runtime/look-address.ts';
import { lookHostAdapter, lookHostAdapterVlan, lookInterface } from './runtime/look-host-adapter.ts';
import { lookTeam } from './runtime/look-team.ts';
import { lookSetting } from './runtime/look-setting.ts';
import { lookVirtualSwitch } from './runtime/look-virtual-switch.ts';
import type { Express, RowKind, ScriptRow } from './script-row.ts';
import { settingRows } from './setting-rows.ts';

/** What a script needs for the rows of a kind. */
export interface RowRuntime {
  /** As a person calls it. */
  readonly title: string;
  /** Functions of PowerShell: how it is looked at, made ready for, taken back. */
  readonly pieces: readonly string[];
  /** Commands of Windows that these call, by their modules. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

const hyperV = 'Hyper-V';

/** What is needed where an adapter is taken from beneath an address of the host. */
const forMoving = {
  NetTCPIP: [
    ...['Get-NetIPAddress', 'New-NetIPAddress', 'Remove-NetIPAddress', 'Get-NetIPInterface'],
    ...['Set-NetIPInterface', 'Get-NetRoute', 'New-NetRoute', 'Remove-NetRoute'],
  ],
  DnsClient: ['Get-DnsClientServerAddress', 'Set-DnsClientServerAddress'],
};

/** Kinds that take an adapter from beneath an address. */
export const takingKinds: readonly RowKind[] = ['Team', 'VirtualSwitch'];

export const rowRuntimes: Readonly<Record<RowKind, RowRuntime>> = {
  Team: {
    title: 'team',
    pieces: [lookTeam],
    needs: {
      NetLbfo: ['Get-NetLbfoTeam', 'Get-NetLbfoTeamMember', 'Remove-NetLbfoTeam'],
      NetAdapter: ['Get-NetAdapter'],
      ...forMoving,
    },
  },
  VirtualSwitch: {
    title: 'virtual switch',
    pieces: [lookInterface, lookVirtualSwitch],
    needs: {
      [hyperV]: ['Get-VMSwitch', 'Get-VMNetworkAdapter', 'Remove-VMSwitch'],
      NetAdapter: ['Get-NetAdapter'],
      ...forMoving,
    },
  },
  HostAdapter: {
    title: 'adapter of the host',
    pieces: [lookInterface, lookHostAdapter],
    needs: {
      [hyperV]: ['Get-VMSwitch', 'Get-VMNetworkAdapter', 'Remove-VMNetworkAdapter'],
      NetAdapter: ['Get-NetAdapter'],
      NetTCPIP: ['Get-NetIPInterface'],
    },
  },
  HostAdapterVlan: {
    title: 'VLAN of the host adapter',
    pieces: [lookHostAdapterVlan],
    needs: { [hyperV]: ['Get-VMNetworkAdapter', 'Get-VMNetworkAdapterVlan', 'Set-VMNetworkAdapterVlan'] },
  },
  Setting: { title: '', pieces: [lookSetting], needs: {} },
  Address: {
    title: 'address',
    pieces: [lookAddress],
    needs: {
      NetAdapter: ['Get-NetAdapter'],
      NetTCPIP: [
        ...['Get-NetIPAddress', 'Remove-NetIPAddress', 'Get-NetIPInterface', 'Set-NetIPInterface'],
        'Get-NetRoute',
        'Get-NetNeighbor',
      ],
    },
  },
};

/**
 * What the changes of a command are in the table; undefined where one of them is of a kind that no script looks at. What comes along with
 * another change (the interface of a team, the adapter of a switch) is a field of that one.
 */
export function rowsOf(
  changes: readonly ResourceChange[],
  express: Express,
): readonly ScriptRow[] | undefined {
  const rows = changes.map(
    (change) => makers[change.kind]?.(change, changes, express) ?? settingRows(change, express),
  );
  return rows.every((row) => row !== undefined) ? rows.flat() : undefined;
}

type RowMaker = (
  change: ResourceChange,
  all: readonly ResourceChange[],
  express: Express,
) => readonly ScriptRow[] | undefined;

const makers: Readonly<Record<string, RowMaker | undefined>> = {
  'nic-team': ({ action, name, after }, all, express) => {
    if (action !== 'create' || after?.['lacpTimer'] !== undefined) return undefined;
    const nic = all.find(({ kind, after: made }) => kind === 'team-nic' && made?.['team'] === name);
    const members = after?.['members'] as readonly string[] | undefined;
    if (!nic || !members) return undefined;
    return [
      {
        kind: 'Team',
        name: express(name, 'name'),
        fields: {
          Members: list(members.map((member) => express(member, 'teammembers'))),
          Mode: express(after!['mode']!, 'teamingmode'),
          ...(after?.['loadBalancing'] !== undefined && {
            LoadBalancing: express(after['loadBalancing'], 'loadbalancingalgorithm'),
          }),
          Nic: express(nic.name, 'teamnicname', 'name'),
        },
      },
    ];
  },
  'team-nic': ({ action, after }, all) =>
    action === 'create' &&
    after?.['vlan'] === undefined &&
    all.some(
      ({ kind, name, action: other }) =>
        kind === 'nic-team' && other === 'create' && name === after?.['team'],
    )
      ? []
      : undefined,
  'virtual-switch': ({ action, name, after }, all, express) => {
    if (action !== 'create' || after?.['notes'] !== undefined || after?.['iov'] !== undefined)
      return undefined;
    const own = all.some(
      (other) => other.kind === 'management-adapter' && other.action === 'create' && other.name === name,
    );
    const adapters = after?.['adapters'] as readonly string[] | undefined;
    return [
      {
        kind: 'VirtualSwitch',
        name: express(name, 'name'),
        fields: {
          Type: express(after!['type']!),
          ...(adapters && { Adapters: list(adapters.map((adapter) => express(adapter, 'netadaptername'))) }),
          ...(after?.['description'] !== undefined && {
            Description: express(after['description'], 'netadapterinterfacedescription'),
          }),
          ...(after?.['minimumBandwidth'] !== undefined && {
            Bandwidth: express(after['minimumBandwidth'], 'minimumbandwidthmode'),
          }),
          ...(after?.['embeddedTeaming'] === true && { Embedded: '$true' }),
          HostAdapter: own ? '$true' : '$false',
        },
      },
    ];
  },
  'management-adapter': ({ action, name, before, after }, all, express) => {
    if (action === 'remove') return undefined;
    const comesAlong =
      action === 'create' &&
      all.some(
        ({ kind, name: other, action: one }) =>
          kind === 'virtual-switch' && one === 'create' && other === name,
      );
    const others = Object.keys({ ...before, ...after }).filter(
      (key) => !['switch', 'vlan', 'trunk'].includes(key),
    );
    if (others.some((key) => before?.[key] !== after?.[key])) return undefined;
    const rows: ScriptRow[] = [];
    const adapter = express(name, 'name', 'vmnetworkadaptername');
    if (action === 'create' && !comesAlong)
      rows.push({
        kind: 'HostAdapter',
        name: adapter,
        fields: { Switch: express(after!['switch']!, 'switchname') },
      });
    else if (action === 'change' && before?.['switch'] !== after?.['switch']) return undefined;
    const trunk = after?.['trunk'] as { readonly native: number; readonly allowed: string } | undefined;
    if (trunk)
      rows.push({
        kind: 'HostAdapterVlan',
        name: adapter,
        fields: {
          Mode: "'Trunk'",
          Native: express(trunk.native, 'nativevlanid'),
          Allowed: express(trunk.allowed, 'allowedvlanidlist'),
        },
      });
    else if (after?.['vlan'] !== undefined)
      rows.push({
        kind: 'HostAdapterVlan',
        name: adapter,
        fields: { Mode: "'Access'", Vlan: express(after['vlan'], 'vlanid') },
      });
    else if (action === 'change')
      rows.push({ kind: 'HostAdapterVlan', name: adapter, fields: { Mode: "'Untagged'" } });
    return rows;
  },
  'ip-address': ({ action, name, after }, _all, express) =>
    action === 'create'
      ? [
          {
            kind: 'Address',
            name: express(name, 'ipaddress'),
            fields: {
              Interface: express(after!['interface']!, 'interfacealias'),
              Prefix: express(Number(after!['prefix']), 'prefixlength'),
              ...(after?.['gateway'] !== undefined && {
                Gateway: express(after['gateway'], 'defaultgateway'),
              }),
            },
          },
        ]
      : undefined,
};

function list(items: readonly string[]): string {
  return `@(${items.join(', ')})`;
}
