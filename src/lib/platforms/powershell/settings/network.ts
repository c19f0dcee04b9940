import type { SettingMaker } from './setting.ts';

const whereAlias = (alias: string) => `Where-Object { $_.InterfaceAlias -eq ${alias} }`;

/** Settings of network adapters and their interfaces. Source: the pages of the modules NetAdapter, NetTCPIP, NetConnection and DnsClient. */
export const networkSettings: Readonly<Record<string, SettingMaker>> = {
  'adapter-property': ({ action, after }, express) => {
    if (action === 'remove' || !after) return undefined;
    const adapter = express.inside(after['adapter']!, 'name');
    const isKeyword = after['registry'] === true;
    const key = express.inside(after['property']!, isKeyword ? 'registrykeyword' : 'displayname');
    const [by, property] = isKeyword ? ['RegistryKeyword', 'RegistryValue'] : ['DisplayName', 'DisplayValue'];
    return [
      {
        title: 'adapter property',
        name: `('{0} of {1}' -f ${key}, ${adapter})`,
        needs: 'Get-NetAdapterAdvancedProperty',
        read: `Get-NetAdapterAdvancedProperty | Where-Object { $_.Name -eq ${adapter} -and $_.${by} -eq ${key} }`,
        want: { [property]: express.inside(after['value']!, property.toLowerCase()) },
        on: adapter,
        back: `Set-NetAdapterAdvancedProperty -Name ${adapter} -${by} ${key} -${property} $Before.${property}`,
      },
    ];
  },
  'ip-interface': ({ name, set, isLost }, express) => {
    const alias = express.inside(name, 'interfacealias');
    const keys = Object.keys(set).filter((key) => key !== 'family');
    if (isLost || keys.length !== 1) return undefined;
    if (keys[0] === 'dnsRegistration')
      return [
        {
          title: 'DNS registration of',
          name: alias,
          needs: 'Get-DnsClient',
          read: `Get-DnsClient | ${whereAlias(alias)}`,
          want: { RegisterThisConnectionsAddress: express.inside(set['dnsRegistration']!) },
          on: alias,
          back: `Set-DnsClient -InterfaceAlias ${alias} -RegisterThisConnectionsAddress ($Before.RegisterThisConnectionsAddress -eq 'True')`,
        },
      ];
    const [property, parameter] =
      keys[0] === 'dhcp' ? ['Dhcp', 'Dhcp'] : keys[0] === 'mtu' ? ['NlMtu', 'NlMtuBytes'] : [];
    if (property === undefined || parameter === undefined) return undefined;
    return [
      {
        title: `${property} of`,
        name: alias,
        needs: 'Get-NetIPInterface',
        read: `Get-NetIPInterface -AddressFamily IPv4 | ${whereAlias(alias)}`,
        want: { [property]: express.inside(set[keys[0]!]!, parameter.toLowerCase()) },
        on: alias,
        back: `Set-NetIPInterface -InterfaceAlias ${alias} -AddressFamily IPv4 -${parameter} $Before.${property}`,
      },
    ];
  },
  'connection-profile': ({ action, name, set }, express) => {
    if (action === 'remove' || Object.keys(set).join() !== 'category') return undefined;
    const alias = express.inside(name, 'interfacealias');
    return [
      {
        title: 'network category of',
        name: alias,
        needs: 'Get-NetConnectionProfile',
        read: `Get-NetConnectionProfile | ${whereAlias(alias)}`,
        want: { NetworkCategory: express.inside(set['category']!, 'networkcategory') },
        on: alias,
        back: `Set-NetConnectionProfile -InterfaceAlias ${alias} -NetworkCategory $Before.NetworkCategory`,
      },
    ];
  },
  'dns-servers': ({ action, name, after }, express) => {
    if (action === 'remove' || !after) return undefined;
    const alias = express.inside(name, 'interfacealias');
    const servers = after['servers'] as readonly string[];
    return [
      {
        title: 'DNS servers of',
        name: alias,
        needs: 'Get-DnsClientServerAddress',
        read: `Get-DnsClientServerAddress -AddressFamily IPv4 | ${whereAlias(alias)}`,
        want: {
          ServerAddresses: `@(${servers.map((server) => express.inside(server, 'serveraddresses')).join(', ')})`,
        },
        on: alias,
        back: `if ($Before.ServerAddresses) { Set-DnsClientServerAddress -InterfaceAlias ${alias} -ServerAddresses ($Before.ServerAddresses -split ', ') } else { Set-DnsClientServerAddress -InterfaceAlias ${alias} -ResetServerAddresses }`,
      },
    ];
  },
};
