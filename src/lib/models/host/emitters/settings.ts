import type { JsonValue, Properties } from '../../resource.ts';
import { changedProperties } from '../../resource.ts';
import type { HostEmitter } from '../emitted-command.ts';
import { command, quote } from '../emitted-command.ts';

/** Network adapters and their interfaces, addresses, routes, features, services, the computer. */
export const settingEmitters: Readonly<Record<string, HostEmitter>> = {
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
    if (action === 'remove') return { why: unknownBefore };
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
  // Source: Reset-NetAdapterAdvancedProperty: to the factory’s value, by the name on screen alone.
  'adapter-property': ({ action, before, after }) => {
    const { adapter, property, value, registry } = (after ?? before) as Properties;
    const at = `-Name ${quote(String(adapter))}`;
    if (action !== 'remove') {
      const words = registry ? ['RegistryKeyword', 'RegistryValue'] : ['DisplayName', 'DisplayValue'];
      return {
        lines: [
          `Set-NetAdapterAdvancedProperty ${at} -${words[0]!} ${quote(String(property))} -${words[1]!} ${quote(String(value))}`,
        ],
      };
    }
    if (registry) return { why: unknownBefore };
    return { lines: [`Reset-NetAdapterAdvancedProperty ${at} -DisplayName ${quote(String(property))}`] };
  },
  'adapter-capability': ({ action, after }) => {
    if (action === 'remove' || !after) return { why: unknownBefore };
    const word = words[String(after['capability'])];
    const noun = word === undefined ? 'NetAdapter' : `NetAdapter${word}`;
    const verb = after['enabled'] ? 'Enable' : 'Disable';
    return { lines: [`${verb}-${noun} -Name ${quote(String(after['adapter']))} -Confirm:$false`] };
  },
  'adapter-queues': ({ action, before, after }) => {
    const changed = changedProperties(before, after);
    if (action === 'remove' || !after || changed.some((property) => after[property] === undefined))
      return { why: unknownBefore };
    const parameters = Object.fromEntries(
      changed
        .filter((property) => property !== 'adapter' && property !== 'capability')
        .map((property) => [property, property.charAt(0).toUpperCase() + property.slice(1)]),
    );
    const name = `Set-NetAdapter${words[String(after['capability'])] ?? ''}`;
    return { lines: [command(name, after, parameters, [['Name', quote(String(after['adapter']))]])] };
  },
  'ip-interface': ({ name, before, after }) => {
    const isOther = before && after && before['family'] !== after['family'];
    if (isOther) return { why: 'of which family of addresses it was said before is not known' };
    const changed = changedProperties(before, after).filter((property) => property !== 'family');
    const target: Record<string, JsonValue> = {};
    for (const property of changed) {
      const value = after?.[property] ?? factory[property];
      if (value === undefined && property !== 'dnsSuffix') return { why: unknownBefore };
      if (value !== undefined) target[property] = value;
    }
    const at = [['InterfaceAlias', quote(name)]] as const;
    const family = after?.['family'] ?? before?.['family'];
    const ip = command(
      'Set-NetIPInterface',
      { ...target, ...(family !== undefined && { family }) },
      ipWords,
      at,
    );
    const dns = command('Set-DnsClient', target, dnsWords, at);
    const isReset = changed.includes('dnsSuffix') && target['dnsSuffix'] === undefined;
    return {
      lines: [
        ...(Object.keys(target).some((property) => property in ipWords) ? [ip] : []),
        ...(isReset
          ? [`${dns} -ResetConnectionSpecificSuffix`]
          : Object.keys(target).some((property) => property in dnsWords)
            ? [dns]
            : []),
      ],
    };
  },
  'windows-feature': ({ action, name, before, after }) => {
    if (action === 'remove') return { lines: [`Uninstall-WindowsFeature -Name ${quote(name)}`] };
    if (Object.keys(before ?? {}).some((property) => after?.[property] === undefined))
      return {
        why: 'tools and parts of a feature are taken away one by one, and which were there before is not known',
      };
    const more = [
      ...(after?.['managementTools'] ? [' -IncludeManagementTools'] : []),
      ...(after?.['allSubFeatures'] ? [' -IncludeAllSubFeature'] : []),
    ];
    return { lines: [`Install-WindowsFeature -Name ${quote(name)}${more.join('')}`] };
  },
  'live-migration': ({ before, after }) => {
    const changed = changedProperties(before, after);
    // Source: Enable-VMMigration: it is off until somebody switches it on.
    const enabled = after?.['enabled'] ?? false;
    const rest = changed.filter((property) => property !== 'enabled');
    if (rest.some((property) => after?.[property] === undefined)) return { why: unknownBefore };
    return {
      lines: [
        ...(changed.includes('enabled') ? [`${enabled ? 'Enable' : 'Disable'}-VMMigration`] : []),
        ...(rest.length > 0
          ? [
              command(
                'Set-VMHost',
                after,
                Object.fromEntries(Object.entries(hostWords).filter(([property]) => rest.includes(property))),
                [],
              ),
            ]
          : []),
      ],
    };
  },
  computer: ({ action, after }) =>
    action === 'remove' || !after
      ? { why: unknownBefore }
      : { lines: [`Rename-Computer -NewName ${quote(String(after['name']))} -Force`] },
  domain: ({ name }) => ({
    why:
      name === 'controller'
        ? 'what a domain controller holds would be lost: it is demoted by hand'
        : 'it asks for an account of the domain, which no script may hold',
  }),
  service: ({ action, name, before, after }) => {
    const changed = changedProperties(before, after);
    if (action === 'remove' || !after || changed.some((property) => after[property] === undefined))
      return { why: unknownBefore };
    const rest = Object.fromEntries(
      Object.entries(serviceWords).filter(([property]) => changed.includes(property)),
    );
    const at = `-Name ${quote(name)}`;
    const status = changed.includes('status') ? String(after['status']) : '';
    return {
      lines: [
        ...(Object.keys(rest).length > 0
          ? [command('Set-Service', after, rest, [['Name', quote(name)]])]
          : []),
        ...(/^Running$/i.test(status) ? [`Start-Service ${at}`] : []),
        ...(/^Stopped$/i.test(status) ? [`Stop-Service ${at} -Force`] : []),
        ...(/^Paused$/i.test(status) ? [`Set-Service ${at} -Status Paused`] : []),
      ],
    };
  },
};

const unknownBefore = 'what it was before the guide, only the machine itself knew';

/** Capabilities of adapters in the names of their commands. */
const words: Readonly<Record<string, string>> = {
  adapter: '',
  RSS: 'Rss',
  VMQ: 'Vmq',
  RDMA: 'Rdma',
  'SR-IOV': 'Sriov',
  QoS: 'Qos',
  RSC: 'Rsc',
  LSO: 'Lso',
  'checksum offload': 'ChecksumOffload',
};

const ipWords = {
  family: 'AddressFamily',
  dhcp: 'Dhcp',
  metric: 'InterfaceMetric',
  automaticMetric: 'AutomaticMetric',
  mtu: 'NlMtuBytes',
};
const dnsWords = {
  dnsRegistration: 'RegisterThisConnectionsAddress',
  suffixRegistration: 'UseSuffixWhenRegistering',
  dnsSuffix: 'ConnectionSpecificSuffix',
};
/** Source: “Enable or disable DNS updates in Windows” (support.microsoft.com): a connection registers its address unless told not to. */
const factory: Properties = { dnsRegistration: true };

const hostWords = {
  authentication: 'VirtualMachineMigrationAuthenticationType',
  performance: 'VirtualMachineMigrationPerformanceOption',
  migrations: 'MaximumVirtualMachineMigrations',
  storageMigrations: 'MaximumStorageMigrations',
  diskPath: 'VirtualHardDiskPath',
  machinePath: 'VirtualMachinePath',
  anyNetwork: 'UseAnyNetworkForMigration',
};
const serviceWords = { startup: 'StartupType', title: 'DisplayName', description: 'Description' };

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function isText(one: JsonValue | undefined, other: string): boolean {
  return typeof one === 'string' && one.toLowerCase() === other.toLowerCase();
}
